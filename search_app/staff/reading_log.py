"""The audit log as administrators read it: the newest first, narrowed, page by page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from search_app.staff.audit import Entry
from search_app.staff.clock import midnight

AT_ONCE = 50


@dataclass(frozen=True)
class Wanted:
    """What of the log is asked for; «» and 0 ask for everything."""

    actor: str = ""  # a part of the address
    action: str = ""  # the thing, such as «account», or all of «account.role»
    subject: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    before: int = 0  # entries older than this one


@dataclass(frozen=True)
class Change:
    """A field that was changed, or a whole value."""

    field: str
    before: Any
    after: Any


def entries(session: Session, wanted: Wanted) -> tuple[Sequence[Entry], int]:
    """A page of the log, and where the next page begins, 0 on the last."""
    query = sa.select(Entry).order_by(Entry.id.desc()).limit(AT_ONCE + 1)
    found = session.scalars(query.where(*_conditions(wanted))).all()
    return found[:AT_ONCE], found[AT_ONCE - 1].id if len(found) > AT_ONCE else 0


def changes(entry: Entry) -> list[Change]:
    """What differs between before and after, field by field where both are tables."""
    before, after = entry.before, entry.after
    if before is None and after is None:
        return []
    if not isinstance(before or {}, dict) or not isinstance(after or {}, dict):
        return [Change("", before, after)]
    before, after = before or {}, after or {}
    return [
        Change(field, before.get(field), after.get(field))
        for field in dict.fromkeys([*before, *after])
        if before.get(field) != after.get(field)
    ]


def _conditions(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    found = []
    if wanted.actor:
        found.append(Entry.actor.icontains(wanted.actor, autoescape=True))
    if wanted.action:
        kind = Entry.action.startswith(f"{wanted.action}.", autoescape=True)
        found.append(kind | (Entry.action == wanted.action))
    if wanted.subject:
        found.append(Entry.subject == wanted.subject)
    if wanted.since:
        found.append(Entry.at >= midnight(wanted.since))
    if wanted.until:
        found.append(Entry.at < midnight(wanted.until) + dt.timedelta(days=1))
    if wanted.before:
        found.append(Entry.id < wanted.before)
    return found


@dataclass(frozen=True)
class Visit:
    """The sign-in before the present one, and how many were refused since."""

    at: dt.datetime | None
    origin: str
    refused: int


def last_visit(session: Session, account: int) -> Visit:
    """What the log says of an account's sign-ins."""
    mine = sa.select(Entry).where(Entry.account == account)
    came = mine.where(Entry.action == "sign-in.ok").order_by(Entry.id.desc()).offset(1).limit(1)
    before = session.scalars(came).one_or_none()
    refused = mine.where(Entry.action == "sign-in.refused", Entry.id > (before.id if before else 0))
    count = session.scalar(sa.select(sa.func.count()).select_from(refused.subquery())) or 0
    return Visit(before.at if before else None, before.origin if before else "", count)
