"""How often to be told of a bookmark, and the way out of it in one click."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from search_app.current import current_index
from search_app.errors import missing
from search_app.languages import gettext, language
from search_app.staff.alerts import alerting, feeding
from search_app.staff.database import reading, transaction
from search_app.staff.forms import csrf
from search_app.staff.guard import staff_only, the_account
from search_app.staff.keeping import shelf
from search_app.staff.keeping.bookmark_form import AlertForm
from search_app.staff.paths import safe_next

blueprint = flask.Blueprint("staff_alerts", __name__)


@blueprint.post("/bookmarks/<int:number>/alerts")
@staff_only()
def choose(number: int) -> Response:
    """Be told of a bookmark this often, from now on."""
    form, who = AlertForm(), the_account()
    if not form.validate_on_submit():
        missing()
    with transaction() as session:
        if shelf.readable(session, who.id, number) is None:
            missing()
        revision = current_index().revision
        alerting.set_frequency(session, who.id, number, form.frequency.data, language(), revision)
    flask.flash(gettext("Сохранено."))
    return flask.redirect(flask.url_for("staff_bookmarks.page", number=number), 303)


@blueprint.post("/feeds/renew")
@staff_only()
def renew() -> Response:
    """Give one's feeds new addresses."""
    with transaction() as session:
        feeding.renew(session, the_account().id)
    flask.flash(gettext("У лент новые адреса, прежние больше не отвечают."))
    onward = safe_next(flask.request.form.get("next"))
    return flask.redirect(onward or flask.url_for("staff_bookmarks.listing"), 303)


@blueprint.get("/unsubscribe/<token>")
def leave(token: str) -> str:
    """Ask whether to: programs that look at mail follow every link in it."""
    with reading() as session:
        known = alerting.of_token(session, token)
    if known is None:
        missing()
    return flask.render_template("staff/unsubscribe.html", bookmark=known.bookmark, done=False)


@blueprint.post("/unsubscribe/<token>")
@csrf.exempt  # type: ignore[untyped-decorator]
def left(token: str) -> str:
    """Send no more letters (RFC 8058): the token is all that a mail program has to show."""
    with transaction() as session:
        known = alerting.of_token(session, token)
        if known is not None:
            known.frequency = alerting.FREQUENCIES[0]
    if known is None:
        missing()
    return flask.render_template("staff/unsubscribe.html", bookmark=known.bookmark, done=True)
