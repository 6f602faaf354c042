"""Documents that tell of one occasion, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.documents.dates import PartialDate
from index.documents.document import Document


@dataclass(frozen=True)
class Event:
    """An occasion and the documents that tell of it, the most complete first."""

    id: str
    title: str
    date: PartialDate | None
    documents: tuple[str, ...]


def group(documents: Sequence[Document]) -> list[Event]:
    """The occasions of the documents."""
    return [Event(d.event or d.id, d.title, d.date, (d.id,)) for d in documents]
