"""Sets of passages as sorted int32 arrays: the few numpy kernels that all searching uses.

Scratch arrays belong to a thread, have one cell a passage of a segment, and are zero
between calls: a kernel clears the cells that it has written.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np

from index.store.arrays import Array, changes
from index.store.presence import present

# A binary search costs about as much as ten cells of scattering and gathering.
_SEARCH = 10
# More than so many passages are looked up among bits sooner than by binary searches.
_LOOK = 200
# To compare a passage once in merging costs about as much as scanning so many flags.
_MERGE = 12
# From so many times the length of all others on, the longest of some lists is galloped through.
_GALLOP = 2
# Ranges larger than so many cells are worked through in windows that fit the cache.
_CELLS = 1 << 20
_LAST = np.iinfo(np.int32).max


class _Scratch(threading.local):
    """The scratch arrays of a thread, as large as the largest segment it has met."""

    def __init__(self) -> None:
        self._arrays: dict[str, Array] = {}

    def zeros(self, dtype: type[np.generic], size: int) -> Array:
        """Zeros of a type that the caller leaves as zeros."""
        array = self._arrays.get(dtype.__name__)
        if array is None or len(array) < size:
            array = self._arrays[dtype.__name__] = np.zeros(size, dtype)
        return array


scratch = _Scratch()


def indices(docs: Array) -> Array:
    """Passages as numpy indexes with (intp): writing through int32 indices takes twice as long."""
    return docs.astype(np.intp, copy=False)


def aligned(wanted: Array, docs: Array, values: Array) -> Array:
    """The value of each wanted passage, 0 where it is not among ``docs``.

    ``wanted`` and ``docs`` are sorted int32, ``values`` (any type) goes with ``docs``.
    """
    if wanted is docs:
        return values
    if len(docs) == 0 or len(wanted) == 0:
        return np.zeros(len(wanted), values.dtype)
    found: Array
    if _SEARCH * len(wanted) < len(docs):
        at = docs.searchsorted(wanted)
        found = values.take(at, mode="clip") * (docs.take(at, mode="clip") == wanted)
        return found
    cells = scratch.zeros(values.dtype.type, 1 + max(int(docs[-1]), int(wanted[-1])))
    at = indices(docs)
    cells[at] = values
    found = cells.take(wanted, mode="clip")
    cells[at] = 0
    return found


def common(
    wanted: Array, docs: Array, codes: Array, presence: Array | None = None
) -> tuple[Array, Array]:
    """Which of some passages are among others (bool), and the codes of those that are.

    ``wanted`` and ``docs`` are sorted int32, ``codes`` (uint16, none is 0) goes with ``docs``,
    ``presence`` (uint8, see ``store.presence``) tells of ``docs`` too, where a term has it.
    """
    if presence is not None and len(wanted) > _LOOK:
        keep = present(wanted, presence)
        return keep, aligned(wanted.compress(keep), docs, codes)
    if _SEARCH * len(wanted) < len(docs):
        at = docs.searchsorted(wanted)
        keep = docs.take(at, mode="clip") == wanted
        return keep, codes.take(at.compress(keep))
    found = aligned(wanted, docs, codes)
    keep = found > 0
    return keep, found.compress(keep)


def among(wanted: Array, docs: Array) -> Array:
    """Which of some numbers are among others (bool); both sorted int32, passages or places."""
    found: Array = np.zeros(len(wanted), bool)
    if not len(wanted) or not len(docs):
        return found
    if _SEARCH * len(wanted) < len(docs):
        return held(wanted, docs)
    cells = scratch.zeros(np.bool_, _CELLS)
    for low in range(int(wanted[0]), int(wanted[-1]) + 1, _CELLS):
        mine, theirs = bounds(wanted, low, low + _CELLS), bounds(docs, low, low + _CELLS)
        at = indices(docs[theirs]) - low
        cells[at] = True
        found[mine] = cells.take(indices(wanted[mine]) - low, mode="clip")
        cells[at] = False
    return found


def held(wanted: Array, docs: Array) -> Array:
    """Which of some passages, in any order, are among sorted ``docs`` (bool); both int32."""
    found: Array = np.zeros(wanted.shape, bool)
    if len(docs):
        np.equal(docs.take(docs.searchsorted(wanted), mode="clip"), wanted, out=found)
    return found


def joined(lists: Sequence[Array]) -> Array:
    """The numbers of several sorted int32 lists that have none in common, sorted."""
    if len(lists) == 1:
        return lists[0]
    numbers = np.concatenate(lists) if lists else np.zeros(0, np.int32)
    numbers.sort(kind="stable")  # finds the lists as runs and merges them
    return numbers


def union(lists: Sequence[Array], size: int) -> Array:
    """The passages of several sorted int32 lists, each once; ``size`` passages there are.

    A stable sort (timsort, Peters 2002) finds the lists as runs and merges them, by galloping
    where one is much longer than others: faster than flags unless there are many long lists.
    """
    lists = sorted((docs for docs in lists if len(docs)), key=len, reverse=True)
    if not lists:
        return np.zeros(0, np.int32)
    if len(lists) == 1:
        return lists[0]
    total = sum(map(len, lists))
    gallops = _GALLOP * (total - len(lists[0])) <= len(lists[0])
    merges = (len(lists) - 1).bit_length()
    if not gallops and _MERGE * total * (merges - 1) >= size:
        return _flagged(lists, size)
    docs = np.concatenate(lists)
    docs.sort(kind="stable")
    return docs.compress(changes(docs))


def _flagged(lists: Sequence[Array], size: int) -> Array:
    """The union by a flag for every passage there is."""
    seen = scratch.zeros(np.bool_, size)
    for docs in lists:
        seen[indices(docs)] = True
    found = np.flatnonzero(seen[:size])
    seen[found] = False
    return found.astype(np.int32)


def largest(lists: Sequence[tuple[Array, Array]], size: int) -> tuple[Array, Array]:
    """The union of several postings (passages, codes), each with its largest code (uint16).

    A passage has one length byte, so the largest code has the largest frequency.
    """
    if len(lists) == 1:
        return lists[0]
    docs = union([docs for docs, _ in lists], size)
    cells = scratch.zeros(np.uint16, size)
    for each, codes in lists:
        at = indices(each)
        cells[at] = np.maximum(cells.take(at), codes)
    at = indices(docs)
    codes = cells.take(at)
    cells[at] = 0
    return docs, codes


def everything(size: int) -> Array:
    """All passages of a segment (int32)."""
    return np.arange(size, dtype=np.int32)


def bounds(docs: Array, low: int, high: int) -> slice:
    """Where the passages from low to high (exclusive) stand in sorted int32 ``docs``."""
    # A Python int would make searchsorted copy the whole array as int64.
    start, end = docs.searchsorted(np.array([low, min(high, _LAST)], docs.dtype))
    return slice(int(start), int(end))
