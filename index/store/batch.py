"""A batch of analysed documents in memory, turned into the arrays of one segment.

Passages are put in order of date (undated first, then by first day; of two intervals that
begin together the longer first), then document id, then ordinal. A date range is then a
few slices, and newest first is almost the order read backwards.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pickle import dumps
from typing import Any

import numpy as np

from index.documents.document import Document, Passage
from index.language.analyzer import Tokens
from index.language.marks import MARK, Marked, Marks, Numbered
from index.language.tokens import Token
from index.language.words import Word, same_word
from index.store import facts, postings, profiles
from index.store.arrays import Array, joined, offsets
from index.store.schema import BODY_WEIGHT, FIRST_PARAGRAPH_WEIGHT, GAP, TITLE_WEIGHT
from index.store.stored import document_to_json, passage_to_json

Analysed = Sequence[tuple[Passage, Sequence[Token]]]

_BOTH_FIELDS = 2.5  # lemmas and forms of a word, by which the memory is reckoned
_STORED = struct.Struct("<2sBHH")
_CHECKSUM = struct.Struct(">I")
_LONGEST_STORED = 0xFFFF


@dataclass
class Gathered:
    """Runs of words as they come: their marks, and stretches of them that have one weight."""

    marks: bytearray = field(default_factory=bytearray)
    # What the marks number, by its own number here.
    numbered: dict[Numbered[Any], int] = field(
        default_factory=lambda: defaultdict(count().__next__)
    )
    # Stretches of runs that follow: how many, of which passage, weight, shift, which numbered.
    stretches: list[tuple[int, int, int, int, int]] = field(default_factory=list)

    def take(self, row: Marked[Any], passage: int, weight: int, shift: int) -> None:
        """Words of a passage that count so much each, their positions moved on by a shift."""
        marks, among = row
        self.marks += marks
        count = len(marks) // MARK
        self.stretches.append((count, passage, weight, shift, self.numbered[among]))


class Batch:
    """Documents gathered for one segment; ``words`` tells how much memory they hold."""

    def __init__(self) -> None:
        self.headers: list[Document] = []
        self._ids: set[str] = set()
        self._counts: list[int] = []  # passages of each document
        self._stored: list[bytes] = []
        self._values: list[frozenset[tuple[str, str]]] = []
        self._seen = array("i")
        self._all, self._titles = Gathered(), Gathered()
        self._marks = Marks()

    @property
    def passages(self) -> int:
        """Passages gathered so far."""
        return len(self._stored)

    @property
    def words(self) -> int:
        """Words of lemmas and forms gathered so far."""
        return int(_BOTH_FIELDS * len(self._all.marks) / MARK)

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
        shift = self._name(self._row(title), derived=document.title_derived)
        for passage, tokens in passages:
            weight = FIRST_PARAGRAPH_WEIGHT if passage.paragraph == 1 else BODY_WEIGHT
            self._all.take(self._row(tokens), self.passages, weight, shift)
            self._stored.append(stored_value(passage_to_json(passage), header))
            self._values.append(facts.values(passage, document))
            self._seen.append(passage.seen)
            shift, header = 0, None

    def _name(self, title: Marked[Any], *, derived: bool) -> int:
        """Take the title of the next passage; how far it moves the body on."""
        self._titles.take(title, self.passages, BODY_WEIGHT, 0)
        if derived or not title.marks:
            return 0
        self._all.take(title, self.passages, TITLE_WEIGHT, 0)
        return sum(word.places for word in title.words) + GAP

    def _row(self, tokens: Sequence[Token]) -> Marked[Any]:
        if isinstance(tokens, Tokens):
            return tokens.runs or self._marks.row(tokens.words)
        return self._marks.row(_words(tokens))

    def arrays(self) -> dict[str, Array]:
        """The arrays of a segment that holds these documents, stored values among them."""
        documents = facts.in_order(self.headers)
        starts = offsets(self._counts)
        order = facts.ranges(starts[documents], np.diff(starts)[documents])
        number_of = np.empty(len(order), np.int64)
        number_of[order] = np.arange(len(order))
        every = postings.Standing.of(self._all, number_of)
        titles = postings.Standing.of(self._titles, number_of)
        bases = offsets(np.maximum(every.extents, titles.extents) + GAP)
        made = {"bases": bases.astype(np.int32)}
        made["stored"], made["stored.offsets"] = joined(
            [self._stored[each] for each in order.tolist()]
        )
        headers = [self.headers[each] for each in documents]
        made |= facts.document_arrays(headers, np.diff(starts)[documents])
        made |= profiles.profile_arrays([self._values[each] for each in order.tolist()])
        made["seen"] = np.frombuffer(self._seen, np.int32)[order]
        lemmas, forms = postings.lemmas(every.vocabulary), postings.forms(every.vocabulary)
        made |= postings.field_arrays(every, bases, {"text": lemmas, "exact": forms})
        of_titles = postings.lemmas(titles.vocabulary)
        return made | postings.field_arrays(titles, bases, {"title": of_titles})


def stored_value(passage: str, header: str | None) -> bytes:
    """What Whoosh's column of stored fields keeps for a passage: a pickle in zlib's wrapping.

    Not compressed: that would halve the column and take a tenth of the time of indexing. Where
    it fits, zlib's one stored block (RFC 1950 and 1951) is put around it here: setting up zlib
    takes three times as long.
    """
    said = {"passage": passage} if header is None else {"passage": passage, "header": header}
    value = dumps(said, 2)
    size = len(value)
    if size > _LONGEST_STORED:
        return zlib.compress(value, 0)
    wrapping = _STORED.pack(b"\x78\x01", 1, size, size ^ _LONGEST_STORED)
    return wrapping + value + _CHECKSUM.pack(zlib.adler32(value))


def _words(tokens: Sequence[Token]) -> Sequence[Word]:
    """Tokens as words, each taking the places up to the next."""
    if not tokens:
        return ()
    ends = [*(token.position for token in tokens[1:]), tokens[-1].position + 1]
    words = [
        same_word(token.form, token.lemmas, None, end - token.position)
        for token, end in zip(tokens, ends, strict=True)
    ]
    first = tokens[0].position
    return [same_word("", (), (), first), *words] if first else words
