"""Named arrays in one memory-mapped file: written once, opened without decoding.

The file is a magic word, the length and CRC-32 of a JSON header, the header, then each
array at a multiple of 64 bytes. The header gives each array's type, length and place.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, overload

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged

Array = NDArray[Any]
Arrays = Mapping[str, Array]

_MAGIC = b"PSARRAY1"
_PREFIX = struct.Struct("<8sII")
_ALIGNMENT = 64


def write_arrays(file: BinaryIO, arrays: Arrays) -> None:
    """Write one-dimensional arrays under their names; equal arrays make equal files."""
    layout, end = {}, 0
    for name, array in sorted(arrays.items()):
        layout[name] = (array.dtype.str, len(array), end)
        end = _aligned(end + array.nbytes)
    header = json.dumps(layout).encode()
    file.write(_PREFIX.pack(_MAGIC, len(header), zlib.crc32(header)) + header)
    file.write(bytes(_aligned(_PREFIX.size + len(header)) - _PREFIX.size - len(header)))
    for _, array in sorted(arrays.items()):
        file.write(np.ascontiguousarray(array).data.cast("B") if len(array) else b"")
        file.write(bytes(_aligned(array.nbytes) - array.nbytes))


def open_arrays(path: Path) -> dict[str, Array]:
    """The arrays of a file, mapped read-only; IndexDamaged when its header is not whole."""
    with path.open("rb") as file:
        size = path.stat().st_size
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
    try:
        magic, length, checksum = _PREFIX.unpack_from(content)
        header = content[_PREFIX.size : _PREFIX.size + length]
        if magic != _MAGIC or zlib.crc32(header) != checksum:
            header = b""
        base = _aligned(_PREFIX.size + length)
        return {
            name: np.frombuffer(content, dtype, count, base + start)
            for name, (dtype, count, start) in json.loads(header).items()
        }
    except (struct.error, ValueError) as broken:
        raise IndexDamaged(f"{path.name}: not a whole file of arrays") from broken


class Strings(Sequence[bytes]):
    """Byte strings kept as one blob and the offsets where each begins and the last ends."""

    def __init__(self, blob: Array, offsets: Array) -> None:
        self._blob = blob.data
        self._offsets = offsets.data

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, number: int) -> bytes: ...

    @overload
    def __getitem__(self, number: slice) -> list[bytes]: ...

    def __getitem__(self, number: int | slice) -> bytes | list[bytes]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        return bytes(self._blob[self._offsets[number] : self._offsets[number + 1]])

    def __iter__(self) -> Iterator[bytes]:
        blob = bytes(self._blob)
        return (blob[start:end] for start, end in pairwise(self._offsets.tolist()))


def joined(strings: Iterable[bytes]) -> tuple[Array, Array]:
    """A blob (uint8) and offsets (int64, one more than strings), as ``Strings`` takes them."""
    parts = list(strings)
    return np.frombuffer(b"".join(parts), np.uint8), offsets(map(len, parts))


def offsets(lengths: Iterable[int] | Array) -> Array:
    """Where each of some stretches begins, and where the last ends: int64, one more."""
    sizes = lengths if isinstance(lengths, np.ndarray) else np.fromiter(lengths, np.int64)
    ends: Array = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=ends[1:])
    return ends


def changes(values: Array) -> Array:
    """Where a value differs from the one before it (bool); the first always does."""
    changed: Array = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def _aligned(place: int) -> int:
    return -(-place // _ALIGNMENT) * _ALIGNMENT
