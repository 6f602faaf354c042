"""The first page of the staff room."""

from __future__ import annotations

import flask

from search_app.staff.database import reading
from search_app.staff.guard import staff_only, the_account
from search_app.staff.identity.accounts import Account
from search_app.staff.reading_log import last_visit

blueprint = flask.Blueprint("staff_home", __name__)


@blueprint.get("/")
@staff_only()
def page() -> str:
    """What there is to do, and whether somebody else tried to come in as you."""
    who = the_account()
    with reading() as session:
        visit = last_visit(session, who.id)
        has_second = session.get_one(Account, who.id).totp_at is not None
    return flask.render_template("staff/home.html", who=who, visit=visit, has_second=has_second)
