"""The staff room's side of the archive's database; nothing is opened before it is needed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import flask
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase, Session

from index.documents.archiving import tables
from index.documents.archiving.database import open_engine
from search_app.staff.faults import StaffUnavailable, told
from search_app.staff.migrating import bring_up_to_date, prepare

__all__ = ["Base", "StaffUnavailable", "Store", "install", "reading", "transaction"]

PATIENCE = 2.0
"""Seconds that a page waits for another writer."""
_KEY = "policy_search.staff"


class Base(DeclarativeBase):
    """All models of the staff room."""

    metadata = sa.MetaData(naming_convention=tables.metadata.naming_convention)


class Store:
    """A database of staff tables: opened, and brought up to date, when it is first used.

    A SQLite file that was put in place of another is opened anew; one that is not there is
    never made here, as an empty one would hide that the accounts are gone.
    """

    def __init__(self, where: str | Path) -> None:
        self.where = where
        self._file = _file(where)
        self._opening = threading.Lock()
        self._engine: Engine | None = None
        self._known: tuple[int, int] | None = None

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Changes that are committed together at the end, or undone."""
        with told():
            engine = self._opened().execution_options(writing=True)
            with Session(engine, expire_on_commit=False) as session, session.begin():
                yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Questions that all see one state."""
        with told():
            engine = self._opened().execution_options(snapshot=True)
            with Session(engine, expire_on_commit=False) as session:
                yield session

    def make(self) -> None:
        """Make what is not there yet and update the rest: for the command line and at start."""
        if self._file is not None:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with told():
            engine = open_engine(self.where)
            try:
                prepare(engine)
            finally:
                engine.dispose()

    def close(self) -> None:
        """Let go of all connections."""
        with self._opening:
            self._drop()

    def _opened(self) -> Engine:
        known = self._identity()
        with self._opening:
            if self._engine is None or known != self._known:
                self._drop()
                engine = open_engine(self.where, PATIENCE)
                try:
                    bring_up_to_date(engine)
                except BaseException:
                    engine.dispose()
                    raise
                self._engine, self._known = engine, known
            return self._engine

    def _identity(self) -> tuple[int, int] | None:
        if self._file is None:
            return None
        try:
            found = self._file.stat()
        except OSError as error:
            raise StaffUnavailable("gone", str(error)) from error
        return found.st_dev, found.st_ino

    def _drop(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        self._engine = None


def _file(where: str | Path) -> Path | None:
    """The file of a SQLite database."""
    if "://" not in str(where):
        return Path(where)
    url = sa.make_url(str(where))
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def install(app: flask.Flask, where: str | Path) -> None:
    """Let the application's requests find the database; nothing is opened yet."""
    app.extensions[_KEY] = Store(where)


def store() -> Store:
    """The database of the current application."""
    found: Store = flask.current_app.extensions[_KEY]
    return found


def transaction() -> AbstractContextManager[Session]:
    """Changes in the current application's database: committed at the end, or undone.

    On SQLite it holds the file for writing from its start. StaffUnavailable when the database
    is locked, full or gone.
    """
    return store().transaction()


def reading() -> AbstractContextManager[Session]:
    """Questions to the current application's database, which all see one state."""
    return store().reading()
