"""What public pages offer to those who carry a session's cookie: to keep, to edit.

Whether the session still stands, and what it may, is asked of the database only when the button
is pressed: a public page is answered without it.
"""

from __future__ import annotations

import flask
from flask.sessions import NullSession

from search_app.staff import cookies


def install(app: flask.Flask) -> None:
    """Let public pages ask what to offer."""
    app.jinja_env.globals.update(can_keep=can_keep, can_edit=can_edit)


def can_keep() -> bool:
    """Whether to show the button that keeps a search."""
    return _personal(bool(cookies.read(cookies.SESSION)))


def can_edit() -> bool:
    """Whether to show the way to a document's history: to those who signed in as editors.

    The cookie that says so decides nothing: the page behind the link asks the database.
    """
    return _personal(bool(cookies.read(cookies.SESSION) and cookies.read(cookies.EDITS)))


def _personal(offered: bool) -> bool:  # noqa: FBT001 - what is asked is the answer
    """Whether to show what is offered; a page that has it is for one reader only."""
    shown = offered and not isinstance(flask.session, NullSession)
    if shown:
        flask.after_this_request(_private)
    return shown


def _private(answer: flask.Response) -> flask.Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
