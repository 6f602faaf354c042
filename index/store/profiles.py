"""Counts of facets in one segment, over profiles instead of passages.

A profile is a distinct set of facet values. The matching passages are counted by profile
once; what a filter lets through and what a facet value counts are then sums over profiles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

import numpy as np

from index.store.arrays import Array, Strings
from index.store.facts import FACETS


class Profiles:
    """The facet values of a segment and the profiles that hold each."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        held, ends = arrays["profiles.values"], arrays["profiles.offsets"]
        self.count = len(ends) - 1
        order = np.argsort(held, kind="stable")
        # Profiles in order of value: those of value v are _by_value[_starts[v]:_starts[v + 1]].
        self.of_passage = arrays["profile"]
        """The profile of each passage (int32)."""
        self._by_value = np.repeat(np.arange(self.count), np.diff(ends))[order]
        values = Strings(arrays["values"], arrays["values.offsets"])
        names = [name.decode().split("\0") for name in values]
        self._starts = np.searchsorted(held[order], np.arange(len(names) + 1))
        self._names = [value for _, value in names]
        self._number = {(facet, value): n for n, (facet, value) in enumerate(names)}
        facets = [facet for facet, _ in names]
        self._values = {
            facet: range(facets.index(facet), facets.index(facet) + facets.count(facet))
            for facet in FACETS
            if facet in facets
        }

    def passing(self, chosen: Mapping[str, Iterable[str]]) -> Array:
        """Which profiles have one of the chosen values in each facet (bool)."""
        masks = [self._having(facet, values) for facet, values in chosen.items()]
        return reduce(np.logical_and, masks, np.ones(self.count, bool))

    def _having(self, facet: str, values: Iterable[str]) -> Array:
        having = np.zeros(self.count, bool)
        for value in values:
            number = self._number.get((facet, value))
            if number is not None:
                having[self._by_value[self._starts[number] : self._starts[number + 1]]] = True
        return having

    def tally(self, docs: Array) -> Array:
        """How many of some passages have each profile (int64)."""
        return np.bincount(self.of_passage.take(docs), minlength=self.count)

    def counts(self, facet: str, counts: Array) -> dict[str, int]:
        """Passages by value of a facet, given passages by profile (int64); zeros left out."""
        values = self._values.get(facet)
        if not values:
            return {}
        starts = self._starts[values.start : values.stop + 1]
        spread = counts.take(self._by_value[starts[0] : starts[-1]])
        sums = np.add.reduceat(spread, starts[:-1] - starts[0]).tolist()
        return {
            self._names[value]: count for value, count in zip(values, sums, strict=True) if count
        }
