"""After a change of the archive the index follows; the editor is told whether it has."""

from __future__ import annotations

import flask

from index.indexing import Library
from search_app import current
from search_app.languages import gettext
from search_app.staff.adding import importing
from search_app.staff.adding.publishing import follow
from search_app.staff.database import store


def library() -> Library:
    """The archive and the index of the current application."""
    return Library(current.data(), archive=store().where)


def followed(said: str) -> None:
    """Bring the index along and say what was done; if it is being written, it follows later."""
    here = library()
    # To build it anew takes minutes, which no reader of a page should wait for.
    if not here.fault() and follow(here):
        flask.flash(said)
        return
    importing.wake(current.data())
    later = gettext("Поиск как раз пополняется: там это появится, когда он закончит.")
    flask.flash(f"{said} {later}")
