"""Which format a file has, told by its first bytes and never by its name."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.documents.document import Document
from index.documents.reading.front_matter import read_front_matter
from index.documents.reading.plain_text import decode
from index.documents.reading.raw import read_raw

HEAD = 64 * 1024  # bytes that suffice to tell
JSON_LINES = "JSON Lines"
_MARK = b"\xef\xbb\xbf"
_COMMENTS = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|article|main|section|div|p|h[1-6]|"
    rb"table|ul|ol|blockquote|span|a|b|strong|header|nav|script|style)\b)",
    re.IGNORECASE,
)

Reader = Callable[[bytes, str, str], Document]  # the file, the id if it gives none, its path


def told(head: bytes) -> str:
    """The name of the format that a file with this head has; one of READERS or JSON_LINES."""
    if head.startswith(b"PK\x03\x04"):
        return "DOCX"
    text = head.removeprefix(_MARK).lstrip()
    if text.startswith((b"{", b"[{")):
        return JSON_LINES
    if re.match(rb"---[ \t]*\r?\n", text):
        return "front matter"
    return "HTML" if _is_page(text) else "raw"


def _is_page(text: bytes) -> bool:
    comments = _COMMENTS.match(text)
    return comments is not None and _PAGE.match(text, comments.end()) is not None


def _of_text(read: Callable[[str, str, str], Document]) -> Reader:
    return lambda data, name, path: read(decode(data, path), name, path)


def _page(data: bytes, name: str, path: str) -> Document:
    from index.documents.reading.web_page import read_page  # noqa: PLC0415 - few starts need its library

    return read_page(data, name, path)


def _word_file(data: bytes, name: str, path: str) -> Document:
    from index.documents.reading.word_file import read_word_file  # noqa: PLC0415 - likewise

    return read_word_file(data, name, path)


READERS: dict[str, Reader] = {
    "DOCX": _word_file,
    "HTML": _page,
    "front matter": _of_text(read_front_matter),
    "raw": _of_text(read_raw),
}
