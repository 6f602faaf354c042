"""Alerts: who is told what is new of a bookmark and how often; letters; tokens of feeds."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, defer, mapped_column, relationship

from index.today import ZONE
from search_app.staff.database import Base
from search_app.staff.identity.accounts import Account
from search_app.staff.keeping.bookmarks import Bookmark
from search_app.staff.moments import Moment, now

FREQUENCIES = ("off", "at-once", "daily", "weekly")
STATES = ("waiting", "claimed", "handed", "sent", "refused")
"""Of a letter. One that is claimed was not sent yet; of one that was handed over nobody can say
until the server has answered."""

HOUR = 8
"""Of the day, in Kazakhstan, at which daily and weekly alerts fall due; weekly ones on Mondays."""


def new_token() -> str:
    """A part of an address that nobody can guess: 256 bits."""
    return secrets.token_urlsafe(32)


class Alert(Base):
    """That an account is told of a bookmark; ``told`` is the last change it was told of."""

    __tablename__ = "alerts"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id, ondelete="CASCADE"))
    bookmark_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Bookmark.id, ondelete="CASCADE"), index=True
    )
    frequency: Mapped[str] = mapped_column(sa.String(10))
    language: Mapped[str] = mapped_column(sa.String(2))
    token: Mapped[str] = mapped_column(sa.String(43), unique=True, default=new_token)
    told: Mapped[int]
    due_at: Mapped[dt.datetime] = mapped_column(Moment, index=True)

    account: Mapped[Account] = relationship(lazy="joined", innerjoin=True)
    bookmark: Mapped[Bookmark] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (sa.UniqueConstraint("account_id", "bookmark_id"),)


class Letter(Base):
    """A message that waits to be sent, or what became of it; written with what it tells of."""

    __tablename__ = "letters"

    id: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[int] = mapped_column(sa.ForeignKey(Alert.id, ondelete="CASCADE"), index=True)
    message_id: Mapped[str] = mapped_column(sa.String(120), unique=True)
    recipient: Mapped[str] = mapped_column(sa.String(254))
    content: Mapped[bytes] = mapped_column(sa.LargeBinary)
    passages: Mapped[int]
    created_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    state: Mapped[str] = mapped_column(sa.String(10), default=STATES[0])
    claimed_by: Mapped[str] = mapped_column(sa.String(200), default="")
    due_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(sa.String(300), default="")
    settled_at: Mapped[dt.datetime | None] = mapped_column(Moment)

    __table_args__ = (sa.Index(None, "state", "due_at"),)


class FeedToken(Base):
    """What stands in the addresses of an account's private feeds."""

    __tablename__ = "feed_tokens"

    account_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[str] = mapped_column(sa.String(43), unique=True, default=new_token)
    created_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)


def due_after(frequency: str, moment: dt.datetime) -> dt.datetime:
    """When an alert of this frequency falls due next after a moment."""
    if frequency == "at-once":
        return moment
    day = moment.astimezone(ZONE).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    while day <= moment or (frequency == "weekly" and day.weekday()):
        day += dt.timedelta(days=1)
    return day.astimezone(dt.UTC)


def of(session: Session, account: int, bookmark: int) -> Alert | None:
    """What an account is told of a bookmark."""
    query = sa.select(Alert).filter_by(account_id=account, bookmark_id=bookmark)
    return session.scalars(query).one_or_none()


def set_frequency(
    session: Session, account: int, bookmark: int, frequency: str, language: str, revision: int
) -> None:
    """Tell an account of a bookmark this often: of what comes in from now on."""
    known = of(session, account, bookmark)
    if known is None and frequency == FREQUENCIES[0]:
        return
    if known is None:
        known = Alert(account_id=account, bookmark_id=bookmark, frequency="off")
        session.add(known)
    known.language = language
    if known.frequency == "off":
        known.told = revision  # nothing is told of the time when it was off
    if known.frequency != frequency:
        known.due_at = due_after(frequency, now())
    known.frequency = frequency


def of_token(session: Session, token: str) -> Alert | None:
    """The alert that an unsubscribe token stops."""
    return session.scalars(sa.select(Alert).filter_by(token=token)).one_or_none()


def frequencies(session: Session, account: int) -> dict[int, str]:
    """How often an account is told of each bookmark that it is told of."""
    query = sa.select(Alert.bookmark_id, Alert.frequency).filter_by(account_id=account)
    return {number: often for number, often in session.execute(query) if often != FREQUENCIES[0]}


def letters(session: Session, account: int, bookmark: int, most: int = 5) -> Sequence[Letter]:
    """The last letters that an account was written about a bookmark, the last first."""
    query = (
        sa.select(Letter)
        .join(Alert)
        .where(Alert.account_id == account, Alert.bookmark_id == bookmark)
        .options(defer(Letter.content))
        .order_by(Letter.id.desc())
        .limit(most)
    )
    return session.scalars(query).all()
