"""An archive in a folder that cannot be written: a mount for reading, another user's backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine


def open_engine_read_only(path: Path) -> Engine:
    """An engine for a SQLite file that changes nothing, not even beside the file."""
    url = URL.create("sqlite", database=str(path))
    engine = sa.create_engine(url, creator=lambda: _connected(path))
    event.listen(engine, "begin", _begin)
    return engine


def _connected(path: Path) -> sqlite3.Connection:
    # A file in WAL mode wants its -shm beside it; where none can be made it is read as it lies.
    try:
        return _opened(path, "mode=ro")
    except sqlite3.OperationalError:
        return _opened(path, "immutable=1")


def _opened(path: Path, how: str) -> sqlite3.Connection:
    name = f"file:{quote(str(path.absolute()))}?{how}"
    connection = sqlite3.connect(name, uri=True, check_same_thread=False)
    try:
        connection.isolation_level = None  # transactions begin in _begin
        connection.execute("PRAGMA schema_version").close()
        connection.execute("SELECT 1 FROM sqlite_master").close()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
