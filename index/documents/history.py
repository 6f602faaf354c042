"""The numbered changes of the archive, from which an index behind it catches up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from index.documents.document import Document
from index.documents.records import content_of, document_of
from index.documents.tables import archive_state, documents, revisions


@dataclass(frozen=True)
class Missed:
    """Ids whose documents an index must write anew, and those it must take out."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Revision:
    """One change of a document: added, changed, removed or corrected."""

    number: int
    change: str
    author: str
    at: dt.datetime  # UTC
    document: Document | None  # as it stood after an addition or a change


def record(
    connection: Connection,
    name: str,
    change: str,
    document: Document | None = None,
    author: str = "",
) -> int:
    """Number and write one change; must stand in the same transaction as the change itself."""
    connection.execute(archive_state.update().values(revision=archive_state.c.revision + 1))
    number = last_revision(connection)
    row: dict[str, Any] = {"revision": number, "document": name, "change": change}
    row |= {"author": author, "at": dt.datetime.now(dt.UTC)}
    if document is not None:
        row |= {"digest": document.digest, "content": content_of(document)}
    connection.execute(revisions.insert().values(row))
    return number


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
    query = revisions.select().where(revisions.c.document == name).order_by(revisions.c.revision)
    return [
        Revision(
            number=row.revision,
            change=row.change,
            author=row.author,
            at=row.at.replace(tzinfo=dt.UTC),
            document=document_of(row.content) if row.content else None,
        )
        for row in connection.execute(query)
    ]
