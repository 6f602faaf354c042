"""Bookmarks: the list of them, one of them, and what each opens."""

from __future__ import annotations

from typing import Any

import flask
from werkzeug.wrappers import Response

from index.search.arguments import number
from index.search.folding import folded
from index.search.request import SearchRequest, single
from index.search.search import search
from search_app.current import before, current_index
from search_app.errors import missing
from search_app.languages import gettext
from search_app.links import Links
from search_app.presenters.cards import card
from search_app.staff.alerts import alerting, feeding
from search_app.staff.database import reading, transaction
from search_app.staff.guard import current_account, staff_only, the_account
from search_app.staff.keeping import kept, shelf
from search_app.staff.keeping.bookmark_form import HOW_OFTEN, STATES, BookmarkForm, filled
from search_app.staff.keeping.bookmarks import Bookmark
from search_app.words import label

LISTS = ("mine", "team", "archived", "deleted")
NARROWING = ("whose", "folder", "tag", "q", "new")
PER_PAGE = 50
MANY = 10
"""Bookmarks of a list from which on it can be searched."""

blueprint = flask.Blueprint("staff_bookmarks", __name__)


@blueprint.get("/bookmarks")
@staff_only()
def listing() -> str:
    """Bookmarks with what each finds now and what is new."""
    args, who = flask.request.args, the_account()
    whose = single(args, "whose") or LISTS[0]
    if whose not in LISTS:
        missing()
    narrowed = (single(args, name) for name in ("folder", "tag", "q"))
    wanted = shelf.Selection(whose, *narrowed)
    with reading() as session:
        found = shelf.selected(session, who.id, wanted)
        every = kept.read_all(session, current_index(), who.id, found)
        counts = shelf.counts(session, who.id)
        folders, tags = shelf.names(session, who.id)
        alerts = alerting.frequencies(session, who.id)
    fresh = bool(single(args, "new"))
    shown = [each for each in every if each.tally.new or not fresh]
    pages = max(1, -(-len(shown) // PER_PAGE))
    page = max(1, min(number("page", single(args, "page"), 1), pages))
    return flask.render_template(
        "staff/bookmarks.html",
        shown=shown[(page - 1) * PER_PAGE : page * PER_PAGE],
        found=len(shown),
        page=page,
        pages=pages,
        turn=_turn,
        many=MANY,
        wanted=wanted,
        fresh=fresh,
        counts=counts,
        news=sum(each.tally.new > 0 for each in every),
        folders=folders,
        tags=tags,
        alerts=alerts,
        deleted=_deleted(args.get("deleted", "")),
    )


def _turn(page: int) -> str:
    """The address of another page of the same list."""
    asked = {name: single(flask.request.args, name) for name in NARROWING}
    given = {name: value for name, value in asked.items() if value}
    here = page if page > 1 else None
    return flask.url_for("staff_bookmarks.listing", **given, page=here)  # type: ignore[arg-type]


def _deleted(number: str) -> Bookmark | None:
    """The bookmark that was deleted just now, to be taken back."""
    if not (number.isascii() and number.isdigit() and len(number) < shelf.DIGITS):
        return None
    with reading() as session:
        found = shelf.own(session, the_account().id, int(number))
    return found if found is not None and found.deleted_at else None


@blueprint.get("/bookmarks/<int:number>")
@staff_only()
def page(number: int) -> str:
    """One bookmark: what it is, and for its owner the form to change it."""
    return shown(number, None)


def shown(number: int, form: BookmarkForm | None) -> str:
    """The page of a bookmark, with a form that could not be taken or a new one."""
    who = the_account()
    with reading() as session:
        bookmark = shelf.readable(session, who.id, number)
        if bookmark is None:
            missing()
        (found,) = kept.read_all(session, current_index(), who.id, [bookmark])
        folders, tags = shelf.names(session, who.id)
        told: dict[str, Any] = {
            "alert": alerting.of(session, who.id, number),
            "letters": alerting.letters(session, who.id, number),
            "feed": feeding.token_of(session, who.id),
            "often": [(code, gettext(name)) for code, name in HOW_OFTEN.items()],
            "states": {state: gettext(name) for state, name in STATES.items()},
        }
    mine = bookmark.account_id == who.id
    return flask.render_template(
        "staff/bookmark.html",
        one=found,
        mine=mine,
        form=(form or filled(bookmark)) if mine else None,
        folders=folders,
        tags=tags,
        **told,
    )


@blueprint.get("/bookmarks/<int:number>/open")
@staff_only()
def follow(number: int) -> Response:
    """On to what a bookmark finds, or with ``new`` to what of it came in since the last look."""
    who, ix = the_account(), current_index()
    with transaction() as session:
        bookmark = shelf.readable(session, who.id, number)
        if bookmark is None:
            missing()
        (found,) = kept.read_all(session, ix, who.id, [bookmark])
        if found.wanted is None:
            return flask.redirect(flask.url_for("staff_bookmarks.page", number=number), 303)
        shelf.see(session, who.id, number, ix.revision)
    asked = found.wanted
    if single(flask.request.args, "new"):
        asked = kept.news(asked, found.after, ix.revision)
    return flask.redirect(kept.address(asked), 303)


@blueprint.get("/bookmarks/<int:number>/told")
def told(number: int) -> Response:
    """On to what a letter told of, for whoever has it; a reader signed in has looked at it."""
    asked, who = SearchRequest.from_args(flask.request.args), current_account()
    if who is not None and asked.added is not None:
        with transaction() as session:
            bookmark = shelf.readable(session, who.id, number)
            if bookmark is not None:
                (found,) = kept.read_all(session, current_index(), who.id, [bookmark])
                if kept.shows_all_new(current_index(), found, asked):
                    shelf.see(session, who.id, number, asked.added.until or 0)
    return flask.redirect(kept.address(asked), 303)


@blueprint.get("/shared/<token>")
def shared(token: str) -> str:
    """A bookmark that its owner made public, for whoever has the address."""
    with reading() as session:
        bookmark = shelf.public(session, token)
    if bookmark is None:
        missing()
    ix = current_index()
    found = kept.read(ix, bookmark, ix.revision)
    asked = found.wanted or SearchRequest()
    links = Links(asked)
    return flask.render_template(
        "staff/shared.html",
        one=found,
        page=search(ix, asked, label, before) if found.wanted else None,
        links=links,
        card=lambda hit: card(hit, links),
        folded=folded,
    )
