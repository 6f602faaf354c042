"""The tables of the archive: documents, their revisions, and people's corrections."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA = 1  # of these tables; an archive with a higher number was made by a newer version

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# One row: the schema, and the number of the last change; writers lock it first.
archive_state = Table(
    "archive_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("schema", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
)

# Every change there ever was, in order; ``content`` is the whole document after it.
revisions = Table(
    "revisions",
    metadata,
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("document", String(120), nullable=False),
    Column("change", String(16), nullable=False),  # as in Revision
    Column("digest", String(64), nullable=False, default=""),
    Column("content", JSON),
    Column("author", String(200), nullable=False, default=""),
    Column("at", DateTime(timezone=True), nullable=False),
)

# What stands in the archive now.
documents = Table(
    "documents",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("revision", Integer, ForeignKey(revisions.c.revision), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("origin", Text, nullable=False, default=""),
)

# What a person decided about a passage; it outlives rebuilds and the document's removal.
corrections = Table(
    "corrections",
    metadata,
    Column("document", String(120), primary_key=True),
    Column("passage", String(64), primary_key=True),  # SHA-256 of its text
    Column("field", String(40), primary_key=True),
    Column("value", JSON, nullable=False),
    Column("author", String(200), nullable=False, default=""),
    Column("at", DateTime(timezone=True), nullable=False),
)

Index("ix_revisions_document_revision", revisions.c.document, revisions.c.revision)
