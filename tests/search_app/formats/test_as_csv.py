import csv
import io

import pytest

from search_app.formats import as_csv


def cells(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Школы", "Школы"),
        ("=1+1", "'=1+1"),
        ("+7 727", "'+7 727"),
        ("-25", "'-25"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ('два\nслова, «и» "третье"', 'два\nслова, «и» "третье"'),
        (None, ""),
        (["government", "parliament"], "government parliament"),
        (["=x"], "'=x"),
        (-2.5, "-2.5"),
        ("а\0б", "аб"),
    ],
)
def test_no_cell_is_a_formula(said, written):
    assert cells(as_csv.table(["said"], [[said]])) == [["said"], [written]]


def test_a_spreadsheet_sees_that_it_is_utf_8():
    assert as_csv.table(["слово"], []).encode() == "\ufeffслово\r\n".encode()


def test_a_long_table_comes_in_pieces():
    rows = [["слово " * 100]] * 500
    pieces = list(as_csv.lines(["said"], rows))
    assert len(pieces) > 2
    assert "".join(pieces) == as_csv.table(["said"], rows)
    assert len(cells("".join(pieces))) == 501


def test_a_file_has_a_name():
    import flask  # noqa: PLC0415

    with flask.Flask(__name__).test_request_context():
        said = as_csv.answer("a", "moe").headers
    assert said["Content-Disposition"] == "attachment; filename=moe.csv"
    assert said["Content-Type"] == "text/csv; charset=utf-8"
