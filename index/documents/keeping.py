"""Documents into and out of the archive, and the changes that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from index.documents.found import Found
from index.documents.history import Entry, record
from index.documents.tables import documents

Item = TypeVar("Item")


def put_batch(connection: Connection, batch: Sequence[Found], author: str) -> list[str]:
    """Add or replace documents: what was done with each, «added», «changed» or «unchanged».

    A document that only moved to another file stays as it is, at its new origin.
    """
    kept = _kept(connection, [one.document.id for one in batch])
    before = {name: row["digest"] for name, row in kept.items()}
    done = []
    entries = []
    for one in batch:
        document = one.document
        change = "changed" if document.id in before else "added"
        if before.get(document.id) == document.digest:
            change = "unchanged"
        else:
            entries.append(Entry(document.id, change, document, author))
        before[document.id] = document.digest
        done.append(change)
    numbers = record(connection, entries)
    _write(connection, kept, {one.document.id: one for one in batch}, numbers)
    return done


def drop_document(connection: Connection, name: str, author: str) -> bool:
    """Take a document out; whether it was there."""
    found = connection.execute(documents.delete().where(documents.c.id == name)).rowcount > 0
    if found:
        record(connection, [Entry(name, "removed", None, author)])
    return found


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of ``size`` items, the last maybe shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _kept(connection: Connection, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    rows = connection.execute(documents.select().where(documents.c.id.in_(names))).mappings()
    return {row["id"]: dict(row) for row in rows}


def _write(
    connection: Connection,
    kept: dict[str, dict[str, Any]],
    last: dict[str, Found],
    numbers: dict[str, int],
) -> None:
    rows: list[dict[str, Any]] = [
        {
            "id": name,
            "digest": found.document.digest,
            "origin": found.origin,
            "revision": numbers.get(name) or kept[name]["revision"],
        }
        for name, found in last.items()
    ]
    new = [row for row in rows if row["id"] not in kept]
    if new:
        connection.execute(documents.insert(), new)
    altered = [row for row in rows if row != kept.get(row["id"], row)]
    if altered:
        place = documents.c.id == sa.bindparam("place")
        values: dict[str, sa.BindParameter[Any]] = {
            name: sa.bindparam(f"new_{name}") for name in ("digest", "origin", "revision")
        }
        given = [
            {"place": row["id"]} | {f"new_{name}": row[name] for name in values} for row in altered
        ]
        connection.execute(documents.update().where(place).values(values), given)
