"""Dates of a segment: a range as a few stretches of passages, and counts by cell."""

from __future__ import annotations

import datetime as dt

import numpy as np

from index.documents.dates import PartialDate
from index.store.arrays import Array
from index.store.facts import UNDATED
from index.store.segment import Segment

_FOREVER = dt.date.max.toordinal()


def stretches(
    segment: Segment, since: PartialDate | None, until: PartialDate | None
) -> list[tuple[int, int]]:
    """The stretches of passages whose document's date overlaps the range, in order.

    Documents stand by their first day: all that begin within the range are one stretch;
    before it lie at most a year's and a month's documents that reach into it.
    """
    first, last, starts = (segment.arrays[name] for name in ("first_day", "last_day", "starts"))
    begin = since.first.toordinal() if since else UNDATED + 1
    end = until.last.toordinal() if until else _FOREVER
    year = since.first.replace(month=1, day=1).toordinal() if since else begin
    days = np.array([year, min(begin, end + 1), end + 1], first.dtype)
    before, within, beyond = first.searchsorted(days).tolist()
    edges = [within, beyond]
    if before < within:
        reaching = last[before:beyond] >= begin
        edges = np.flatnonzero(np.diff(reaching, prepend=False, append=False)) + before
    passages = starts.take(edges).tolist()
    return [span for span in zip(passages[::2], passages[1::2], strict=True) if span[0] < span[1]]


def counts(segment: Segment, docs: Array) -> Array:
    """Passages by cell of the segment (int64), given sorted passages (int32)."""
    edges = segment.cell_edges
    if len(docs) < len(edges):
        return np.bincount(edges.searchsorted(docs, "right"), minlength=len(edges))[1:]
    ends = docs.searchsorted(edges)
    found: Array = ends[1:] - ends[:-1]
    return found
