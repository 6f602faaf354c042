"""Passages by month as a strip of bars: every month from the first to the last, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.search.page import FacetValue

MOST = 240
"""Months of a strip: the last ones, where there are more."""


@dataclass(frozen=True)
class Bar:
    """A month: how many passages, its share of the largest (0 to 100), its place in the strip."""

    period: str
    count: int
    height: float
    place: int


@dataclass(frozen=True)
class Strip:
    """The bars that are not empty, the width in months, and where each year begins."""

    bars: tuple[Bar, ...]
    width: int
    years: tuple[tuple[int, int], ...]


def strip(years: Sequence[FacetValue]) -> Strip | None:
    """The strip of a facet of dates; None where no passage has a month."""
    counts = {
        _number(month.value): month.count for year in years for month in year.months if month.count
    }
    if not counts:
        return None
    last = max(counts)
    first = max(min(counts) // 12 * 12, last - MOST + 1)
    most = max(counts.values())
    bars = (
        Bar(f"{number // 12:04}-{number % 12 + 1:02}", count, 100 * count / most, number - first)
        for number, count in sorted(counts.items())
        if number >= first
    )
    starts = (number for number in range(first, last + 1) if number % 12 == 0)
    return Strip(
        tuple(bars), max(last - first + 1, 12), tuple((each // 12, each - first) for each in starts)
    )


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1
