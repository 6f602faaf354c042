"""Whoosh's file of terms, written in bulk from arrays: rows in order, then a hash table."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.util.numlists import GrowableArray

from index.store.arrays import Array, offsets
from index.store.blocks import Held, block_bytes

_STRETCH = 500_000  # postings worked on at a time, which bounds the memory
_CRC32 = 1
_BUCKETS = 256
_START = np.dtype([("key_size", ">i4"), ("value_size", ">i4"), ("field", ">u2")])
_INFO = np.dtype(
    [
        ("inline", "u1"),
        ("weight", ">f4"),
        ("count", ">u4"),
        ("shortest", "u1"),
        ("longest", "u1"),
        ("most", ">f4"),
        ("first", ">u4"),
        ("last", ">u4"),
        ("position", ">i8"),
        ("size", ">i4"),
    ]
)
"""What Whoosh says of a term: figures of its postings, and where their blocks are."""

_SLOT = np.dtype([("hash", ">u4"), ("place", ">i8")])


class FieldFiles:
    """The postings file and the term file of a segment, open for writing field by field."""

    def __init__(self, storage: FileStorage, segment: Any, bases: Array) -> None:
        """``bases`` has the place at which each passage begins, and the end."""
        self._bases = bases
        self._owners = np.repeat(np.arange(len(bases) - 1, dtype=np.int32), np.diff(bases))
        self._postings = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._table = _TermTable(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = self._table.extras.setdefault("fieldmap", {})

    def write(self, field: str, blob: Array, ends: Array, held: Held) -> None:
        """Write a field: its terms in order (a blob and offsets) and their postings."""
        number = self._fields.setdefault(field, len(self._fields))
        for start, end in _stretches(held.starts):
            part = held.part(start, end)
            blocks, begins = block_bytes(part, self._bases, self._owners)
            infos = _infos(part)
            infos["position"] = self._postings.tell() + begins[:-1]
            infos["size"] = np.diff(begins)
            self._postings.write(blocks.data)
            low, high = ends[[start, end]].tolist()
            self._table.add(number, blob[low:high], ends[start : end + 1] - low, infos)

    def close(self) -> None:
        """Finish both files."""
        self._table.close()
        self._postings.close()


def _infos(held: Held) -> Array:
    """What is said of each term (``_INFO``); where its blocks are is still open."""
    begins = held.starts[:-1]
    infos = np.zeros(len(begins), _INFO)
    infos["count"] = infos["weight"] = np.diff(held.starts)
    infos["first"], infos["last"] = held.docs[begins], held.docs[held.starts[1:] - 1]
    infos["most"] = 1
    if held.codes is not None:
        frequencies, lengths = held.codes >> 8, held.codes & 255
        infos["weight"] = np.add.reduceat(frequencies.astype(np.int64), begins)
        infos["most"] = np.maximum.reduceat(frequencies, begins)
        infos["shortest"] = np.minimum.reduceat(lengths, begins)
        infos["longest"] = np.maximum.reduceat(lengths, begins)
    return infos


def _stretches(starts: Array) -> Iterator[tuple[int, int]]:
    """Ranges of terms with about ``_STRETCH`` postings each."""
    number = starts[1:] // _STRETCH
    cuts = (np.flatnonzero(number[1:] != number[:-1]) + 1).tolist()
    if len(number):
        yield from zip([0, *cuts], [*cuts, len(number)], strict=True)


class _TermTable(OrderedHashWriter):  # type: ignore[misc]
    """Whoosh's table of terms, hashed by CRC-32 (as its files may be) instead of MD5."""

    def __init__(self, file: Any) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC32)
        self._hashes: list[Array] = []
        self._rows: list[Array] = []

    def add(self, field: int, blob: Array, ends: Array, infos: Array) -> None:
        """Add the rows of terms that increase (a blob and offsets)."""
        sizes = np.diff(ends)
        begins = offsets(_START.itemsize + sizes + _INFO.itemsize)
        rows = np.empty(int(begins[-1]), np.uint8)
        start = np.zeros(len(sizes), _START)
        start["key_size"] = sizes + start["field"].itemsize
        start["value_size"], start["field"] = _INFO.itemsize, field
        _put(rows, begins[:-1], start)
        _put(rows, begins[1:] - _INFO.itemsize, infos)
        shifts = begins[:-1] + _START.itemsize - ends[:-1]
        rows[np.arange(len(blob)) + np.repeat(shifts, sizes)] = blob
        self._rows.append(self.dbfile.tell() + begins[:-1])
        self.dbfile.write(rows.data)
        self._hashes.append(_key_hashes(field, blob, ends.tolist()))

    def _write_hashes(self) -> None:
        hashes, places = _joined(self._hashes), _joined(self._rows)
        self.index = _as_growable(places)
        order = np.argsort(hashes & _BUCKETS - 1, kind="stable")
        edges = np.searchsorted(hashes[order] & _BUCKETS - 1, np.arange(_BUCKETS + 1))
        for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            mine = order[start:end]
            self.directory.append((self.dbfile.tell(), 2 * len(mine)))
            if len(mine):
                self.dbfile.write(_probed(hashes[mine], places[mine]).data.cast("B"))


def _key_hashes(field: int, blob: Array, ends: Sequence[int]) -> Array:
    """CRC-32 of each term behind the number of its field (int64)."""
    before, content = zlib.crc32(np.array(field, ">u2").tobytes()), bytes(blob)
    made = (zlib.crc32(content[start:end], before) for start, end in pairwise(ends))
    return np.fromiter(made, np.int64, len(ends) - 1)


def _probed(hashes: Array, places: Array) -> Array:
    """A hash table (``_SLOT``) twice as large as its entries; who collides takes the next slot.

    In order of the slot that each would have, nobody stands before the one after the one
    before: a running maximum gives all slots. Who would fall off the end starts again in front.
    """
    size = 2 * len(hashes)
    table = np.zeros(size, _SLOT)
    home = (hashes >> 8) % size
    order = np.argsort(home, kind="stable")
    steps = np.arange(len(hashes))
    slots = steps + np.maximum.accumulate(home[order] - steps)
    fits = slots < size
    table["hash"][slots[fits]] = hashes[order[fits]]
    table["place"][slots[fits]] = places[order[fits]]
    for late in order[~fits].tolist():
        slot = int(np.flatnonzero(table["place"] == 0)[0])
        table[slot] = (hashes[late], places[late])
    return table


def _as_growable(places: Array) -> GrowableArray:
    """Places in the narrowest type that Whoosh would take for them."""
    last = int(places[-1]) if len(places) else 0
    index = GrowableArray("i" if last < 1 << 31 else "q")
    index.array.frombytes(places.astype(np.dtype(index.typecode)).tobytes())
    return index


def _joined(arrays: Sequence[Array]) -> Array:
    return np.concatenate(arrays) if arrays else np.zeros(0, np.int64)


def _put(made: Array, at: Array, rows: Array) -> None:
    """Write records as bytes at offsets."""
    width = rows.dtype.itemsize
    made[at[:, None] + np.arange(width)] = rows.view(np.uint8).reshape(-1, width)
