"""What administrators do with accounts, on a page as on the command line; all of it is logged."""

from __future__ import annotations

from sqlalchemy.orm import Session

from index.documents.archiving.database import hold
from search_app.languages import N_
from search_app.staff.audit import record
from search_app.staff.identity import one_time, passwords, second_factor, sessions
from search_app.staff.identity.accounts import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    ROLES,
    Account,
    AccountError,
    SignedIn,
    address,
    by_address,
    is_last_administrator,
)
from search_app.staff.moments import now

Actor = Account | SignedIn | str

TAKEN = N_("С этой почтой уже есть учётная запись.")
NO_ADDRESS = N_("Это не адрес электронной почты.")
NO_NAME = N_("Назовите человека: от 1 до 200 знаков.")
LAST = N_("Это последний администратор: сначала назначьте другого.")
DISABLED = N_("Учётная запись отключена.")


def add(session: Session, actor: Actor, email: str, name: str, role: str) -> Account:
    """A new account without a password; AccountError if there is one or the address is none."""
    email, name = address(email), name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise AccountError(NO_NAME)
    mailbox, at, host = email.rpartition("@")
    if not (mailbox and at and host) or len(email) > LONGEST_ADDRESS or not _is_plain(email):
        raise AccountError(NO_ADDRESS)
    _alone(session)
    if by_address(session, email) is not None:
        raise AccountError(TAKEN)
    account = Account(email=email, name=name, role=role)
    session.add(account)
    session.flush()
    record(session, actor, "account.add", _name(account), None, _seen(account))
    return account


def set_role(session: Session, actor: Actor, account: Account, role: str) -> None:
    """Let an account do more or less, from its next request on."""
    _alone(session)
    if role != ROLES[-1] and is_last_administrator(session, account):
        raise AccountError(LAST)
    before = _seen(account)
    account.role = role
    record(session, actor, "account.role", _name(account), before, _seen(account))


def disable(session: Session, actor: Actor, account: Account) -> None:
    """Let an account do nothing more, and end its sessions everywhere."""
    _alone(session)
    if is_last_administrator(session, account):
        raise AccountError(LAST)
    before = _seen(account)
    account.disabled_at = account.disabled_at or now()
    sessions.end_all(session, account.id)
    one_time.void(session, account)
    record(session, actor, "account.disable", _name(account), before, _seen(account))


def enable(session: Session, actor: Actor, account: Account) -> None:
    """Let an account sign in again."""
    before = _seen(account)
    account.disabled_at = None
    record(session, actor, "account.enable", _name(account), before, _seen(account))


def invite(session: Session, actor: Actor, account: Account) -> str:
    """The token of a one-time link that sets the account's password."""
    if account.disabled_at is not None:
        raise AccountError(DISABLED)
    record(session, actor, "account.link", _name(account))
    return one_time.new_link(session, account)


def set_password(session: Session, actor: Actor, account: Account, hashed: str) -> None:
    """Keep a new password and end all sessions and links of the account."""
    account.password, account.password_at = hashed, now()
    sessions.end_all(session, account.id)
    one_time.void(session, account)
    record(session, actor, "account.password", _name(account))


def drop_factor(session: Session, actor: Actor, account: Account) -> None:
    """Take the second factor off an account, whose sessions end."""
    second_factor.remove(session, account)
    sessions.end_all(session, account.id)
    record(session, actor, "second-factor.off", _name(account))


def weakness(account: Account, password: str) -> str | None:
    """Why a password will not do for this account, None if it will."""
    return passwords.weakness(password, (account.name, account.email))


def _alone(session: Session) -> None:
    """Two administrators at once must not disable each other, nor make one account twice."""
    hold(session.connection(), "accounts")


def _is_plain(text: str) -> bool:
    return text.isprintable() and " " not in text


def _name(account: Account) -> str:
    return f"account:{account.id}"


def _seen(account: Account) -> dict[str, object]:
    """What the log shows of an account."""
    disabled = account.disabled_at is not None
    seen = {"email": account.email, "name": account.name, "role": account.role}
    return seen | {"disabled": disabled}
