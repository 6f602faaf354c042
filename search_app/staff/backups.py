"""All that the database holds into a file and back: documents, revisions, corrections, accounts.

A backup is one snapshot, taken while the site runs. A restoration is one transaction: it is there
as a whole or not at all. What lets somebody in (sessions, one-time links) is not saved.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session

from index.documents.archiving.database import ArchiveDamaged, open_engine, reading, writing
from index.documents.archiving.soundness import faults
from index.indexing import Library
from index.progress import Progress, silently
from index.store.durable import sync
from search_app.staff import backup_file, migrating
from search_app.staff.audit import COMMAND_LINE, record
from search_app.staff.backup_file import BackupError, Sink

BEFORE = "before-restore.backup"
"""What stood there before a restoration, in the data directory."""
_MOMENTARY = frozenset({"sessions", "one_time_links", "throttles"})
_VERSION = "alembic_version"
_TOGETHER = 500  # rows written at once


def save(where: str | Path, target: Path) -> dict[str, int]:
    """Write a backup of a database; how many rows each table has.

    The file appears when it is whole, readable by its owner alone, in place of an older one.
    """
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with _open(where) as engine, _made(aside) as file, reading(engine) as connection:
            counts = _write(connection, file)
            file.flush()
            sync(aside)
        aside.replace(target)
        sync(target.parent)
    except OSError as error:
        raise BackupError(f"{target}: cannot be written: {error.strerror or error}") from error
    finally:
        aside.unlink(missing_ok=True)
    return counts


def restore(
    data: Path, where: str | Path, source: Path, progress: Progress = silently
) -> dict[str, int]:
    """Put what a backup holds in place of all that the database holds, and index it.

    What stood there is saved to ``BEFORE`` in ``data`` first. BackupError if the file is torn or
    made by a newer version; nothing was changed then.
    """
    try:
        file = source.open("rb")
    except OSError as error:
        raise BackupError(f"{source}: cannot be read: {error.strerror}") from error
    with file:
        head = backup_file.head(file, str(source))
        if head["stands_at"] not in migrating.known():
            raise BackupError(f"{source}: made by a newer version: update the program")
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with Library(data, progress, where).replacing(), _open(where) as engine:
            _keep_what_stands(engine, where, data / BEFORE)
            with writing(engine) as connection:
                return _replace(connection, file, head["stands_at"])


@contextmanager
def _open(where: str | Path) -> Iterator[Engine]:
    engine = open_engine(where)
    try:
        migrating.prepare(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _made(path: Path) -> Iterator[IO[bytes]]:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        yield file


def _write(connection: Connection, file: IO[bytes]) -> dict[str, int]:
    sink = Sink(
        file,
        {
            "made": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "stands_at": migrating.stands_at(connection),
            "revision": connection.execute(sa.text("SELECT revision FROM archive_state")).scalar(),
        },
    )
    for table in _tables(connection):
        if table.name not in _MOMENTARY and table.name != _VERSION:
            query = sa.select(table).order_by(*table.primary_key.columns)
            sink.table(table, connection.execute(query, execution_options={"yield_per": 200}))
    sink.close()
    return sink.counts


def _keep_what_stands(engine: Engine, where: str | Path, kept: Path) -> None:
    with reading(engine) as connection:
        held = [table for table in _tables(connection) if table.name in {"revisions", "accounts"}]
        rows = any(connection.execute(sa.select(table).limit(1)).first() for table in held)
    if rows:
        save(where, kept)


def _replace(connection: Connection, file: IO[bytes], stands_at: str) -> dict[str, int]:
    for table in reversed(_tables(connection)):
        connection.execute(sa.schema.DropTable(table))
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("DROP FUNCTION IF EXISTS audit_only_grows()"))
    migrating.upgrade(connection, stands_at)
    connection.execute(sa.text("DELETE FROM archive_state"))  # the migration's own row
    counts = _read(connection, file)
    migrating.upgrade(connection)
    if wrong := list(faults(connection)):
        raise ArchiveDamaged(f"{wrong[0]}; nothing was changed")
    with Session(connection) as session:
        record(session, COMMAND_LINE, "backup.restore", "database", after=counts)
        session.flush()
    return counts


def _read(connection: Connection, file: IO[bytes]) -> dict[str, int]:
    known = {table.name: table for table in _tables(connection)}
    counts = {}
    for name, columns, rows in backup_file.tables(file):
        table = known[name]
        readers = [backup_file.reader(table.columns[column].type) for column in columns]
        made = (
            {
                column: read(value)
                for column, read, value in zip(columns, readers, row, strict=True)
                # What is left out is NULL; JSON's own null stands where there must be a value.
                if value is not None or not table.columns[column].nullable
            }
            for row in rows
        )
        counts[name] = _insert(connection, table, made)
        _renumber(connection, table)
    return counts


def _insert(connection: Connection, table: sa.Table, rows: Iterator[dict[str, Any]]) -> int:
    count = 0
    while part := list(islice(rows, _TOGETHER)):
        for shape in _alike(part):
            connection.execute(table.insert(), shape)
        count += len(part)
    return count


def _alike(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows in runs with the same columns, as one statement takes them."""
    for _, run in groupby(rows, key=frozenset):
        yield list(run)


def _renumber(connection: Connection, table: sa.Table) -> None:
    """PostgreSQL counts ids by a sequence that knows nothing of the rows put in."""
    counted = table.autoincrement_column
    if connection.dialect.name != "postgresql" or counted is None:
        return
    sequence = sa.func.pg_get_serial_sequence(table.name, counted.name)
    last = sa.select(sa.func.max(counted)).scalar_subquery()
    connection.execute(sa.select(sa.func.setval(sequence, last)))


def _tables(connection: Connection) -> list[sa.Table]:
    """All tables as they stand, those first that others refer to."""
    found = sa.MetaData()
    found.reflect(connection)
    return list(found.sorted_tables)
