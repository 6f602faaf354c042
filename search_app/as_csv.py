"""Tables for spreadsheets: UTF-8 with the mark that Excel needs, no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import flask

from index.search.page import Hit
from search_app import as_json
from search_app.records import SearchHit
from search_app.templating import permanent

COLUMNS = tuple(name for name in SearchHit.__annotations__ if name != "snippet")
"""Columns of a table of hits: the fields of a hit in the API, without the HTML."""

_MARK = "\ufeff"
# A cell that begins so is a formula to a spreadsheet, and a formula can fetch and run things.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def hits(found: Iterable[Hit]) -> str:
    """Passages found, a row each; lists of ids have spaces between them, addresses are whole."""
    return table(COLUMNS, map(_row, found))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV (RFC 4180); None is an empty cell."""
    written = io.StringIO(_MARK, newline="")
    written.seek(0, io.SEEK_END)
    lines = csv.writer(written)
    lines.writerow(columns)
    lines.writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def answer(text: str, name: str) -> flask.Response:
    """A table as a file to keep; ``name`` without its ending."""
    said = flask.Response(text, mimetype="text/csv")
    said.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return said


def _row(found: Hit) -> list[object]:
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
