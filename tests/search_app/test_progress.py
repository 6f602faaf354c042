import io
import sys

from search_app import progress
from search_app.progress import bar, say


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_in_a_log_progress_is_lines(capsys, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0)
    assert list(bar("abc", "Indexing", 3)) == ["a", "b", "c"]
    assert capsys.readouterr().err.splitlines() == [
        "Indexing: 1 of 3 documents",
        "Indexing: 2 of 3 documents",
        "Indexing: 3 of 3 documents",
    ]


def test_where_nobody_knows_the_total_the_line_says_how_many(capsys, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0)
    list(bar("a", "Reading", None))
    assert capsys.readouterr().err == "Reading: 1 documents\n"


def test_what_is_soon_over_says_nothing(capsys):
    assert list(bar(range(9), "Indexing", 9)) == list(range(9))
    say("a line")
    assert capsys.readouterr().err == "a line\n"


def test_on_a_terminal_it_is_a_bar(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    shown = bar("abc", "Indexing", 3)
    shown.delay = 0
    assert list(shown) == ["a", "b", "c"]
    assert "\r" in sys.stderr.getvalue() or not sys.stderr.getvalue()
