"""Numbers as people write them, and the one form in which they meet."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_GAPS = re.compile(r"[ \u00a0\u2009\u202f]")
_ENGLISH_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d+)-([^\W\d]{1,4})")

SIGNS = {
    "%": ("%", "процент", "пайыз", "percent"),
    "‰": ("‰", "промилле"),
    "$": ("$", "доллар", "долар", "dollar"),
    "€": ("€", "евро", "еуро", "euro"),
    "₸": ("₸", "тенге", "теңге", "teng"),
    "£": ("£", "фунт", "pound"),
}


def number(surface: str) -> tuple[str, ...]:
    """The normal forms of a number («4,80» and «4.8» are 4.8, «15 000» is 15000), or nothing."""
    if _ENGLISH_GROUPS.fullmatch(surface):
        return (_plain(surface.replace(",", "")), *_if_decimal(surface))
    if _NUMBER.fullmatch(surface):
        return (_plain(_GAPS.sub("", surface).replace(",", ".")),)
    ordinal = _ORDINAL.fullmatch(surface)
    return (ordinal[1],) if ordinal else ()


def _if_decimal(surface: str) -> tuple[str, ...]:
    """«4,800» may also be 4.8: Russian texts write the decimal comma."""
    return (_plain(surface.replace(",", ".")),) if surface.count(",") == 1 else ()


def _plain(decimal: str) -> str:
    whole, _, fraction = decimal.partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole
