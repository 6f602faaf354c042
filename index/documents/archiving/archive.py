"""The archive: every document, every revision of it, and what people corrected.

It is the record; the index is made from it. Each change has a number, and the index remembers
the number it has followed to, so after a crash ``changes_since`` tells what it has missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from index.documents.archiving.contents import Kept, columns, whole
from index.documents.archiving.corrections import (
    Correction,
    corrections_of,
    drop_correction,
    put_correction,
)
from index.documents.archiving.database import open_engine, reading, writing
from index.documents.archiving.first_seen import Life, first_seen, lives, moments
from index.documents.archiving.history import (
    Missed,
    Revision,
    history_of,
    last_revision,
    missed_since,
)
from index.documents.archiving.keeping import batches, drop_document, put_batch
from index.documents.archiving.read_only import open_engine_read_only
from index.documents.archiving.soundness import faults, prepare
from index.documents.archiving.tables import documents, revisions
from index.documents.document import Document
from index.documents.reading.found import Found

_BATCH = 200  # documents a transaction, so that other writers get their turn
_MOST_NAMED = 500  # ids in one query
_STREAM = {"yield_per": _BATCH}


@dataclass(frozen=True)
class Changes:
    """Ids of documents by what ``put`` did with them."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Archive:
    """Documents in a database; open one with ``Archive.open``, and close it after use."""

    def __init__(self, engine: Engine) -> None:
        """Use ``Archive.open``, which also makes and checks the tables."""
        self._engine = engine

    @classmethod
    def open(cls, where: str | Path, *, read_only: bool = False) -> Self:
        """The archive in a SQLite file, made if absent, or at an SQLAlchemy URL.

        With ``read_only`` a file, and all beside it, stays as it is.

        ArchiveError if it was made by a newer version or cannot be opened, ArchiveDamaged if
        the file is not a database, ArchiveBusy if another process holds it.
        """
        reads = read_only and "://" not in str(where)
        engine = open_engine_read_only(Path(where)) if reads else open_engine(where)
        try:
            prepare(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def put(
        self, found: Iterable[Found], author: str = "", named: Collection[str] | None = None
    ) -> Changes:
        """Add what is new, replace what differs by its digest, leave the rest.

        With ``named``, documents that were removed come back only if they differ from what was
        removed or their origin is among those.
        Commits batch by batch: what an error interrupts keeps the whole batches before it.
        """
        done: dict[str, list[str]] = {each.name: [] for each in fields(Changes)}
        for batch in batches(found, _BATCH):
            with writing(self._engine) as connection:
                told = put_batch(connection, batch, author, named)
            for change, one in zip(told, batch, strict=True):
                done[change].append(one.document.id)
        return Changes(**{change: tuple(names) for change, names in done.items()})

    def remove(
        self, names: Iterable[str], author: str = "", *, vanished: bool = False
    ) -> tuple[str, ...]:
        """Take documents out, keeping their history; gives the ids that were there.

        What a person removed stays out (see ``put``), what ``vanished`` may come back.
        """
        change = "vanished" if vanished else "removed"
        with writing(self._engine) as connection:
            return tuple(name for name in names if drop_document(connection, name, author, change))

    def document(self, name: str) -> Document | None:
        """The document of this id, None if there is none."""
        return next(self.documents([name]), None)

    def documents(self, names: Collection[str] | None = None) -> Iterator[Document]:
        """All documents, or those of these ids, as a stream ordered by id.

        The stream shows one state of the archive, whatever is written meanwhile. ArchiveDamaged
        names a document that is not what was put there.
        """
        query = sa.select(*columns(self._engine.dialect.name)).select_from(revisions)
        query = query.join(documents).order_by(documents.c.id)
        with reading(self._engine) as connection:
            for wanted in _named(names):
                rows = connection.execute(query.where(wanted), execution_options=_STREAM)
                with closing(rows):  # who reads only the first leaves the rest at the server
                    yield from (whole(Kept(*row)) for row in rows)

    def count(self) -> int:
        """How many documents there are."""
        with reading(self._engine) as connection:
            return connection.execute(
                sa.select(sa.func.count()).select_from(documents)
            ).scalar_one()

    def digests(self) -> dict[str, str]:
        """The digest of every document by its id."""
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(documents.c.id, documents.c.digest))
            return {name: digest for name, digest in rows}  # noqa: C416  # a Row is no pair to mypy

    def origins(self, prefix: str = "") -> dict[str, str]:
        """The origin of every document by its id, of those at or below ``prefix``."""
        below = prefix.rstrip("/") + "/"
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(documents.c.id, documents.c.origin))
            return {
                name: origin
                for name, origin in rows
                if not prefix or origin == prefix or origin.startswith(below)
            }

    def lives(self, names: Collection[str]) -> dict[str, Life]:
        """When each of some documents was first and last given words."""
        few = sorted(set(names)) if len(names) <= _MOST_NAMED else None
        with reading(self._engine) as connection:
            return lives(connection, few)

    def first_seen(self, name: str, life: Life, texts: Sequence[str]) -> list[int]:
        """The number of the change that first held each of some texts of a document."""
        if life.first == life.last:
            return [life.first] * len(texts)
        with reading(self._engine) as connection:
            return first_seen(connection, name, texts)

    def moments(self, name: str, life: Life) -> dict[int, int]:
        """When each change that gave a document words was, in seconds since 1970."""
        if life.first == life.last:
            return {life.first: life.began}
        with reading(self._engine) as connection:
            return moments(connection, name)

    def revision(self) -> int:
        """The number of the last change, 0 for an archive that never held anything."""
        with reading(self._engine) as connection:
            return last_revision(connection)

    def changes_since(self, number: int) -> Missed:
        """What an index that has followed to change ``number`` must still do."""
        with reading(self._engine) as connection:
            return missed_since(connection, number)

    def revisions(self, name: str) -> list[Revision]:
        """The history of a document, also of a removed one, the first change first."""
        with reading(self._engine) as connection:
            return history_of(connection, name)

    def correct(self, correction: Correction) -> None:
        """Keep what a person decided; the document counts as changed, for the index to follow."""
        with writing(self._engine) as connection:
            put_correction(connection, correction)

    def withdraw(self, document: str, passage: str, field: str, author: str = "") -> bool:
        """Take a correction back; whether there was one."""
        with writing(self._engine) as connection:
            return drop_correction(connection, document, passage, field, author)

    def corrections(self, document: str | None = None) -> list[Correction]:
        """The corrections of a document, or of all."""
        with reading(self._engine) as connection:
            return corrections_of(connection, document)

    def check(self) -> list[str]:
        """What is wrong with the archive, a line each: its file, and every document's digest."""
        with reading(self._engine) as connection:
            return list(faults(connection))


def _named(names: Collection[str] | None) -> Iterator[sa.ColumnElement[bool]]:
    """Conditions for these ids, in order, few enough a query for any database."""
    if names is None:
        yield sa.true()
        return
    for part in batches(sorted(set(names)), _MOST_NAMED):
        yield documents.c.id.in_(part)
