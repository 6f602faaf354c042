"""Private feeds: their tokens, and whose bookmarks each shows."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search_app.staff.alerts.alerting import FeedToken, new_token
from search_app.staff.identity.accounts import Account
from search_app.staff.moments import now


def token_of(session: Session, account: int) -> str | None:
    """The token of an account's feeds, None before it asked for one."""
    known = session.get(FeedToken, account)
    return known.token if known else None


def renew(session: Session, account: int) -> None:
    """Give an account's feeds a new token: nothing answers at the addresses it had before."""
    known = session.get(FeedToken, account)
    if known is None:
        session.add(FeedToken(account_id=account))
    else:
        known.token, known.created_at = new_token(), now()


def account_of(session: Session, token: str) -> int | None:
    """The account of a token, unless it is disabled."""
    query = (
        sa.select(FeedToken.account_id)
        .join(Account, Account.id == FeedToken.account_id)
        .where(FeedToken.token == token, Account.disabled_at.is_(None))
    )
    return session.scalars(query).one_or_none()
