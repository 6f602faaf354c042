"""Signing in, in one step or two, and out."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response
from wtforms import PasswordField

from search_app.languages import N_, gettext
from search_app.staff import cookies
from search_app.staff.audit import record
from search_app.staff.database import transaction
from search_app.staff.forms import Form, TextField, complain, required
from search_app.staff.guard import current_account, signed_in, staff_only, the_account
from search_app.staff.identity import browsers, sessions, signing
from search_app.staff.identity.accounts import LONGEST_ADDRESS
from search_app.staff.identity.passwords import LONGEST
from search_app.staff.identity.signing import Passed
from search_app.staff.identity.throttle import Throttled
from search_app.staff.paths import safe_next
from search_app.staff.settings import settings

blueprint = flask.Blueprint("staff_signing", __name__)

Answer = flask.Response | Response | str
REFUSED = N_("Почта или пароль не подходят.")
NOT_MINE = N_("Пароль не подходит.")
NO_CODE = N_("Код не подходит. Коды меняются каждые полминуты, и каждый действует один раз.")
LONGEST_CODE = 60


class SignIn(Form):
    """An address and a password."""

    email = TextField(N_("Электронная почта"), required(LONGEST_ADDRESS))
    password = PasswordField(N_("Пароль"), required(LONGEST))


class Code(Form):
    """A code of the second factor."""

    code = TextField(N_("Код"), required(LONGEST_CODE))


class Proof(Form):
    """The password once more."""

    password = PasswordField(N_("Пароль"), required(LONGEST))


@blueprint.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Answer:
    """The form, and what is done with it."""
    form = SignIn()
    if flask.request.method == "GET" and current_account() is not None:
        return flask.redirect(_next() or flask.url_for("staff_home.page"), 303)
    if not form.validate_on_submit():
        return shown(form)
    try:
        passed = signing.by_password(form.email.data, form.password.data)
    except Throttled as early:
        return too_early("staff/sign_in.html", form, early)
    return shown(form, gettext(REFUSED), 401) if passed is None else welcomed(passed, _next())


def shown(form: SignIn, wrong: str = "", status: int = 200) -> flask.Response:
    """The sign-in page, with what is wrong."""
    provider = settings().oidc_name if settings().oidc_issuer else ""
    page = flask.render_template(
        "staff/sign_in.html", form=form, wrong=wrong, seconds=0, provider=provider, next=_next()
    )
    return flask.make_response(page, status)


@blueprint.route("/sign-in/code", methods=["GET", "POST"])
def second_step() -> Answer:
    """The second factor, where one is owed."""
    form = Code()
    if not signing.owes_code():
        return flask.redirect(flask.url_for("staff_signing.sign_in", next=_next()), 303)
    if not form.validate_on_submit():
        return flask.render_template("staff/code.html", form=form, seconds=0)
    try:
        passed = signing.by_code(form.code.data)
    except Throttled as early:
        return too_early("staff/code.html", form, early)
    if passed is not None:
        return welcomed(passed, _next())
    complain(form.code, NO_CODE)
    return flask.make_response(flask.render_template("staff/code.html", form=form, seconds=0), 401)


@blueprint.route("/confirm", methods=["GET", "POST"])
@staff_only(one_factor=True)
def confirm() -> Answer:
    """The password once more, before accounts and secrets are changed."""
    form, who = Proof(), the_account()
    if not form.validate_on_submit():
        provider = settings().oidc_name if settings().oidc_issuer else ""
        return flask.render_template(
            "staff/confirm.html", form=form, seconds=0, provider=provider, next=_next()
        )
    try:
        if signing.prove(who, form.password.data):
            return welcomed(signing.renew(who), _next())
    except Throttled as early:
        return too_early("staff/confirm.html", form, early)
    complain(form.password, NOT_MINE)
    page = flask.render_template("staff/confirm.html", form=form, seconds=0, provider="", next=None)
    return flask.make_response(page, 401)


@blueprint.post("/sign-out")
def sign_out() -> flask.Response:
    """End this session, in the table as well as in the browser."""
    who = signed_in()
    if who is not None:
        with transaction() as session:
            sessions.end(session, who.session, who.id)
            record(session, who, "sign-out", f"account:{who.id}")
    flask.session.clear()
    answer = flask.make_response(flask.redirect(flask.url_for("staff_signing.sign_in"), 303))
    cookies.take(answer, cookies.SESSION)
    cookies.take(answer, cookies.EDITS)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def welcomed(passed: Passed, onward: str | None = None) -> flask.Response:
    """On to where the person wanted, or to the second step; with a new form token."""
    flask.session.clear()
    to = onward or flask.url_for("staff_home.page")
    if not passed.whole:
        to = flask.url_for("staff_signing.second_step", next=onward)
    answer = flask.make_response(flask.redirect(to, 303))
    cookies.give(answer, cookies.SESSION, passed.token)
    if passed.edits:
        cookies.give(answer, cookies.EDITS, "1")
    else:
        cookies.take(answer, cookies.EDITS)
    if passed.whole:
        browsers.remember(answer, passed.account)
    return answer


def too_early(template: str, form: Form, early: Throttled) -> flask.Response:
    """The form again, with how long to wait."""
    flask.current_app.logger.warning("staff: %s throttled: %s", flask.request.endpoint, early)
    page = flask.render_template(
        template, form=form, wrong="", seconds=early.seconds, provider="", next=None
    )
    answer = flask.make_response(page, 429)
    answer.headers["Retry-After"] = str(early.seconds)
    return answer


def _next() -> str | None:
    return safe_next(flask.request.args.get("next"))
