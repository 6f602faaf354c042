"""The numbered changes of the archive, from which an index behind it catches up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from index.documents.archiving.contents import Kept, columns, whole
from index.documents.archiving.records import content_of
from index.documents.archiving.tables import archive_state, documents, revisions
from index.documents.document import Document

_ABOUT = (revisions.c.change, revisions.c.author, revisions.c.at)


@dataclass(frozen=True)
class Missed:
    """Ids whose documents an index must write anew, and those it must take out."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A change that is to be written down."""

    name: str  # id of the document
    change: str  # added, changed, removed, vanished or corrected
    document: Document | None = None
    author: str = ""

    def row(self, number: int) -> dict[str, Any]:
        """The row of the table, all but the time."""
        return {
            "revision": number,
            "document": self.name,
            "change": self.change,
            "digest": self.document.digest if self.document else "",
            "content": content_of(self.document) if self.document else None,
            "author": self.author,
        }


@dataclass(frozen=True)
class Revision:
    """One change of a document: added, changed, removed, vanished (with its file) or corrected."""

    number: int
    change: str
    author: str
    at: dt.datetime  # UTC
    document: Document | None  # as it stood after an addition or a change


def record(connection: Connection, entries: Sequence[Entry]) -> dict[str, int]:
    """Number and write changes, in the transaction of the changes themselves.

    Gives the number of the last change of each document.
    """
    if not entries:
        return {}
    raised = archive_state.c.revision + len(entries)
    connection.execute(archive_state.update().values(revision=raised))
    first = last_revision(connection) - len(entries) + 1
    at = dt.datetime.now(dt.UTC)
    connection.execute(
        revisions.insert(),
        [entry.row(number) | {"at": at} for number, entry in enumerate(entries, first)],
    )
    return {entry.name: number for number, entry in enumerate(entries, first)}


def last_revision(connection: Connection) -> int:
    """The number of the last change."""
    return int(connection.execute(sa.select(archive_state.c.revision)).scalar_one())


def missed_since(connection: Connection, number: int) -> Missed:
    """What changed after the change of this number, each document once."""
    latest = (
        sa.select(revisions.c.document, documents.c.id)
        .select_from(revisions.outerjoin(documents, revisions.c.document == documents.c.id))
        .where(revisions.c.revision > number)
        .distinct()
        .order_by(revisions.c.document)
    )
    rows = connection.execute(latest).all()
    return Missed(
        changed=tuple(name for name, kept in rows if kept is not None),
        removed=tuple(name for name, kept in rows if kept is None),
    )


def history_of(connection: Connection, name: str) -> list[Revision]:
    """All changes of a document, the first first."""
    query = (
        sa.select(*columns(connection.dialect.name), *_ABOUT)
        .where(revisions.c.document == name)
        .order_by(revisions.c.revision)
    )
    return [
        Revision(
            number=row.revision,
            change=row.change,
            author=row.author,
            at=row.at.replace(tzinfo=dt.UTC),
            document=whole(Kept(*row[: len(Kept._fields)])) if row.digest else None,
        )
        for row in connection.execute(query)
    ]
