"""Several segments into one: the live documents of each, in order, as if gathered anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.store import facts, profiles
from index.store.arrays import Array, Strings, joined, offsets
from index.store.postings import dictionary, length_arrays
from index.store.presence import presence_arrays
from index.store.schema import FIELDS

# Postings are sorted in stretches of about so many at a time, which bounds the memory.
_STRETCH = 4_000_000


@dataclass(frozen=True)
class Source:
    """The arrays of a segment and which of its documents are dead (bool, one a document)."""

    arrays: dict[str, Array]
    dead: Array

    @classmethod
    def of(cls, arrays: dict[str, Array]) -> Source:
        """A source that is all alive."""
        return cls(arrays, np.zeros(len(arrays["first_day"]), bool))

    @property
    def live(self) -> int:
        """Number of live passages."""
        return int(np.diff(self.arrays["starts"])[~self.dead].sum())

    def kill(self, document: bytes) -> range:
        """Mark a document as dead; its passages, none when it is not there alive."""
        number = facts.document_number(self.arrays, document)
        if number is None or self.dead[number]:
            return range(0)
        self.dead[number] = True
        starts = self.arrays["starts"]
        return range(int(starts[number]), int(starts[number + 1]))


@dataclass(frozen=True)
class Plan:
    """Where everything goes: of each new passage its source and number there, and back."""

    documents: list[tuple[int, int]]  # source and number of each new document
    counts: Array  # passages of each new document
    source: Array  # of each new passage
    number: Array  # of each new passage, in its source
    number_of: list[Array]  # new number by source and old number, -1 for the dead


def plan(sources: Sequence[Source]) -> Plan:
    """The order of the live passages of all sources."""
    live = [np.flatnonzero(~source.dead) for source in sources]
    source_of = np.repeat(np.arange(len(sources)), [len(each) for each in live])
    document_of = np.concatenate(live)
    first, last, starts, ends = (
        np.concatenate([every[each] for every, each in zip(values, live, strict=True)])
        for values in (
            [source.arrays["first_day"] for source in sources],
            [source.arrays["last_day"] for source in sources],
            [source.arrays["starts"][:-1] for source in sources],
            [source.arrays["starts"][1:] for source in sources],
        )
    )
    ids = _gather(sources, "ids", zip(source_of.tolist(), document_of.tolist(), strict=True))
    order = np.lexsort((np.array(list(ids), np.bytes_), -last, first))
    counts = (ends - starts)[order].astype(np.int64)
    number = facts.ranges(starts[order].astype(np.int64), counts)
    source = np.repeat(source_of[order], counts)
    number_of = [np.full(len(each.arrays["profile"]), -1, np.int64) for each in sources]
    for which, numbers in enumerate(number_of):
        mine = np.flatnonzero(source == which)
        numbers[number[mine]] = mine
    documents = list(zip(source_of[order].tolist(), document_of[order].tolist(), strict=True))
    return Plan(documents, counts, source, number, number_of)


def merged(sources: Sequence[Source], planned: Plan) -> dict[str, Array]:
    """The arrays of the one segment, its stored values left out (see ``stored``)."""
    extents = _passages(planned, [np.diff(source.arrays["bases"]) for source in sources])
    bases = offsets(extents)
    made = {"bases": bases.astype(np.int32)}
    sizes = _passages(planned, [np.diff(source.arrays["stored.offsets"]) for source in sources])
    made["stored.offsets"] = offsets(sizes)
    made["seen"] = _passages(planned, [source.arrays["seen"] for source in sources])
    made |= _documents(sources, planned) | _profiles(sources, planned)
    for name in FIELDS:
        made |= _field(sources, planned, name, bases)
    return made


def stored(sources: Sequence[Source], planned: Plan) -> Iterator[bytes]:
    """The stored values of the new passages, as they lie on disk."""
    places = zip(planned.source.tolist(), planned.number.tolist(), strict=True)
    return _gather(sources, "stored", places)


def _gather(
    sources: Sequence[Source], name: str, places: Iterator[tuple[int, int]] | zip[tuple[int, int]]
) -> Iterator[bytes]:
    strings = [Strings(each.arrays[name], each.arrays[f"{name}.offsets"]) for each in sources]
    return (strings[source][number] for source, number in places)


def _passages(planned: Plan, values: Sequence[Array]) -> Array:
    """One value a new passage, from the values of each source's passages."""
    made: Array = np.empty(len(planned.source), np.result_type(*values))
    for value, numbers in zip(values, planned.number_of, strict=True):
        alive = numbers >= 0
        made[numbers[alive]] = value[alive]
    return made


def _documents(sources: Sequence[Source], planned: Plan) -> dict[str, Array]:
    made = {}
    for name in ("first_day", "last_day", "cell"):
        columns = [source.arrays[name] for source in sources]
        made[name] = np.array([columns[s][d] for s, d in planned.documents], np.int32)
    for name in ("ids", "headers"):
        made[name], made[f"{name}.offsets"] = joined(
            _gather(sources, name, iter(planned.documents))
        )
    names = [
        [*Strings(each.arrays["events"], each.arrays["events.offsets"]), b""] for each in sources
    ]
    told = [names[s][sources[s].arrays["event"][d]] for s, d in planned.documents]
    events = sorted(set(told) - {b""})
    number = {name: number for number, name in enumerate(events)}
    made["event"] = np.array([number.get(name, -1) for name in told], np.int32)
    made["events"], made["events.offsets"] = joined(events)
    return made | facts.derived(made, planned.counts)


def _profiles(sources: Sequence[Source], planned: Plan) -> dict[str, Array]:
    sets = [profiles.profiles_of(source.arrays) for source in sources]
    used = [
        np.unique(source.arrays["profile"][numbers >= 0]).tolist()
        for source, numbers in zip(sources, planned.number_of, strict=True)
    ]
    distinct = profiles.in_order(
        sets[which][each] for which, mine in enumerate(used) for each in mine
    )
    number = {each: number for number, each in enumerate(distinct)}
    renumbered = [
        np.array([number.get(each, -1) for each in mine], np.int32)[source.arrays["profile"]]
        for source, mine in zip(sources, sets, strict=True)
    ]
    return {"profile": _passages(planned, renumbered)} | profiles.profile_tables(distinct)


def _field(sources: Sequence[Source], planned: Plan, name: str, bases: Array) -> dict[str, Array]:
    vocabularies = [
        list(Strings(each.arrays[f"{name}.terms"], each.arrays[f"{name}.terms.offsets"]))
        for each in sources
    ]
    terms = sorted(set().union(*vocabularies))
    number = {term: number for number, term in enumerate(terms)}
    ranks = [np.array([number[term] for term in mine], np.int64) for mine in vocabularies]
    pieces = [
        _stretch(sources, planned, name, bases, ranks, start, end)
        for start, end in _stretches(sources, name, ranks, len(terms))
    ]
    counts, place_counts, docs, codes, places = (
        np.concatenate(parts) for parts in zip(*pieces, strict=True)
    )
    alive = np.flatnonzero(counts)
    lengths = _passages(planned, [each.arrays[f"{name}.lengths"] for each in sources])
    made = length_arrays(name, lengths)
    made |= dictionary(name, [terms[each] for each in alive.tolist()])
    starts = offsets(counts[alive])
    made |= presence_arrays(name, starts, docs, len(lengths))
    return made | {
        f"{name}.starts": starts,
        f"{name}.docs": docs,
        f"{name}.codes": codes,
        f"{name}.places.starts": offsets(place_counts[alive]),
        f"{name}.places": places,
    }


def _stretches(
    sources: Sequence[Source], name: str, ranks: Sequence[Array], count: int
) -> Iterator[tuple[int, int]]:
    """Ranges of the joint vocabulary that hold about ``_STRETCH`` places each."""
    sizes = np.zeros(count + 1, np.int64)
    for source, rank in zip(sources, ranks, strict=True):
        sizes[rank + 1] += np.diff(source.arrays[f"{name}.places.starts"])
    number = np.cumsum(sizes) // _STRETCH
    cuts = np.flatnonzero(np.diff(number)).tolist()
    yield from zip([0, *cuts], [*cuts, count], strict=True)


def _stretch(
    sources: Sequence[Source],
    planned: Plan,
    name: str,
    bases: Array,
    ranks: Sequence[Array],
    start: int,
    end: int,
) -> tuple[Array, Array, Array, Array, Array]:
    """Postings and places of the terms numbered from start to end of the joint vocabulary."""
    keys, codes, places = [], [], []
    for source, rank, numbers in zip(sources, ranks, planned.number_of, strict=True):
        low, high = np.searchsorted(rank, [start, end])
        key, code = _postings(source.arrays, name, numbers, rank, low, high)
        keys.append(key)
        codes.append(code)
        places.append(_places(source.arrays, name, numbers, rank, low, high, bases))
    key, code, place = (np.concatenate(parts) for parts in (keys, codes, places))
    order = np.argsort(key)
    key = key[order]
    place.sort()
    every = np.arange(start, end + 1) << 32
    return (
        np.diff(np.searchsorted(key, every)),
        np.diff(np.searchsorted(place, every)),
        key.astype(np.int32),  # the low half: the passage
        code[order],
        place.astype(np.int32),
    )


def _postings(
    arrays: dict[str, Array], name: str, numbers: Array, rank: Array, low: int, high: int
) -> tuple[Array, Array]:
    """Keys (term << 32 | new passage) and codes of the live postings of some terms."""
    starts = arrays[f"{name}.starts"][low : high + 1]
    within = slice(int(starts[0]), int(starts[-1]))
    docs = numbers[arrays[f"{name}.docs"][within]]
    alive = docs >= 0
    term = np.repeat(rank[low:high], np.diff(starts))
    return (term << 32 | docs)[alive], arrays[f"{name}.codes"][within][alive]


def _places(
    arrays: dict[str, Array],
    name: str,
    numbers: Array,
    rank: Array,
    low: int,
    high: int,
    bases: Array,
) -> Array:
    """Keys (term << 32 | new place) of the live places of some terms."""
    starts = arrays[f"{name}.places.starts"][low : high + 1]
    places = arrays[f"{name}.places"][int(starts[0]) : int(starts[-1])]
    owner = np.searchsorted(arrays["bases"], places, "right") - 1
    docs = numbers[owner]
    alive = docs >= 0
    moved = bases[docs] + places - arrays["bases"][owner]
    keys: Array = np.repeat(rank[low:high], np.diff(starts)) << 32 | moved
    return keys[alive]
