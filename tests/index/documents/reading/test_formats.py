import pytest

from index.documents.reading.formats import told


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"PK\x03\x04...", "DOCX"),
        (b'{"id": 1}', "JSON Lines"),
        (b'\xef\xbb\xbf\n {"id"', "JSON Lines"),
        (b'[{"id": 1}]', "JSON Lines"),
        (b"---\ntitle: A\n", "front matter"),
        (b"\xef\xbb\xbf---\r\ntitle: A\r\n", "front matter"),
        (b"<!DOCTYPE HTML><html>", "HTML"),
        (b"\n<!-- saved -->\n<?xml version='1.0'?><html>", "HTML"),
        (b"<p>Text</p>", "HTML"),
        (b" date 2025-08-11 Text", "raw"),
        (b"Text about <p> tags", "raw"),
        (b"<<Text>>", "raw"),
        (b"--- Text", "raw"),
        (b"", "raw"),
    ],
)
def test_format_is_told_by_content(head, form):
    assert told(head) == form
