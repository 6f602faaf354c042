"""The people of the staff room and what each may do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from index.errors import SearchError
from search_app.staff.database import Base
from search_app.staff.moments import Moment, now

ROLES = ("reader", "editor", "administrator")
"""Each may do what those before it may."""
LONGEST_NAME, LONGEST_ADDRESS = 200, 254


class AccountError(SearchError):
    """What was asked of an account cannot be done; ``reason`` is a message of the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Account(Base):
    """A person who may sign in."""

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(LONGEST_NAME))
    email: Mapped[str] = mapped_column(sa.String(LONGEST_ADDRESS), unique=True)  # as `address` says
    role: Mapped[str] = mapped_column(sa.String(20))
    password: Mapped[str | None] = mapped_column(sa.String(255))  # Argon2id; none before the first
    password_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    totp: Mapped[str | None] = mapped_column(sa.String(255))  # sealed; asked for when confirmed
    totp_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    totp_step: Mapped[int | None]  # of the last code that was taken: each works once
    issuer: Mapped[str | None] = mapped_column(sa.String(500))  # OpenID Connect: who vouches,
    subject: Mapped[str | None] = mapped_column(sa.String(255))  # and for whom
    created_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    disabled_at: Mapped[dt.datetime | None] = mapped_column(Moment)

    __table_args__ = (sa.UniqueConstraint("issuer", "subject"),)

    def may(self, role: str) -> bool:
        """Whether the account has this role or a higher one."""
        return may(self.role, role)


@dataclass(frozen=True)
class SignedIn:
    """Who asks: an account as it stands at this request, and the session that proves it."""

    id: int
    name: str
    email: str
    role: str
    session: int
    proved_at: dt.datetime | None = None  # when a secret was last given
    two_factors: bool = False  # whether this sign-in took two

    def may(self, role: str) -> bool:
        """Whether the account has this role or a higher one."""
        return may(self.role, role)


def may(role: str, wanted: str) -> bool:
    """Whether ``role`` is ``wanted`` or higher."""
    return ROLES.index(role) >= ROLES.index(wanted)


def address(written: str) -> str:
    """An e-mail address as accounts are found by: no spaces around, lower case."""
    return written.strip().casefold()


def by_address(session: Session, written: str) -> Account | None:
    """The account of an e-mail address, also a disabled one."""
    query = sa.select(Account).where(Account.email == address(written))
    return session.scalars(query).one_or_none()


def everyone(session: Session) -> Sequence[Account]:
    """All accounts by name."""
    return session.scalars(sa.select(Account).order_by(Account.name, Account.id)).all()


def is_last_administrator(session: Session, account: Account) -> bool:
    """Whether nobody else could administer."""
    others = sa.select(sa.func.count()).where(
        Account.role == ROLES[-1], Account.disabled_at.is_(None), Account.id != account.id
    )
    return account.may(ROLES[-1]) and not session.scalar(others)
