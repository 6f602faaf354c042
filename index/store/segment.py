"""One open segment: its words, documents and dates, as an evaluation asks for them."""

from __future__ import annotations

import pickle
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from index.documents.document import Document, Passage
from index.errors import IndexDamaged
from index.store import facts
from index.store.arrays import Array, Arrays, Strings
from index.store.merging import Source
from index.store.postings import LENGTHS
from index.store.profiles import Profiles
from index.store.schema import FIELDS
from index.store.stored import document_from_json, passage_from_json

_REMEMBERED = 2_000  # terms looked up in a field


class Postings(NamedTuple):
    """Passages of a term (int32, ascending) and their codes (uint16): views, not copies.

    Frequent terms have ``presence`` (see the module) besides.
    """

    docs: Array
    codes: Array
    presence: Array | None = None


class Field:
    """The words of one field of a segment."""

    def __init__(self, arrays: dict[str, Array], name: str) -> None:
        self.terms = Strings(arrays[f"{name}.terms"], arrays[f"{name}.terms.offsets"])
        self._found: dict[bytes, int] = {}  # a query asks for its terms several times
        self._hashes = arrays[f"{name}.hashes"].data
        self._by_hash = arrays[f"{name}.by_hash"].data
        self._starts = arrays[f"{name}.starts"].data
        self._docs = arrays[f"{name}.docs"]
        self._codes = arrays[f"{name}.codes"]
        frequent = arrays[f"{name}.frequent"].tolist()
        presence = arrays[f"{name}.presence"].reshape(len(frequent), -1) if frequent else ()
        self._presence: dict[int, Array] = dict(zip(frequent, presence, strict=True))
        self._place_starts = arrays[f"{name}.places.starts"].data
        self._places = arrays[f"{name}.places"]

    def find(self, term: bytes) -> int:
        """The number of a term, -1 when no passage holds it."""
        number = self._found.get(term)
        if number is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            number = self._found[term] = self._sought(term)
        return number

    def _sought(self, term: bytes) -> int:
        wanted = zlib.crc32(term)
        place = bisect_left(self._hashes, wanted)
        while place < len(self._hashes) and self._hashes[place] == wanted:
            number = self._by_hash[place]
            if self.terms[number] == term:
                return int(number)
            place += 1
        return -1

    def numbers(self, terms: Sequence[bytes]) -> dict[bytes, int]:
        """The numbers of those of many terms that stand in a passage, found at once."""
        hashes = np.asarray(self._hashes)
        wanted = np.fromiter(map(zlib.crc32, terms), np.uint32, len(terms))
        if not len(hashes) or not len(wanted):
            return {}
        likely = hashes.take(hashes.searchsorted(wanted), mode="clip") == wanted
        found = (
            (terms[each], self._sought(terms[each])) for each in np.flatnonzero(likely).tolist()
        )
        return {term: number for term, number in found if number >= 0}

    def postings(self, number: int) -> Postings:
        """The postings of a term by its number."""
        start, end = self._starts[number], self._starts[number + 1]
        return Postings(self._docs[start:end], self._codes[start:end], self._presence.get(number))

    def frequency(self, number: int) -> int:
        """How many passages hold a term, dead ones included."""
        return int(self._starts[number + 1] - self._starts[number])

    def samples(self, numbers: range) -> tuple[Array, Array]:
        """How many passages hold each of some terms in a row, and of each three (int32, 3 rows)."""
        starts = np.asarray(self._starts[numbers.start : numbers.stop + 1])
        first, last = starts[:-1], starts[1:] - 1
        return np.diff(starts), self._docs.take([first, (first + last) // 2, last])

    def places(self, number: int) -> Array:
        """The places of a term in the segment, ascending (int32)."""
        return self._places[self._place_starts[number] : self._place_starts[number + 1]]

    def beginning(self, prefix: bytes) -> range:
        """The numbers of the terms that begin so."""
        start = bisect_left(self.terms, prefix)
        return range(start, bisect_left(self.terms, prefix + b"\xff", start))


class Segment:
    """A committed segment, open for reading by any number of threads."""

    def __init__(
        self,
        name: str,
        source: Source,
        profiles: Profiles | None = None,
        vectors: Arrays | None = None,
    ) -> None:
        self.name = name
        self.vectors = vectors
        """What its passages mean (see ``vectors``), or None."""
        self.arrays = source.arrays
        self.fields = {field: Field(source.arrays, field) for field in FIELDS}
        self.profiles = profiles or Profiles(source.arrays)
        dated = source.arrays["cells"] != facts.UNDATED
        self.cells: list[int] = source.arrays["cells"][dated].tolist()
        """The cells of dates that passages have, ascending; undated ones are in none."""
        starts = source.arrays["cells.starts"][dated]
        self.cell_edges = np.append(starts, np.int32(len(source.arrays["profile"])))
        """The first passage of each cell, and the end (int32)."""
        self.count: int = len(source.arrays["profile"])
        self.dead: Array | None = None
        """Passages that are deleted (bool), or None."""
        if source.dead.any():
            self.dead = source.dead[source.arrays["document"]]
        self.live = self.count - (0 if self.dead is None else int(self.dead.sum()))
        self._dead_documents = source.dead
        self._stored = Strings(source.arrays["stored"], source.arrays["stored.offsets"])
        self._headers = Strings(source.arrays["headers"], source.arrays["headers.offsets"])
        self.events = list(Strings(source.arrays["events"], source.arrays["events.offsets"]))
        """The names of the segment's events (UTF-8), sorted."""
        self.event_of = source.arrays["event"].data
        """The number of each document's event, -1 for none."""
        self._ids = Strings(source.arrays["ids"], source.arrays["ids.offsets"])

    def lengths(self, field: str) -> tuple[int, int]:
        """Combined length of the live passages, by their length bytes, and how many have any."""
        counts = self.arrays[f"{field}.lengths.counts"]
        if self.dead is not None:
            dead = np.compress(self.dead, self.arrays[f"{field}.lengths"])
            counts = counts - np.bincount(dead, minlength=len(counts))
        return int(counts @ LENGTHS), int(counts[1:].sum())

    def with_dead(self, source: Source) -> Segment:
        """The segment with other documents deleted; itself when they are the same."""
        if np.array_equal(source.dead, self._dead_documents):
            return self
        return Segment(self.name, source, self.profiles, self.vectors)

    def places(self, terms: Iterable[str], field: str) -> list[Array]:
        """The places of each of some terms that stand anywhere, ascending (int32)."""
        words = self.fields[field]
        numbers = (words.find(term.encode()) for term in terms)
        return [words.places(number) for number in numbers if number >= 0]

    def passage(self, number: int) -> Passage:
        """A passage by its number; IndexDamaged when its checksum (zlib's) is not right."""
        try:
            value = zlib.decompress(self._stored[number])
        except zlib.error as broken:
            raise IndexDamaged(
                f"{self.name}: passage {number} is damaged; run `rebuild`"
            ) from broken
        said = pickle.loads(value)  # noqa: S301 - our own file
        return passage_from_json(said["passage"])

    def header(self, document: int) -> Document:
        """A document without its paragraphs, by its number."""
        return document_from_json(self._headers[document])

    def document_id(self, document: int) -> bytes:
        """A document's id (UTF-8)."""
        return self._ids[document]

    def find(self, document: bytes) -> int | None:
        """The number of a live document by its id (UTF-8)."""
        number = facts.document_number(self.arrays, document)
        return None if number is None or self._dead_documents[number] else number

    def is_alive(self, document: int) -> bool:
        """Whether a document, by its number, is not deleted."""
        return not self._dead_documents[document]

    def among(self, documents: Iterable[bytes]) -> Array:
        """Which documents have one of these ids (bool)."""
        mask: Array = np.zeros(len(self.arrays["event"]), bool)
        for document in documents:
            number = facts.document_number(self.arrays, document)
            if number is not None:
                mask[number] = True
        return mask

    def telling(self, events: Iterable[bytes]) -> Array:
        """Which documents tell of any of these events (bool); one without is its own id's."""
        named = self.arrays["event"]
        chosen = list(events)
        mask: Array = self.among(chosen) & (named < 0)
        for event in chosen:
            place = bisect_left(self.events, event)
            if place < len(self.events) and self.events[place] == event:
                mask |= named == place
        return mask

    def passages_of(self, document: int) -> range:
        """The numbers of a document's passages."""
        starts = self.arrays["starts"]
        return range(int(starts[document]), int(starts[document + 1]))

    def documents(self) -> Iterator[int]:
        """The numbers of the live documents."""
        return iter(np.flatnonzero(~self._dead_documents).tolist())
