"""The frozen values that all rooms share: a document, its passages and what they mean."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from index.documents.dates import PartialDate

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True)
class Document:
    """One published text: a report, a transcript, a digest."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    date: PartialDate | None = None
    published: PartialDate | None = None
    event: str = ""
    event_title: str = ""
    language: str = ""
    source: str = ""
    url: str = ""
    kind: str = "report"
    notes: str = ""
    title_derived: bool = False

    @cached_property
    def text(self) -> str:
        """All paragraphs; offsets of passages count in it."""
        return PARAGRAPH_BREAK.join(self.paragraphs)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything the document says, to tell an unchanged one."""
        fields = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(fields.encode()).hexdigest()


@dataclass(frozen=True)
class Sentence:
    """A sentence: its span in the passage's text and its language (ru, kk, bg, en)."""

    start: int
    end: int
    language: str


@dataclass(frozen=True)
class Mention:
    """An agency named in a passage; offsets count in the passage's text.

    One that people set where no word names it stands nowhere: from 0 to 0.
    """

    agency: str
    start: int
    end: int
    role: str = "mentioned"  # or "instructed"
    heirs: tuple[str, ...] = ()  # agencies that took over from it, the nearest first

    @property
    def is_written(self) -> bool:
        """Whether words of the passage name it."""
        return self.end > self.start


@dataclass(frozen=True)
class AreaScore:
    """A priority area that a passage speaks of, and the words that decided."""

    area: str
    score: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Speaker:
    """Whose words a passage holds: president (direct), indirect (retold) or reporter (all else)."""

    role: str = "reporter"
    name: str = ""
    how: str = ""  # it is told: told, carried, retold, between, label, transcript
    words: tuple[str, ...] = ()  # that tell it


@dataclass(frozen=True)
class Instruction:
    """Who must do what by when; offsets count in the passage's text."""

    id: str
    text: str
    start: int
    end: int
    kind: str  # new, recalled, moved, recurring, goal, requirement, start
    agencies: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    deadline: str = ""
    due: str = ""  # YYYY-MM-DD, the last day of the period
    rule: str = ""  # of dates.toml, by which the wording came to its day
    areas: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # that make it an instruction
    was: str = ""  # of a deadline that was moved the day before, YYYY-MM-DD

    @property
    def lead(self) -> tuple[str, ...]:
        """The agencies that answer for it; all, where none of them leads."""
        return tuple(each for each in self.agencies if each not in self.joint) or self.agencies

    @property
    def beside(self) -> tuple[str, ...]:
        """The agencies that act jointly with those that lead."""
        return tuple(each for each in self.joint if each not in self.lead)


@dataclass(frozen=True)
class Passage:
    """What is indexed, found and linked: a paragraph, or a part of a long one."""

    document: str
    ordinal: int  # from 1 in its document
    paragraph: int  # from 1 in its document
    text: str
    start: int  # in Document.text
    end: int
    language: str = ""
    sentences: tuple[Sentence, ...] = ()
    speaker: Speaker = Speaker()
    agencies: tuple[Mention, ...] = ()
    areas: tuple[AreaScore, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    corrected: tuple[str, ...] = ()  # what of it people decided: names of fields
    seen: int = 0  # the archive's change that first held these words in this document
    came: int = 0  # when that was, in seconds since 1970; 0 where an older index does not say

    def having(self, **parts: Any) -> Passage:
        """The passage with other parts, as ``dataclasses.replace`` in a fifth of the time."""
        passage: Passage = object.__new__(Passage)
        passage.__dict__.update(self.__dict__, **parts)
        return passage

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language in which a whole sentence stands, the passage's own first."""
        found = dict.fromkeys((self.language, *(each.language for each in self.sentences)))
        return tuple(language for language in found if language)
