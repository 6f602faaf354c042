"""Accounts: made, changed and disabled by administrators."""

from __future__ import annotations

from collections.abc import Callable

import flask
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from search_app.errors import missing
from search_app.languages import N_, gettext
from search_app.staff.database import reading, transaction
from search_app.staff.forms import Form, TextField, complain, required
from search_app.staff.guard import staff_only, the_account
from search_app.staff.identity import managing, sessions
from search_app.staff.identity.accounts import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    ROLES,
    Account,
    AccountError,
    everyone,
)
from search_app.templating import absolute

blueprint = flask.Blueprint("staff_accounts", __name__)

ROLE_NAMES = {
    "reader": N_("читатель: закладки и оповещения"),
    "editor": N_("редактор: ещё и документы"),
    "administrator": N_("администратор: ещё и учётные записи и журнал"),
}


def install(app: flask.Flask) -> None:
    """Let templates say what a role may do."""
    app.jinja_env.globals.update(role_names=role_names)


class NewAccount(Form):
    """Who is to have an account."""

    email = TextField(N_("Электронная почта"), required(LONGEST_ADDRESS))
    name = TextField(N_("Имя"), required(LONGEST_NAME))
    role = SelectField(N_("Роль"), choices=[SelectChoice(role) for role in ROLES])


class Role(Form):
    """What an account may do."""

    role = SelectField(N_("Роль"), choices=[SelectChoice(role) for role in ROLES])


@blueprint.get("/accounts")
@staff_only("administrator")
def listing() -> str:
    """All accounts by name."""
    with reading() as session:
        accounts = everyone(session)
    return flask.render_template("staff/accounts.html", accounts=accounts, roles=role_names())


@blueprint.route("/accounts/new", methods=["GET", "POST"])
@staff_only("administrator", fresh=True)
def new() -> Response | str:
    """Make an account; the one-time link is shown once."""
    form = _named(NewAccount())
    if form.validate_on_submit():
        try:
            with transaction() as session:
                account = managing.add(
                    session, the_account(), form.email.data, form.name.data, form.role.data
                )
                token = managing.invite(session, the_account(), account)
        except AccountError as wrong:
            complain(form.name if wrong.reason == managing.NO_NAME else form.email, wrong.reason)
        else:
            return _linked(account, token)
    return flask.render_template("staff/account_new.html", form=form)


@blueprint.get("/accounts/<int:number>")
@staff_only("administrator", fresh=True)
def page(number: int) -> str:
    """One account, and what can be done with it."""
    with reading() as session:
        account = session.get(Account, number)
        live = sessions.of_account(session, number)
    if account is None:
        missing()
    form = _named(Role(role=account.role))
    return flask.render_template("staff/account.html", account=account, form=form, live=len(live))


@blueprint.post("/accounts/<int:number>/role")
@staff_only("administrator", fresh=True)
def role(number: int) -> Response:
    """Let an account do more or less."""
    form = Role()
    if not form.validate_on_submit():
        missing()
    return _done(
        number,
        lambda session, account: managing.set_role(session, the_account(), account, form.role.data),
    )


@blueprint.post("/accounts/<int:number>/disable")
@staff_only("administrator", fresh=True)
def disable(number: int) -> Response:
    """Let an account do nothing more, from this moment on."""
    return _done(number, lambda session, account: managing.disable(session, the_account(), account))


@blueprint.post("/accounts/<int:number>/enable")
@staff_only("administrator", fresh=True)
def enable(number: int) -> Response:
    """Let an account sign in again."""
    return _done(number, lambda session, account: managing.enable(session, the_account(), account))


@blueprint.post("/accounts/<int:number>/one-factor")
@staff_only("administrator", fresh=True)
def one_factor(number: int) -> Response:
    """Take the second factor off an account whose owner has lost it."""
    return _done(
        number, lambda session, account: managing.drop_factor(session, the_account(), account)
    )


@blueprint.post("/accounts/<int:number>/link")
@staff_only("administrator", fresh=True)
def link(number: int) -> Response | str:
    """A one-time link that sets the account's password, shown once."""
    try:
        with transaction() as session:
            account = _one(session, number)
            token = managing.invite(session, the_account(), account)
    except AccountError as wrong:
        return _refused(number, wrong)
    return _linked(account, token)


def role_names() -> dict[str, str]:
    """What each role may do, in the reader's language."""
    return {role: gettext(name) for role, name in ROLE_NAMES.items()}


def _named(form: Form) -> Form:
    form.role.choices = [SelectChoice(*named) for named in role_names().items()]
    return form


def _linked(account: Account, token: str) -> str:
    address = absolute(flask.url_for("staff_link.page", token=token))
    return flask.render_template("staff/account_link.html", account=account, address=address)


def _one(session: Session, number: int) -> Account:
    account = session.get(Account, number, with_for_update=True)
    if account is None:
        missing()
    return account


def _done(number: int, change: Callable[[Session, Account], None]) -> Response:
    try:
        with transaction() as session:
            change(session, _one(session, number))
    except AccountError as wrong:
        return _refused(number, wrong)
    flask.flash(gettext("Сохранено."))
    return flask.redirect(flask.url_for("staff_accounts.page", number=number), 303)


def _refused(number: int, wrong: AccountError) -> Response:
    flask.flash(gettext(wrong.reason))
    return flask.redirect(flask.url_for("staff_accounts.page", number=number), 303)
