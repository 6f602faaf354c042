"""The first hits of a segment in a total order, without sorting all that matched.

Passages of a segment stand by date, then document id, then ordinal. Newest first reads the
dates backwards but each date's passages forwards; it also settles equal scores.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np

from index.store.arrays import Array
from index.store.reader import Ref

# The k-th largest of every 64th score is below the k-th largest of all: a cheap threshold.
# Most often there are k scores above one that has much fewer of the sample above it.
_SAMPLE = 64
_SPARE = 3

# What a named tuple offers is Python, and there are as many references as hits.
_ref: Callable[[tuple[int, int]], Ref] = partial(tuple.__new__, Ref)


class Ranked(NamedTuple):
    """Passages of an open index in order, best first, as three arrays of one length."""

    segments: Array  # int64
    passages: Array  # int32
    scores: Array  # float32

    @classmethod
    def none(cls) -> Ranked:
        """No passages."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32))

    def taken(self, selection: slice | Array) -> Ranked:
        """A stretch of them, or those with some indices in that order."""
        segments, passages, scores = self
        return Ranked(segments[selection], passages[selection], scores[selection])

    def hits(self) -> tuple[tuple[Ref, float], ...]:
        """The passages as references, with their scores."""
        segments, passages, scores = (each.tolist() for each in self)
        return tuple(zip(map(_ref, zip(segments, passages, strict=True)), scores, strict=True))


def newest(docs: Array, dates: Array, k: int) -> Array:
    """Indices of the first k of sorted ``docs``, newest first (int64).

    ``dates`` has the first passage of each distinct date, ascending.
    """
    if k <= 0 or not len(docs):
        return np.zeros(0, np.int64)
    date = dates.searchsorted(docs[-min(k, len(docs)) :], "right") - 1
    # The oldest date that still gets in: its passages fill up from its first one.
    edge = dates[date[0] : date[0] + 1].astype(docs.dtype)
    start = int(docs.searchsorted(edge)[0])
    date = dates.searchsorted(docs[start:], "right")
    return start + np.argsort(-date, kind="stable")[:k]


def best(scores: Array, docs: Array, dates: Array, k: int) -> Array:
    """Indices of the first k by score (float32), equal scores newest first (int64)."""
    if len(scores) <= k:
        return _descending(scores, docs, dates)
    chosen = _likely(scores, k)
    few = scores.take(chosen)
    if k < len(chosen):
        threshold = _selected(few, k)
        chosen = chosen.compress(few >= threshold)
        if k < len(chosen):
            chosen = _untied(chosen, scores.take(chosen) > threshold, docs, dates, k)
        few = scores.take(chosen)
    return chosen.take(_descending(few, docs.take(chosen), dates))


def _untied(chosen: Array, above: Array, docs: Array, dates: Array, k: int) -> Array:
    """Of indices with the least score or (bool) one above it, k: of equal ones the newest."""
    best, tied = chosen.compress(above), chosen.compress(~above)
    chosen = np.concatenate([best, tied.take(newest(docs.take(tied), dates, k - len(best)))])
    chosen.sort()
    return chosen


def _descending(scores: Array, docs: Array, dates: Array) -> Array:
    """Indices of all scores, the largest first, equal ones newest first (int64)."""
    date = dates.searchsorted(docs, "right")
    order: Array = np.lexsort((-date, -scores))
    return order


def _likely(scores: Array, k: int) -> Array:
    """Indices of scores that are all of the k largest and some more, ascending (int64)."""
    sample = scores[::_SAMPLE]
    for rank in (k // _SAMPLE + _SPARE, k):
        if k > 0 and rank <= len(sample) // 2:
            chosen: Array = (scores >= _selected(sample, rank)).nonzero()[0]
            if len(chosen) >= k:
                return chosen
    return np.arange(len(scores) if k > 0 else 0)


def _selected(scores: Array, k: int) -> np.float32:
    """The k-th largest score."""
    place = len(scores) - k
    parted = scores.copy()
    parted.partition(place)
    kth: np.float32 = parted[place]
    return kth
