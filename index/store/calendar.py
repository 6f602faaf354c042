"""The years and months of an open index, to count passages by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

import numpy as np

from index.store.arrays import Array, changes
from index.store.few import few

_YEAR = 100  # a cell's key is 100 × year + month, month 0 for a date that is only a year


class Calendar:
    """All cells of dates that passages of an index have; counts come in their order."""

    def __init__(self, cells: Sequence[int]) -> None:
        keys = np.array(cells, np.int64)
        starts = np.flatnonzero(changes(keys // _YEAR))
        self._starts = starts
        # A year's first cell holds the passages dated only in that year, if there are any.
        first = np.repeat(starts, np.diff(starts, append=len(keys)))
        undivided = keys[first] % _YEAR == 0
        is_month = keys % _YEAR > 0
        self._month = np.flatnonzero(is_month)
        self._whole = first.compress(is_month)
        self._undivided = undivided.compress(is_month)
        # Of each cell its year and its month, as written; no month of a whole year.
        self._years = [f"{key // _YEAR:04}" for key in cells]
        self._months = [
            f"{year}-{key % _YEAR:02}" if key % _YEAR else ""
            for key, year in zip(cells, self._years, strict=True)
        ]
        self._written = [self._years[cell] for cell in starts.tolist()]
        self._written += filter(None, self._months)

    def facet(self, counts: Array) -> dict[str, int]:
        """Passages (int64 by cell) by year and month as addresses write them; zeros left out.

        A passage dated only in a year counts in each of its months that another one names.
        """
        held = counts.nonzero()[0]
        if few(len(held)):
            return self._few(held.tolist(), counts.take(held).tolist())
        years = np.add.reduceat(counts, self._starts)
        months = counts.take(self._month)
        # A month has the year's undivided passages only beside some of its own.
        whole = counts.take(self._whole) * (self._undivided & (months > 0))
        return nonzero(self._written, np.concatenate([years, months + whole]).tolist())

    def _few(self, cells: Sequence[int], counts: Sequence[int]) -> dict[str, int]:
        """The facet of few cells, given their counts."""
        names = [self._years[cell] for cell in cells]
        months = [self._months[cell] for cell in cells]
        years: dict[str, int] = {}
        for year, count in zip(names, counts, strict=True):
            years[year] = years.get(year, 0) + count
        if "" not in months:
            return years | dict(zip(months, counts, strict=True))
        dated = list(zip(names, months, counts, strict=True))
        whole = {year: count for year, month, count in dated if not month}
        return years | {month: count + whole.get(year, 0) for year, month, count in dated if month}


def nonzero(names: Sequence[str], counts: Sequence[int]) -> dict[str, int]:
    """The counts by name, zeros left out."""
    if all(counts):
        return dict(zip(names, counts, strict=True))
    return dict(zip(compress(names, counts), filter(None, counts), strict=True))
