"""Documents on their way into the archive: drafts, and batches of files read in the background."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_drafts"
down_revision = "0003_alerts"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    _make_batches()
    _make_batch_files()
    _make_batch_complaints()
    _make_drafts()


def _make_batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Integer, _to("accounts"), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("fault", sa.String(500), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("started_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sqlite_autoincrement=True,  # an open tab may still name a number that was deleted
    )
    op.create_index(None, "batches", ["account_id"])
    op.create_index(None, "batches", ["state"])


def _make_batch_files() -> None:
    op.create_table(
        "batch_files",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("batch_id", sa.Integer, _to("batches"), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kept", sa.String(40), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("is_read", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(None, "batch_files", ["batch_id"])


def _make_batch_complaints() -> None:
    op.create_table(
        "batch_complaints",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("batch_id", sa.Integer, _to("batches"), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(None, "batch_complaints", ["batch_id"])


def _make_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Integer, _to("accounts"), nullable=False),
        sa.Column("batch_id", sa.Integer, _to("batches")),
        sa.Column("document", sa.String(120), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("decided", sa.JSON, nullable=False),
        sa.Column("doubts", sa.JSON, nullable=False),
        sa.Column("origin", sa.String(200), nullable=False),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.UniqueConstraint("batch_id", "document"),
        sqlite_autoincrement=True,
    )
    op.create_index(None, "drafts", ["account_id"])


def _to(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
