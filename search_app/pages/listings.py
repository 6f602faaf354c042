"""The lists of documents and of events for machines: tables, feeds, and the events as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import flask

from index.search.request import SearchRequest
from search_app.contract.described import answers
from search_app.current import current_index
from search_app.errors import missing
from search_app.formats import as_atom, as_csv, listed, lists
from search_app.formats.lists import EventList
from search_app.languages import gettext, language
from search_app.links import at
from search_app.pages.documents import PER_PAGE, shelf
from search_app.pages.events import Told, lately, several

Thing = TypeVar("Thing")

blueprint = flask.Blueprint("listings", __name__)


@blueprint.get("/documents.csv")
@answers(media="text/csv")
def documents_table() -> flask.Response:
    """All documents, a row each, the newest first."""
    rows = (listed.document_row(each) for each in shelf(current_index()))
    return as_csv.answer(as_csv.lines(listed.DOCUMENT_COLUMNS, rows), "documents")


@blueprint.get("/documents.atom")
@answers(media=as_atom.TYPE, takes=["page"])
def documents_feed() -> flask.Response:
    """All documents, what came in last first, 50 a page."""
    every = current_index().arrivals()
    entries = [listed.document_entry(each, _came(each.id)) for each in _page(every)]
    return _feed("documents", gettext("Документы"), entries, len(every))


@blueprint.get("/events.csv")
@answers(media="text/csv")
def events_table() -> flask.Response:
    """The events that several documents tell of, a row each, the newest first."""
    rows = (listed.event_row(each) for each in _events())
    return as_csv.answer(as_csv.lines(listed.EVENT_COLUMNS, rows), "events")


@blueprint.get("/events.atom")
@answers(media=as_atom.TYPE, takes=["page"])
def events_feed() -> flask.Response:
    """The events that several documents tell of, what came in last first, 50 a page."""
    every = _listed(lately(current_index()))
    entries = [
        listed.event_entry(each, max(map(_came, each["documents"]))) for each in _page(every)
    ]
    return _feed("events", gettext("События"), entries, len(every))


@blueprint.get("/api/v1/events")
@answers(EventList, takes=["page"])
def events() -> flask.Response:
    """The events that several documents tell of, the newest first, 50 a page."""
    every, number = _events(), _number()
    start = (number - 1) * PER_PAGE
    said: EventList = {
        "total": len(every),
        "page": number,
        "pages": _pages(every),
        "events": every[start : start + PER_PAGE],
    }
    return flask.jsonify(said)


def _events() -> list[lists.ListedEvent]:
    return _listed(several(current_index()))


def _listed(told: Iterable[Told]) -> list[lists.ListedEvent]:
    said = language()
    return [
        lists.listed_event(each.id, each.title_in(said), each.date, each.documents) for each in told
    ]


def _came(document: str) -> int:
    """When words of a document came in last, in seconds since 1970; 0 where nobody knows."""
    _, passages = current_index().document(document) or (None, [])
    return max((each.came for each in passages), default=0)


def _number() -> int:
    return SearchRequest.from_args(flask.request.args).page


def _pages(every: Sequence[Any]) -> int:
    return -(-len(every) // PER_PAGE)


def _page(every: Sequence[Thing]) -> Sequence[Thing]:
    number = _number()
    if number > max(1, _pages(every)):
        missing()
    return every[(number - 1) * PER_PAGE : number * PER_PAGE]


def _feed(section: str, title: str, entries: Sequence[as_atom.Entry], total: int) -> flask.Response:
    number, pages = _number(), max(1, -(-total // PER_PAGE))
    own = at(f"listings.{section}_feed")
    turns = {"first": 1, "previous": number - 1, "next": number + 1, "last": pages}
    return as_atom.answer(
        as_atom.Feed(
            title=f"{title} · {gettext('Сказано')}",
            own=_turned(own, number),
            page=at(f"{section}.listing"),
            entries=entries,
            turns=tuple(
                (rel, _turned(own, each)) for rel, each in turns.items() if 1 <= each <= pages
            ),
            total=total,
        )
    )


def _turned(address: str, number: int) -> str:
    return f"{address}?page={number}" if number > 1 else address
