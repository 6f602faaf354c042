"""Whether a database is an archive that this version can use, and whether it is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from index.documents.archiving.contents import Kept, columns, whole
from index.documents.archiving.database import ArchiveDamaged, ArchiveError, reading, writing
from index.documents.archiving.tables import (
    SCHEMA,
    archive_state,
    corrections,
    documents,
    metadata,
    revisions,
)


def prepare(engine: Engine) -> None:
    """Make the tables where there are none; ArchiveError if a newer version made them."""
    with reading(engine) as connection:
        made = _is_made(connection)
    if not made:
        with writing(engine) as connection:
            _make(connection)
    with reading(engine) as connection:
        schema = connection.execute(sa.select(archive_state.c.schema)).scalar_one_or_none()
    if schema is None:
        raise ArchiveDamaged(f"{engine.url.database}: the archive has lost its state")
    if schema > SCHEMA:
        raise ArchiveError(
            f"{engine.url.database}: the archive has schema {schema}, this version knows {SCHEMA}: "
            "update the program"
        )


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong, a line each: pages of the file, broken references, altered documents."""
    if connection.dialect.name == "sqlite":
        pages = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
        yield from (f"archive: {line}" for line in pages if line != "ok")
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"archive: {row[0]} {row[1]} refers to a missing row of {row[2]}"
    query = sa.select(*columns(connection.dialect.name), documents.c.digest)
    query = query.outerjoin(documents).where(revisions.c.digest != "")
    with closing(connection.execute(query, execution_options={"yield_per": 200})) as rows:
        for row in rows:
            kept, digest = Kept(*row[:-1]), row[-1]
            try:
                whole(kept._replace(digest=digest or kept.digest))
            except ArchiveDamaged as damage:
                yield str(damage)
    yield from _damaged_corrections(connection)


def _damaged_corrections(connection: Connection) -> Iterator[str]:
    value = sa.cast(corrections.c.value, sa.Text())
    for document, name, said in connection.execute(
        sa.select(corrections.c.document, corrections.c.field, value)
    ):
        try:
            json.loads(said)
        except ValueError:
            yield f"archive: the correction of {name} in {document} is not what was put there"


def _is_made(connection: Connection) -> bool:
    return sa.inspect(connection).has_table(archive_state.name)


def _make(connection: Connection) -> None:
    if not _is_made(connection):  # another process may have been faster
        metadata.create_all(connection)
        connection.execute(archive_state.insert().values(id=1, schema=SCHEMA, revision=0))
