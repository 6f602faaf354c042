"""Hits as cards to render: all that a line of the index of quotations says, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from index.documents.document import Document, Instruction
from index.search.page import Hit
from search_app.languages import date, date_in, gettext, language
from search_app.links import Links, within
from search_app.words import charged, kind_of_duty, label


class Tag(NamedTuple):
    """An area or an agency of a passage."""

    kind: str
    address: str
    name: str


class Charge(NamedTuple):
    """Who must do what a passage says, and by when: words, empty where nobody says."""

    kind: str
    whom: str
    wording: str
    iso: str
    day: str


class Card(NamedTuple):
    """A passage found; ``title`` and ``snippet`` are HTML; ``digest`` and others words or empty."""

    iso: str
    day: str
    published: str
    address: str
    tongue: str
    title: Markup
    spoken: str
    snippet: Markup
    source: str
    language: str
    digest: str
    voice: str
    charge: Charge | None
    tags: Sequence[Tag]
    about: str


class Cards:
    """The cards of one page: what they have in common is worked out once."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._own = language()
        self._tongues: dict[str, str] = {}
        self._voices: dict[str, str] = {}
        self._named: dict[tuple[str, str], Tag] = {}
        self._undated = gettext("без даты")
        self._digest = gettext("изложение")
        self._about = gettext("О чём и о ком")

    def __call__(self, hit: Hit) -> Card:
        """The card of a hit."""
        document, passage = hit.document, hit.passage
        said = document.date
        return Card(
            str(said) if said else "",
            date_in(self._own, said) if said else self._undated,
            _published(document),
            self._links.passage(hit),
            document.language or self._own,
            Markup(hit.title),  # noqa: S704 - escaped by the engine
            passage.language or self._own,
            Markup(hit.snippet),  # noqa: S704 - escaped by the engine
            document.source,
            self._tongue(document.language),
            self._digest if document.kind == "digest" else "",
            self._voice(passage.speaker.role),
            _charge(hit.duty),
            [
                *(self._tag("area", score.area) for score in passage.areas),
                *(self._tag("agency", name) for name in self._links.agencies(passage)),
            ],
            self._about,
        )

    def _tongue(self, code: str) -> str:
        if code not in self._tongues:
            self._tongues[code] = label("lang", code)
        return self._tongues[code]

    def _voice(self, role: str) -> str:
        if role not in self._voices:
            self._voices[role] = label("speaker", role)
        return self._voices[role]

    def _tag(self, facet: str, value: str) -> Tag:
        if (facet, value) not in self._named:
            section = "areas" if facet == "area" else "agencies"
            self._named[facet, value] = Tag(facet, within(section, value), label(facet, value))
        return self._named[facet, value]


def _charge(duty: Instruction | None) -> Charge | None:
    if duty is None:
        return None
    day = date(duty.due) if duty.due else ""
    return Charge(kind_of_duty(duty.kind), charged(duty), duty.deadline, duty.due, day)


def _published(document: Document) -> str:
    if not document.published or document.published == document.date:
        return ""
    return gettext("опубликовано %(date)s", date=date(document.published))


def card(hit: Hit, links: Links) -> Card:
    """The card of a hit that stands alone."""
    return Cards(links)(hit)
