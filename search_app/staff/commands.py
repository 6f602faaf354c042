"""The command ``user``: accounts from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from sqlalchemy.orm import Session

from search_app.config import Config
from search_app.languages import catalogue
from search_app.staff.audit import COMMAND_LINE
from search_app.staff.database import Store
from search_app.staff.identity import managing
from search_app.staff.identity.accounts import ROLES, Account, AccountError, by_address, everyone
from search_app.subcommands import subcommand, subcommands


def options(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    names = subcommands(command)
    made = {name: subcommand(names, name, meaning) for name, meaning in _MEANINGS.items()}
    for name, one in made.items():
        if name != "list":
            one.add_argument("email", metavar="EMAIL")
    made["add"].add_argument("--name", default="", help="of the new account; else its address")
    made["add"].add_argument("--role", choices=ROLES, default=ROLES[0], help="(default: reader)")
    made["role"].add_argument("--role", choices=ROLES, required=True)
    made["reset"].add_argument(
        "--second-factor", action="store_true", help="take the second factor off too"
    )


def run(config: Config, arguments: argparse.Namespace) -> int:
    """Do one thing with accounts."""
    store = Store(config.archive)
    store.make()
    try:
        with store.transaction() as session:
            for line in _WHAT[arguments.what](session, config, arguments):
                print(line)
    except AccountError as wrong:  # the command line speaks English
        raise AccountError(catalogue("en").gettext(wrong.reason)) from None
    finally:
        store.close()
    return 0


def _list(session: Session, _config: Config, _arguments: argparse.Namespace) -> list[str]:
    return ["\t".join(_line(account)) for account in everyone(session)]


def _line(account: Account) -> tuple[str, ...]:
    state = "disabled" if account.disabled_at else "active" if account.password else "invited"
    factor = "two factors" if account.totp_at else "one factor"
    return account.email, account.name, account.role, state, factor


def _add(session: Session, config: Config, arguments: argparse.Namespace) -> list[str]:
    email = arguments.email
    account = managing.add(session, COMMAND_LINE, email, arguments.name or email, arguments.role)
    return _link(session, config, account)


def _disable(session: Session, _config: Config, arguments: argparse.Namespace) -> list[str]:
    account = _named(session, arguments.email)
    managing.disable(session, COMMAND_LINE, account)
    return [f"{account.email}: disabled, all its sessions ended"]


def _enable(session: Session, _config: Config, arguments: argparse.Namespace) -> list[str]:
    account = _named(session, arguments.email)
    managing.enable(session, COMMAND_LINE, account)
    return [f"{account.email}: enabled"]


def _role(session: Session, _config: Config, arguments: argparse.Namespace) -> list[str]:
    account = _named(session, arguments.email)
    managing.set_role(session, COMMAND_LINE, account, arguments.role)
    return [f"{account.email}: {account.role}"]


def _reset(session: Session, config: Config, arguments: argparse.Namespace) -> list[str]:
    account = _named(session, arguments.email)
    if arguments.second_factor:
        managing.drop_factor(session, COMMAND_LINE, account)
    return _link(session, config, account)


def _link(session: Session, config: Config, account: Account) -> list[str]:
    token = managing.invite(session, COMMAND_LINE, account)
    # Where the site is served nobody tells the command line: then the link is without a host.
    at = "at" if config.base_url else "on the site (see POLICY_SEARCH_BASE_URL), at"
    return [
        f"{account.email}: {account.role}; a password is set once, within 24 hours, {at}",
        f"{config.base_url}/staff/link/{token}",
    ]


def _named(session: Session, email: str) -> Account:
    account = by_address(session, email)
    if account is None:
        raise AccountError(f"{email}: no such account; `user list` names all")
    return account


_MEANINGS = {
    "list": "all accounts",
    "add": "make one; prints a one-time link that sets the password",
    "role": "give one another role",
    "disable": "keep one out, its sessions ended",
    "enable": "let one in again",
    "reset": "print a new one-time link that sets the password",
}
_WHAT: dict[str, Callable[[Session, Config, argparse.Namespace], list[str]]] = {
    "add": _add,
    "disable": _disable,
    "enable": _enable,
    "list": _list,
    "reset": _reset,
    "role": _role,
}
