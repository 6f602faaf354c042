"""Signing in and out."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response
from wtforms import PasswordField

from search_app.languages import N_
from search_app.staff import cookies, sessions, signing
from search_app.staff.accounts import LONGEST_ADDRESS
from search_app.staff.audit import record
from search_app.staff.database import transaction
from search_app.staff.forms import Form, TextField, required
from search_app.staff.guard import current_account
from search_app.staff.passwords import LONGEST
from search_app.staff.paths import safe_next

blueprint = flask.Blueprint("staff_signing", __name__)


class SignIn(Form):
    """An address and a password."""

    email = TextField(N_("Электронная почта"), required(LONGEST_ADDRESS))
    password = PasswordField(N_("Пароль"), required(LONGEST))


@blueprint.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> flask.Response | Response | str:
    """The form, and what is done with it."""
    form = SignIn()
    onward = safe_next(flask.request.args.get("next")) or flask.url_for("staff_home.page")
    if flask.request.method == "GET" and current_account() is not None:
        return flask.redirect(onward, 303)
    if not form.validate_on_submit():
        return flask.render_template("staff/sign_in.html", form=form, refused=False)
    token = signing.by_password(form.email.data or "", form.password.data or "")
    if token is None:
        page = flask.render_template("staff/sign_in.html", form=form, refused=True)
        return flask.make_response(page, 401)
    return welcomed(token, onward)


def welcomed(token: str, onward: str) -> flask.Response:
    """On to a page, with a new session and a new form token."""
    flask.session.clear()
    answer = flask.make_response(flask.redirect(onward, 303))
    cookies.give(answer, cookies.SESSION, token)
    return answer


@blueprint.post("/sign-out")
def sign_out() -> flask.Response:
    """End this session, in the table as well as in the browser."""
    who = current_account()
    if who is not None:
        with transaction() as session:
            sessions.end(session, who.session, who.id)
            record(session, who, "sign-out", f"account:{who.id}")
    flask.session.clear()
    answer = flask.make_response(flask.redirect(flask.url_for("staff_signing.sign_in"), 303))
    cookies.take(answer, cookies.SESSION)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
