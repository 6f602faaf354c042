"""The register of instructions for machines: its shapes, and how each is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, TypedDict
from urllib.parse import quote

from markupsafe import Markup

from index.policy import day_of
from index.search.instructions.duties import Duty, Source
from index.search.instructions.register import RegisterPage, terms
from index.search.page import Note
from index.today import today
from search_app.current import current_index
from search_app.formats import as_atom
from search_app.formats.records import Count, Date, Ordinal, ReadingNote
from search_app.languages import language
from search_app.presenters.dating import doubts_of
from search_app.presenters.occasion import called
from search_app.templating import permanent
from search_app.words import charged, kind_of_duty, label

_TITLE = 90  # letters of an event's title in a list to choose from


class DutySource(TypedDict):
    """A passage that tells of an instruction."""

    document: str
    passage: Ordinal
    text: Annotated[str, "the words of this passage"]
    title: str
    date: Annotated[Date | None, "of the speech"]
    source: str
    language: str
    speaker: Annotated[str, ("president", "indirect", "reporter")]
    due: Annotated[Date | None, "as this passage has it"]
    was: Annotated[Date | None, "the day before it was moved, as this passage has it"]
    event_year: Annotated[int | None, "of the event of its text, where the date contradicts it"]
    url: Annotated[str, "address from the site's root"]


class RegisteredDuty(TypedDict):
    """Who must do what by when, and who tells of it."""

    id: Annotated[str, "stays when a text moves or is corrected, and when others tell it too"]
    text: str
    kind: Annotated[str, ("new", "recalled", "moved", "recurring", "goal", "requirement", "start")]
    agencies: Annotated[list[str], "ids of those responsible"]
    joint: Annotated[list[str], "ids of those who help"]
    areas: list[str]
    deadline: Annotated[str | None, "the wording"]
    due: Annotated[Date | None, "the last day of the period; of a start the day it begins"]
    rule: Annotated[str | None, "of dates.toml: how the wording came to its day"]
    other_dues: Annotated[list[str], "dates it had before it was moved, or by other sources"]
    was: Annotated[Date | None, "the day that counted before the deadline was moved"]
    is_past: Annotated[bool, "whether the date has come; whether it was done nobody knows here"]
    date: Annotated[Date | None, "of the speech"]
    event: Annotated[str, "id of the occasion"]
    sources: Annotated[list[DutySource], "one in the reader's language first, then the fullest"]


class ValueCount(TypedDict):
    """A value and how many instructions its filter shows."""

    value: str
    label: str
    count: Count


@dataclass(frozen=True)
class ToldEvent:
    """An event that a form offers, and how many instructions it shows; a title has a language."""

    value: str
    label: str
    count: int
    language: str


class RegisterAnswer(TypedDict):
    """A page of the register."""

    total: Count
    page: Ordinal
    pages: Count
    instructions: list[RegisteredDuty]
    facets: dict[str, list[ValueCount]]
    notes: Annotated[list[ReadingNote], "predecessors that count too, unknown values"]


COLUMNS = (
    *("id", "text", "kind", "agencies", "joint", "areas", "deadline", "due", "rule"),
    *(
        "other_dues",
        "is_past",
        "date",
        "event",
        "document",
        "passage",
        "title",
        "source",
        "language",
        "url",
        "was",
    ),
)
"""Columns of the register as a table: the instruction, then its first source."""


def answer(page: RegisterPage, notes: Sequence[Note]) -> RegisterAnswer:
    """A page of the register with the counts of its filters."""
    return {
        "total": page.total,
        "page": page.page,
        "pages": page.pages,
        "instructions": [duty(each) for each in page.duties],
        "facets": {name: values(page, name) for name in page.facets},
        "notes": [{"code": note.code, "words": note.words} for note in notes],
    }


def values(page: RegisterPage, facet: str) -> list[ValueCount]:
    """The values of a filter, the most frequent first; terms in their order."""
    counted = page.facets[facet]
    found: list[ValueCount] = [
        {"value": value, "label": label(facet, value), "count": count}
        for value, count in counted.items()
    ]
    if facet != "due":
        found.sort(key=lambda each: (-each["count"], each["label"]))
    return found


def events(page: RegisterPage) -> list[ToldEvent]:
    """The events of a page's filter, the newest first."""
    return [_told(event, count) for event, count in page.events.items()]


def _told(event: str, count: int) -> ToldEvent:
    ix = current_index()
    title, tongue = called(ix, event, language())
    short = title if len(title) <= _TITLE else title[:_TITLE].rsplit(" ", 1)[0] + "…"
    date = day_of(each.date for each in ix.tellers(event))
    return ToldEvent(event, f"{date} · {short}" if date else short, count, tongue)


def duty(found: Duty) -> RegisteredDuty:
    """One instruction."""
    shown, first = found.shown, found.sources[0]
    return {
        "id": found.id,
        "text": shown.text,
        "kind": shown.kind,
        "agencies": list(shown.agencies),
        "joint": list(shown.joint),
        "areas": sorted(found.areas),
        "deadline": shown.deadline or None,
        "due": found.due or found.begins or None,
        "rule": shown.rule or None,
        "other_dues": list(found.other_dues),
        "was": found.was or None,
        "is_past": "overdue" in terms(found.due, today()),
        "date": str(first.document.date) if first.document.date else None,
        "event": first.event,
        "sources": [_source(each) for each in found.sources],
    }


def row(found: Duty) -> list[object]:
    """One instruction as a row of ``COLUMNS``."""
    said, first = duty(found), _source(found.sources[0])
    record: dict[str, object] = {**first, **said, "url": permanent(first["url"])}
    return [record[column] for column in COLUMNS]


def entries(page: RegisterPage) -> Iterator[as_atom.Entry]:
    """A page of the register as entries of a feed."""
    for each in page.duties:
        said, first = duty(each), each.sources[0]
        yield as_atom.Entry(
            id=permanent(f"/instructions#{said['id']}"),
            title=f"{kind_of_duty(said['kind'])}: {said['text']}",
            html=_html(each),
            date=first.document.date or first.document.published,
            language=first.language,
            address=address(first),
            categories=tuple((area, label("area", area)) for area in said["areas"]),
            came=each.came,
        )


def address(source: Source) -> str:
    """The address of the passage, from the site's root."""
    return f"/documents/{quote(source.document.id, safe='')}#p{source.passage}"


def _source(source: Source) -> DutySource:
    known = source.document
    return {
        "document": known.id,
        "passage": source.passage,
        "text": source.duty.text,
        "title": known.title,
        "date": str(known.date) if known.date else None,
        "source": known.source,
        "language": source.language,
        "speaker": source.speaker,
        "due": source.duty.due or None,
        "was": source.was_due or None,
        "event_year": source.event_year,
        "url": address(source),
    }


def _html(found: Duty) -> str:
    told = filter(None, (charged(found.shown), found.due))
    lines = [found.shown.text, " · ".join(told), *doubts_of(found)]
    return "".join(Markup("<p>{}</p>").format(line) for line in lines)
