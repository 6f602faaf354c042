"""What proves who somebody is, and the session that remembers it."""

from __future__ import annotations

from dataclasses import dataclass

import flask
from sqlalchemy.orm import Session

from search_app.staff import cookies
from search_app.staff.audit import record
from search_app.staff.database import reading, transaction
from search_app.staff.identity import browsers, passwords, second_factor, sessions, throttle
from search_app.staff.identity.accounts import Account, SignedIn, address, by_address, may
from search_app.staff.identity.throttle import Key


@dataclass(frozen=True)
class Passed:
    """A new session's token for the cookie; not ``whole`` while the second factor is owed."""

    token: str
    account: int
    whole: bool
    edits: bool = False  # what it may as it begins


def by_password(email: str, password: str) -> Passed | None:
    """None for a wrong password, as for an unknown address; Throttled after too many tries."""
    with transaction() as session:
        account = by_address(session, email)
        keys = _keys(account, email)
        throttle.take(session, *keys)
        kept = account.password if account is not None else None
    right = passwords.is_right(kept, password)  # outside a transaction: it takes its time
    renewed = passwords.hashed(password) if right and kept and passwords.is_outdated(kept) else kept
    with transaction() as session:
        account = by_address(session, email)
        if account is None or not right or account.password != kept or account.disabled_at:
            _refused(session, account, "password")
            return None
        account.password = renewed
        throttle.forgive(session, *keys)
        return begin(session, account, "password", whole=account.totp_at is None)


def by_code(code: str) -> Passed | None:
    """The second step, for a session that owes it; Throttled after too many tries."""
    with transaction() as session:
        half = _half(session)
        if half is None:
            return None
        account = half.account
        keys = _code_keys(account)
        throttle.take(session, *keys)
    with transaction() as session:
        half = _half(session)
        if half is None:
            return None
        found = second_factor.is_right(session, half.account, code)
        if found is None:
            _refused(session, half.account, "second factor")
            return None
        throttle.forgive(session, *keys)
        method = f"{half.method} + {found}"
        session.delete(half)
        return begin(session, half.account, method, whole=True)


def owes_code() -> bool:
    """Whether this browser has taken the first step and not the second."""
    with reading() as session:
        return _half(session) is not None


def prove(who: SignedIn, password: str) -> bool:
    """Whether somebody who is signed in knows the password; Throttled after too many tries."""
    key = throttle.by_session(who.id)
    with transaction() as session:
        throttle.take(session, key)
        kept = session.get_one(Account, who.id).password
    if not passwords.is_right(kept, password):
        with transaction() as session:
            record(session, who, "proof.refused", f"account:{who.id}")
        return False
    with transaction() as session:
        throttle.forgive(session, key)
    return True


def renew(who: SignedIn) -> Passed:
    """A new session in place of the present one, once the password was given again."""
    with transaction() as session:
        present = session.get(sessions.Session, who.session)
        method = present.method if present is not None else "password"
        return begin(session, session.get_one(Account, who.id), method, whole=True)


def begin(session: Session, account: Account, method: str, *, whole: bool) -> Passed:
    """A new session; one that this browser had before ends."""
    sessions.sweep(session)
    sessions.end_token(session, cookies.read(cookies.SESSION))
    if whole:
        record(session, account, "sign-in.ok", f"account:{account.id}", None, {"method": method})
    token = sessions.begin(
        session,
        account,
        method=method,
        whole=whole,
        origin=flask.request.remote_addr or "",
        browser=flask.request.user_agent.string,
    )
    return Passed(token, account.id, whole, whole and may(account.role, "editor"))


def _half(session: Session) -> sessions.Session | None:
    found = sessions.of_token(session, cookies.read(cookies.SESSION))
    return found if found is not None and not found.whole else None


def _keys(account: Account | None, email: str) -> tuple[Key, ...]:
    number = browsers.known_as(account.id if account is not None else None)
    if number is not None:
        return (throttle.by_browser(number),)
    return (
        throttle.by_account(address(email)),
        throttle.by_address(flask.request.remote_addr or ""),
    )


def _code_keys(account: Account) -> tuple[Key, ...]:
    number = browsers.known_as(account.id)
    return (throttle.by_code(account.id) if number is None else throttle.by_browser(number),)


def _refused(session: Session, account: Account | None, what: str) -> None:
    # The address as typed is not written down: people type passwords there.
    subject = f"account:{account.id if account is not None else 'unknown'}"
    record(session, account or "", "sign-in.refused", subject, None, {"by": what})
