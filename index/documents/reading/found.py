"""What reading gives and tells: documents with their places, and complaints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.documents.document import Document
from index.errors import DocumentError

Report = Callable[[DocumentError], None]


@dataclass(frozen=True)
class Found:
    """A document and where it came from."""

    document: Document
    origin: str = ""  # absolute path of its file, or the name of a collection
    line: int = 1  # of the record in its file


def in_silence(_: object) -> None:
    """Take no notice."""
