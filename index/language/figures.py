"""Whole numbers in figures, however many of them a text writes."""

from __future__ import annotations

_DIGITS = 9
MOST = 10**_DIGITS
"""Stands for every number of more digits: nobody counts days, years or schools so far."""


def figure(digits: str) -> int:
    """The number that decimal digits of any script write, at most ``MOST``."""
    return int(digits) if len(digits) <= _DIGITS else MOST
