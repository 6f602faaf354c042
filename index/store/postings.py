"""Words to postings: for each term the passages that hold it, how often, and where.

Arrays of a field, all in order of term, then passage: ``terms`` (UTF-8, sorted),
``hashes`` (uint32, their CRC-32, sorted) and ``by_hash`` (the terms in that order),
``starts`` (first posting of each term, and the end), ``docs`` (int32 passage numbers),
``codes`` (uint16: combined frequency in the high byte, length byte in the low),
``places.starts`` and ``places`` (int32 places of each term in the segment: the passage's
base + position). ``lengths`` has the length byte of every passage, ``lengths.counts`` how
many passages have each byte (int64, 256). For ``frequent`` and ``presence`` see ``presence``.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, count
from typing import Any, NamedTuple, Protocol

import numpy as np
from whoosh.util.numeric import byte_to_length

from index.language.marks import SAYS_BITS, Numbered
from index.language.tokens import Token
from index.language.words import Word
from index.store.arrays import Array, changes, joined, offsets
from index.store.facts import ranges
from index.store.presence import presence_arrays
from index.store.schema import MOST_FREQUENT
from index.store.terms import in_order

LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.int64)
"""The length that each length byte stands for: Whoosh's own table, exact up to 10, then 4 %."""

_PLACE_BITS = 32
_WEIGHT_BITS = 2


class Gathered(Protocol):
    """Runs of words as they were gathered, passage by passage."""

    marks: bytearray
    numbered: dict[Numbered[Any], int]
    stretches: list[tuple[int, int, int, int, int]]


class Standing(NamedTuple):
    """Where words stand: their numbers, passages, positions and weights (all as many).

    ``lengths`` and ``extents`` are one a passage: its combined length, and the places it takes.
    ``vocabulary`` has the words in order of their numbers.
    """

    words: Array
    passages: Array
    positions: Array
    weights: Array
    lengths: Array
    extents: Array
    vocabulary: Sequence[Word]

    @classmethod
    def of(cls, gathered: Gathered, number_of: Array) -> Standing:
        """Words as gathered; ``number_of`` gives the number of a passage as it came (int64)."""
        stretches = np.array(gathered.stretches, np.int64).reshape(-1, 5).T
        counts, came, weights, shifts, numbered = stretches
        words, edges, vocabulary = _words(*_runs(gathered, counts, numbered))
        counts = np.diff(edges[offsets(counts)])
        takes = np.fromiter((word.places for word in vocabulary), np.int64, len(vocabulary))
        after = offsets(takes.take(words))
        edges = after[offsets(counts)]
        places, passages = np.diff(edges), number_of[came]
        lengths = np.zeros(len(number_of), np.int64)
        np.add.at(lengths, passages, weights * places)
        extents = np.zeros(len(number_of), np.int64)
        np.maximum.at(extents, passages, (shifts + places) * (places > 0))
        positions = after[:-1] - np.repeat(edges[:-1] - shifts, counts)
        return cls(
            words,
            np.repeat(passages, counts),
            positions,
            np.repeat(weights, counts),
            lengths,
            extents,
            vocabulary,
        )


def _runs(
    gathered: Gathered, counts: Array, numbered: Array
) -> tuple[Array, list[tuple[Word, ...]]]:
    """The runs by their numbers, and the words of each number.

    Each stretch has so many (``counts``), marked by the one of ``gathered.numbered`` (its place).
    """
    starts = offsets(len(each.runs) for each in gathered.numbered)
    runs = np.frombuffer(gathered.marks, "<u4") >> SAYS_BITS
    runs += np.repeat(starts.astype(np.uint32).take(numbered), counts)
    used = np.zeros(starts[-1], bool)
    used[runs] = True
    rows = np.flatnonzero(used)
    mine = np.split(rows, rows.searchsorted(starts[1:-1]))
    said = [
        each.runs[row].words
        for each, start, held in zip(gathered.numbered, starts, mine, strict=False)
        for row in (held - start).tolist()
    ]
    number_of = np.empty(len(used), np.int32)
    number_of[rows] = np.arange(len(rows))
    return number_of.take(runs), said


def _words(runs: Array, said: Sequence[tuple[Word, ...]]) -> tuple[Array, Array, list[Word]]:
    """The words of runs by their numbers, where those of each run begin and the last end, and all.

    ``said`` has the words of each run once, however often it stands.
    """
    numbers: dict[Word, int] = defaultdict(count().__next__)
    every = list(map(numbers.__getitem__, chain.from_iterable(said)))
    sizes = np.fromiter(map(len, said), np.int64, len(said))
    edges = offsets(sizes.take(runs))
    rows = ranges(offsets(sizes)[:-1].take(runs), np.diff(edges))
    return np.array(every, np.int32).take(rows), edges, list(numbers)


class Spelling(NamedTuple):
    """The terms of words: so many of each from ``starts`` on, moved on by so many places."""

    terms: list[bytes]  # UTF-8, sorted, each once
    numbers: Array  # of terms
    steps: Array
    starts: Array
    counts: Array


def lemmas(words: Sequence[Word]) -> Spelling:
    """The lemmas of words, and of the parts of compounds."""
    rows = [word.lemmas if word.parts is None else () for word in words]
    return _spelled(words, rows, lambda part: part.lemmas)


def forms(words: Sequence[Word]) -> Spelling:
    """The forms of words, and of compounds and their parts."""
    rows = [(word.form,) if word.parts is None else () for word in words]
    return _spelled(words, rows, lambda part: (part.form,))


def _spelled(
    words: Sequence[Word],
    rows: Sequence[tuple[str, ...]],
    of_part: Callable[[Token], tuple[str, ...]],
) -> Spelling:
    """Simple words in a row (``rows`` has the terms of each), then the parts of all compounds."""
    counts = np.fromiter(map(len, rows), np.int64, len(rows))
    starts = offsets(counts)[:-1]
    spelled = list(chain.from_iterable(rows))
    steps = [0] * len(spelled)
    for number in np.flatnonzero(counts == 0).tolist():
        parts = words[number].parts or ()
        pairs = [(term, part.position) for part in parts for term in of_part(part)]
        starts[number], counts[number] = len(spelled), len(pairs)
        spelled += [term for term, _ in pairs]
        steps += [step for _, step in pairs]
    return Spelling(*in_order(spelled), np.array(steps, np.int64), starts, counts)


def field_arrays(
    held: Standing, bases: Array, spellings: Mapping[str, Spelling]
) -> dict[str, Array]:
    """The arrays of the fields that spell the same words, each in its way.

    ``bases`` (int64) has the place where each passage begins.
    """
    placed = bases.take(held.passages) + held.positions << _WEIGHT_BITS | held.weights
    owner = np.repeat(np.arange(len(held.lengths), dtype=np.int32), np.diff(bases))
    lengths = length_bytes(held.lengths)
    made: dict[str, Array] = {}
    for name, spelling in spellings.items():
        made |= length_arrays(name, lengths) | dictionary(name, spelling.terms)
        keys = _keys(held.words, placed, spelling)
        made |= _postings(name, keys, owner, lengths, len(spelling.terms))
    return made


def _keys(words: Array, placed: Array, spelling: Spelling) -> Array:
    """Each term, place and weight in one number (int64), sorted and each once."""
    counts = spelling.counts.take(words)
    rows = ranges(spelling.starts.take(words), counts)
    of_term = spelling.numbers << _PLACE_BITS + _WEIGHT_BITS | spelling.steps << _WEIGHT_BITS
    keys: Array = np.repeat(placed, counts)
    keys += of_term.take(rows)
    keys.sort()
    return np.compress(changes(keys), keys)


def dictionary(name: str, terms: Sequence[bytes]) -> dict[str, Array]:
    """The arrays of a field's terms, which come sorted."""
    blob, ends = joined(terms)
    hashes = np.fromiter(map(zlib.crc32, terms), np.uint32, len(terms))
    by_hash = np.argsort(hashes, kind="stable")
    return {
        f"{name}.terms": blob,
        f"{name}.terms.offsets": ends,
        f"{name}.hashes": hashes[by_hash],
        f"{name}.by_hash": by_hash.astype(np.int32),
    }


def length_arrays(name: str, lengths: Array) -> dict[str, Array]:
    """The arrays of the length bytes of all passages."""
    counts = np.bincount(lengths, minlength=len(LENGTHS))
    return {f"{name}.lengths": lengths, f"{name}.lengths.counts": counts}


def length_bytes(lengths: Array) -> Array:
    """The byte that stands for each combined length (uint8): the least that is not shorter."""
    return np.minimum(np.searchsorted(LENGTHS, lengths), 255).astype(np.uint8)


def code(frequencies: Array, lengths: Array) -> Array:
    """A posting's frequency and length byte in one uint16."""
    most = np.minimum(frequencies, MOST_FREQUENT).astype(np.uint16)
    return most << np.uint16(8) | lengths


def _postings(name: str, keys: Array, owner: Array, lengths: Array, count: int) -> dict[str, Array]:
    """The postings of so many terms; ``owner`` has the passage of each place."""
    places = keys >> _WEIGHT_BITS & (1 << _PLACE_BITS) - 1
    term = keys >> _PLACE_BITS + _WEIGHT_BITS
    weight = keys & (1 << _WEIGHT_BITS) - 1
    owner = owner.take(places)
    begins = np.flatnonzero(changes(term) | changes(owner))
    docs = owner[begins]
    frequencies = np.add.reduceat(weight, begins) if len(begins) else weight
    every = np.arange(count + 1)
    starts = np.searchsorted(term[begins], every)
    return {
        **presence_arrays(name, starts, docs, len(lengths)),
        f"{name}.starts": starts,
        f"{name}.docs": docs,
        f"{name}.codes": code(frequencies, lengths[docs]),
        f"{name}.places.starts": np.searchsorted(term, every),
        f"{name}.places": places.astype(np.int32),
    }
