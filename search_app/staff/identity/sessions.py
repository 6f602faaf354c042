"""Sessions: who is signed in where, kept in a table, so that they can be ended from anywhere."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm import Session as Transaction

from search_app.staff.database import Base
from search_app.staff.identity.accounts import Account
from search_app.staff.moments import Moment, now

IDLE = dt.timedelta(hours=1)
ABSOLUTE = dt.timedelta(hours=12)
HALFWAY = dt.timedelta(minutes=5)
"""How long a sign-in waits for the second factor."""
_TOUCH = dt.timedelta(minutes=1)  # how exactly idleness is known


class Session(Base):
    """A browser that is signed in, or that still owes the second factor."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)  # of the cookie's token
    account_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="CASCADE"), index=True
    )
    created_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    seen_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    proved_at: Mapped[dt.datetime | None] = mapped_column(Moment)  # last time a secret was given
    whole: Mapped[bool] = mapped_column(sa.Boolean)  # no second factor is owed
    method: Mapped[str] = mapped_column(sa.String(40))  # password, password + code, provider
    origin: Mapped[str] = mapped_column(sa.String(64))
    browser: Mapped[str] = mapped_column(sa.String(200))

    account: Mapped[Account] = relationship(lazy="joined", innerjoin=True)

    def is_live(self, moment: dt.datetime) -> bool:
        """Whether the session still counts."""
        if self.account.disabled_at is not None:
            return False
        if not self.whole:
            return moment - self.created_at < HALFWAY
        return moment - self.created_at < ABSOLUTE and moment - self.seen_at < IDLE

    @property
    def has_two_factors(self) -> bool:
        """Whether two factors were asked for when it began, here or by the provider."""
        return " + " in self.method

    def is_stale(self, moment: dt.datetime) -> bool:
        """Whether it is time to write down that the session is in use."""
        return moment - self.seen_at >= _TOUCH


def new_token() -> str:
    """256 bits that nobody guesses."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is kept of a token: who reads the database cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def begin(
    session: Transaction, account: Account, *, method: str, whole: bool, origin: str, browser: str
) -> str:
    """A new session; the token for the browser's cookie."""
    token = new_token()
    session.add(
        Session(
            digest=digest(token),
            account_id=account.id,
            proved_at=now(),
            whole=whole,
            method=method,
            origin=origin[:64],
            browser=browser[:200],
        )
    )
    return token


def of_token(session: Transaction, token: str) -> Session | None:
    """The live session of a cookie's token."""
    found = session.scalars(sa.select(Session).where(Session.digest == digest(token))).one_or_none()
    return found if found is not None and found.is_live(now()) else None


def of_account(session: Transaction, account: int) -> Sequence[Session]:
    """The live sessions of an account, the last used first."""
    query = sa.select(Session).where(Session.account_id == account, Session.whole)
    moment = now()
    found = session.scalars(query.order_by(Session.seen_at.desc(), Session.id))
    return [each for each in found if each.is_live(moment)]


def touch(session: Transaction, number: int) -> None:
    """Write down that a session is in use."""
    session.execute(sa.update(Session).where(Session.id == number).values(seen_at=now()))


def add_factor(session: Transaction, number: int) -> None:
    """A session has just proved the second factor too."""
    found = session.get(Session, number)
    if found is not None and not found.has_two_factors:
        found.method += " + code"


def end(session: Transaction, number: int, account: int) -> bool:
    """End one session of an account; whether there was one."""
    mine = (Session.id == number) & (Session.account_id == account)
    ended = sa.delete(Session).where(mine).returning(Session.id)
    return session.execute(ended).first() is not None


def end_token(session: Transaction, token: str) -> None:
    """End the session of a cookie's token, if there is one."""
    if token:
        session.execute(sa.delete(Session).where(Session.digest == digest(token)))


def end_all(session: Transaction, account: int, but: int | None = None) -> None:
    """End all sessions of an account, wherever they are; ``but`` one, if it is named."""
    ended = sa.delete(Session).where(Session.account_id == account)
    session.execute(ended if but is None else ended.where(Session.id != but))


def sweep(session: Transaction) -> None:
    """Forget what ended by itself."""
    gone = Session.created_at < now() - ABSOLUTE
    session.execute(sa.delete(Session).where(gone | (Session.seen_at < now() - IDLE)))
