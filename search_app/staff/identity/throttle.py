"""Guessing is slowed down, honest people hardly: after some failures each next try must wait.

Tries are counted by account and by network address. Whoever guesses at an account from elsewhere
could keep its owner waiting, so a browser that has signed in to the account before is counted by
itself. Tries that come too early are not counted, so a wait ends when it was said to end.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import ipaddress
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from index.errors import SearchError
from search_app.staff.database import Base
from search_app.staff.moments import Moment, now

_FORGET = dt.timedelta(hours=1)
"""After so long without a failure all is forgiven."""


class Throttled(SearchError):
    """Too many tries; ``seconds`` until the next."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"the next try is due in {seconds} s")
        self.seconds = seconds


class Throttle(Base):
    """Failures that are counted together."""

    __tablename__ = "throttles"

    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    failures: Mapped[int]
    until: Mapped[dt.datetime] = mapped_column(Moment)
    last_at: Mapped[dt.datetime] = mapped_column(Moment, index=True)


@dataclass(frozen=True)
class Key:
    """What tries are counted by, how many are free, and the longest wait in seconds."""

    name: str
    free: int
    longest: int = 60

    @property
    def stored(self) -> str:
        """What the table knows it by: it need not name people and places."""
        return hashlib.sha256(self.name.encode()).hexdigest()

    def wait(self, failures: int) -> dt.timedelta:
        """How long after so many failures."""
        over = failures - self.free
        return dt.timedelta(seconds=min(2 ** min(over, 20), self.longest) if over >= 0 else 0)


def by_account(email: str) -> Key:
    """Tries at an account, whether there is one or not."""
    return Key(f"account {email}", 5)


def by_address(address: str) -> Key:
    """Tries from a network address; many honest people may share one."""
    return Key(f"address {_network(address)}", 20)


def by_browser(number: str) -> Key:
    """Tries of a browser that has signed in to the account before."""
    return Key(f"browser {number}", 5)


def by_session(account: int) -> Key:
    """Tries at a password by somebody who is signed in."""
    return Key(f"session {account}", 5)


def by_code(account: int) -> Key:
    """Tries at a second factor by somebody who knows the password."""
    return Key(f"code {account}", 5, longest=900)


def take(session: Session, *keys: Key) -> None:
    """Count a try as failed until ``forgive``; Throttled if it comes too early."""
    moment = now()
    session.execute(sa.delete(Throttle).where(Throttle.last_at < moment - _FORGET))
    rows = [_row(session, key, moment) for key in sorted(keys, key=lambda key: key.stored)]
    if early := [row.until - moment for row in rows if row.until > moment]:
        raise Throttled(max(1, round(max(early).total_seconds())))
    waits = {key.stored: key for key in keys}
    for row in rows:
        row.failures += 1
        row.until = moment + waits[row.key].wait(row.failures)
        row.last_at = moment


def forgive(session: Session, *keys: Key) -> None:
    """The try succeeded: forget the failures, but of an address only this one.

    Whoever has an account could else guess at others' between two sign-ins of his own.
    """
    for key in keys:
        row = session.get(Throttle, key.stored, with_for_update=True)
        if row is None:
            continue
        if key.name.startswith("address "):
            row.failures = max(0, row.failures - 1)
            row.until = row.last_at
        else:
            session.delete(row)


def _row(session: Session, key: Key, moment: dt.datetime) -> Throttle:
    """The row of a key, held until the transaction ends; made where there is none."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    blank = {"key": key.stored, "failures": 0, "until": moment, "last_at": moment}
    session.execute(insert(Throttle).values(blank).on_conflict_do_nothing())
    return session.get_one(Throttle, key.stored, with_for_update=True)


def _network(address: str) -> str:
    """An address as one customer holds it: all of IPv4, half of IPv6."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if not isinstance(known, ipaddress.IPv6Address):
        return str(known)
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ipaddress.ip_network((known, 64), strict=False))
