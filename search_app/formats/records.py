"""The shapes of the JSON that machines read: the API, ``search --json`` and ``export``.

``as_json`` builds them (mypy compares), ``openapi`` describes them: each field with its
type, what it means (a string) and what values it takes (a tuple), said once.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

Date = Annotated[str, "a date: YYYY, YYYY-MM or YYYY-MM-DD"]
Count = Annotated[int, "how many, from 0"]
Ordinal = Annotated[int, "a number from 1"]


class Query(TypedDict):
    """How a query was read."""

    text: Annotated[str, "the query as given"]
    canonical: Annotated[str, "the query as the address to keep has it"]
    read_as: Annotated[str, "how it was understood, in the query language"]
    notes: list[ReadingNote]
    words: Annotated[list[WordRead], "how each word was read"]
    exactly: Annotated[str | None, "the query with every word just as typed"]
    dates: Annotated[ReadDates | None, "the dates that a time in the words was read as"]


class ReadDates(TypedDict):
    """A time in the words of a query and the range of dates that it stands for."""

    words: Annotated[str, "the words: in 2025"]
    since: Annotated[str | None, "as the parameter from takes it"]
    until: Annotated[str | None, "as the parameter to takes it"]
    as_words: Annotated[str, "the query in which these words are sought in the text instead"]


class ReadingNote(TypedDict):
    """What was cut or read as text."""

    code: str
    words: str


class WordRead(TypedDict):
    """How a word of the query was read."""

    text: str
    lemmas: Annotated[list[str], "those that the index has"]
    forms: Annotated[list[str], "forms of them in the index, the most frequent first"]
    added: Annotated[list[str], "words of the same root that were taken in and count less"]
    languages: Annotated[list[str], "in which it was read"]


class Offered(TypedDict):
    """Another query."""

    reason: Annotated[
        str, ("keyboard", "transliteration", "spelling", "synonyms", "kin", "fewer-words")
    ]
    text: str
    url: Annotated[str, "address from the site's root"]
    passages: Annotated[Count, "how many it finds"]


class Total(TypedDict):
    """How much matches."""

    passages: Count
    documents: Count
    events: Annotated[Count, "occasions that the documents tell of"]


class HitGroup(TypedDict):
    """A document or an event; its hits stand together in ``hits``, group after group."""

    id: str
    title: Annotated[str, "of the event, or of the document"]
    date: Date | None
    passages: Annotated[Count, "how many match in it"]
    documents: Count
    shown: Annotated[Count, "how many of ``hits`` are of it"]


class SearchHit(TypedDict):
    """A passage that answers a search."""

    document: Annotated[str, "id of the document"]
    passage: Annotated[Ordinal, "number in the document"]
    paragraph: Ordinal
    score: Annotated[float, "relevance, whatever the order; 0 without words"]
    title: str
    date: Annotated[Date | None, "of the speech"]
    published: Annotated[Date | None, "of the report"]
    source: str
    language: Annotated[str, "of most of the passage"]
    languages: Annotated[list[str], "all in which a whole sentence of it is written"]
    kind: str
    event: Annotated[str, "id of the occasion; the document's own where it stands alone"]
    speaker: Annotated[str, ("president", "indirect", "reporter")]
    areas: Annotated[list[str], "ids of priority areas"]
    agencies: Annotated[list[str], "ids of agencies"]
    snippet: Annotated[str, "HTML in which mark tells what was found"]
    text: str
    url: Annotated[str, "address from the site's root"]


class FacetCount(TypedDict):
    """A value of a facet; its count is what the value's link shows."""

    value: str
    label: Annotated[str, "what it is called in the language of the address"]
    count: Count
    chosen: bool
    excluded: Annotated[bool, "passages that have it are left out"]


class MonthCount(TypedDict):
    """A month of the facet date."""

    value: Annotated[str, "YYYY-MM"]
    count: Count
    chosen: bool


class YearCount(TypedDict):
    """A year of the facet date."""

    value: Annotated[str, "YYYY"]
    count: Count
    chosen: bool
    months: list[MonthCount]


class SearchAnswer(TypedDict):
    """A page of an answer."""

    query: Query
    applied: Annotated[Offered | None, "what was searched for instead, as nothing was found"]
    suggestions: Annotated[list[Offered], "what would find more"]
    total: Total
    page: Ordinal
    pages: Count
    per_page: Ordinal
    sort: str
    group: Annotated[str, ("", "document", "event")]
    groups: Annotated[list[HitGroup], "of the page; pages count groups then"]
    hits: list[SearchHit]
    facets: dict[str, list[FacetCount] | list[YearCount]]


class Said(TypedDict):
    """Whose words a passage holds."""

    role: Annotated[
        str,
        ("president", "indirect", "reporter"),
        "president: his direct words; indirect: retold; reporter: all else",
    ]
    name: str | None


class PassageArea(TypedDict):
    """A priority area that a passage speaks of."""

    id: str
    score: float
    evidence: Annotated[list[str], "the words that decided"]


class PassageAgency(TypedDict):
    """An agency named in a passage; offsets count in the passage's text."""

    id: str
    role: Annotated[str, ("instructed", "mentioned")]
    start: Annotated[Count | None, "null where people set what no word of the passage names"]
    end: Annotated[Count | None, "likewise"]


class PassageInstruction(TypedDict):
    """Who must do what by when; offsets count in the passage's text."""

    id: str
    text: str
    start: Count
    end: Count
    agencies: Annotated[list[str], "ids of those responsible"]
    joint: Annotated[list[str], "ids of those who help"]
    deadline: Annotated[str | None, "the wording"]
    due: Annotated[Date | None, "the last day of the period"]
    kind: Annotated[str, ("new", "recalled", "moved", "recurring", "goal", "requirement", "start")]
    was: Annotated[Date | None, "of a deadline that was moved the day before"]


class PassageBody(TypedDict):
    """A passage with all that is known of it."""

    paragraph: Ordinal
    text: str
    start: Annotated[Count, "offset in the document's text"]
    end: Count
    language: Annotated[str, "of most of the passage"]
    languages: Annotated[list[str], "all in which a whole sentence of it is written"]
    speaker: Said
    areas: list[PassageArea]
    agencies: list[PassageAgency]
    instructions: list[PassageInstruction]


class DocumentPassage(PassageBody):
    """A passage of a document."""

    ordinal: Ordinal


class ExportedPassage(PassageBody):
    """A passage that stands alone: a line of the bulk download."""

    document: Annotated[str, "id of the document"]
    passage: Ordinal
    title: str
    date: Date | None
    published: Date | None
    event: Annotated[str, "id of the occasion"]
    source: str
    kind: str


class EventSummary(TypedDict):
    """The occasion a document tells of."""

    id: str
    title: str
    date: Date | None
    versions: Annotated[list[str], "ids of all documents that tell of it, the fullest first"]


class DocumentHeader(TypedDict):
    """What is known of a document."""

    id: str
    title: str
    title_derived: Annotated[bool, "whether the title was made from the text"]
    date: Annotated[Date | None, "of the speech"]
    published: Annotated[Date | None, "of the report"]
    event: EventSummary
    language: str
    source: str
    url: Annotated[str, "of the source"]
    kind: str
    notes: str


class FullDocument(DocumentHeader):
    """A document and all its passages."""

    passages: list[DocumentPassage]


class Error(TypedDict):
    """What was wrong."""

    status: int
    title: str
    detail: str


class ParameterError(Error, total=False):
    """What was wrong, and with which parameter."""

    parameter: Annotated[str, "the one that is malformed"]


class ErrorAnswer(TypedDict):
    """An error; the HTTP status is the same."""

    error: ParameterError
