"""Bookmarks: searches that staff keep, each with why, and when each reader last looked."""

from __future__ import annotations

import datetime as dt
import hashlib

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from search_app.staff.database import Base
from search_app.staff.identity.accounts import Account
from search_app.staff.moments import Moment, now

VISIBILITIES = ("private", "team", "public")
"""Who else may read a bookmark; public ones have an address that nobody can guess."""

LONGEST_TITLE, LONGEST_NOTE, LONGEST_NAME = 200, 4_000, 60
MOST = 1_000
"""Bookmarks of one account."""
MOST_TAGS = 20


def _account() -> Mapped[int]:
    return mapped_column(sa.ForeignKey(Account.id, ondelete="CASCADE"), index=True)


class Bookmark(Base):
    """A canonical query string with a title, a note and an owner."""

    __tablename__ = "bookmarks"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = _account()
    title: Mapped[str] = mapped_column(sa.String(LONGEST_TITLE))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    folder: Mapped[str] = mapped_column(sa.String(LONGEST_NAME), default="")
    query: Mapped[str] = mapped_column(sa.Text)
    # the words as they were typed, where the query has them mended
    typed: Mapped[str] = mapped_column(sa.Text, default="", server_default="")
    matter: Mapped[str] = mapped_column(sa.String(64), index=True)  # see ``digest``
    visibility: Mapped[str] = mapped_column(sa.String(10), default=VISIBILITIES[0])
    token: Mapped[str | None] = mapped_column(sa.String(43), unique=True)  # of the public address
    place: Mapped[int]  # among the owner's, the smallest first
    revision: Mapped[int]  # of the index when it was made: what came later is new
    created_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[dt.datetime] = mapped_column(Moment, default=now)
    archived_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    deleted_at: Mapped[dt.datetime | None] = mapped_column(Moment)

    owner: Mapped[Account] = relationship(lazy="joined", innerjoin=True)
    tags: Mapped[list[Tag]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="Tag.name"
    )

    @property
    def tag_names(self) -> list[str]:
        """The tags, sorted."""
        return [tag.name for tag in self.tags]


class Tag(Base):
    """A word under which its owner finds a bookmark."""

    __tablename__ = "bookmark_tags"

    bookmark_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Bookmark.id, ondelete="CASCADE"), primary_key=True
    )
    name: Mapped[str] = mapped_column(sa.String(LONGEST_NAME), primary_key=True)


class Look(Base):
    """When somebody last opened a bookmark, and what the index held then."""

    __tablename__ = "bookmark_looks"

    account_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Account.id, ondelete="CASCADE"), primary_key=True
    )
    bookmark_id: Mapped[int] = mapped_column(
        sa.ForeignKey(Bookmark.id, ondelete="CASCADE"), primary_key=True, index=True
    )
    revision: Mapped[int]
    at: Mapped[dt.datetime] = mapped_column(Moment, default=now)


def digest(matter: str) -> str:
    """What two bookmarks share that always find the same passages."""
    return hashlib.sha256(matter.encode()).hexdigest()
