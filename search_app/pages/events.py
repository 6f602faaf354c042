"""The events, and one event: its versions side by side."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import flask
import werkzeug

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy import day_of
from index.search.request import SearchRequest
from index.store.reader import Index
from search_app.current import current_index
from search_app.errors import missing
from search_app.links import within
from search_app.pages.documents import shelf
from search_app.presenters.grouping import reasons
from search_app.presenters.occasion import (
    Occasion,
    Version,
    occasion,
    occasion_of,
    rows,
    title_of,
)

PER_PAGE = 50
SIDE_BY_SIDE = 4
"""Versions that stand beside one another; a reader may choose others."""

blueprint = flask.Blueprint("events", __name__, url_prefix="/events")


@dataclass(frozen=True)
class Told:
    """An event in the list: its documents, the newest first."""

    id: str
    documents: tuple[Document, ...]

    def title_in(self, language: str) -> tuple[str, str]:
        """What it is called, in a language if some document says so, and that language."""
        return title_of(self.documents, language)

    @property
    def date(self) -> PartialDate | None:
        """When it was: what most of its documents say, not when the last of them was told."""
        return day_of(each.date for each in self.documents)

    @property
    def dated(self) -> Document:
        """A document of that date."""
        return next(each for each in self.documents if each.date == self.date)


@blueprint.get("")
def listing() -> str:
    """The events that several documents tell of, the newest first."""
    told = several(current_index())
    page = SearchRequest.from_args(flask.request.args).page
    pages = max(1, -(-len(told) // PER_PAGE))
    if page > pages:
        missing()
    return flask.render_template(
        "events.html",
        told=told[(page - 1) * PER_PAGE : page * PER_PAGE],
        total=len(told),
        page=page,
        pages=pages,
        turn=lambda n: flask.url_for("events.listing", page=n if n > 1 else None),
    )


@blueprint.get("/<id>")
def one(id: str) -> str | werkzeug.Response:  # noqa: A002 - the name in the address
    """An event: its documents, and what they say passage by passage."""
    ix = current_index()
    found = occasion(ix, id)
    if found is None:
        # The id of a document leads to its event, whatever that is called by now.
        known = ix.document(id) or missing()
        return flask.redirect(within("events", occasion_of(ix, known[0]).id))
    chosen = _chosen(found, flask.request.args.getlist("version"))
    return flask.render_template(
        "event.html",
        event=found,
        chosen=chosen,
        reasons=reasons(ix, found),
        rows=rows(ix, id, tuple(each.document.id for each in chosen)),
    )


@functools.lru_cache(maxsize=2)
def several(ix: Index) -> tuple[Told, ...]:
    """The events of more than one document, read once a commit."""
    events: dict[str, list[Document]] = {}
    for known in shelf(ix):
        if known.event:
            events.setdefault(known.event, []).append(known)
    told = [Told(name, tuple(held)) for name, held in events.items() if len(held) > 1]
    return tuple(sorted(told, key=lambda event: _day(event.date), reverse=True))


@functools.lru_cache(maxsize=2)
def lately(ix: Index) -> tuple[Told, ...]:
    """The same events, those first of which a document came in last."""
    places: dict[str, int] = {}
    for place, known in enumerate(ix.arrivals()):
        places.setdefault(known.event, place)
    return tuple(sorted(several(ix), key=lambda event: places[event.id]))


def _day(date: PartialDate | None) -> int:
    return date.first.toordinal() if date else 0


def _chosen(found: Occasion, asked: Sequence[str]) -> list[Version]:
    wanted = [each for each in found.versions if each.document.id in asked]
    return (wanted or list(found.versions))[:SIDE_BY_SIDE]
