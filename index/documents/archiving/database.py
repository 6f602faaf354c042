"""The database under the archive: durable SQLite by default, any other by its URL."""

from __future__ import annotations

import functools
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine

from index.errors import SearchError

_BUSY_SECONDS = 10.0
_POSTGRES = "postgresql"
_LOCK_NOT_AVAILABLE = "55P03"
_ARCHIVE_LOCK = "policy-search archive"


class ArchiveError(SearchError):
    """The archive cannot be used; says why."""


class ArchiveBusy(ArchiveError):  # named like IndexBusy
    """Another process holds the archive for longer than we wait."""


class ArchiveDamaged(ArchiveError):  # named like IndexDamaged
    """The archive's file is not a whole database."""


def open_engine(where: str | Path, patience: float = _BUSY_SECONDS) -> Engine:
    """An engine for a path of a SQLite file or for an SQLAlchemy URL; nothing is opened yet.

    ``patience`` is how many seconds a writer waits for another.
    """
    name = str(where)
    url = sa.make_url(name) if "://" in name else URL.create("sqlite", database=name)
    if url.get_backend_name() == _POSTGRES:
        return _postgres(url, patience)
    if url.get_backend_name() != "sqlite":
        raise ArchiveError(f"{url.get_backend_name()}: give a file, sqlite:/// or postgresql://")
    engine = sa.create_engine(url, connect_args={"timeout": patience})
    if url.database and url.database != ":memory:" and not url.database.startswith("file:"):
        event.listen(engine, "do_connect", functools.partial(_keep_private, Path(url.database)))
    event.listen(engine, "connect", functools.partial(_prepare, patience=patience))
    event.listen(engine, "begin", _begin)
    return engine


def _postgres(url: URL, patience: float) -> Engine:
    settings = {"timezone": "UTC", "lock_timeout": f"{int(patience * 1000)}"}
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    arguments = {"options": options, "connect_timeout": max(2, round(patience))}
    url = url.set(drivername="postgresql+psycopg")
    try:
        engine = sa.create_engine(url, pool_pre_ping=True, connect_args=arguments)
    except ModuleNotFoundError as missing:
        raise ArchiveError("PostgreSQL needs psycopg: pip install 'psycopg[binary]'") from missing
    event.listen(engine, "begin", _begin_postgres)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the archive."""
    with _told(engine), engine.connect() as plain:
        connection = plain.execution_options(snapshot=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the archive for itself; committed, synced to disk, or undone."""
    with _told(engine), engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            hold_archive(connection)
            yield connection


def hold_archive(connection: Connection) -> None:
    """Hold the archive for writing in a transaction that does other things too."""
    hold(connection, _ARCHIVE_LOCK)


def hold(connection: Connection, name: str) -> None:
    """Wait until no other transaction holds this name, and hold it until this one ends.

    On SQLite a writer holds the whole file anyway.
    """
    if connection.dialect.name == _POSTGRES:
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))


def _keep_private(path: Path, *_connecting: object) -> None:
    """Make the file for its owner alone, before SQLite makes it for all; narrow one of ours.

    What SQLite makes beside it has the same mode.
    """
    with suppress(OSError):  # SQLite says better what is wrong
        # Never an open of a file that is there: closing it would drop this process's locks on it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if os.access(path.parent, os.W_OK):
        for each in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
            with suppress(OSError):
                known = each.stat()
                if known.st_uid == os.geteuid() and known.st_mode & 0o077:
                    each.chmod(known.st_mode & 0o700)


def _prepare(connection: sqlite3.Connection, _record: object, *, patience: float) -> None:
    connection.isolation_level = None  # transactions begin in _begin
    try:
        _configure(connection, patience)
    except sqlite3.Error:
        connection.close()
        raise


def _configure(connection: sqlite3.Connection, patience: float) -> None:
    for pragma in (
        f"busy_timeout = {int(patience * 1000)}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # A writer that begins as a reader fails at its first write if another wrote meanwhile.
    writer = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


def _begin_postgres(connection: Connection) -> None:
    if connection.get_execution_options().get("snapshot", False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


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
    if getattr(error, "sqlstate", None) == _LOCK_NOT_AVAILABLE:
        return ArchiveBusy(f"{name}: another process is writing to the archive; try again")
    code: Any = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return ArchiveBusy(f"{name}: another process is writing to the archive; try again")
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return ArchiveDamaged(f"{name}: the archive is damaged ({error}); restore it from a backup")
    if primary in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY}:
        return ArchiveError(f"{name}: the archive cannot be opened ({error})")
    return ArchiveError(f"{name}: {' '.join(str(error).split())}")
