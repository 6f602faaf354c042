"""All documents of an open index in order, each read from its segment when it is asked for."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from index.documents.document import Document
from index.store.arrays import Array
from index.store.segment import Segment


class Listing(Sequence[Document]):
    """Documents without their paragraphs: newest first, undated last, then by id.

    Holds two numbers a document (int32), not the documents.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._all = segments
        numbers = [np.fromiter(each.documents(), np.int32) for each in segments]
        owners = np.repeat(np.arange(len(segments), dtype=np.int32), [len(n) for n in numbers])
        each = list(zip(segments, numbers, strict=True))
        if not each:
            self._segments, self._documents = owners, owners
            return
        first, last = (
            np.concatenate([segment.arrays[name].take(n) for segment, n in each]).astype(np.int64)
            for name in ("first_day", "last_day")
        )
        ids = np.array([s.document_id(one) for s, n in each for one in n.tolist()], np.bytes_)
        order = np.lexsort((ids, last, -first))
        self._segments, self._documents = owners[order], np.concatenate(numbers)[order]

    def arrived(self) -> Listing:
        """The same documents, those first whose words came in last; of one change as they were."""
        changes = np.zeros(len(self), np.int64)
        for number, segment in enumerate(self._all):
            mine = self._segments == number
            changes[mine] = _last_changes(segment).take(self._documents[mine])
        order, found = np.argsort(-changes, kind="stable"), copy.copy(self)
        found._segments, found._documents = self._segments[order], self._documents[order]
        return found

    def __len__(self) -> int:
        return len(self._documents)

    @overload
    def __getitem__(self, place: int) -> Document: ...

    @overload
    def __getitem__(self, place: slice) -> list[Document]: ...

    def __getitem__(self, place: int | slice) -> Document | list[Document]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        segment, document = int(self._segments[place]), int(self._documents[place])
        return self._all[segment].header(document)

    def __iter__(self) -> Iterator[Document]:
        return (self[each] for each in range(len(self)))


def _last_changes(segment: Segment) -> Array:
    """The change of the archive that last brought words of each document; 0 for one without."""
    starts = segment.arrays["starts"]
    changes = np.zeros(len(starts) - 1, np.int32)
    held = np.flatnonzero(np.diff(starts))
    if len(held):
        changes[held] = np.maximum.reduceat(segment.arrays["seen"], starts[held])
    return changes
