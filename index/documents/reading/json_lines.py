"""JSON Lines: a document a line, read as a stream of bounded lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from index.documents.document import Document
from index.documents.fields import FieldError, read_fields
from index.documents.reading.paragraphs import paragraphs
from index.documents.reading.patience import Patience
from index.documents.reading.plain_text import decode, refuse_nul, shortened, whole_text
from index.errors import DocumentError

LONGEST_LINE = 16 * 1024 * 1024  # bytes
_MARK = b"\xef\xbb\xbf"


def read_json_lines(
    stream: BinaryIO, path: str, report: Patience, longest: int = LONGEST_LINE
) -> Iterator[tuple[int, Document]]:
    """Line number and document of every good record; the bad are reported and passed over."""
    for number, line in _lines(stream, longest):
        try:
            document = _document(line, number, path, longest)
        except DocumentError as error:
            report(error)
        else:
            yield number, document
        if report.out:
            return


def _lines(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that are not blank; of one over the limit only the first bytes."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(1 << 20)):
            pass
        if line.strip() and line.strip() != _MARK:
            yield number, line


def _document(line: bytes, number: int, path: str, longest: int) -> Document:
    if len(line) > longest:
        raise DocumentError(path, number, f"a line of over {longest} bytes")
    fields = _record(decode(line, path, number), path, number)
    text = fields.pop("text", None)
    try:
        read = read_fields(fields)
        text = whole_text(_text(text))
        if "id" not in read:
            raise FieldError("id", 'missing; a record takes "id": "…"')
    except ValueError as error:
        raise DocumentError(path, number, str(error)) from error
    refuse_nul(text, path, number)
    return Document(**{"title": "", **read}, paragraphs=paragraphs(text))


def _text(value: object) -> str:
    """The text of a record; FieldError where there is none or it is something else."""
    if value is None:
        raise FieldError("text", 'missing; a record takes "text": "…"')
    if not isinstance(value, str):
        given = shortened(json.dumps(value, ensure_ascii=False), 40)
        raise FieldError("text", f'takes a text in quotes, "text": "…", not {given}')
    return value


def _record(line: str, path: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line, object_pairs_hook=_without_twins)
    except json.JSONDecodeError as error:
        reason = f"JSON: {error.msg} at character {error.colno}"
        raise DocumentError(path, number, reason) from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(path, number, f"JSON: {error}") from error
    if not isinstance(record, dict):
        raise DocumentError(path, number, "JSON Lines take an object a line, «{…}»")
    return record


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for key, value in pairs:
        if key in record:
            raise ValueError(f"{key[:60]}: given twice")
        record[key] = value
    return record
