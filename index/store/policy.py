"""Which segments a commit merges: few stay, and no commit takes long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

MOST_AT_COMMIT = 20_000
"""A commit rewrites at most about so many passages; ``compact`` merges the rest."""

_FACTOR = 4
_DEAD_SHARE = 0.3


def to_merge(segments: Sequence[Any], incoming: int) -> list[Any]:
    """The segments to merge with so many new passages.

    Every segment that stays is over four times as large as all smaller ones together, or
    too large for a commit, so their number grows with the logarithm of the passages.
    """
    chosen, total = [], incoming
    for segment in sorted(segments, key=_live):
        if total + _live(segment) > MOST_AT_COMMIT:
            break
        if _live(segment) <= _FACTOR * total or _is_mostly_dead(segment):
            chosen.append(segment)
            total += _live(segment)
    return chosen


def to_compact(segments: Sequence[Any]) -> list[Any]:
    """The segments that a compaction makes one: all, unless one whole segment is left."""
    if len(segments) == 1 and not segments[0].deleted_count():
        return []
    return list(segments)


def _live(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())


def _is_mostly_dead(segment: Any) -> bool:
    return bool(segment.deleted_count() > _DEAD_SHARE * segment.doc_count_all())
