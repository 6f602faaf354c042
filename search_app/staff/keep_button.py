"""The button that keeps a search: on public pages, for those who carry a session's cookie.

Whether the session still stands is asked of the database only when the button is pressed.
"""

from __future__ import annotations

import flask
from flask.sessions import NullSession

from search_app.staff import cookies


def install(app: flask.Flask) -> None:
    """Let the results page show the button."""
    app.jinja_env.globals.update(can_keep=can_keep)


def can_keep() -> bool:
    """Whether to show the button; a page that has it is for one reader only."""
    shown = bool(cookies.read(cookies.SESSION)) and not isinstance(flask.session, NullSession)
    if shown:
        flask.after_this_request(_private)
    return shown


def _private(answer: flask.Response) -> flask.Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
