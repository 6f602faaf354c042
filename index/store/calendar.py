"""The years and months of an open index, to count passages by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.store.arrays import Array, changes

_YEAR = 100  # a cell's key is 100 × year + month, month 0 for a date that is only a year


class Calendar:
    """All cells of dates that passages of an index have; counts come in their order."""

    def __init__(self, cells: Sequence[int]) -> None:
        keys = np.array(cells, np.int64)
        starts = np.flatnonzero(changes(keys // _YEAR))
        self._starts = starts
        self._years = [f"{year:04}" for year in (keys[starts] // _YEAR).tolist()]
        # A year's first cell holds the passages dated only in that year, if there are any.
        first = np.repeat(starts, np.diff(starts, append=len(keys)))
        self._whole = np.where(keys[first] % _YEAR == 0, first, -1)
        self._is_month = keys % _YEAR > 0
        self._months = [f"{key // _YEAR:04}-{key % _YEAR:02}" for key in cells]

    def facet(self, counts: Array) -> dict[str, int]:
        """Passages (int64 by cell) by year and month as addresses write them; zeros left out.

        A passage dated only in a year counts in each of its months that another one names.
        """
        if not len(counts):
            return {}
        years = np.add.reduceat(counts, self._starts)
        months = counts + np.where(self._whole < 0, 0, counts.take(self._whole))
        named = np.flatnonzero((counts > 0) & self._is_month)
        told = {
            year: count for year, count in zip(self._years, years.tolist(), strict=True) if count
        }
        for number, count in zip(named.tolist(), months.take(named).tolist(), strict=True):
            told[self._months[number]] = count
        return told
