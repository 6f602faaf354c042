"""Tables for spreadsheets: UTF-8 with the mark that Excel needs, no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

import flask

from index.search.page import Hit
from search_app.formats import as_json
from search_app.formats.records import SearchHit
from search_app.templating import permanent

COLUMNS = tuple(name for name in SearchHit.__annotations__ if name != "snippet")
"""Columns of a table of hits: the fields of a hit in the API, without the HTML."""

_MARK = "\ufeff"
_CHUNK = 64 * 1024  # characters sent at once
# A cell that begins so is a formula to a spreadsheet, and a formula can fetch and run things.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table as CSV (RFC 4180), some rows at a time; None is an empty cell."""
    written = io.StringIO(_MARK, newline="")
    written.seek(0, io.SEEK_END)
    line = csv.writer(written)
    line.writerow(columns)
    for row in rows:
        line.writerow([_cell(value) for value in row])
        if written.tell() >= _CHUNK:
            yield written.getvalue()
            written.seek(0)
            written.truncate()
    yield written.getvalue()


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A small table, whole."""
    return "".join(lines(columns, rows))


def answer(text: str | Iterator[str], name: str) -> flask.Response:
    """A table as a file to keep; ``name`` without its ending."""
    body = text if isinstance(text, str) else flask.stream_with_context(text)
    said = flask.Response(body, mimetype="text/csv")
    said.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return said


def row(found: Hit) -> list[object]:
    """A passage found as a row of ``COLUMNS``; its address is whole."""
    record: dict[str, object] = {**as_json.hit(found)}
    record["url"] = permanent(as_json.passage_address(found.passage))
    return [record[column] for column in COLUMNS]


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, str):
        text = value.replace("\0", "")
        return f"'{text}" if text.startswith(_FORMULA) else text
    return value
