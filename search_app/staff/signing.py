"""What proves who somebody is, and the session that remembers it."""

from __future__ import annotations

import flask

from search_app.staff import passwords, sessions
from search_app.staff.accounts import by_address
from search_app.staff.audit import record
from search_app.staff.database import reading, transaction


def by_password(email: str, password: str) -> str | None:
    """The token of a new session; None for a wrong password, as for an unknown address."""
    with reading() as session:
        account = by_address(session, email)
        kept = account.password if account is not None else None
    right = passwords.is_right(kept, password)  # outside a transaction: it takes its time
    with transaction() as session:
        account = by_address(session, email)
        if account is None or not right or account.password != kept or account.disabled_at:
            subject = f"account:{account.id}" if account is not None else "account:unknown"
            record(session, account or "", "sign-in.refused", subject)
            return None
        sessions.sweep(session)
        record(session, account, "sign-in.ok", f"account:{account.id}")
        return sessions.begin(
            session,
            account,
            method="password",
            whole=True,
            origin=flask.request.remote_addr or "",
            browser=flask.request.user_agent.string,
        )
