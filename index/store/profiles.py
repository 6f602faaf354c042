"""Facet values of the passages of one segment, counted over profiles.

A profile is a distinct set of facet values, and there are few: what a filter lets through
is a table over profiles, and many passages are counted by profile first, then by value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

import numpy as np

from index.store.arrays import Array, Strings

Value = tuple[str, str]
"""A facet (see ``facts.FACETS``) and one of its values."""


class Profiles:
    """The facet values of a segment and the profiles that hold each."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.of_passage = arrays["profile"]
        """The profile of each passage (int32)."""
        self.values: list[Value] = []
        """The names of the values, sorted."""
        for name in Strings(arrays["values"], arrays["values.offsets"]):
            facet, value = name.decode().split("\0")
            self.values.append((facet, value))
        self._number = {value: number for number, value in enumerate(self.values)}
        self.count = len(arrays["profiles.offsets"]) - 1
        # Profiles in order of value: those of value v are _by_value[_starts[v]:_starts[v + 1]].
        self._by_value, self._starts = (
            arrays["profiles.by_value"],
            arrays["profiles.by_value.starts"],
        )
        self._rows = arrays["profiles.rows"].reshape(self.count, int(arrays["profiles.width"][0]))

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

    def counts(self, profiles: Array) -> Array:
        """How many of some passages hold each value (int64), given their profiles (int32)."""
        if not self.values:
            return np.zeros(0, np.int64)
        if profiles.size * self._rows.shape[1] < self.count + self._by_value.size:
            held = self._rows.take(profiles, axis=0).ravel()
            return np.bincount(held, minlength=len(self.values) + 1)[:-1]
        tally = np.bincount(profiles, minlength=self.count)
        sums: Array = np.add.reduceat(tally.take(self._by_value), self._starts[:-1])
        return sums
