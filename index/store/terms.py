"""Terms in the order of their bytes, each once: sorted as numbers of eight bytes each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.store.arrays import Array, changes, offsets

_COLUMN = 8  # bytes that are compared at once
_WIDTH = 4 * _COLUMN  # bytes of a term that are compared so
_CONTINUES, _TOP_BITS = 0x80, 0xC0  # of a byte of UTF-8 that begins no letter


class Sorted(NamedTuple):
    """Terms, sorted and each once, and the number of each of those that were given (int64)."""

    terms: list[bytes]
    numbers: Array


def in_order(spelled: Sequence[str]) -> Sorted:
    """Sort terms by their UTF-8.

    For 200,000 terms a quarter of the time that a set of strings, sorted and numbered, takes.
    """
    content = "".join(spelled).encode()
    ends = _ends(content, spelled)
    starts, lengths = ends[:-1], np.diff(ends)
    columns = _columns(content, starts, lengths)
    behind = _behind(spelled, lengths)
    order = np.lexsort((behind, *columns[::-1]))
    fresh = changes(behind[order])
    for column in columns:
        fresh |= changes(column[order])
    numbers = np.empty(len(order), np.int64)
    numbers[order] = np.cumsum(fresh) - 1
    first = order[fresh]
    pairs = zip(starts[first].tolist(), ends[1:][first].tolist(), strict=True)
    return Sorted([content[start:end] for start, end in pairs], numbers)


def _ends(content: bytes, spelled: Sequence[str]) -> Array:
    """Where each term begins in their joint UTF-8, and the last ends."""
    letters = np.frombuffer(content, np.uint8) & _TOP_BITS != _CONTINUES
    return np.append(np.flatnonzero(letters), len(content))[offsets(map(len, spelled))]


def _columns(content: bytes, starts: Array, lengths: Array) -> list[Array]:
    """The first bytes of each term, eight in a number; what a term has not is 0 (uint64)."""
    padded = np.frombuffer(content + bytes(_WIDTH), np.uint8)
    rows = np.lib.stride_tricks.sliding_window_view(padded, _WIDTH)[starts]
    rows *= np.arange(_WIDTH) < lengths[:, None]
    return list(rows.view(">u8").astype(np.uint64).T.copy())


def _behind(spelled: Sequence[str], lengths: Array) -> Array:
    """What tells terms apart that begin alike: their length, or of long ones their order."""
    behind = np.minimum(lengths, _WIDTH)
    long = np.flatnonzero(lengths > _WIDTH).tolist()
    order = {term: place for place, term in enumerate(sorted({spelled[each] for each in long}), 1)}
    behind[long] = [_WIDTH + order[spelled[each]] for each in long]
    return behind
