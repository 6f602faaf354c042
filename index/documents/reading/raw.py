"""The raw seed format: ``date 2025-08-11`` glued before the first sentence, then paragraphs."""

from __future__ import annotations

import re

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.documents.fields import read_date
from index.documents.reading.paragraphs import paragraphs
from index.errors import DocumentError

_HEADER = re.compile(r"\s*date[ \t\xa0]+(\d[\d./-]*)\s*")


def read_raw(text: str, name: str, path: str) -> Document:
    """The document of a raw report; its header's date is ``date`` and ``published``.

    ``name`` becomes the id. A text without a header has no date.
    """
    date, body = split_header(text, path)
    return Document(id=name, title="", paragraphs=paragraphs(body), date=date, published=date)


def split_header(text: str, path: str, line: int = 1) -> tuple[PartialDate | None, str]:
    """The date of a leading ``date 2025-08`` and the text after it; DocumentError if impossible."""
    header = _HEADER.match(text)
    if header is None:
        return None, text
    try:
        date = read_date(header[1])
    except ValueError as error:
        place = line + text.count("\n", 0, header.start(1))
        raise DocumentError(path, place, f"date: {error}") from error
    return date, text[header.end() :]
