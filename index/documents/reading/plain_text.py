"""Bytes to text, and text without what only a typesetter needs."""

from __future__ import annotations

import re
import unicodedata

from index.errors import DocumentError

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\\s\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Soft hyphens, zero-width marks and marks of direction: seen by nobody, in the way of search.
_UNSEEN = dict.fromkeys(
    [
        *(0xAD, 0x61C, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    ]
)


def decode(data: bytes, path: str, line: int = 1) -> str:
    """UTF-8 bytes as text with line feeds at line ends; a byte order mark is dropped.

    ``line`` is the number of the first line. DocumentError names the line and the byte of
    what is not UTF-8, and the line of a NUL, which no text holds.
    """
    if data.startswith(_UTF16_MARKS):
        raise DocumentError(path, line, "UTF-16 text: save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(error, path, line) from error
    refuse_nul(text, path, line)
    return _LINE_ENDS.sub("\n", text)


def refuse_nul(text: str, path: str, line: int = 1) -> None:
    """DocumentError where text holds a NUL: it is not text."""
    place = text.find("\0")
    if place >= 0:
        raise DocumentError(path, line + text.count("\n", 0, place), "NUL character: not a text")


def whole_text(text: str) -> str:
    """The text; ValueError if it holds half of a surrogate pair, as JSON can write one."""
    if _SURROGATE.search(text):
        raise ValueError("half of a surrogate pair")
    return text


def tidy(text: str) -> str:
    """One line of text: NFC, single spaces, nothing unseen; control characters are blanks."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text.translate(_UNSEEN))).strip()


def lines_of(text: str) -> list[str]:
    """The lines of a text, whatever ends them: also a carriage return or U+2028."""
    return _LINE_ENDS.sub("\n", text).split("\n")


def shortened(text: str, limit: int) -> str:
    """Text of at most ``limit`` characters, cut between words and ended by «…»."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    whole = head if text[limit - 1].isspace() else head.rpartition(" ")[0] or head
    return whole.rstrip(' ,;:–—-(«„"') + "…"


def _not_utf8(error: UnicodeDecodeError, path: str, line: int) -> DocumentError:
    before = error.object[: error.start]
    column = error.start - before.rfind(b"\n")
    reason = f"not UTF-8: byte {column} of the line is 0x{error.object[error.start]:02X}"
    reason += "; save the file as UTF-8"
    return DocumentError(path, line + before.count(b"\n"), reason)
