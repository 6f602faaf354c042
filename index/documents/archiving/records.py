"""A document as the archive keeps it: a flat JSON object, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from index.documents.dates import PartialDate
from index.documents.document import Document

_DATES = ("date", "published")


def content_of(document: Document) -> dict[str, Any]:
    """What a document says, with dates as text; equal documents give equal content."""
    content = {field.name: getattr(document, field.name) for field in fields(document)}
    content["paragraphs"] = list(document.paragraphs)
    return content | {name: str(content[name]) for name in _DATES if content[name] is not None}


def document_of(content: dict[str, Any]) -> Document:
    """The document that ``content_of`` was given."""
    dates = {name: PartialDate.parse(content[name]) for name in _DATES if content[name]}
    return Document(**content | dates | {"paragraphs": tuple(content["paragraphs"])})
