"""A batch of analysed documents in memory, turned into the arrays of one segment.

Passages are put in order of date (undated first, then by first day; of two intervals that
begin together the longer first), then document id, then ordinal. A date range is then a
few slices, and newest first is almost the order read backwards.
"""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import numpy as np

from index.documents.document import Document, Passage
from index.language.tokens import Token
from index.store import facts, postings
from index.store.arrays import Array, joined, offsets
from index.store.schema import (
    BODY_WEIGHT,
    FIELDS,
    FIRST_PARAGRAPH_WEIGHT,
    GAP,
    TITLE_WEIGHT,
)
from index.store.stored import document_to_json, passage_to_json

Analysed = Sequence[tuple[Passage, Sequence[Token]]]


Words = tuple[list[str], list[int]]
"""Words and the positions where they stand."""


@dataclass
class Gathered:
    """The words of one field as they come: numbers of terms, places, stretches of one weight."""

    numbers: dict[str, int] = field(default_factory=lambda: defaultdict(count().__next__))
    terms: array[int] = field(default_factory=lambda: array("i"))
    places: array[int] = field(default_factory=lambda: array("i"))  # within the passage
    # Stretches of words that follow: how many, of which passage, weight and shift.
    stretches: list[tuple[int, int, int, int]] = field(default_factory=list)
    lengths: array[int] = field(default_factory=lambda: array("i"))  # combined, a passage each

    def take(self, words: Words, passage: int, weight: int, shift: int) -> None:
        """Words of a passage that count so much each, their positions moved on by a shift."""
        terms, places = words
        self.terms.extend(map(self.numbers.__getitem__, terms))
        self.places.fromlist(places)
        self.stretches.append((len(terms), passage, weight, shift))


class Batch:
    """Documents gathered for one segment; ``words`` tells how much memory they hold."""

    def __init__(self) -> None:
        self.headers: list[Document] = []
        self.passages: list[Passage] = []
        self._ids: set[str] = set()
        self._counts: list[int] = []  # passages of each document
        self._stored: list[bytes] = []
        self._fields = {name: Gathered() for name in FIELDS}
        self._extents = array("i")  # places that each passage takes up, its gap included

    @property
    def words(self) -> int:
        """Words of lemmas and forms gathered so far."""
        return sum(len(gathered.terms) for gathered in self._fields.values())

    def __contains__(self, document: str) -> bool:
        return document in self._ids

    def add(self, document: Document, title: Sequence[Token], passages: Analysed) -> None:
        """Take a document; its title's tokens count in its first passage.

        A derived title is of the passage's own words: it is found as a title and counts no more.
        """
        self.headers.append(replace(document, paragraphs=()))
        self._ids.add(document.id)
        self._counts.append(len(passages))
        header: str | None = document_to_json(document)
        for passage, tokens in passages:
            self._stored.append(stored_value(passage_to_json(passage), header))
            self._take(passage, title, () if document.title_derived else title, tokens)
            title, header = (), None

    def _take(
        self,
        passage: Passage,
        named: Sequence[Token],
        title: Sequence[Token],
        body: Sequence[Token],
    ) -> None:
        number = len(self.passages)
        self.passages.append(passage)
        text, titles, exact = (self._fields[name] for name in FIELDS)
        titles.take(_lemmas(named), number, BODY_WEIGHT, 0)
        shift = _places(title) + GAP if title else 0
        weight = FIRST_PARAGRAPH_WEIGHT if passage.paragraph == 1 else BODY_WEIGHT
        for gathered, words in ((text, _lemmas), (exact, _forms)):
            gathered.take(words(title), number, TITLE_WEIGHT, 0)
            gathered.take(words(body), number, weight, shift)
        both = TITLE_WEIGHT * _places(title) + weight * _places(body)
        for gathered, length in ((text, both), (titles, _places(named)), (exact, both)):
            gathered.lengths.append(length)
        places = shift + _places(body) if body else _places(title)
        self._extents.append(max(places, _places(named)) + GAP)

    def arrays(self) -> dict[str, Array]:
        """The arrays of a segment that holds these documents, stored values among them."""
        documents = facts.in_order(self.headers)
        starts = offsets(self._counts)
        order = facts.ranges(starts[documents], np.diff(starts)[documents])
        number_of = np.empty(len(order), np.int64)
        number_of[order] = np.arange(len(order))
        bases = offsets(np.frombuffer(self._extents, np.int32)[order])
        made = {"bases": bases.astype(np.int32)}
        made["stored"], made["stored.offsets"] = joined(self._stored[each] for each in order)
        headers = [self.headers[each] for each in documents]
        made |= facts.document_arrays(headers, np.diff(starts)[documents])
        made |= facts.passage_arrays(
            [self.passages[each] for each in order],
            [headers[each] for each in made["document"]],
        )
        for name, gathered in self._fields.items():
            lengths = np.frombuffer(gathered.lengths, np.int32)[order]
            made |= postings.field_arrays(name, gathered, lengths, number_of, bases)
        return made


def stored_value(passage: str, header: str | None) -> bytes:
    """What Whoosh's column of stored fields keeps for a passage: a pickle in zlib's wrapping.

    Not compressed: that would halve the column and take a sixth of the time of indexing.
    """
    said = {"passage": passage} if header is None else {"passage": passage, "header": header}
    return zlib.compress(pickle.dumps(said, 2), 0)


def _places(tokens: Sequence[Token]) -> int:
    return tokens[-1].position + 1 if tokens else 0


def _lemmas(tokens: Sequence[Token]) -> Words:
    lemmas = [lemma for token in tokens for lemma in token.lemmas]
    return lemmas, [token.position for token in tokens for _ in token.lemmas]


def _forms(tokens: Sequence[Token]) -> Words:
    return [token.form for token in tokens], [token.position for token in tokens]
