"""What people decided about passages: it wins over the rules and survives a rebuild."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from index.documents.archiving.database import ArchiveDamaged
from index.documents.archiving.history import Entry, record
from index.documents.archiving.tables import corrections


@dataclasses.dataclass(frozen=True)
class Correction:
    """A person's value of one field of one passage, e.g. ``areas`` as a list of ids."""

    document: str
    passage: str  # ``passage_key`` of its text
    field: str
    value: Any  # JSON
    author: str = ""
    at: dt.datetime = dataclasses.field(default_factory=lambda: dt.datetime.now(dt.UTC))


def passage_key(text: str) -> str:
    """The SHA-256 of a passage's text: a correction holds as long as the words do."""
    return hashlib.sha256(text.encode()).hexdigest()


def put_correction(connection: Connection, correction: Correction) -> None:
    """Write a correction over an earlier one of the same field."""
    connection.execute(corrections.delete().where(_place(*_key(correction))))
    connection.execute(corrections.insert().values(vars(correction)))
    record(connection, [Entry(correction.document, "corrected", author=correction.author)])


def drop_correction(
    connection: Connection, document: str, passage: str, name: str, author: str
) -> bool:
    """Take a correction back; whether there was one."""
    place = _place(document, passage, name)
    found = connection.execute(corrections.delete().where(place)).rowcount > 0
    if found:
        record(connection, [Entry(document, "corrected", author=author)])
    return found


def corrections_of(connection: Connection, document: str | None) -> list[Correction]:
    """The corrections of one document, or of all; ArchiveDamaged if one cannot be read."""
    query = corrections.select().order_by(*corrections.primary_key.columns)
    if document is not None:
        query = query.where(corrections.c.document == document)
    try:
        return [
            Correction(**{**row, "at": row["at"].replace(tzinfo=dt.UTC)})
            for row in connection.execute(query).mappings()
        ]
    except ValueError as broken:  # JSON that is none
        raise ArchiveDamaged("archive: a correction is damaged; `check` says which") from broken


def _key(correction: Correction) -> tuple[str, str, str]:
    return correction.document, correction.passage, correction.field


def _place(document: str, passage: str, name: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        corrections.c.document == document,
        corrections.c.passage == passage,
        corrections.c.field == name,
    )
