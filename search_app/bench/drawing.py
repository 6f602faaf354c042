"""Figures of a measurement as a small picture: a group of bars for each kind of question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

_COLOURS = ("#0b6e99", "#c77d0a", "#8a5a9e", "#7a8288")
_BAR, _BETWEEN, _LEFT, _WIDTH, _TOP = 9, 8, 130, 420, 28

Figures = Mapping[str, Mapping[str, float]]
"""Milliseconds by engine and by kind of question."""


def drawn(figures: Figures, kinds: Sequence[str], title: str) -> str:
    """An SVG in which shorter is faster; every bar bears its milliseconds."""
    longest = max(figures[engine][kind] for engine in figures for kind in kinds)
    group = _BAR * len(figures) + _BETWEEN
    height = _TOP + group * len(kinds) + 24
    width = _LEFT + _WIDTH + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"',
        f' font-family="sans-serif" font-size="9"><title>{escape(title)}</title>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="8" y="16" font-size="12">{escape(title)}</text>',
    ]
    for number, kind in enumerate(kinds):
        parts += _group(figures, kind, _TOP + group * number, _WIDTH / longest)
    parts += _legend(list(figures), height - 8)
    return "\n".join([*parts, "</svg>\n"])


def _group(figures: Figures, kind: str, top: int, scale: float) -> Iterator[str]:
    middle = top + _BAR * len(figures) // 2 + 3
    yield f'<text x="{_LEFT - 6}" y="{middle}" text-anchor="end">{escape(kind)}</text>'
    for colour, (number, each) in zip(_COLOURS, enumerate(figures.values()), strict=False):
        y, width = top + _BAR * number, each[kind] * scale
        yield (
            f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_BAR - 1}" fill="{colour}"/>'
        )
        yield f'<text x="{_LEFT + width + 3:.1f}" y="{y + _BAR - 2}">{each[kind]:.2f}</text>'


def _legend(engines: Sequence[str], y: int) -> Iterator[str]:
    for number, (colour, engine) in enumerate(zip(_COLOURS, engines, strict=False)):
        x = _LEFT + 90 * number
        yield f'<rect x="{x}" y="{y - 7}" width="8" height="8" fill="{colour}"/>'
        yield f'<text x="{x + 12}" y="{y}">{escape(engine)}</text>'
