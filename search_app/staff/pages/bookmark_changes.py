"""What readers do with bookmarks: keep, change, move, put away, take back."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl

import flask
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from index.search.request import SearchRequest
from index.search.standing import standing
from search_app.current import current_index
from search_app.errors import missing
from search_app.languages import gettext
from search_app.presenters.titles import title
from search_app.staff.audit import record
from search_app.staff.database import transaction
from search_app.staff.guard import current_account, staff_only, the_account
from search_app.staff.keeping import kept, shelf
from search_app.staff.keeping.bookmark_form import BookmarkForm, apply
from search_app.staff.keeping.bookmarks import Bookmark
from search_app.staff.moments import now
from search_app.staff.pages.bookmarks import shown
from search_app.staff.paths import safe_next

blueprint = flask.Blueprint("staff_bookmark_changes", __name__)


@blueprint.post("/bookmarks")
def add() -> Response:
    """Keep the search that was on a page, in one click."""
    asked = SearchRequest.from_args(MultiDict(parse_qsl(flask.request.form.get("query", ""))))
    who = current_account()
    if who is None:  # back to the search afterwards, where the button still is
        onward = kept.address(asked)
        return flask.redirect(flask.url_for("staff_signing.sign_in", next=onward), 303)
    ix = current_index()
    lasting = standing(ix, asked)
    bookmark = Bookmark(account_id=who.id, title=title(lasting), revision=ix.revision)
    kept.fill(bookmark, lasting, asked.text)
    with transaction() as session:
        if not shelf.add(session, bookmark):
            flask.flash(gettext("Закладок слишком много: удалите ненужные."))
            return _to_list()
    flask.flash(gettext("Закладка сохранена."))
    return _to(bookmark.id)


@blueprint.post("/bookmarks/<int:number>")
@staff_only()
def change(number: int) -> Response | flask.Response:
    """Change what its owner says of a bookmark."""
    form, who = BookmarkForm(), the_account()
    if not form.validate_on_submit():
        return flask.make_response(shown(number, form), 422)
    with transaction() as session:
        bookmark = _own(session, number)
        before = bookmark.visibility
        apply(form, bookmark)
        if before != bookmark.visibility:
            said = {"visibility": before}, {"visibility": bookmark.visibility}
            record(session, who, "bookmark.share", f"bookmark:{number}", *said)
    flask.flash(gettext("Сохранено."))
    return _to(number)


@blueprint.post("/bookmarks/<int:number>/move")
@staff_only()
def move(number: int) -> Response:
    """Move a bookmark in the list."""
    direction = flask.request.form.get("direction", "")
    if direction not in shelf.DIRECTIONS:
        missing()
    _with_own(number, lambda session, bookmark: shelf.move(session, bookmark, direction))
    return _back()


@blueprint.post("/bookmarks/<int:number>/archive")
@staff_only()
def archive(number: int) -> Response:
    """Put a bookmark away, or take it out again."""
    _with_own(number, lambda _, bookmark: _archive(bookmark))
    return _back()


@blueprint.post("/bookmarks/<int:number>/delete")
@staff_only()
def delete(number: int) -> Response:
    """Delete a bookmark, so that it can be taken back for a while."""

    def done(session: Session, bookmark: Bookmark) -> None:
        shelf.purge(session, bookmark.account_id)
        bookmark.deleted_at = now()

    _with_own(number, done)
    return flask.redirect(flask.url_for("staff_bookmarks.listing", deleted=number), 303)


@blueprint.post("/bookmarks/<int:number>/restore")
@staff_only()
def restore(number: int) -> Response:
    """Take a deleted bookmark back."""
    _with_own(number, lambda _, bookmark: _restore(bookmark))
    return _to_list()


@blueprint.post("/bookmarks/<int:number>/copy")
@staff_only()
def copy(number: int) -> Response:
    """Keep a bookmark of the team's as one's own."""
    who, ix = the_account(), current_index()
    with transaction() as session:
        theirs = shelf.readable(session, who.id, number)
        if theirs is None:
            missing()
        mine = Bookmark(
            account_id=who.id,
            title=theirs.title,
            note=theirs.note,
            query=theirs.query,
            typed=theirs.typed,
            matter=theirs.matter,
            revision=ix.revision,
        )
        if not shelf.add(session, mine):
            flask.flash(gettext("Закладок слишком много: удалите ненужные."))
            return _to_list()
    flask.flash(gettext("Закладка сохранена."))
    return _to(mine.id)


@blueprint.post("/bookmarks/seen")
@staff_only()
def seen() -> Response:
    """Have looked at all of one's bookmarks and the team's."""
    who, ix = the_account(), current_index()
    with transaction() as session:
        for whose in ("mine", "team"):
            for each in shelf.selected(session, who.id, shelf.Selection(whose)):
                shelf.see(session, who.id, each.id, ix.revision)
    return _back()


def _with_own(number: int, done: Callable[[Session, Bookmark], None]) -> None:
    with transaction() as session:
        done(session, _own(session, number))


def _own(session: Session, number: int) -> Bookmark:
    found = shelf.own(session, the_account().id, number)
    if found is None:
        missing()
    return found


def _archive(bookmark: Bookmark) -> None:
    bookmark.archived_at = None if bookmark.archived_at else now()


def _restore(bookmark: Bookmark) -> None:
    bookmark.deleted_at = None


def _to(number: int) -> Response:
    return flask.redirect(flask.url_for("staff_bookmarks.page", number=number), 303)


def _to_list() -> Response:
    return flask.redirect(flask.url_for("staff_bookmarks.listing"), 303)


def _back() -> Response:
    """To the list as it was filtered."""
    onward = safe_next(flask.request.form.get("next"))
    return flask.redirect(onward, 303) if onward else _to_list()
