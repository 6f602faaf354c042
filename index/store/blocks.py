"""Whoosh's postings file, written in bulk from arrays.

The file is that of Whoosh's own codec and any Whoosh reads it: of each term blocks of up to 128
postings, each a pickled header, then pickled gaps between passages, weights and positions. What
is pickled a posting at a time there is put together for a stretch of terms at once here: every
piece of a pickle has a width that follows from its number, so all offsets are sums, and each
piece is written for all postings by one scatter into a buffer of bytes.

Nothing is deflated: that would save a quarter of the index and take a third of the time.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from index.store.arrays import Array, changes, offsets

_BLOCK = 128
_BYTE, _INT, _FLOAT = ord("K"), ord("J"), ord("G")  # pickle: a number in 1, 4 or 8 bytes
_OPEN, _TUPLE, _NONE, _THREE, _STOP = b"(tN\x87."
_LIST, _APPENDS = b"]e"
_BYTES, _MANY_BYTES = b"CB"  # of a length in 1 or 4 bytes
_SMALL = 256
_OF_BYTE, _OF_INT, _OF_FLOAT = 2, 5, 9  # bytes that such a number takes
_HEAD = np.dtype(
    [
        ("size", ">i4"),
        ("open", "u1"),
        ("count_is", "u1"),
        ("count", "u1"),
        ("last_is", "u1"),
        ("last", "<i4"),
        ("most_is", "u1"),
        ("most", ">f8"),
        ("deflated_is", "u1"),
        ("deflated", "u1"),
        ("shortest_is", "u1"),
        ("shortest", "u1"),
        ("longest_is", "u1"),
        ("longest", "u1"),
        ("tuple", "u1"),
        ("stop", "u1"),
    ]
)
"""A block's size (negative if it is the last) and its pickled header."""

_FIXED = {"open": _OPEN, "count_is": _BYTE, "last_is": _INT, "most_is": _FLOAT}
_FIXED |= {"deflated_is": _BYTE, "shortest_is": _BYTE, "longest_is": _BYTE}
_FIXED |= {"tuple": _TUPLE, "stop": _STOP}


class Held(NamedTuple):
    """Postings of terms in order; codes and places are None where a field has none.

    ``starts`` (int64, one more than terms) has the first posting of each, ``docs`` (int32) and
    ``codes`` (uint16) one a posting, ``place_starts`` (int64) the first of a term's ``places``.
    """

    starts: Array
    docs: Array
    codes: Array | None = None
    place_starts: Array | None = None
    places: Array | None = None

    def part(self, start: int, end: int) -> Held:
        """The postings of the terms from start to end."""
        low, high = self.starts[[start, end]].tolist()
        starts, docs = self.starts[start : end + 1] - low, self.docs[low:high]
        codes = None if self.codes is None else self.codes[low:high]
        if self.place_starts is None or self.places is None:
            return Held(starts, docs, codes)
        low, high = self.place_starts[[start, end]].tolist()
        place_starts = self.place_starts[start : end + 1] - low
        return Held(starts, docs, codes, place_starts, self.places[low:high])


def block_bytes(held: Held, bases: Array, owners: Array) -> tuple[Array, Array]:
    """The bytes of all terms' blocks (uint8), and where each term begins in them and the end.

    ``bases`` has the place at which each passage begins, ``owners`` the passage of each place.
    """
    blocks = -(-np.diff(held.starts) // _BLOCK)
    first_block = offsets(blocks)
    within = np.arange(first_block[-1]) - np.repeat(first_block[:-1], blocks)
    begins = np.repeat(held.starts[:-1], blocks) + _BLOCK * within
    values = _Values(held, bases, owners)
    ids, weights = _Ids(held.docs, begins), _Weights(held.codes, begins, len(held.docs))
    inside = values.sizes(begins)
    sizes: Array = _HEAD.itemsize + ids.sizes + weights.sizes + inside + 2
    at = offsets(sizes + len(WHOOSH3_HEADER_MAGIC) * (within == 0))
    made = np.zeros(int(at[-1]), np.uint8)
    ends = at[1:]
    _put(made, at[first_block[:-1]], np.frombuffer(WHOOSH3_HEADER_MAGIC, np.uint8))
    _put(made, ends - sizes, _heads(held, begins, sizes, first_block[1:] - 1))
    ids.write(made, ends - 2 - inside - weights.sizes - ids.sizes)
    weights.write(made, ends - 2 - inside - weights.sizes)
    values.write(made, ends - 2 - inside, begins)
    made[ends - 2], made[ends - 1] = _THREE, _STOP
    return made, at[first_block]


def _heads(held: Held, begins: Array, sizes: Array, last_blocks: Array) -> Array:
    """The size and header of each block (uint8, blocks × 29)."""
    heads = np.zeros(len(begins), _HEAD)
    for name, value in _FIXED.items():
        heads[name] = value
    after = np.append(begins[1:], len(held.docs))
    heads["size"] = sizes - heads["size"].itemsize
    heads["size"][last_blocks] *= -1
    heads["count"], heads["last"], heads["most"] = after - begins, held.docs[after - 1], 1
    if held.codes is not None:
        heads["most"] = np.maximum.reduceat(held.codes >> 8, begins)
        heads["shortest"] = np.minimum.reduceat(held.codes & 255, begins)
        heads["longest"] = np.maximum.reduceat(held.codes & 255, begins)
    return heads.view(np.uint8).reshape(-1, _HEAD.itemsize)


class _Ids:
    """Of each block a tuple: the first passage in 4 bytes, then gaps in 1, or all in 4."""

    def __init__(self, docs: Array, begins: Array) -> None:
        counts = np.diff(begins, append=len(docs))
        self._gaps = np.diff(docs, prepend=np.int32(0))
        self._gaps[begins] = 0
        wide = np.maximum.reduceat(self._gaps, begins) >= _SMALL
        self._first = docs[begins]
        self._wide = np.repeat(wide, counts)
        width = np.where(wide, _OF_INT, _OF_BYTE)
        within = np.arange(len(docs)) - np.repeat(begins, counts)
        self._shift = 1 + _OF_INT + (within - 1) * np.repeat(width, counts)
        self._counts, self._rest = counts, within > 0
        self.sizes = 2 + _OF_INT + (counts - 1) * width

    def write(self, made: Array, at: Array) -> None:
        """Write each block's tuple from such an offset on."""
        made[at], made[at + self.sizes - 1] = _OPEN, _TUPLE
        _put_ints(made, at + 1, self._first)
        places = np.repeat(at, self._counts) + self._shift
        narrow, wide = self._rest & ~self._wide, self._rest & self._wide
        _put_bytes(made, places[narrow], self._gaps[narrow])
        _put_ints(made, places[wide], self._gaps[wide])


class _Weights:
    """Of each block Whoosh's short forms: none for all 1, a float where all are equal."""

    def __init__(self, codes: Array | None, begins: Array, count: int) -> None:
        self._weights = np.ones(count, np.uint16) if codes is None else codes >> 8
        self._counts = np.diff(begins, append=count)
        self._most = np.maximum.reduceat(self._weights, begins)
        equal = np.minimum.reduceat(self._weights, begins) == self._most
        self._ones, self._equal = equal & (self._most == 1), equal & (self._most != 1)
        self._within = np.arange(count) - np.repeat(begins, self._counts)
        mixed = 2 + _OF_BYTE * self._counts
        self.sizes = np.where(equal, np.where(self._ones, 1, _OF_FLOAT), mixed)

    def write(self, made: Array, at: Array) -> None:
        """Write each block's weights from such an offset on."""
        made[at[self._ones]] = _NONE
        alike = at[self._equal]
        made[alike] = _FLOAT
        floats = self._most[self._equal].astype(">f8").view(np.uint8).reshape(-1, 8)
        _put(made, alike + 1, floats)
        mixed = ~self._ones & ~self._equal
        made[at[mixed]], made[(at + self.sizes - 1)[mixed]] = _OPEN, _TUPLE
        every = np.repeat(mixed, self._counts)
        places = (np.repeat(at, self._counts) + 1 + _OF_BYTE * self._within)[every]
        _put_bytes(made, places, self._weights[every])


class _Values:
    """Of each posting its positions: their number in 4 bytes, then a pickled list of gaps."""

    _AROUND = 8  # the number, and what opens and ends the list

    def __init__(self, held: Held, bases: Array, owners: Array) -> None:
        self._count = len(held.docs)
        self._sizes: Array | None = None
        if held.places is None or held.place_starts is None:
            return
        owner = owners.take(held.places)
        new_term = np.zeros(len(held.places), bool)
        new_term[held.place_starts[:-1]] = True
        begins = np.flatnonzero(changes(owner) | new_term)
        positions = held.places - bases.take(owner)
        self._gaps = np.diff(positions, prepend=np.int32(0))
        self._gaps[begins] = positions[begins]
        self._numbers = np.diff(begins, append=len(positions))
        wide = self._gaps >= _SMALL
        widths = np.where(wide, _OF_INT, _OF_BYTE)
        before = offsets(widths)[:-1]
        self._wide, self._shift = wide, before - np.repeat(before[begins], self._numbers)
        self._lengths = self._AROUND + np.add.reduceat(widths, begins)
        self._header = np.where(self._lengths < _SMALL, 2, 5)
        self._sizes = self._header + self._lengths

    def sizes(self, begins: Array) -> Array:
        """The bytes that each block's values take."""
        if self._sizes is None:
            return np.ones(len(begins), np.int64)
        sizes: Array = 2 + np.add.reduceat(self._sizes, begins)
        return sizes

    def write(self, made: Array, at: Array, begins: Array) -> None:
        """Write each block's values from such an offset on."""
        if self._sizes is None:
            made[at] = _NONE
            return
        made[at], made[at + self.sizes(begins) - 1] = _OPEN, _TUPLE
        before = offsets(self._sizes)[:-1]
        counts = np.diff(begins, append=self._count)
        places = before + np.repeat(at + 1 - before[begins], counts)
        short = self._header == _OF_BYTE
        made[places] = np.where(short, _BYTES, _MANY_BYTES)
        made[places + 1] = self._lengths & 255
        _put(made, places[~short] + 1, _little(self._lengths[~short]))
        body = places + self._header
        made[body + 2], made[body + 3] = self._numbers >> 8, self._numbers & 255
        made[body + 4], made[body + 5] = _LIST, _OPEN
        end = body + self._lengths
        made[end - 2], made[end - 1] = _APPENDS, _STOP
        at = np.repeat(body + 6, self._numbers) + self._shift
        _put_bytes(made, at[~self._wide], self._gaps[~self._wide])
        _put_ints(made, at[self._wide], self._gaps[self._wide])


def _put(made: Array, at: Array, rows: Array) -> None:
    """Write rows of bytes (offsets × width, or one row for all) at offsets."""
    made[at[:, None] + np.arange(rows.shape[-1])] = rows


def _put_bytes(made: Array, at: Array, numbers: Array) -> None:
    """Write numbers under 256 as pickles have them, in 2 bytes."""
    made[at], made[at + 1] = _BYTE, numbers


def _put_ints(made: Array, at: Array, numbers: Array) -> None:
    """Write numbers as pickles have them, in 5 bytes."""
    made[at] = _INT
    _put(made, at + 1, _little(numbers))


def _little(numbers: Array) -> Array:
    """Numbers as four bytes each, the lowest first (uint8, numbers × 4)."""
    return numbers.astype("<i4").view(np.uint8).reshape(-1, 4)
