"""Private feeds, for programs that cannot sign in: what is new, and what falls due."""

from __future__ import annotations

import dataclasses

import flask

from index.search.advice.answering import understood
from index.search.advice.timing import timed
from index.search.instructions.register import register
from index.search.news import latest, places
from index.search.page import Hit
from index.search.request import SearchRequest
from index.search.snippets import Snippets
from index.store.reader import Ref
from search_app.current import current_index, heirs
from search_app.errors import missing
from search_app.formats import as_atom, as_ics, offered
from search_app.languages import gettext
from search_app.staff.alerts import feeding
from search_app.staff.database import reading
from search_app.staff.keeping import kept, shelf
from search_app.staff.keeping.bookmarks import Bookmark

MOST = 50
"""Passages of a feed."""

blueprint = flask.Blueprint("staff_feeds", __name__)


@blueprint.get("/feeds/<token>.atom")
def everything(token: str) -> flask.Response:
    """What came in last for any of an account's bookmarks."""
    found: dict[Ref, tuple[int, tuple[SearchRequest, Snippets, Bookmark]]] = {}
    for bookmark in _all_of(token):
        asked = kept.read(current_index(), bookmark, 0).wanted
        if asked is None:
            continue
        snippets = _snippets(asked)
        for ref, change in latest(current_index(), asked, MOST):
            found.setdefault(ref, (change, (asked, snippets, bookmark)))
    newest = sorted(found.items(), key=lambda each: -each[1][0])[:MOST]
    entries = [_entry(ref, *how) for ref, (_, how) in newest]
    page = flask.url_for("staff_bookmarks.listing")
    return as_atom.answer(
        as_atom.Feed(gettext("Новое в закладках"), flask.request.path, page, entries)
    )


@blueprint.get("/feeds/<token>/<int:number>.atom")
def news(token: str, number: int) -> flask.Response:
    """What came in last for one bookmark."""
    bookmark, asked = _one_of(token, number)
    found = latest(current_index(), asked, MOST)
    snippets = _snippets(asked)
    entries = [_entry(ref, asked, snippets, bookmark) for ref, _ in found]
    return as_atom.answer(
        as_atom.Feed(bookmark.title, flask.request.path, kept.address(asked), entries)
    )


@blueprint.get("/feeds/<token>/<int:number>.ics")
def deadlines(token: str, number: int) -> flask.Response:
    """The deadlines of the instructions that one bookmark finds."""
    _, asked = _one_of(token, number)
    ix = current_index()
    held = places(ix, asked)
    duties = register(ix, heirs)
    return as_ics.answer(
        duty for duty in duties if any(source.place in held for source in duty.sources)
    )


def _all_of(token: str) -> list[Bookmark]:
    with reading() as session:
        account = feeding.account_of(session, token)
        if account is None:
            missing()
        return list(shelf.selected(session, account, shelf.Selection()))


def _one_of(token: str, number: int) -> tuple[Bookmark, SearchRequest]:
    """A bookmark that the account of a token may read, and what it searches for."""
    with reading() as session:
        account = feeding.account_of(session, token)
        bookmark = account and shelf.readable(session, account, number)
    asked = bookmark and kept.read(current_index(), bookmark, 0).wanted
    if not bookmark or not asked:
        missing()
    return bookmark, asked


def _snippets(asked: SearchRequest) -> Snippets:
    ix = current_index()
    return Snippets(understood(ix, timed(ix, asked).wanted).query)


def _entry(ref: Ref, asked: SearchRequest, snippets: Snippets, bookmark: Bookmark) -> as_atom.Entry:
    ix = current_index()
    document, passage = ix.header(ref), ix.stored(ref)
    hit = Hit(document, passage, 0.0, snippets.snippet(passage), snippets.title(document))
    entry = offered.entry(hit, asked.text)
    named = (f"bookmark:{bookmark.id}", bookmark.title)
    return dataclasses.replace(entry, categories=(*entry.categories, named))
