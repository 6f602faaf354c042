"""The audit log: who did what, when, with what before and after; it can only grow."""

from __future__ import annotations

import datetime as dt
from typing import Any

import flask
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from search_app.staff.database import Base
from search_app.staff.identity.accounts import Account, SignedIn
from search_app.staff.moments import Moment, now

COMMAND_LINE = "command line"
_LONGEST = 200


class Entry(Base):
    """One thing that was done; triggers of the database refuse to change or delete it."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    account: Mapped[int | None]  # no foreign key: the log outlives all it tells of
    actor: Mapped[str] = mapped_column(sa.String(_LONGEST))  # the e-mail address at the time
    origin: Mapped[str] = mapped_column(sa.String(64))  # network address, «» off the web
    action: Mapped[str] = mapped_column(sa.String(64))  # sign-in.ok, account.role, document.publish
    subject: Mapped[str] = mapped_column(sa.String(_LONGEST))
    before: Mapped[Any] = mapped_column(sa.JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(sa.JSON(none_as_null=True), nullable=True)

    __table_args__ = (
        sa.Index(None, "at"),
        sa.Index(None, "account"),
        sa.Index(None, "subject"),
    )


def record(
    session: Session,
    actor: Account | SignedIn | str,
    action: str,
    subject: str,
    before: Any = None,
    after: Any = None,
) -> None:
    """Write one thing down in the caller's transaction: it is in the log if it was done.

    ``action`` is «thing.verb»; ``subject`` names the thing, such as «document:2025-08-11-ai»;
    ``before`` and ``after`` are JSON and hold no secrets.
    """
    number, name = (None, actor) if isinstance(actor, str) else (actor.id, actor.email)
    session.add(
        Entry(
            account=number,
            actor=name[:_LONGEST],
            origin=_origin(),
            action=action,
            subject=subject[:_LONGEST],
            before=before,
            after=after,
        )
    )


def _origin() -> str:
    return (flask.request.remote_addr or "")[:64] if flask.has_request_context() else ""
