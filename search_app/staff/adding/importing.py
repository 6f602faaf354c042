"""Batches in the background: files into drafts, drafts into the archive, the index after them.

Each step is one transaction, and what is to be done next stands in the database: killed at any
moment, the next start goes on with the step that was not done, and repeats none that was.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from index.errors import IndexBusy, IndexMissing
from index.indexing import Library
from search_app.config import Config
from search_app.languages import N_
from search_app.staff.adding import batch_reading, drafts, publishing, uploads
from search_app.staff.adding.drafts import AT_WORK, Batch, Draft
from search_app.staff.adding.watching import WANTED
from search_app.staff.database import Store
from search_app.staff.identity.accounts import Account
from search_app.staff.moments import now

_TOGETHER = 20  # drafts published in one transaction
_PAUSE = 1.0  # seconds between two looks whether the index is free, and between two told figures

Item = TypeVar("Item")

NO_RIGHT = N_("Учётная запись больше не может публиковать.")


def folder_of(data: Path, batch: int) -> Path:
    """Where the files of a batch are kept until they are read."""
    return data / "uploads" / str(batch)


def wake(data: Path) -> None:
    """Say that there is work."""
    (data / WANTED).touch()


def run(config: Config) -> None:
    """Do all that is waiting, and return; one process at a time, the next waits for it."""
    if isinstance(config.archive, Path) and not config.archive.exists():
        return
    with _alone(config.data / "imports.lock"):
        (config.data / WANTED).unlink(missing_ok=True)
        store = Store(config.archive)
        try:
            worker = Worker(store, config)
            while worker.step():
                pass
        finally:
            store.close()


class Worker:
    """Does the next step of the oldest batch that is at work."""

    def __init__(self, store: Store, config: Config) -> None:
        self._store, self._data = store, config.data
        self._library = Library(config.data, self._tell, config.archive)
        self._batch = 0
        self._told = 0.0

    def step(self) -> bool:
        """One step; False when nothing is left to do."""
        with self._store.reading() as session:
            query = sa.select(Batch).where(Batch.state.in_(AT_WORK)).order_by(Batch.id).limit(1)
            batch = session.scalars(query).one_or_none()
        if batch is None:
            return not self._followed()
        self._batch = batch.id
        if batch.state == "reading":
            self._read(batch.id)
        elif batch.state == "publishing":
            self._publish(batch.id)
        else:
            self._index(batch.id)
        return True

    def _read(self, number: int) -> None:
        folder = folder_of(self._data, number)
        with self._store.transaction() as session:
            files = batch_reading.next_files(session, number)
            if not files and session.get_one(Batch, number).state == "reading":
                _turn(session, number, "read")
        if not files:
            uploads.forget(folder)
            return
        found = [batch_reading.opened(file, folder) for file in files]
        with self._store.transaction() as session:
            batch_reading.put(session, number, found)

    def _publish(self, number: int) -> None:
        with self._store.transaction() as session:
            batch = session.get_one(Batch, number)
            if batch.state != "publishing":
                return
            who = session.get_one(Account, batch.account_id)
            if who.disabled_at is not None or not who.may("editor"):
                batch.fault = NO_RIGHT
                _turn(session, number, "stopped")
                return
            part = drafts.in_batch(session, number, most=_TOGETHER)
            for draft in part:
                _publish_one(session, who, draft)
            batch.done += len(part)
            if not part:
                _turn(session, number, "indexing")

    def _index(self, number: int) -> None:
        if not self._followed():
            return
        with self._store.transaction() as session:
            _turn(session, number, "published")

    def _followed(self) -> bool:
        """Bring the index to the archive; False after a pause where somebody else writes it."""
        try:
            self._library.index()
        except IndexBusy:
            time.sleep(_PAUSE)
            return False
        except IndexMissing:
            return True
        return True

    def _tell(self, items: Iterable[Item], what: str, total: int | None) -> Iterator[Item]:  # noqa: ARG002
        """Show in the batch how far the index is."""
        for count, item in enumerate(items):
            if time.monotonic() - self._told > _PAUSE:
                self._told = time.monotonic()
                place = (Batch.id == self._batch) & (Batch.state == "indexing")
                with self._store.transaction() as session:
                    session.execute(sa.update(Batch).where(place).values(done=count, total=total))
            yield item


def _publish_one(session: Session, who: Account, draft: Draft) -> None:
    try:
        publishing.publish(session, who, draft)
    except publishing.Outdated as error:
        number, draft.batch_id = draft.batch_id, None  # it stays with its owner
        session.add(batch_reading.complaint(number or 0, draft.document, 1, error.reason))


def _turn(session: Session, number: int, state: str) -> None:
    """The next state of a batch, counted from its beginning where it is a work of its own."""
    batch = session.get_one(Batch, number)
    batch.state = state
    if state == "indexing":
        batch.started_at, batch.done, batch.total = now(), 0, 0
    elif state not in AT_WORK:
        batch.ended_at = now()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
