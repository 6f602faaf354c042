"""The first page of the staff room."""

from __future__ import annotations

import flask

from search_app.staff.guard import staff_only

blueprint = flask.Blueprint("staff_home", __name__)


@blueprint.get("/")
@staff_only()
def page() -> str:
    """What there is to do."""
    return flask.render_template("staff/home.html")
