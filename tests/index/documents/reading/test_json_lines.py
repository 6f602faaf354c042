import io
import json

import pytest

from index.documents.dates import PartialDate
from index.documents.reading.json_lines import read_json_lines
from index.documents.reading.patience import Patience


def line(**fields):
    return json.dumps({"id": "a", "text": "Текст."} | fields, ensure_ascii=False)


def test_records_become_documents(read):
    one, other = read("\n".join([line(id="a", date="2025-07", title="Т"), "", line(id="b")]))
    assert (one.id, one.date, one.title) == ("a", PartialDate(2025, 7), "Т")
    assert (other.id, other.title, other.title_derived) == ("b", "Текст", True)


def test_text_of_a_record_has_paragraphs(read):
    (document,) = read(line(text="Первый.\n\nВторой."))
    assert document.paragraphs == ("Первый.", "Второй.")


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ('{"id": "b"', "JSON: "),
        ("[1]", "JSON Lines take an object"),
        (line(author="Б"), "author: unknown key"),
        (line(date="2025-13"), "date: «2025-13» is not a date"),
        (line(text=5), 'text: takes a text in quotes, "text": "…", not 5'),
        (line(text=["Текст."]), 'text: takes a text in quotes, "text": "…", not ["Текст."]'),
        ('{"id": "b"}', 'text: missing; a record takes "text": "…"'),
        ('{"text": "Текст."}', 'id: missing; a record takes "id": "…"'),
        (line(id="б"), "id: «б» is no id"),
        ('{"id": "b", "id": "c", "text": "Текст."}', "JSON: id: given twice"),
        (line(id="b", text=""), "no text"),
        ('{"id": "b", "text": "\\ud800"}', "half of a surrogate pair"),
        ('{"id": "b", "text": "x\\u0000"}', "NUL"),
        ('{"a":' * 100_000, "JSON: "),
        ('{"date": ' + "9" * 5000 + "}", "JSON: Exceeds the limit"),
        (line(id="a"), "id a: already given by"),
    ],
)
def test_bad_record_is_told_and_the_others_go_in(read, told, bad, complaint):
    documents = read("\n".join([line(id="a"), bad, line(id="z")]))
    assert [document.id for document in documents] == ["a", "z"]
    (told_line,) = told.lines
    assert told_line.startswith(f"2: {complaint}")


def test_line_that_is_not_utf8_is_told_with_its_number(read, told):
    documents = read(line(id="a").encode() + b'\n{"id": "\xff"}\n' + line(id="b").encode())
    assert [document.id for document in documents] == ["a", "b"]
    assert told.lines == ["2: not UTF-8: byte 9 of the line is 0xFF; save the file as UTF-8"]


def test_line_over_the_limit_is_passed_over(told):
    stream = io.BytesIO(b"\n".join([line(id="a").encode(), b"{" * 5000, line(id="b").encode()]))
    documents = [
        document.id for _, document in read_json_lines(stream, "a", Patience(told), longest=100)
    ]
    assert documents == ["a", "b"]
    assert told.lines == ["2: a line of over 100 bytes"]


class Endless(io.RawIOBase):
    """A stream of 200 MB that counts what is taken of it."""

    def __init__(self, piece):
        self.piece, self.taken = piece, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        size = min(len(buffer), 200_000_000 - self.taken)
        buffer[:size] = (self.piece * (size // len(self.piece) + 1))[:size]
        self.taken += size
        return size


@pytest.mark.parametrize("piece", [b"{", b"{\n", b"{}\n"])
def test_nonsense_of_200_megabytes_is_answered_without_being_kept(told, piece):
    stream = io.BufferedReader(Endless(piece))
    assert list(read_json_lines(stream, "a", Patience(told))) == []
    assert len(told) <= 101
