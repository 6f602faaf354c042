"""The list of documents, and one document with all its text."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import flask

from index.documents.document import Document
from index.language.event_years import told_year
from index.search.inside import NOTHING, inside
from index.search.request import SearchRequest
from index.search.snippets import Snippets
from index.store.reader import Index
from search_app.current import current_index
from search_app.errors import missing
from search_app.links import Links
from search_app.presenters.citing import citation
from search_app.presenters.dating import doubts
from search_app.presenters.occasion import elsewhere, occasion_of
from search_app.presenters.reading import reading

PER_PAGE = 50
MOST = 5
"""Passages of other versions that a page of a document shows."""

blueprint = flask.Blueprint("documents", __name__)


@dataclass(frozen=True)
class Shelf:
    """One page of the list of documents, a group a year."""

    total: int
    page: int
    pages: int
    years: tuple[tuple[int | None, tuple[Document, ...]], ...]


def shelf(ix: Index) -> Sequence[Document]:
    """All documents, the newest first; those without a date last; none is read before it is due."""
    return ix.documents()


@blueprint.get("/documents")
def listing() -> str:
    """The documents by date."""
    page = SearchRequest.from_args(flask.request.args).page
    return flask.render_template(
        "documents.html", shelf=_page(shelf(current_index()), page), turn=_turn
    )


@blueprint.get("/documents/<id>")
def one(id: str) -> str:  # noqa: A002 - the name in the address
    """A document: what is known of it and all its text, with what a search finds in it."""
    known, passages = current_index().document(id) or missing()
    wanted = SearchRequest.from_args(flask.request.args).for_reading()
    asked = wanted.text or wanted.is_filtered
    found = inside(current_index(), wanted, id, len(passages)) if asked else NOTHING
    event = occasion_of(current_index(), known)
    return flask.render_template(
        "document.html",
        document=known,
        links=Links(wanted) if asked else None,
        reading=reading(passages, Snippets(found.query), found.ordinals),
        event=event,
        versions=event.others(id),
        elsewhere=elsewhere(current_index(), event, id),
        sources={one.document.id: one.document.source or one.document.id for one in event.versions},
        most=MOST,
        cited=citation(known),
        doubts=doubts(known, told_year(passages, known.date)),
        areas=_often(score.area for passage in passages for score in passage.areas),
        agencies=_often(mention.agency for passage in passages for mention in passage.agencies),
    )


def _often(values: Iterable[str]) -> list[str]:
    return [value for value, _ in Counter(values).most_common()]


def _turn(page: int) -> str:
    return flask.url_for("documents.listing", page=page if page > 1 else None)


def _page(documents: Sequence[Document], page: int) -> Shelf:
    pages = max(1, -(-len(documents) // PER_PAGE))
    if page > pages:
        missing()
    shown = documents[(page - 1) * PER_PAGE : page * PER_PAGE]
    years = itertools.groupby(shown, key=lambda known: known.date.year if known.date else None)
    return Shelf(len(documents), page, pages, tuple((year, tuple(group)) for year, group in years))
