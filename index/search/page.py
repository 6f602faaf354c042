"""What a search gives back: a page of hits with its facets, ready to render."""

from __future__ import annotations

from dataclasses import dataclass

from index.documents.document import Document, Instruction, Passage
from index.search.request import SearchRequest
from index.search.rolling import When


@dataclass(frozen=True)
class Note:
    """How the query was read: a code for the catalogue and the words it speaks of."""

    code: str
    words: str = ""


@dataclass(frozen=True)
class Dates:
    """The dates that a time in the words was read as: «в 2025 году».

    ``as_words`` is the query in which these words are sought in the text instead.
    """

    words: str
    since: When | None
    until: When | None
    as_words: str


@dataclass(frozen=True)
class ReadWord:
    """A word as typed, the lemmas it was read as, and its forms that the index has.

    ``added`` are words of the same root that were taken in and count less.
    """

    text: str
    lemmas: tuple[str, ...]
    forms: tuple[str, ...]
    added: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """Another request with the reason for it, and how many passages it finds.

    The reason is keyboard, transliteration, spelling, synonyms, kin or fewer-words.
    """

    reason: str
    wanted: SearchRequest
    passages: int


@dataclass(frozen=True)
class Hit:
    """A passage on a page. Snippet and marked title are HTML, escaped, with <mark>."""

    document: Document  # without paragraphs
    passage: Passage
    score: float
    snippet: str
    title: str
    duty: Instruction | None = None  # of the passage, that says most of the query


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet, the passages it would show, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool
    months: tuple[FacetValue, ...] = ()  # of a year in the facet ``date``
    excluded: bool = False  # passages that have it are left out


@dataclass(frozen=True)
class Totals:
    """Exact counts of what matches: passages, their documents and events."""

    passages: int
    documents: int
    events: int


@dataclass(frozen=True)
class Group:
    """What was found in one document or event; ``hits`` are the first of it."""

    id: str
    totals: Totals
    hits: tuple[Hit, ...]

    @property
    def best(self) -> Document:
        """The document of the best hit."""
        return self.hits[0].document


@dataclass(frozen=True)
class SearchPage:
    """One page of an answer; ``facets`` has those of a request and date.

    With ``group``, pages count groups and ``hits`` are those of the groups, one after another.
    """

    text: str  # as it was asked
    wanted: SearchRequest  # as it was answered: a time in the words is a range of dates
    canonical: str  # the query text as normalised, without a time that was read as dates
    read_as: str  # the query as understood, in the query language
    notes: tuple[Note, ...]
    totals: Totals
    page: int
    pages: int
    per_page: int
    sort: str
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    group: str = ""
    groups: tuple[Group, ...] = ()
    applied: Suggestion | None = None
    """What the words were taken for, because nothing was found as they were typed."""
    suggestions: tuple[Suggestion, ...] = ()
    words: tuple[ReadWord, ...] = ()
    exactly: str = ""
    """The query in which every word stands as it was typed."""
    dates: Dates | None = None
    """What the range of dates was read from."""

    @property
    def relaxed(self) -> bool:
        """Whether something else than the words as typed was searched for."""
        changed = {"asks", "most-words", "most-words-too", "silent-words", "loose-phrases"}
        return self.applied is not None or any(note.code in changed for note in self.notes)
