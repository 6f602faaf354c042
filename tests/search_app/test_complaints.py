"""Complaints on standard error: a reason that repeats is told once."""

from index.errors import DocumentError
from search_app.cli import main
from search_app.complaints import Complaints


def test_a_reason_is_told_once_a_row_and_file(capsys):
    complaints = Complaints()
    for path, line, reason in [
        *[("a.jsonl", number, "no text") for number in range(1, 4)],
        ("a.jsonl", 4, "no id"),
        *[("b.jsonl", number, "no id") for number in range(1, 3)],
    ]:
        complaints(DocumentError(path, line, reason))
    complaints.finish()
    assert capsys.readouterr().err.splitlines() == [
        "a.jsonl:1: no text",
        "… and 2 more lines like it",
        "a.jsonl:4: no id",
        "b.jsonl:1: no id",
        "… and 1 more line like it",
    ]
    assert complaints.count == 6


def test_a_file_of_something_else_is_complained_of_once(tmp_path, capsys):
    labels = tmp_path / "labels.jsonl"
    labels.write_text('{"label": 1}\n' * 51)
    assert main(["add", str(labels), "--data", str(tmp_path / "data")]) == 1
    told = capsys.readouterr()
    assert "51 not read" in told.out
    first, more = told.err.splitlines()
    assert first.startswith(f"{labels}:1: ")
    assert more == "… and 50 more lines like it"
