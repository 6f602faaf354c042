"""Whoosh's postings and term files, written in bulk from arrays.

The files are those of Whoosh's own codec (blocks of up to 128 postings: a pickled header,
then pickled ids, weights and positions) and any Whoosh reads them; what is computed a
posting at a time there is computed for a stretch of terms at once here.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pickle import dumps
from typing import Any, NamedTuple

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import HashWriter, OrderedHashWriter
from whoosh.util.numlists import GrowableArray

from index.store.arrays import Array, changes, offsets

_BLOCK = 128
_STRETCH = 500_000  # postings worked on at a time, which bounds the memory
_WORTH_DEFLATING = 512
_INLINE_NO = 0
_CRC32 = 1

_TERM_INFO = struct.Struct("!BfIBBfIIqi")
_ROW = struct.Struct("!ii")
_LENGTH = struct.Struct("!i")
_COUNT = struct.Struct("!I")
_FIELD = struct.Struct("!H")


class Words(NamedTuple):
    """Terms in order with their postings; codes and places are None where a field has none."""

    terms: list[bytes]
    starts: Array
    docs: Array
    codes: Array | None = None
    place_starts: Array | None = None
    places: Array | None = None


class FieldFiles:
    """The postings file and the term file of a segment, open for writing field by field."""

    def __init__(self, storage: FileStorage, segment: Any) -> None:
        self._postings = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._table = _TermTable(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = self._table.extras.setdefault("fieldmap", {})

    def write(self, field: str, words: Words, bases: Array) -> None:
        """Write a field; ``bases`` has the place at which each passage begins."""
        prefix = _FIELD.pack(self._fields.setdefault(field, len(self._fields)))
        for start, end in _stretches(words.starts):
            stretch = _Stretch(words, bases, start, end)
            rows = []
            position = self._postings.tell()
            parts: list[bytes] = []
            for term, (blocks, info) in zip(words.terms[start:end], stretch, strict=True):
                parts.append(blocks)
                rows.append((prefix + term, _TERM_INFO.pack(*info, position, len(blocks))))
                position += len(blocks)
            self._postings.write(b"".join(parts))
            self._table.add_all(rows)

    def close(self) -> None:
        """Finish both files."""
        self._table.close()
        self._postings.close()


class _Stretch:
    """The blocks of some terms, one after another, each with what the term file says of it."""

    def __init__(self, words: Words, bases: Array, start: int, end: int) -> None:
        low, high = int(words.starts[start]), int(words.starts[end])
        docs = words.docs[low:high]
        count = len(docs)
        codes = np.full(count, 1 << 8, np.uint16) if words.codes is None else words.codes[low:high]
        self._terms = words.starts[start : end + 1] - low
        frequencies, lengths = codes >> 8, codes & 255
        blocks = -(-np.diff(self._terms) // _BLOCK)
        self._term_blocks = offsets(blocks)
        within = np.arange(self._term_blocks[-1]) - np.repeat(self._term_blocks[:-1], blocks)
        begins = np.repeat(self._terms[:-1], blocks) + _BLOCK * within
        gaps = np.diff(docs, prepend=np.int32(0))
        gaps[begins] = docs[begins]
        self._begins = [*begins.tolist(), count]
        self._gaps = gaps.tolist()
        self._docs = docs.tolist()
        self._weights = frequencies.astype(float).tolist()
        self._least, self._most = _extremes(frequencies, begins)
        self._shortest, self._longest = _extremes(lengths, begins)
        self._values = None
        if words.places is not None and words.place_starts is not None:
            places = slice(*words.place_starts[[start, end]].tolist())
            of_term = np.diff(words.place_starts[start : end + 1])
            self._values = _position_values(words.places[places], of_term, bases)
        self._infos = self._term_infos(frequencies, lengths)

    def _term_infos(self, frequencies: Array, lengths: Array) -> list[tuple[Any, ...]]:
        begins = self._terms[:-1]
        shortest, longest = _extremes(lengths, begins)
        _, most = _extremes(frequencies, begins)
        weights = np.add.reduceat(frequencies.astype(np.int64), begins).tolist()
        docs = np.array(self._docs)
        ids = (docs[begins].tolist(), docs[self._terms[1:] - 1].tolist())
        counts = np.diff(self._terms).tolist()
        inline = [_INLINE_NO] * len(counts)
        return list(zip(inline, weights, counts, shortest, longest, most, *ids, strict=True))

    def __iter__(self) -> Iterator[tuple[bytes, tuple[Any, ...]]]:
        edges = self._term_blocks.tolist()
        for number, info in enumerate(self._infos):
            last = edges[number + 1] - 1
            blocks = [self._block(n, last=n == last) for n in range(edges[number], last + 1)]
            yield WHOOSH3_HEADER_MAGIC + b"".join(blocks), info

    def _block(self, number: int, *, last: bool) -> bytes:
        start, end = self._begins[number], self._begins[number + 1]
        values = None if self._values is None else tuple(self._values[start:end])
        data = dumps((tuple(self._gaps[start:end]), self._block_weights(number), values), 4)
        deflated = len(data) > _WORTH_DEFLATING
        if deflated:
            data = zlib.compress(data, 1)
        most, shortest, longest = self._most[number], self._shortest[number], self._longest[number]
        header = (end - start, self._docs[end - 1], float(most), int(deflated), shortest, longest)
        info = dumps(header, 2)
        size = len(info) + len(data)
        return _LENGTH.pack(-size if last else size) + info + data

    def _block_weights(self, number: int) -> tuple[float, ...] | float | None:
        """Whoosh's short forms: None for all 1, one number where all are equal."""
        most = self._most[number]
        if self._least[number] == most:
            return None if most == 1 else float(most)
        return tuple(self._weights[self._begins[number] : self._begins[number + 1]])


def _stretches(starts: Array) -> Iterator[tuple[int, int]]:
    """Ranges of terms with about ``_STRETCH`` postings each."""
    number = starts[1:] // _STRETCH
    cuts = (np.flatnonzero(number[1:] != number[:-1]) + 1).tolist()
    if len(number):
        yield from zip([0, *cuts], [*cuts, len(number)], strict=True)


def _extremes(values: Array, begins: Array) -> tuple[list[int], list[int]]:
    """The least and the largest value of each stretch that begins so."""
    least = np.minimum.reduceat(values, begins).tolist()
    return least, np.maximum.reduceat(values, begins).tolist()


def _position_values(places: Array, of_term: Array, bases: Array) -> list[bytes]:
    """Whoosh's encoding of the positions of each posting: their number and pickled gaps."""
    owner = bases.searchsorted(places, "right") - 1
    term = np.repeat(np.arange(len(of_term)), of_term)
    begins = np.flatnonzero(changes(owner) | changes(term))
    positions = places - bases[owner]
    gaps = np.diff(positions, prepend=np.int32(0))
    gaps[begins] = positions[begins]
    counts = np.diff(begins, append=len(places)).tolist()
    steps = gaps.tolist()
    one: dict[int, bytes] = {at: _encoded([at]) for at in set(gaps[begins].tolist())}
    return [
        one[steps[begin]] if count == 1 else _encoded(steps[begin : begin + count])
        for begin, count in zip(begins.tolist(), counts, strict=True)
    ]


def _encoded(gaps: list[int]) -> bytes:
    return _COUNT.pack(len(gaps)) + dumps(gaps, 2)


class _TermTable(OrderedHashWriter):  # type: ignore[misc]
    """Whoosh's table of terms, hashed by CRC-32 (as its files may be) instead of MD5."""

    def __init__(self, file: Any) -> None:
        HashWriter.__init__(self, file, hashtype=_CRC32)
        self.index = GrowableArray("i")
        self.lastkey = b""
        self._hashes: list[int] = []
        self._positions: list[int] = []

    def add_all(self, items: list[tuple[bytes, bytes]]) -> None:
        """Add rows whose keys increase."""
        position = self.dbfile.tell()
        rows = [_ROW.pack(len(key), len(value)) + key + value for key, value in items]
        ends = (position + offsets(map(len, rows))).tolist()
        self.dbfile.write(b"".join(rows))
        self.index.extend(ends[:-1])
        self._positions += ends[:-1]
        self._hashes += [zlib.crc32(key) for key, _ in items]

    def _write_hashes(self) -> None:
        hashes, positions = np.array(self._hashes, np.int64), np.array(self._positions, np.int64)
        for bucket in range(256):
            mine = np.flatnonzero(hashes & 255 == bucket)
            table = _probed(hashes[mine].tolist(), positions[mine].tolist())
            self.directory.append((self.dbfile.tell(), len(table)))
            self.dbfile.write(np.array(table, [("hash", ">u4"), ("place", ">i8")]).tobytes())


def _probed(hashes: list[int], positions: list[int]) -> list[tuple[int, int]]:
    """A hash table twice as large as its entries, collisions moved to the next free slot."""
    size = 2 * len(hashes)
    table = [(0, 0)] * size
    for value, position in zip(hashes, positions, strict=True):
        slot = (value >> 8) % size
        while table[slot] != (0, 0):
            slot = (slot + 1) % size
        table[slot] = (value, position)
    return table
