"""Facet values of the passages of one segment, counted over profiles.

A profile is a distinct set of facet values that some passage has, and there are few: what a
filter lets through is a table over profiles, and many passages are counted by half first, then
by value. A half is what a profile has of the facets in ``_WHO``, or of all others: of halves
there are far fewer, as the same people are named on many subjects.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from index.store.arrays import Array, Strings, joined, offsets

Value = tuple[str, str]
"""A facet (see ``facts.FACETS``) and one of its values."""

Values = frozenset[Value]

_WHO = {"agency", "instructed", "instruction", "due", "role"}

CALLS = 4_000
"""While numpy is called for halves, so many values are counted without them."""


def profile_arrays(sets: Sequence[Values]) -> dict[str, Array]:
    """Number the sets of values that passages have; see ``profile_tables``."""
    distinct = in_order(sets)
    number = {each: number for number, each in enumerate(distinct)}
    profile = np.fromiter((number[each] for each in sets), np.int32, len(sets))
    return {"profile": profile} | profile_tables(distinct)


def in_order(sets: Iterable[Values]) -> list[Values]:
    """Each of some profiles once, those of one first half together."""
    return sorted(set(sets), key=lambda each: tuple(map(sorted, _halves(each))))


def profile_tables(profiles: Sequence[Values]) -> dict[str, Array]:
    """What is kept of profiles ``in_order``, ready for filters and counts (int32 and int64).

    ``values`` are the names of the facet values, ``profiles.values`` those of each profile,
    ``profiles.by_value`` the profiles of each value; ``profiles.rows`` has the values of each
    profile side by side (``profiles.width`` of them), filled up with a number that no value has.
    The first halves begin at ``halves.who`` among the profiles; the second at ``halves.rest``
    among ``profiles.rest``, the profiles in order of these. ``profiles.halves`` has the two halves
    of each profile side by side, numbered in that order, ``halves.by_value`` those of each value.
    """
    names = sorted(set[Value]().union(*profiles))
    blob, ends = joined("\0".join(name).encode() for name in names)
    held, sizes = _held(profiles, names)
    rows = np.full((len(sizes), int(sizes.max(initial=0))), len(names), np.int64)
    rows[np.arange(rows.shape[1]) < sizes[:, None]] = held
    return {
        "values": blob,
        "values.offsets": ends,
        "profiles.values": held,
        "profiles.offsets": offsets(sizes),
        "profiles.rows": rows.ravel(),
        "profiles.width": np.array(rows.shape[1:], np.int64),
        **_by_value("profiles", held, sizes, len(names)),
        **_half_tables(profiles, names),
    }


def _half_tables(profiles: Sequence[Values], names: Sequence[Value]) -> dict[str, Array]:
    who, rest = ([_halves(each)[half] for each in profiles] for half in range(2))
    order = sorted(range(len(rest)), key=[sorted(each) for each in rest].__getitem__)
    rest = [rest[each] for each in order]
    starts = [_beginnings(who), _beginnings(rest)]
    halves = [half[each] for half, begin in zip((who, rest), starts, strict=True) for each in begin]
    begins = [np.array(each, np.int64) for each in starts]
    of_rest = np.empty(len(rest), np.int64)
    of_rest[order] = _numbers(begins[1], len(rest)) + len(begins[0])
    return {
        "halves.who": begins[0],
        "halves.rest": begins[1],
        "profiles.rest": np.array(order, np.int64),
        "profiles.halves": np.column_stack([_numbers(begins[0], len(who)), of_rest]).ravel(),
        **_by_value("halves", *_held(halves, names), len(names)),
    }


def _halves(profile: Values) -> tuple[Values, Values]:
    who = frozenset(value for value in profile if value[0] in _WHO)
    return who, profile - who


def _beginnings(halves: Sequence[Values]) -> list[int]:
    return [at for at, half in enumerate(halves) if not at or half != halves[at - 1]]


def _numbers(begins: Array, count: int) -> Array:
    """The number of the half of each profile, in order (int64), given where halves begin."""
    return np.repeat(np.arange(len(begins)), np.diff(begins, append=count))


def _held(sets: Sequence[Values], names: Sequence[Value]) -> tuple[Array, Array]:
    """The numbers of the values of each set one after another (int32); how many each has."""
    number = {name: number for number, name in enumerate(names)}
    held = np.array([number[name] for each in sets for name in sorted(each)], np.int32)
    return held, np.fromiter(map(len, sets), np.int64, len(sets))


def _by_value(name: str, held: Array, sizes: Array, values: int) -> dict[str, Array]:
    order = np.argsort(held, kind="stable")
    return {
        f"{name}.by_value": np.repeat(np.arange(len(sizes)), sizes)[order],
        f"{name}.by_value.starts": offsets(np.bincount(held, minlength=values)),
    }


def profiles_of(arrays: Mapping[str, Array]) -> list[Values]:
    """The sets of values that ``profile_tables`` wrote."""
    names = _names(arrays)
    held, ends = arrays["profiles.values"].tolist(), arrays["profiles.offsets"].tolist()
    return [frozenset(names[each] for each in held[start:end]) for start, end in pairwise(ends)]


def _names(arrays: Mapping[str, Array]) -> list[Value]:
    names = []
    for name in Strings(arrays["values"], arrays["values.offsets"]):
        facet, value = name.decode().split("\0")
        names.append((facet, value))
    return names


def by_facet(values: Sequence[Value]) -> dict[str, tuple[list[str], slice]]:
    """The values of each facet, and where they stand among all, which are sorted."""
    facets, begin = {}, 0
    for facet, group in groupby(values, key=itemgetter(0)):
        mine = [value for _, value in group]
        facets[facet] = mine, slice(begin, begin + len(mine))
        begin += len(mine)
    return facets


class Profiles:
    """The facet values of a segment and the profiles that hold each."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.of_passage = arrays["profile"]
        """The profile of each passage (int32)."""
        self.values = _names(arrays)
        """The names of the values, sorted."""
        self.facets = by_facet(self.values)
        """The values of each facet, and where they stand among all."""
        self._number = {value: number for number, value in enumerate(self.values)}
        self.count = len(arrays["profiles.offsets"]) - 1
        # Profiles in order of value: those of value v are _by_value[_starts[v]:_starts[v + 1]].
        self._by_value, self._starts = (
            arrays["profiles.by_value"],
            arrays["profiles.by_value.starts"],
        )
        self._rows = arrays["profiles.rows"].reshape(self.count, int(arrays["profiles.width"][0]))
        self._pairs = arrays["profiles.halves"].reshape(self.count, 2)
        self._rest = arrays["profiles.rest"]
        self._halves = arrays["halves.who"], arrays["halves.rest"]
        self._half_by_value = arrays["halves.by_value"]
        self._half_starts = arrays["halves.by_value.starts"][:-1]

    def passing(self, chosen: Mapping[str, Iterable[str]]) -> Array:
        """Which profiles have one of the chosen values in each facet (bool)."""
        masks = [self._having(facet, values) for facet, values in chosen.items()]
        return reduce(np.logical_and, masks) if masks else np.ones(self.count, bool)

    def _having(self, facet: str, values: Iterable[str]) -> Array:
        having = np.zeros(self.count, bool)
        for value in values:
            number = self._number.get((facet, value))
            if number is not None:
                having[self._by_value[self._starts[number] : self._starts[number + 1]]] = True
        return having

    def counts(self, profiles: Array) -> Array:
        """How many of some passages hold each value (int64), given their profiles (int32)."""
        if not self.values or not len(profiles):
            return np.zeros(len(self.values), np.int64)
        if profiles.size * self._rows.shape[1] < CALLS:
            held = self._rows.take(profiles, axis=0).ravel()
            return np.bincount(held, minlength=len(self.values) + 1)[:-1]
        tally = self._tally(profiles)
        sums: Array = np.add.reduceat(tally.take(self._half_by_value), self._half_starts)
        return sums

    def _tally(self, profiles: Array) -> Array:
        """How many of some passages have each half (int64); of very many, by profile first."""
        who, rest = self._halves
        if len(profiles) < self.count:
            halves = self._pairs.take(profiles, axis=0).ravel()
            return np.bincount(halves, minlength=len(who) + len(rest))
        tally = np.bincount(profiles, minlength=self.count)
        sums = np.add.reduceat(tally, who), np.add.reduceat(tally.take(self._rest), rest)
        return np.concatenate(sums)
