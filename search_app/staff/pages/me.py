"""One's own account: the password, and where one is signed in."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response
from wtforms import PasswordField

from search_app.errors import missing
from search_app.languages import N_, gettext
from search_app.staff.audit import record
from search_app.staff.database import reading, transaction
from search_app.staff.forms import complain, required
from search_app.staff.guard import staff_only, the_account
from search_app.staff.identity import managing, passwords, second_factor, sessions, signing
from search_app.staff.identity.accounts import Account
from search_app.staff.identity.throttle import Throttled
from search_app.staff.pages.link import NewPassword
from search_app.staff.pages.signing import NOT_MINE, too_early, welcomed

blueprint = flask.Blueprint("staff_me", __name__)


class Change(NewPassword):
    """The password as it is, and a new one."""

    old = PasswordField(N_("Нынешний пароль"), required(passwords.LONGEST))


@blueprint.get("/me")
@staff_only(one_factor=True)
def page() -> str:
    """What the account is, and its live sessions."""
    who = the_account()
    with reading() as session:
        account = session.get_one(Account, who.id)
        live = sessions.of_account(session, who.id)
        left = second_factor.codes_left(session, who.id)
    return flask.render_template("staff/me.html", account=account, live=live, left=left, who=who)


@blueprint.route("/me/password", methods=["GET", "POST"])
@staff_only(one_factor=True)
def password() -> flask.Response | Response | str:
    """A new password; every session ends, and this browser gets a new one."""
    form, who = Change(), the_account()
    with reading() as session:
        account = session.get_one(Account, who.id)
    if not form.accepts(account):
        return flask.render_template("staff/password.html", form=form, seconds=0)
    try:
        if not signing.prove(who, form.old.data):
            complain(form.old, NOT_MINE)
            page = flask.render_template("staff/password.html", form=form, seconds=0)
            return flask.make_response(page, 401)
    except Throttled as early:
        return too_early("staff/password.html", form, early)
    hashed = passwords.hashed(form.new.data)
    with transaction() as session:
        account = session.get_one(Account, who.id)
        managing.set_password(session, who, account, hashed)
        method = "password + code" if who.two_factors else "password"
        passed = signing.begin(session, account, method, whole=True)
    answer = welcomed(passed, flask.url_for("staff_me.page"))
    flask.flash(gettext("Пароль изменён. Все остальные сеансы завершены."))
    return answer


@blueprint.post("/me/sessions/<int:number>/end")
@staff_only(one_factor=True)
def end(number: int) -> Response:
    """End one of one's own sessions; another's answers like a missing one."""
    who = the_account()
    with transaction() as session:
        if not sessions.end(session, number, who.id):
            missing()
        record(session, who, "session.end", f"account:{who.id}")
    return flask.redirect(flask.url_for("staff_me.page"), 303)


@blueprint.post("/me/sessions/end")
@staff_only(one_factor=True)
def end_others() -> Response:
    """End all sessions but this one."""
    who = the_account()
    with transaction() as session:
        sessions.end_all(session, who.id, but=who.session)
        record(session, who, "session.end-others", f"account:{who.id}")
    flask.flash(gettext("Все остальные сеансы завершены."))
    return flask.redirect(flask.url_for("staff_me.page"), 303)
