"""DOCX reports, opened only after the archive around them has been measured."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace

import docx
import lxml.etree
from docx.opc.exceptions import OpcError

from index.documents.document import Document
from index.documents.reading.lists import grouped
from index.documents.reading.plain_text import shortened, tidy
from index.documents.reading.raw import split_header
from index.documents.reading.word_blocks import Block, word_blocks
from index.errors import DocumentError

LARGEST_UNPACKED = 128 * 1024 * 1024  # bytes, all members together
LARGEST_TEXT_PART = 32 * 1024 * 1024  # bytes of word/document.xml
MOST_MEMBERS = 2000
GREATEST_RATIO = 200  # of unpacked to packed bytes; real reports stay under 30
_SMALL = 1024 * 1024  # unpacked bytes under which no ratio is a danger
_TEXT_PART = "word/document.xml"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lxml.etree.LxmlError, OpcError, KeyError, ValueError,
    EOFError, NotImplementedError, RuntimeError, AttributeError, TypeError, IndexError,
)  # fmt: skip  # what zipfile, lxml and python-docx raise on torn files
_LONGEST_TITLE = 500


def read_word_file(data: bytes, name: str, path: str) -> Document:
    """The document of a DOCX file; DocumentError if it is torn, too large or no DOCX."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _measure(archive, path)
        opened = docx.Document(io.BytesIO(data))
        title = tidy(opened.core_properties.title or "")
        found = list(word_blocks(opened))
    except _BROKEN as error:
        reason = tidy(str(error)) or type(error).__name__
        raise DocumentError(path, 1, f"not a readable DOCX: {shortened(reason, 200)}") from error
    return _document(found, title, name, path)


def _measure(archive: zipfile.ZipFile, path: str) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    sizes = {member.filename: member.file_size for member in members}
    if _TEXT_PART not in sizes:
        raise DocumentError(path, 1, f"an archive without {_TEXT_PART}: not a DOCX")
    if len(members) > MOST_MEMBERS:
        raise DocumentError(path, 1, f"an archive of over {MOST_MEMBERS} members")
    if unpacked > LARGEST_UNPACKED or sizes[_TEXT_PART] > LARGEST_TEXT_PART:
        raise DocumentError(path, 1, f"unpacks to {unpacked} bytes: too large for a report")
    if unpacked > _SMALL and unpacked > GREATEST_RATIO * packed:
        raise DocumentError(path, 1, f"unpacks to {unpacked // max(packed, 1)} times its size")


def _document(found: list[Block], title: str, name: str, path: str) -> Document:
    if not title and found and found[0].heading:
        title = found[0].text
    body = [block for block in found if not (block.heading and block.text == title)]
    date = None
    if body:
        date, rest = split_header(body[0].text, path)
        body[:1] = [replace(body[0], text=rest)] if rest else []
    entries = (
        (block.text, block.item and body[place - 1].item) for place, block in enumerate(body)
    )
    return Document(
        id=name,
        title=shortened(title, _LONGEST_TITLE),
        paragraphs=grouped(entries),
        date=date,
        published=date,
    )
