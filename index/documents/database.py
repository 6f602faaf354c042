"""The database under the archive: durable SQLite by default, any other by its URL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine

from index.errors import SearchError

_BUSY_SECONDS = 10


class ArchiveError(SearchError):
    """The archive cannot be used; says why."""


class ArchiveBusy(ArchiveError):  # named like IndexBusy
    """Another process holds the archive for longer than we wait."""


class ArchiveDamaged(ArchiveError):  # named like IndexDamaged
    """The archive's file is not a whole database."""


def open_engine(where: str | Path) -> Engine:
    """An engine for a path of a SQLite file or for an SQLAlchemy URL; nothing is opened yet."""
    name = str(where)
    url = sa.make_url(name) if "://" in name else URL.create("sqlite", database=name)
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True)
    engine = sa.create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the archive."""
    with _told(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the archive for itself; committed, synced to disk, or undone."""
    with _told(engine), engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            yield connection


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in _begin
    try:
        _configure(connection)
    except sqlite3.Error:
        connection.close()
        raise


def _configure(connection: sqlite3.Connection) -> None:
    for pragma in (
        f"busy_timeout = {_BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # A writer that begins as a reader fails at its first write if another wrote meanwhile.
    writer = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """Errors of the database as errors of ours."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _ours(error.orig, engine.url) from error
    except sqlite3.Error as error:  # from _prepare
        raise _ours(error, engine.url) from error


def _ours(error: BaseException | None, url: URL) -> ArchiveError:
    name = url.database or url.host or "archive"
    code: Any = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return ArchiveBusy(f"{name}: another process is writing to the archive; try again")
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return ArchiveDamaged(f"{name}: the archive is damaged ({error}); restore it from a backup")
    if primary in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY}:
        return ArchiveError(f"{name}: the archive cannot be opened ({error})")
    return ArchiveError(f"{name}: {' '.join(str(error).split())}")
