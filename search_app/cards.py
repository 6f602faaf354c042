"""Hits as cards to render: all that a line of the index of quotations says, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from index.documents.document import Document
from index.search.page import Hit
from search_app.languages import date, gettext, language
from search_app.links import Links, within
from search_app.words import label


class Tag(NamedTuple):
    """An area or an agency of a passage."""

    kind: str
    address: str
    name: str


class Card(NamedTuple):
    """A passage found; ``title`` and ``snippet`` are HTML."""

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
    is_digest: bool
    is_president: bool
    tags: Sequence[Tag]


def card(hit: Hit, links: Links) -> Card:
    """A hit of a search, in the language of this request."""
    document, passage = hit.document, hit.passage
    own = language()
    return Card(
        str(document.date or ""),
        date(document.date) or gettext("без даты"),
        _published(document),
        links.passage(hit),
        document.language or own,
        Markup(hit.title),  # noqa: S704 - escaped by the engine
        passage.language or own,
        Markup(hit.snippet),  # noqa: S704 - escaped by the engine
        document.source,
        label("lang", document.language),
        document.kind == "digest",
        passage.speaker.role == "president",
        [
            *(Tag("area", *_named("areas", each.area, links)) for each in passage.areas),
            *(Tag("agency", *_named("agencies", each, links)) for each in links.agencies(passage)),
        ],
    )


def _published(document: Document) -> str:
    if not document.published or document.published == document.date:
        return ""
    return gettext("опубликовано %(date)s", date=date(document.published))


def _named(section: str, value: str, links: Links) -> tuple[str, str]:
    """Address and name, once a page: the same few stand under most hits."""
    known = links.named.get((section, value))
    if known is None:
        facet = "area" if section == "areas" else "agency"
        known = links.named[section, value] = (within(section, value), label(facet, value))
    return known
