"""Documents and events as rows of a table and as entries of a feed."""

from __future__ import annotations

from markupsafe import Markup

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.search.query_string import quoted
from search_app.formats.as_atom import Entry
from search_app.formats.lists import ListedDocument, ListedEvent, listed_document
from search_app.links import within
from search_app.templating import absolute, permanent
from search_app.words import label

DOCUMENT_COLUMNS = (*ListedDocument.__annotations__, "page")
"""Columns of the table of documents: the fields of the API, and where each is read here."""

EVENT_COLUMNS = tuple(ListedEvent.__annotations__)
"""Columns of the table of events: the fields of the API."""


def document_row(known: Document) -> list[object]:
    """A document as a row of ``DOCUMENT_COLUMNS``."""
    page = absolute(within("documents", known.id))
    return [*listed_document(known).values(), page]


def event_row(event: ListedEvent) -> list[object]:
    """An event as a row of ``EVENT_COLUMNS``; its address is whole."""
    return [*(event | {"url": absolute(event["url"])}).values()]


def document_entry(known: Document, came: int) -> Entry:
    """A document as an entry; it ``came`` in when its last words did."""
    told = [known.source, label("lang", known.language), label("kind", known.kind)]
    return Entry(
        id=permanent(f"/documents/{quoted(known.id)}"),
        title=known.title,
        html=str(Markup("<p>{}</p>").format(" · ".join(filter(None, told)))),
        date=known.date or known.published,
        language=known.language,
        address=within("documents", known.id),
        came=came,
    )


def event_entry(event: ListedEvent, came: int) -> Entry:
    """An event as an entry, with its documents; it ``came`` in with the last of them."""
    links = Markup("").join(
        Markup('<li><a href="{}">{}</a></li>').format(absolute(within("documents", name)), name)
        for name in event["documents"]
    )
    return Entry(
        id=permanent(f"/events/{quoted(event['id'])}"),
        title=event["title"],
        html=str(Markup("<ul>{}</ul>").format(links)),
        date=PartialDate.parse(event["date"]) if event["date"] else None,
        language=event["language"],
        address=event["url"],
        came=came,
    )
