"""Words to postings: for each term the passages that hold it, how often, and where.

Arrays of a field, all in order of term, then passage: ``terms`` (UTF-8, sorted),
``hashes`` (uint32, their CRC-32, sorted) and ``by_hash`` (the terms in that order),
``starts`` (first posting of each term, and the end), ``docs`` (int32 passage numbers),
``codes`` (uint16: combined frequency in the high byte, length byte in the low),
``places.starts`` and ``places`` (int32 places of each term in the segment: the passage's
base + position). ``lengths`` has the length byte of every passage, ``lengths.counts`` how
many passages have each byte (int64, 256).
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from whoosh.util.numeric import byte_to_length

from index.store.arrays import Array, changes, joined
from index.store.schema import MOST_FREQUENT

LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.int64)
"""The length that each length byte stands for: Whoosh's own table, exact up to 10, then 4 %."""

_PLACE_BITS = 32
_WEIGHT_BITS = 2


class Words(Protocol):
    """The words of one field as they were gathered, passage by passage."""

    numbers: dict[str, int]
    terms: array[int]
    places: array[int]
    stretches: list[tuple[int, int, int, int]]


def field_arrays(
    name: str, words: Words, lengths: Array, number_of: Array, bases: Array
) -> dict[str, Array]:
    """The arrays of a field; ``number_of`` gives the number of a passage as gathered."""
    spelled = [term.encode() for term in words.numbers]
    by_term = sorted(range(len(spelled)), key=spelled.__getitem__)
    rank = np.empty(len(spelled), np.int64)
    rank[by_term] = np.arange(len(spelled))
    counts, passages, weights, shifts = np.array(words.stretches, np.int64).reshape(-1, 4).T
    begins = bases[number_of[passages]] + shifts
    placed = np.frombuffer(words.places, np.int32) + np.repeat(begins, counts)
    keys = rank[np.frombuffer(words.terms, np.int32)] << _PLACE_BITS | placed
    keys = keys << _WEIGHT_BITS | np.repeat(weights, counts)
    keys.sort()
    keys = np.compress(changes(keys), keys)
    places = keys >> _WEIGHT_BITS & (1 << _PLACE_BITS) - 1
    term = keys >> _PLACE_BITS + _WEIGHT_BITS
    weight = keys & (1 << _WEIGHT_BITS) - 1
    made = length_arrays(name, length_bytes(lengths))
    made |= dictionary(name, [spelled[number] for number in by_term])
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), np.diff(bases))
    return made | _postings(name, term, owner[places], places, weight, made, len(spelled))


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


def _postings(
    name: str,
    term: Array,
    owner: Array,
    places: Array,
    weight: Array,
    made: dict[str, Array],
    count: int,
) -> dict[str, Array]:
    first = np.ones(len(term), bool)
    first[1:] = (term[1:] != term[:-1]) | (owner[1:] != owner[:-1])
    begins = np.flatnonzero(first)
    docs = owner[begins]
    frequencies = np.add.reduceat(weight, begins) if len(begins) else weight
    every = np.arange(count + 1)
    return {
        f"{name}.starts": np.searchsorted(term[begins], every),
        f"{name}.docs": docs,
        f"{name}.codes": code(frequencies, made[f"{name}.lengths"][docs]),
        f"{name}.places.starts": np.searchsorted(term, every),
        f"{name}.places": places.astype(np.int32),
    }
