"""Documents into and out of the archive, and the changes that tell of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from index.documents.archiving.history import Entry, record
from index.documents.archiving.tables import documents, revisions
from index.documents.reading.found import Found

Item = TypeVar("Item")


LEFT_OUT = "left_out"


def put_batch(
    connection: Connection,
    batch: Sequence[Found],
    author: str,
    named: Collection[str] | None = None,
) -> list[str]:
    """Add or replace documents: what was done with each, a field of ``Changes``.

    A document that only moved to another file stays as it is, at its new origin. One that a
    person removed or changed, and that is as it was before, is left out, unless its origin is
    ``named``, or None.
    """
    names = [one.document.id for one in batch]
    kept = _kept(connection, names)
    before = {name: row["digest"] for name, row in kept.items()}
    removed = {} if named is None else _removed(connection, set(names) - set(kept))
    overruled = {} if named is None else _overruled(connection, set(kept))
    done = []
    entries = []
    for one in batch:
        document = one.document
        is_as_before = removed.get(document.id) == document.digest or (
            document.digest in overruled.get(document.id, ())
        )
        if is_as_before and one.origin not in (named or ()):
            done.append(LEFT_OUT)
            continue
        change = "changed" if document.id in before else "added"
        if before.get(document.id) == document.digest:
            change = "unchanged"
        else:
            entries.append(Entry(document.id, change, document, author))
        before[document.id] = document.digest
        done.append(change)
    numbers = record(connection, entries)
    taken = [one for one, change in zip(batch, done, strict=True) if change != LEFT_OUT]
    _write(connection, kept, {one.document.id: one for one in taken}, numbers)
    return done


def drop_document(connection: Connection, name: str, author: str, change: str) -> bool:
    """Take a document out, as removed or vanished; whether it was there."""
    found = connection.execute(documents.delete().where(documents.c.id == name)).rowcount > 0
    if found:
        record(connection, [Entry(name, change, None, author)])
    return found


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of ``size`` items, the last maybe shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _kept(connection: Connection, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    rows = connection.execute(documents.select().where(documents.c.id.in_(names))).mappings()
    return {row["id"]: dict(row) for row in rows}


def _removed(connection: Connection, names: Collection[str]) -> dict[str, str]:
    """The last digest of those of some documents that a person removed."""
    query = sa.select(revisions.c.document, revisions.c.change, revisions.c.digest)
    query = query.where(revisions.c.document.in_(names)).order_by(revisions.c.revision)
    digests: dict[str, str] = {}
    changes: dict[str, str] = {}
    for name, change, digest in connection.execute(query) if names else ():
        digests[name] = digest or digests.get(name, "")
        if change != "corrected":
            changes[name] = change
    return {name: digests[name] for name, change in changes.items() if change == "removed"}


def _overruled(connection: Connection, names: Collection[str]) -> dict[str, set[str]]:
    """Earlier digests of those of some documents whose present version a person wrote."""
    query = sa.select(revisions.c.document, revisions.c.digest, revisions.c.author)
    query = query.where(revisions.c.document.in_(names), revisions.c.digest != "")
    earlier: dict[str, set[str]] = {}
    last: dict[str, tuple[str, str]] = {}
    for name, digest, author in connection.execute(query.order_by(revisions.c.revision)):
        if name in last:
            earlier.setdefault(name, set()).add(last[name][0])
        last[name] = digest, author
    return {name: found - {last[name][0]} for name, found in earlier.items() if last[name][1]}


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
