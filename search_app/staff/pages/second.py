"""The second factor: set up, recovery codes, removed."""

from __future__ import annotations

import flask
from markupsafe import Markup
from werkzeug.wrappers import Response

from search_app.languages import gettext
from search_app.staff.audit import record
from search_app.staff.database import reading, transaction
from search_app.staff.forms import complain
from search_app.staff.guard import staff_only, the_account
from search_app.staff.identity import second_factor, sessions
from search_app.staff.identity.accounts import Account
from search_app.staff.pages.signing import NO_CODE, Code

blueprint = flask.Blueprint("staff_second", __name__)


@blueprint.get("/me/second-factor")
@staff_only(fresh=True, one_factor=True)
def page() -> str:
    """What stands, or how to set it up: a secret waits until a code of it is typed."""
    who = the_account()
    with reading() as session:
        account = session.get_one(Account, who.id)
        left = second_factor.codes_left(session, who.id)
    if account.totp_at is not None:
        return flask.render_template("staff/second.html", left=left)
    with transaction() as session:
        account = session.get_one(Account, who.id)
        secret = second_factor.proposed(account) or second_factor.propose(session, account)
    return _proposal(Code(), account, secret)


@blueprint.post("/me/second-factor")
@staff_only(fresh=True, one_factor=True)
def confirm() -> flask.Response | Response | str:
    """Ask for it from now on, if the code is right; other sessions end."""
    form, who = Code(), the_account()
    with transaction() as session:
        account = session.get_one(Account, who.id)
        secret = second_factor.proposed(account)
        if secret is None:
            return flask.redirect(flask.url_for("staff_second.page"), 303)
        right = form.validate_on_submit()
        codes = second_factor.confirm(session, account, form.code.data) if right else None
        if codes:
            sessions.end_all(session, who.id, but=who.session)
            sessions.add_factor(session, who.session)
            record(session, who, "second-factor.on", f"account:{who.id}")
    if codes:
        return flask.render_template("staff/codes.html", codes=codes)
    if right:
        complain(form.code, NO_CODE)
    return flask.make_response(_proposal(form, account, secret), 400)


@blueprint.post("/me/second-factor/codes")
@staff_only(fresh=True)
def renew() -> str:
    """New recovery codes, shown this once."""
    who = the_account()
    with transaction() as session:
        account = session.get_one(Account, who.id)
        codes = second_factor.new_codes(session, account)
        record(session, who, "second-factor.codes", f"account:{who.id}")
    return flask.render_template("staff/codes.html", codes=codes)


@blueprint.post("/me/second-factor/remove")
@staff_only(fresh=True)
def remove() -> Response:
    """Sign in with the password alone from now on."""
    who = the_account()
    with transaction() as session:
        second_factor.remove(session, session.get_one(Account, who.id))
        record(session, who, "second-factor.off", f"account:{who.id}")
    flask.flash(gettext("Второй шаг входа отключён."))
    return flask.redirect(flask.url_for("staff_me.page"), 303)


def _proposal(form: Code, account: Account, secret: str) -> str:
    drawn = second_factor.picture(second_factor.address(account, secret))
    return flask.render_template(
        "staff/propose.html",
        form=form,
        picture=Markup(drawn),  # noqa: S704 - drawn by us, from letters and digits
        secret=" ".join(secret[n : n + 4] for n in range(0, len(secret), 4)),
    )
