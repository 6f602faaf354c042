"""Where each frequent term is, as a bit a passage: told for some passages without a search.

Arrays of a field: ``frequent`` are the numbers of its frequent terms (int64, ascending),
``presence`` has for each of them one bit a passage, the lowest bit of a byte first (uint8).
"""

from __future__ import annotations

import numpy as np

from index.store.arrays import Array

_SHARE = 64
_FEWEST = 1_000
"""A term is frequent in so many passages, if that is one of ``_SHARE`` at least."""


def presence_arrays(name: str, starts: Array, docs: Array, passages: int) -> dict[str, Array]:
    """The arrays of a field, from its postings (see ``postings``)."""
    counts = np.diff(starts)
    frequent = np.flatnonzero(counts >= max(_FEWEST, passages / _SHARE))
    presence = np.zeros((len(frequent), row_size(passages)), np.uint8)
    for row, number in zip(presence, frequent.tolist(), strict=True):
        flags = np.zeros(passages, bool)
        flags[docs[starts[number] : starts[number + 1]]] = True
        row[:] = np.packbits(flags, bitorder="little")
    return {f"{name}.frequent": frequent, f"{name}.presence": presence.ravel()}


def row_size(passages: int) -> int:
    """The bytes that the bits of one term take."""
    return -(-passages // 8)


def present(docs: Array, presence: Array) -> Array:
    """Which of some passages (int32) hold a term, by its row of ``presence`` (bool)."""
    bits = presence.take(docs >> 3)
    bits >>= (docs & 7).astype(np.uint8)
    bits &= 1
    flags: Array = bits.view(bool)
    return flags
