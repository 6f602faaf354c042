"""Dates of a segment: a range as a few stretches of passages, and counts by year and month."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache

import numpy as np

from index.documents.dates import PartialDate
from index.search.kernels import bounds
from index.store.arrays import Array
from index.store.facts import UNDATED
from index.store.segment import Segment

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


def counts(segment: Segment, docs: Array) -> Counter[int]:
    """Passages by cell: 100 × year + month, month 0 for a date that is only a year.

    ``docs`` are sorted passages, and so are those of each cell; undated ones come first.
    """
    edges = docs.searchsorted(segment.cell_edges)
    found = np.diff(edges)
    some = np.flatnonzero(found)
    cells = segment.arrays["cells"].take(some).tolist()
    told = Counter(dict(zip(cells, found.take(some).tolist(), strict=True)))
    told.pop(UNDATED, None)
    return told


def facet(cells: Counter[int]) -> dict[str, int]:
    """Years and months as addresses write them; a passage dated only in a year is in each month.

    Only months that some passage names are listed.
    """
    years: Counter[int] = Counter()
    for cell, count in cells.items():
        years[cell // _YEAR] += count
    told = {_written(year * _YEAR): count for year, count in years.items()}
    for cell, count in cells.items():
        if cell % _YEAR:
            told[_written(cell)] = count + cells[cell - cell % _YEAR]
    return told


@cache
def _written(cell: int) -> str:
    year, month = divmod(cell, _YEAR)
    return f"{year:04}-{month:02}" if month else f"{year:04}"
