"""Alerts, the letters that wait to be sent, and the tokens of private feeds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_alerts"
down_revision = "0002_bookmarks"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    _make_alerts()
    _make_letters()
    _make_feed_tokens()


def _make_alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Integer, _to("accounts"), nullable=False),
        sa.Column("bookmark_id", sa.Integer, _to("bookmarks"), nullable=False),
        sa.Column("frequency", sa.String(10), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("token", sa.String(43), nullable=False),
        sa.Column("told", sa.Integer, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.UniqueConstraint("account_id", "bookmark_id"),
        sa.UniqueConstraint("token"),
    )
    for column in ("bookmark_id", "due_at"):
        op.create_index(None, "alerts", [column])


def _make_letters() -> None:
    op.create_table(
        "letters",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("alert_id", sa.Integer, _to("alerts"), nullable=False),
        sa.Column("message_id", sa.String(120), nullable=False),
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("passages", sa.Integer, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("claimed_by", sa.String(200), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(300), nullable=False),
        sa.Column("settled_at", MOMENT),
        sa.UniqueConstraint("message_id"),
    )
    op.create_index(None, "letters", ["alert_id"])
    op.create_index(None, "letters", ["state", "due_at"])


def _make_feed_tokens() -> None:
    op.create_table(
        "feed_tokens",
        sa.Column("account_id", sa.Integer, _to("accounts"), primary_key=True),
        sa.Column("token", sa.String(43), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.UniqueConstraint("token"),
    )


def _to(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
