"""The command ``user``: accounts from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from sqlalchemy.orm import Session

from search_app.config import Config
from search_app.languages import catalogue
from search_app.staff import managing
from search_app.staff.accounts import ROLES, Account, AccountError, by_address, everyone
from search_app.staff.audit import COMMAND_LINE
from search_app.staff.database import Store


def options(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("what", choices=sorted(_WHAT))
    command.add_argument("email", nargs="?", default="", metavar="EMAIL")
    command.add_argument("--name", default="", help="of a new account; else its address")
    command.add_argument(
        "--second-factor", action="store_true", help="reset: take the second factor off too"
    )
    command.add_argument("--role", choices=ROLES, help="of a new account: reader unless given")


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
    account = managing.add(
        session, COMMAND_LINE, email, arguments.name or email, arguments.role or ROLES[0]
    )
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
    if arguments.role is None:
        raise AccountError("user role takes EMAIL and --role")
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
        raise AccountError(f"{email or 'EMAIL'}: no such account; `user list` names all")
    return account


_WHAT: dict[str, Callable[[Session, Config, argparse.Namespace], list[str]]] = {
    "add": _add,
    "disable": _disable,
    "enable": _enable,
    "list": _list,
    "reset": _reset,
    "role": _role,
}
