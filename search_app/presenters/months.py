"""Passages by month as a strip of bars: every month from the first to the last, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from index.documents.dates import PartialDate
from index.search.page import FacetValue
from search_app.languages import date_in, language, number_in

MOST = 240
"""Months of a strip: the last ones, where there are more."""


class Bar(NamedTuple):
    """A month: its name, count and address; where its bar stands, how high (of 100); if chosen."""

    label: str
    passages: str
    address: str
    place: int
    height: float
    inside: bool


@dataclass(frozen=True)
class Strip:
    """The bars that are not empty, the width in months, where each year begins, both ends."""

    bars: tuple[Bar, ...]
    width: int
    years: tuple[tuple[int, int], ...]
    begins: str
    ends: str


def strip(
    years: Sequence[FacetValue],
    address: Callable[[str], str],
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Strip | None:
    """The strip of a facet of dates; None where no passage has a month.

    ``address`` says where a month leads; those outside of a range are told apart.
    """
    counts = {
        _number(month.value): month.count for year in years for month in year.months if month.count
    }
    if not counts:
        return None
    last = max(counts)
    first = max(min(counts) // 12 * 12, last - MOST + 1)
    most = max(counts.values())
    after, before = str(since.first)[:7] if since else "", str(until.last)[:7] if until else "~"
    bars, own = [], language()
    for month, count in sorted(counts.items()):
        if month < first:
            continue
        period, named = _period(own, month)
        height, inside = round(100 * count / most, 1), after <= period <= before
        bars.append(
            Bar(named, number_in(own, count), address(period), month - first, height, inside)
        )
    starts = (month for month in range(first, last + 1) if month % 12 == 0)
    turns = tuple((each // 12, each - first) for each in starts)
    width = max(last - first + 1, 12)
    begins, ends = (_period(own, month)[1] for month in (first, first + width - 1))
    return Strip(tuple(bars), width, turns, begins, ends)


@lru_cache(maxsize=4096)
def _period(language: str, month: int) -> tuple[str, str]:
    """A month as addresses write it, and as a language of the site does."""
    date = PartialDate(month // 12, month % 12 + 1)
    return str(date), date_in(language, date)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1
