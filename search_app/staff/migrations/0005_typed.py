"""What was typed, beside what a bookmark searches for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_typed"
down_revision = "0004_drafts"


def upgrade() -> None:
    """Make the column; of bookmarks that stand nobody knows any more what was typed."""
    op.add_column("bookmarks", sa.Column("typed", sa.Text, nullable=False, server_default=""))
