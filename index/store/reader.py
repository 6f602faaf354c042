"""An open index: one commit, frozen, that any number of threads may read."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np

from index.documents.document import Document, Passage
from index.errors import IndexDamaged
from index.store.arrays import Array
from index.store.calendar import Calendar
from index.store.commits import read_commit
from index.store.durable import Manifest, check_sizes, latest_generation
from index.store.listing import Listing
from index.store.profiles import by_facet
from index.store.schema import FIELDS
from index.store.segment import Segment
from index.store.segments import open_source, source_of
from index.store.vectors import vectors_of

Name = TypeVar("Name", bytes, int, tuple[str, str])

_ATTEMPTS = 10
_TICK = 50_000_000  # nanoseconds


class Ref(NamedTuple):
    """A passage of an open index: the number of its segment and its number there."""

    segment: int
    passage: int


class Index:
    """The documents and passages of one commit."""

    def __init__(self, manifest: Manifest, segments: tuple[Segment, ...]) -> None:
        self.generation = manifest.generation
        self.revision = manifest.revision
        self.fingerprint = manifest.fingerprint
        self.segments = segments
        self.values, self.value_numbers = jointly([each.profiles.values for each in segments])
        """The facet values of all segments, and where those of each stand among them."""
        self.facets = by_facet(self.values)
        """The values of each facet, and where they stand among all."""
        self.events, self.event_numbers = jointly([each.events for each in segments])
        """Likewise the events."""
        self.cells, self.cell_numbers = jointly([each.cells for each in segments])
        """Likewise the cells of dates."""
        self.calendar = Calendar(self.cells)
        self.count = sum(segment.live for segment in segments)
        """Live passages."""
        self.average_length = {field: self._average(field) for field in FIELDS}
        """Mean combined length of the live passages that have the field, by field."""

    def _average(self, field: str) -> float:
        lengths = [segment.lengths(field) for segment in self.segments]
        count = sum(count for _, count in lengths)
        return sum(total for total, _ in lengths) / count if count else 1.0

    def stored(self, ref: Ref) -> Passage:
        """The passage that a hit refers to."""
        return self.segments[ref.segment].passage(ref.passage)

    def header(self, ref: Ref) -> Document:
        """The document of a passage, without its paragraphs."""
        segment = self.segments[ref.segment]
        return segment.header(int(segment.arrays["document"][ref.passage]))

    def document(self, document: str) -> tuple[Document, list[Passage]] | None:
        """A document without its paragraphs, and its passages; None when it is not there."""
        for segment in self.segments:
            number = segment.find(document.encode())
            if number is not None:
                passages = [segment.passage(each) for each in segment.passages_of(number)]
                return segment.header(number), passages
        return None

    def events_of(self, names: Iterable[str]) -> frozenset[str]:
        """The events that ids name: that of a document stands for the event it belongs to.

        An event that nobody named has the id of a text of its, and another when texts come in;
        what nothing is called stays as it is.
        """
        return frozenset(self._event_of(name) for name in names)

    def happened(self, name: str) -> bool:
        """Whether a document tells of an event of this id, or had it for its event's."""
        return bool(self.tellers(self._event_of(name)))

    def _event_of(self, name: str) -> str:
        found = ((each, each.find(name.encode())) for each in self.segments)
        headers = [each.header(number) for each, number in found if number is not None]
        event = headers[0].event if headers else name
        return name if event in {"", name} or self.tellers(name) else event

    def tellers(self, event: str) -> list[Document]:
        """The documents of an event without their paragraphs; one without an event is its own."""
        return [
            segment.header(number)
            for segment in self.segments
            for number in segment.telling([event.encode()]).nonzero()[0].tolist()
            if segment.is_alive(number)
        ]

    def documents(self) -> Listing:
        """All documents without their paragraphs, newest first, undated last, then by id."""
        return self._listing

    def arrivals(self) -> Listing:
        """The same documents, those first whose words came in last."""
        return self._arrivals

    @cached_property
    def _listing(self) -> Listing:
        return Listing(self.segments)

    @cached_property
    def _arrivals(self) -> Listing:
        return self._listing.arrived()

    def terms(self, prefix: str = "", limit: int | None = None, field: str = "exact") -> list[str]:
        """Terms of a field that begin so, most frequent first."""
        found = [term for term, _ in self._frequencies(prefix, field).most_common(limit)]
        return [term.decode() for term in found]

    def words(self, field: str = "exact") -> Iterator[tuple[str, int]]:
        """Every term of a field and how many passages hold it, dead ones included."""
        return ((term.decode(), n) for term, n in sorted(self._frequencies("", field).items()))

    def _frequencies(self, prefix: str, field: str) -> Counter[bytes]:
        counts: Counter[bytes] = Counter()
        for segment in self.segments:
            words = segment.fields[field]
            for number in words.beginning(prefix.encode()):
                counts[words.terms[number]] += words.frequency(number)
        return counts


def open_index(path: Path, before: Index | None = None) -> Index:
    """The last commit of the index at ``path``; segments that ``before`` has open are shared.

    IndexMissing when there is none, IndexDamaged when files are missing or cut short.
    """
    opened = {each.name: each for each in before.segments} if before else {}
    for attempt in range(_ATTEMPTS):
        generation = latest_generation(path)
        try:
            return _open(path, generation, opened)
        except (FileNotFoundError, IndexDamaged):
            # A commit may have removed files while they were being opened: look again.
            if latest_generation(path) == generation or attempt == _ATTEMPTS - 1:
                raise
    raise AssertionError("the last attempt returns or raises")


def _open(path: Path, generation: int, opened: Mapping[str, Segment]) -> Index:
    manifest, listed = read_commit(path, generation)
    check_sizes(path, manifest)
    segments = []
    for each in listed:
        before = opened.get(each.segment_id())
        if before is None:
            vectors = vectors_of(path, each)
            segments.append(Segment(each.segment_id(), open_source(path, each), vectors=vectors))
        else:
            segments.append(before.with_dead(source_of(before.arrays, each)))
    return Index(manifest, tuple(segments))


class Current:
    """The last commit of a directory, opened again when there is a newer one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._seen: tuple[int, int] | None = None
        self._directory = -1

    def index(self) -> Index:
        """The last committed index; costs one ``stat`` when nothing has changed."""
        index, state = self._index, self._state()
        if index is not None and state == self._seen:
            return index
        with self._lock:
            return self._renewed(state)

    def _renewed(self, state: tuple[int, int]) -> Index:
        index = self._index if state[0] == self._directory else None
        if index is None or index.generation != latest_generation(self._path):
            index = open_index(self._path, index)
        self._index, self._directory = index, state[0]
        # A file made within one tick of the clock leaves the time as it is: look again then.
        self._seen = state if time.time_ns() - state[1] > _TICK else None
        return index

    def _state(self) -> tuple[int, int]:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return -1, 0
        return status.st_ino, status.st_mtime_ns


def jointly(names: Sequence[Sequence[Name]]) -> tuple[list[Name], list[Array]]:
    """One sorted numbering of all names; and the numbers of each segment's own (int64)."""
    if len(names) == 1:  # a segment's own names are sorted
        return list(names[0]), [np.arange(len(names[0]))]
    every = sorted(set[Name]().union(*names))
    number = {name: number for number, name in enumerate(every)}
    return every, [np.array([number[name] for name in mine], np.int64) for mine in names]
