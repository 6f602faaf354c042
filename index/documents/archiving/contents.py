"""Documents out of the database, each against its digest: a damaged one is named, not shown."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import sqlalchemy as sa

from index.documents.archiving.database import ArchiveDamaged
from index.documents.archiving.records import content_of, document_of
from index.documents.archiving.tables import revisions
from index.documents.document import Document


class Kept(NamedTuple):
    """A row of ``COLUMNS``."""

    name: str
    revision: int
    digest: str
    content: bytes | str | None


def columns(dialect: str) -> list[sa.ColumnElement[Any]]:
    """What ``Kept`` holds; the content as it lies there, so that damage cannot break a query."""
    kind: sa.types.TypeEngine[Any] = sa.LargeBinary() if dialect == "sqlite" else sa.Text()
    content = sa.cast(revisions.c.content, kind)
    return [revisions.c.document, revisions.c.revision, revisions.c.digest, content]


def whole(kept: Kept) -> Document:
    """The document that was put there; ArchiveDamaged names it and its revision."""
    try:
        content = json.loads(kept.content or "")
        document = document_of(content)
    except (ValueError, TypeError, KeyError, AttributeError) as broken:
        raise _damaged(kept) from broken
    # What an earlier version put there, without a field of today, had another digest.
    if document.digest != kept.digest and content.keys() == content_of(document).keys():
        raise _damaged(kept)
    return document


def _damaged(kept: Kept) -> ArchiveDamaged:
    return ArchiveDamaged(
        f"archive: document {kept.name}, revision {kept.revision}, is not what was put there: "
        "put a copy of the archive back, or `remove` the document and `add` its file again"
    )
