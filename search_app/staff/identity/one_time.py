"""One-time links: they let somebody set a password, once, for a while."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from search_app.staff.database import Base
from search_app.staff.identity.accounts import Account
from search_app.staff.identity.sessions import digest, new_token
from search_app.staff.moments import Moment, now

LIVES = dt.timedelta(hours=24)


class OneTimeLink(Base):
    """A link that has not been used; using it deletes it."""

    __tablename__ = "one_time_links"

    digest: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="CASCADE"), index=True
    )
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)


def new_link(session: Session, account: Account) -> str:
    """The token of a new link, which makes older ones of the account worthless."""
    void(session, account)
    token = new_token()
    session.add(OneTimeLink(digest=digest(token), account_id=account.id, expires_at=now() + LIVES))
    return token


def owner(session: Session, token: str) -> Account | None:
    """Whose password a link sets; None once it was used, is over, or the account is disabled."""
    link = session.get(OneTimeLink, digest(token))
    if link is None or link.expires_at <= now():
        return None
    account = session.get(Account, link.account_id)
    return account if account is not None and account.disabled_at is None else None


def void(session: Session, account: Account) -> None:
    """Make all links of an account worthless."""
    session.execute(sa.delete(OneTimeLink).where(OneTimeLink.account_id == account.id))
