"""Drafts: documents on their way into the archive, seen by their owner alone."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from index.documents.archiving.records import content_of, document_of
from index.documents.document import Document
from search_app.staff.database import Base
from search_app.staff.identity.accounts import Account
from search_app.staff.moments import Moment, now

LONGEST_NAME, LONGEST_TITLE = 200, 500
STATES = ("reading", "read", "publishing", "indexing", "published", "stopped")
"""Of a batch, in their order; what is «read» waits for its owner."""
AT_WORK = ("reading", "publishing", "indexing")
_NEVER_AGAIN = {"sqlite_autoincrement": True}  # an open tab may still name a deleted number


def _account() -> Mapped[int]:
    return mapped_column(sa.ForeignKey(Account.id, ondelete="CASCADE"), index=True)


def _batch() -> Mapped[int]:
    return mapped_column(sa.ForeignKey("batches.id", ondelete="CASCADE"), index=True)


class Batch(Base):
    """Files that were uploaded together and are read in the background."""

    __tablename__ = "batches"
    __table_args__ = _NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = _account()
    state: Mapped[str] = mapped_column(sa.String(12), default=STATES[0], index=True)
    done: Mapped[int] = mapped_column(default=0)  # files read, or documents published
    total: Mapped[int] = mapped_column(default=0)
    fault: Mapped[str] = mapped_column(sa.String(500), default="")  # why it was given up
    created_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    started_at: Mapped[dt.datetime | None] = mapped_column(Moment)  # of the present work
    ended_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class BatchFile(Base):
    """A file of a batch: its name as shown, and the name under which it is kept."""

    __tablename__ = "batch_files"
    __table_args__ = _NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = _batch()
    name: Mapped[str] = mapped_column(sa.String(LONGEST_NAME))
    kept: Mapped[str] = mapped_column(sa.String(40))
    tries: Mapped[int] = mapped_column(default=0)
    is_read: Mapped[bool] = mapped_column(default=False)


class Complaint(Base):
    """What could not be read of a batch, or could not be published."""

    __tablename__ = "batch_complaints"
    __table_args__ = _NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = _batch()
    name: Mapped[str] = mapped_column(sa.String(LONGEST_NAME))
    line: Mapped[int]
    reason: Mapped[str] = mapped_column(sa.String(500))


class Draft(Base):
    """A document that is not in the archive yet, or another version of one that is."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = _account()
    batch_id: Mapped[int | None] = mapped_column(sa.ForeignKey("batches.id", ondelete="CASCADE"))
    document: Mapped[str] = mapped_column(sa.String(120))  # its id
    title: Mapped[str] = mapped_column(sa.String(LONGEST_TITLE))
    content: Mapped[Any] = mapped_column(sa.JSON)
    decided: Mapped[Any] = mapped_column(sa.JSON, default=dict)  # fields by key of their passage
    doubts: Mapped[Any] = mapped_column(sa.JSON, default=list)  # what the reader of the file said
    origin: Mapped[str] = mapped_column(sa.String(LONGEST_NAME), default="")  # name of its file
    base: Mapped[int] = mapped_column(default=0)  # the archive's revision of it; 0: a new one
    created_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)

    __table_args__ = (sa.UniqueConstraint("batch_id", "document"), _NEVER_AGAIN)

    @property
    def whole(self) -> Document:
        """The document."""
        return document_of(self.content)

    @property
    def stamp(self) -> str:
        """Another one whenever anything that would be published is another."""
        return _digest([self.content, self.decided, self.base])

    def put(self, document: Document) -> None:
        """Take another version of the document."""
        self.document, self.title = document.id, document.title[:LONGEST_TITLE]
        self.content, self.changed_at = content_of(document), now()


def new(document: Document, account: int, **fields: Any) -> Draft:
    """A draft of a document."""
    draft = Draft(account_id=account, **fields)
    draft.put(document)
    return draft


def of(session: Session, account: int, number: int) -> Draft | None:
    """A draft of an account; somebody else's is none."""
    draft = session.get(Draft, number)
    return draft if draft is not None and draft.account_id == account else None


def batch_of(session: Session, account: int, number: int) -> Batch | None:
    """A batch of an account; somebody else's is none."""
    batch = session.get(Batch, number)
    return batch if batch is not None and batch.account_id == account else None


def loose(session: Session, account: int) -> Sequence[Draft]:
    """The drafts of an account that are in no batch, the last changed first."""
    query = (
        sa.select(Draft)
        .where(Draft.account_id == account, Draft.batch_id.is_(None))
        .order_by(Draft.changed_at.desc(), Draft.id.desc())
    )
    return session.scalars(query).all()


def batches(session: Session, account: int) -> Sequence[Batch]:
    """The batches of an account, the last first."""
    query = sa.select(Batch).where(Batch.account_id == account).order_by(Batch.id.desc())
    return session.scalars(query.limit(20)).all()


def in_batch(session: Session, batch: int, after: int = 0, most: int = 100) -> Sequence[Draft]:
    """Drafts of a batch in their order, from the one after ``after`` on."""
    query = sa.select(Draft).where(Draft.batch_id == batch, Draft.id > after)
    return session.scalars(query.order_by(Draft.id).limit(most)).all()


def count_in(session: Session, batch: int) -> int:
    """How many drafts a batch has."""
    query = sa.select(sa.func.count()).select_from(Draft).where(Draft.batch_id == batch)
    return session.execute(query).scalar_one()


def complaints(session: Session, batch: int) -> Sequence[Complaint]:
    """What was wrong with a batch, in order."""
    query = sa.select(Complaint).where(Complaint.batch_id == batch).order_by(Complaint.id)
    return session.scalars(query.limit(1_000)).all()


def stamp_of(session: Session, batch: Batch) -> str:
    """Another one whenever a draft of a batch is changed, added or gone."""
    query = sa.select(Draft.id, Draft.changed_at).where(Draft.batch_id == batch.id)
    rows = session.execute(query.order_by(Draft.id))
    return _digest([str(batch.created_at), *([number, str(at)] for number, at in rows)])


def _digest(what: Any) -> str:
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
