"""Bookmarks, their tags, and who last looked when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_bookmarks"
down_revision = "0001_accounts"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "bookmarks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Integer, _to("accounts"), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("folder", sa.String(60), nullable=False),
        sa.Column("query", sa.Text, nullable=False),
        sa.Column("matter", sa.String(64), nullable=False),
        sa.Column("visibility", sa.String(10), nullable=False),
        sa.Column("token", sa.String(43)),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("archived_at", MOMENT),
        sa.Column("deleted_at", MOMENT),
        sa.UniqueConstraint("token"),
    )
    for column in ("account_id", "matter"):
        op.create_index(None, "bookmarks", [column])
    op.create_table(
        "bookmark_tags",
        sa.Column("bookmark_id", sa.Integer, _to("bookmarks"), primary_key=True),
        sa.Column("name", sa.String(60), primary_key=True),
    )
    op.create_table(
        "bookmark_looks",
        sa.Column("account_id", sa.Integer, _to("accounts"), primary_key=True),
        sa.Column("bookmark_id", sa.Integer, _to("bookmarks"), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index(None, "bookmark_looks", ["bookmark_id"])


def _to(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
