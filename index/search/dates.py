"""Dates of a segment: a range as a few stretches of passages, and counts by year and month."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import numpy as np

from index.documents.dates import PartialDate
from index.search.kernels import bounds
from index.store.arrays import Array
from index.store.facts import UNDATED
from index.store.segment import Segment

Dated = tuple[Counter[int], Counter[int]]
"""Passages dated only in a year, by year; and in a month, by 100 × year + month."""

_YEAR = 100
_FOREVER = dt.date.max.toordinal()


def stretches(
    segment: Segment, since: PartialDate | None, until: PartialDate | None
) -> list[tuple[int, int]]:
    """The stretches of passages whose document's date overlaps the range, in order.

    Documents stand by their first day: all that begin within the range are one stretch;
    before it lie at most a year's and a month's documents that reach into it.
    """
    first, last, starts = (segment.arrays[name] for name in ("first_day", "last_day", "starts"))
    begin = since.first.toordinal() if since else UNDATED + 1
    end = until.last.toordinal() if until else _FOREVER
    year = since.first.replace(month=1, day=1).toordinal() if since else begin
    candidates = bounds(first, year, end + 1)
    reaching = last[candidates] >= begin
    edges = np.flatnonzero(np.diff(np.concatenate([[False], reaching, [False]])))
    passages = starts[edges + candidates.start].tolist()
    return list(zip(passages[::2], passages[1::2], strict=True))


def counts(segment: Segment, docs: Array) -> Dated:
    """Passages dated only in a year, by year; and in a month, by 100 × year + month.

    ``docs`` are sorted passages; undated ones stand before the first cell.
    """
    cells, starts = segment.arrays["cells"], segment.arrays["cells.starts"]
    edges = docs.searchsorted(np.append(starts, segment.count).astype(docs.dtype))
    years: Counter[int] = Counter()
    months: Counter[int] = Counter()
    for cell, count in zip(cells.tolist(), np.diff(edges).tolist(), strict=True):
        if count and cell > 0:
            (months if cell % _YEAR else years)[cell if cell % _YEAR else cell // _YEAR] += count
    return years, months


def facet(years: Counter[int], months: Counter[int]) -> dict[str, int]:
    """Years and months as written in addresses; a passage dated only in a year is in each month.

    Only months that some passage names are listed.
    """
    named: Counter[int] = Counter(years)
    for month, count in months.items():
        named[month // _YEAR] += count
    told = {f"{year:04}": count for year, count in named.items()}
    return told | {
        f"{month // _YEAR:04}-{month % _YEAR:02}": count + years[month // _YEAR]
        for month, count in months.items()
    }
