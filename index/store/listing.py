"""All documents of an open index in order, each read from its segment when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from index.documents.document import Document
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
