"""The file of a backup: every row of every table as JSON Lines, packed, with its own checksum.

The first line says what it is, then each table has a line with its columns and a line a row,
the last line has the counts and the SHA-256 of all before it. No database's own form, so that
what was saved from SQLite can be put into PostgreSQL and the other way round.
"""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import sqlalchemy as sa

from index.errors import SearchError

FORMAT, VERSION = "policy-search backup", 1
_LEVEL = 6

Row = list[Any]


class BackupError(SearchError):
    """A backup that cannot be used; says why, and that nothing was changed."""


class Sink:
    """Writes a backup to an open file, and keeps its checksum and counts."""

    def __init__(self, file: IO[bytes], head: dict[str, Any]) -> None:
        self._packed = gzip.GzipFile("", "wb", _LEVEL, file, mtime=0)
        self._sum = hashlib.sha256()
        self.counts: dict[str, int] = {}
        self._line({"format": FORMAT, "version": VERSION, **head})

    def table(self, table: sa.Table, rows: Iterable[sa.Row[Any]]) -> None:
        """Write the rows of a table."""
        self._line({"table": table.name, "columns": [column.name for column in table.columns]})
        writers = [_writer(column.type) for column in table.columns]
        self.counts[table.name] = 0
        for row in rows:
            self._line([write(value) for write, value in zip(writers, row, strict=True)])
            self.counts[table.name] += 1

    def close(self) -> None:
        """Write the end, by which a whole file is told from a torn one."""
        self._line({"rows": self.counts, "sha256": self._sum.hexdigest()})
        self._packed.close()

    def _line(self, said: object) -> None:
        line = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self._sum.update(line)
        self._packed.write(line)


def head(file: IO[bytes], name: str) -> dict[str, Any]:
    """What the first line says, of a file that is whole; BackupError names what is wrong."""
    try:
        return _checked(file, name)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        if isinstance(error, OSError) and error.errno:
            raise BackupError(f"{name}: cannot be read: {error.strerror}") from error
        raise BackupError(f"{name}: not a whole backup ({error}); nothing was changed") from error


def tables(file: IO[bytes]) -> Iterator[tuple[str, list[str], Iterator[Row]]]:
    """Name, columns and rows of every table of a file that ``head`` found whole.

    The rows of a table are to be read before the next table is asked for.
    """
    lines = _lines(file)
    next(lines)
    said = json.loads(next(lines))
    while "table" in said:
        rows = _Rows(lines)
        yield said["table"], said["columns"], rows
        said = rows.rest()


def reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of the file one that a column of this type takes."""
    if isinstance(kind, sa.DateTime):
        return lambda value: value and dt.datetime.fromisoformat(value)
    if isinstance(kind, sa.Date):
        return lambda value: value and dt.date.fromisoformat(value)
    if isinstance(kind, sa.LargeBinary):
        return lambda value: value and base64.b64decode(value)
    return lambda value: value


class _Rows:
    """The rows of one table; what stands after them is kept for the next."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._after: dict[str, Any] | None = None

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        if self._after is None:
            said = json.loads(next(self._lines))
            if isinstance(said, list):
                return said
            self._after = said
        raise StopIteration

    def rest(self) -> dict[str, Any]:
        for _ in self:
            pass
        return self._after or {}


def _checked(file: IO[bytes], name: str) -> dict[str, Any]:
    summed, table, last = hashlib.sha256(), "", b""
    counts: dict[str, int] = {}
    first: dict[str, Any] = {}
    for line in _lines(file):
        summed.update(last)
        last = line
        if not first:
            first = _first(line, name)
        elif line.startswith(b"["):
            counts[table] += 1
        elif line.startswith(b'{"table"'):
            table = json.loads(line)["table"]
            counts[table] = 0
    end = json.loads(last) if last else {}
    if (end.get("rows"), end.get("sha256")) != (counts, summed.hexdigest()):
        raise ValueError("its checksum is another")
    return first


def _first(line: bytes, name: str) -> dict[str, Any]:
    said = json.loads(line)
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise ValueError("another format")
    if said["version"] > VERSION:
        raise BackupError(f"{name}: made by a newer version: update the program")
    return said


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    with gzip.GzipFile(fileobj=file) as packed:
        yield from packed


def _writer(kind: Any) -> Callable[[Any], Any]:
    if isinstance(kind, sa.DateTime):
        return lambda value: value and _utc(value).isoformat()
    if isinstance(kind, sa.Date):
        return lambda value: value and value.isoformat()
    if isinstance(kind, sa.LargeBinary):
        return lambda value: value and base64.b64encode(value).decode()
    return lambda value: value


def _utc(value: dt.datetime) -> dt.datetime:
    """SQLite keeps moments without their zone: all of ours are UTC."""
    return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)
