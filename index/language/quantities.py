"""Large numbers in other words: «1,5 млн» is «1 500 000» and «1.5 million»."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

# What each scale is called; the first few are written for a reader and stand for the others.
_SCALES: dict[int, tuple[str, ...]] = {
    1_000: ("тыс", "хиляда", "мың", "thousand", "тысяча"),
    1_000_000: ("млн", "милион", "mln", "миллион", "million"),
    1_000_000_000: ("млрд", "милиард", "bn", "миллиард", "billion"),
    1_000_000_000_000: ("трлн", "трилион", "trln", "триллион", "trillion"),
}
_HALVES = {"полтора": Decimal("1.5"), "полторы": Decimal("1.5")}
_SCALE_OF = {name: scale for scale, names in _SCALES.items() for name in names}
_LEAST = 10_000  # a smaller number without a scale may be a year
_MOST_OF_A_SCALE = 10_000
_DECIMALS = 3
_WRITTEN = 4  # names of a scale


def at(places: Sequence[Collection[str]], start: int) -> tuple[int, tuple[str, ...]]:
    """Other ways to write the large number that begins at a place, and where it ends.

    ``places`` hold the terms of each word. None and the place itself where no number begins.
    """
    number = next((value for term in places[start] if (value := _value(term))), None)
    if number is None:
        return start, ()
    after = places[start + 1] if start + 1 < len(places) else ()
    scale = next((_SCALE_OF[term] for term in after if term in _SCALE_OF), 1)
    end = start + 1 + (scale > 1)
    return end, tuple(_written(number * scale)) if number * scale >= _LEAST else ()


def _value(term: str) -> Decimal | None:
    if term in _HALVES:
        return _HALVES[term]
    whole, _, fraction = term.partition(".")
    digits = term.isascii() and whole.isdigit() and (not fraction or fraction.isdigit())
    return Decimal(term) if digits else None


def _written(value: Decimal) -> list[str]:
    """In digits, then with every scale that leaves a number people would write."""
    written = [f"{value:,.0f}".replace(",", " ")] if value == value.to_integral_value() else []
    for scale, names in _SCALES.items():
        share = (value / scale).normalize()
        if 1 <= share < _MOST_OF_A_SCALE and round(share, _DECIMALS) == share:
            written += [_share(share, name) for name in names[:_WRITTEN]]
    return written


def _share(share: Decimal, scale: str) -> str:
    """«1.5 mln», but «1,5 млн»."""
    number = f"{share:f}"
    return f"{number if scale.isascii() else number.replace('.', ',')} {scale}"
