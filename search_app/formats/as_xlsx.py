"""Workbooks: one sheet of rows, one that says what they are a selection of."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

import flask

from search_app.formats.stated import Stated

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_CELL = 32_767  # characters that a cell holds
_CHUNK = 64 * 1024  # bytes sent at once
_OPTIONS = {
    "constant_memory": True,  # rows go to a file as they come
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDTHS = {"text": 80, "title": 50, "asked": 40, "search": 40, "url": 40}  # of letters


def workbook(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    about: Iterable[Stated],
    names: tuple[str, str],
) -> IO[bytes]:
    """An open temporary file with the workbook; ``names`` are those of its two sheets."""
    import xlsxwriter  # noqa: PLC0415 - a start should not wait for it

    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    with tempfile.TemporaryDirectory() as aside:
        book = xlsxwriter.Workbook(file, {**_OPTIONS, "tmpdir": aside})
        bold = book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _rows(book.add_worksheet(names[0]), columns, rows, (bold, wrapped))
        _about(book.add_worksheet(names[1]), about, bold)
        book.close()
    file.seek(0)
    return file


def answer(file: IO[bytes], name: str) -> flask.Response:
    """A workbook as a file to keep; ``name`` without its ending."""
    said = flask.Response(_pieces(file), mimetype=TYPE)
    said.content_length = file.seek(0, io.SEEK_END)
    said.headers.set("Content-Disposition", "attachment", filename=f"{name}.xlsx")
    said.call_on_close(file.close)
    return said


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    with file:
        while piece := file.read(_CHUNK):
            yield piece


def _rows(
    sheet: Any, columns: Sequence[str], rows: Iterable[Sequence[object]], looks: tuple[Any, Any]
) -> None:
    bold, wrapped = looks
    for place, name in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(name, 14))
        sheet.write_string(0, place, name, bold)
    sheet.freeze_panes(1, 0)
    number = 0
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value, wrapped)
    sheet.autofilter(0, 0, number, len(columns) - 1)


def _about(sheet: Any, about: Iterable[Stated], bold: Any) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    for number, (name, value) in enumerate(about):
        sheet.write_string(number, 0, name, bold)
        _write(sheet, number, 1, value)


def _write(sheet: Any, row: int, column: int, value: object, look: Any = None) -> None:
    """Text is written as text, never as a formula or a link."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    elif value:
        text = " ".join(value) if isinstance(value, list) else str(value)
        sheet.write_string(row, column, text[:_LONGEST_CELL], look)
