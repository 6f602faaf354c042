"""The years and months of an open index, to count passages by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

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
        whole = np.where(keys[first] % _YEAR == 0, first, len(keys))
        is_month = keys % _YEAR > 0
        self._month = np.flatnonzero(is_month)
        self._whole = whole.compress(is_month)
        self._months = [f"{key // _YEAR:04}-{key % _YEAR:02}" for key in keys[is_month].tolist()]

    def facet(self, counts: Array) -> dict[str, int]:
        """Passages (int64 by cell) by year and month as addresses write them; zeros left out.

        A passage dated only in a year counts in each of its months that another one names.
        """
        if not len(counts):
            return {}
        years = nonzero(self._years, np.add.reduceat(counts, self._starts).tolist())
        months = counts.take(self._month)
        # A month has the year's undivided passages only beside some of its own.
        whole = np.append(counts, 0).take(self._whole) * (months > 0)
        return years | nonzero(self._months, (months + whole).tolist())


def nonzero(names: Sequence[str], counts: Sequence[int]) -> dict[str, int]:
    """The counts by name, zeros left out."""
    return dict(zip(compress(names, counts), filter(None, counts), strict=True))
