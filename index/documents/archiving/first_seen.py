"""When the words of a passage first stood in their document: what is new, and what is not.

A passage is as new as the first change of its document that held its words, in whatever
paragraph. So an edited document has only its new words new, one that was taken out and put
back has none, and a rebuild, another cutting or another analysis changes nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from index.documents.archiving.contents import Kept, columns, whole
from index.documents.archiving.database import ArchiveDamaged
from index.documents.archiving.tables import revisions

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Life:
    """A document's first and last changes that gave it words; ``began`` is when the first was."""

    first: int
    last: int
    began: int  # seconds since 1970


def lives(connection: Connection, names: Sequence[str] | None = None) -> dict[str, Life]:
    """The first and last such change of some documents, or of all there ever were."""
    number = revisions.c.revision
    query = (
        sa.select(
            revisions.c.document,
            sa.func.min(number),
            sa.func.max(number),
            sa.func.min(revisions.c.at),
        )
        .where(revisions.c.change.in_(("added", "changed")))
        .group_by(revisions.c.document)
    )
    if names is not None:
        query = query.where(revisions.c.document.in_(names))
    return {
        name: Life(first, last, _seconds(at)) for name, first, last, at in connection.execute(query)
    }


def moments(connection: Connection, name: str) -> dict[int, int]:
    """When each change of a document was, in seconds since 1970."""
    query = sa.select(revisions.c.revision, revisions.c.at).where(revisions.c.document == name)
    return {number: _seconds(at) for number, at in connection.execute(query)}


def first_seen(connection: Connection, name: str, texts: Sequence[str]) -> list[int]:
    """The number of the change that first held each of some texts of a document."""
    wanted = [_plain(text) for text in texts]
    known: dict[str, int] = {}
    missing, last = set(wanted), 0
    for last, said in _versions(connection, name):
        found = {text for text in missing if text in said}
        known |= dict.fromkeys(found, last)
        missing -= found
        if not missing:
            break
    return [known.get(text, last) for text in wanted]


def _versions(connection: Connection, name: str) -> Iterator[tuple[int, str]]:
    """The words of each version of a document, the first first."""
    query = (
        sa.select(*columns(connection.dialect.name))
        .where(revisions.c.document == name, revisions.c.content.is_not(None))
        .where(revisions.c.change.in_(("added", "changed")))
        .order_by(revisions.c.revision)
    )
    with closing(connection.execute(query, execution_options={"yield_per": 1})) as rows:
        for row in rows:
            kept = Kept(*row)
            with suppress(ArchiveDamaged):  # an earlier version: `check` names it, words seem newer
                yield kept.revision, "\n".join(map(_plain, whole(kept).paragraphs))


def _seconds(at: dt.datetime) -> int:
    return int(at.replace(tzinfo=dt.UTC).timestamp())  # SQLite forgets the zone, which is UTC


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
