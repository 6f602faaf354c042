"""One document in or out of the archive, and the change that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy.engine import Connection

from index.documents.found import Found
from index.documents.history import record
from index.documents.tables import documents

Item = TypeVar("Item")


def put_found(connection: Connection, found: Found, author: str) -> str:
    """Add or replace a document unless it is kept already: «added», «changed», «unchanged».

    A document that only moved to another file stays as it is, at its new origin.
    """
    document = found.document
    place = documents.c.id == document.id
    kept = connection.execute(documents.select().where(place)).one_or_none()
    if kept is not None and kept.digest == document.digest:
        if kept.origin != found.origin:
            connection.execute(documents.update().where(place).values(origin=found.origin))
        return "unchanged"
    change = "added" if kept is None else "changed"
    number = record(connection, document.id, change, document, author)
    row: dict[str, Any] = {"digest": document.digest, "origin": found.origin, "revision": number}
    if kept is None:
        connection.execute(documents.insert().values(id=document.id, **row))
    else:
        connection.execute(documents.update().where(place).values(row))
    return change


def drop_document(connection: Connection, name: str, author: str) -> bool:
    """Take a document out; whether it was there."""
    found = connection.execute(documents.delete().where(documents.c.id == name)).rowcount > 0
    if found:
        record(connection, name, "removed", author=author)
    return found


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of ``size`` items, the last maybe shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
