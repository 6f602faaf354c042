import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.reading.readers import parse_document, read_documents, read_found, vanished

FILES = {
    "b.txt": "date 2025-07 Открыт центр.",
    "a.txt": "<html><body><p>Страница.</p></body></html>",
    "deep/c.dat": '{"id": "c1", "text": "Первая."}\n{"id": "c2", "text": "Вторая."}',
    "deep/Отчёт.txt": "---\ntitle: Отчёт\n---\nТекст.",
    "deep/README.md": "Not a document.",
    "readme": "Not a document.",
    ".hidden": "Not a document.",
    ".git/x.txt": "Not a document.",
}


@pytest.fixture
def tree(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_directories_are_walked_in_order_without_readme_and_hidden_files(tree, told):
    ids = [document.id for document in read_documents([tree], told)]
    assert [name[:6] for name in ids] == ["a", "b", "c1", "c2", "otchet"]
    assert told == []


def test_document_knows_its_file_and_line(tree, told):
    found = list(read_found([tree / "deep"], told))[1]
    assert (found.origin, found.line) == (str((tree / "deep/c.dat").resolve()), 2)


def test_file_named_twice_is_read_once(tree, told):
    assert len(list(read_documents([tree, tree / "b.txt"], told))) == 5
    assert told == []


def test_file_named_by_hand_is_read_whatever_its_name(tree, told):
    assert [d.id for d in read_documents([tree / "readme", tree / ".hidden"], told)] != []


def test_documents_come_as_they_are_read(tree, told):
    assert next(read_documents([tree], told)).id == "a"


def test_bad_files_are_told_and_the_good_go_on(tree, told):
    (tree / "a.txt").write_bytes(b"\xff")
    (tree / "b.txt").write_bytes(b"")
    ids = [document.id for document in read_documents([tree, tree / "absent.txt"], told)]
    assert ids[:2] == ["c1", "c2"]
    assert [(Path(error.path).name, error.reason) for error in told] == [
        ("a.txt", "not UTF-8: byte 1 of the line is 0xFF; save the file as UTF-8"),
        ("b.txt", "the file is empty"),
        ("absent.txt", "cannot be read: No such file or directory"),
    ]


def test_id_of_an_earlier_file_is_told_with_both_places(tree, told):
    (tree / "deep/b.html").write_text("<p>Другой.</p>")
    documents = list(read_documents([tree], told))
    assert [d.paragraphs for d in documents if d.id == "b"] == [("Открыт центр.",)]
    assert told.lines == [f"1: id b: already given by {tree / 'b.txt'}:1"]


def test_pipe_is_not_waited_for(tmp_path, told):
    os.mkfifo(tmp_path / "pipe")
    assert list(read_documents([tmp_path], told)) == []
    assert told.lines == ["1: not a file"]


def test_file_of_200_megabytes_is_not_read(tmp_path, told):
    with (tmp_path / "large.txt").open("wb") as file:
        file.write("Слово ".encode())
        file.truncate(200_000_000)
    assert list(read_documents([tmp_path], told)) == []
    assert told.lines == ["1: 200000000 bytes, over the 67108864 of one document"]


@pytest.mark.parametrize("text", ["Слово " * 800_000, "А\n" * 60_000])
def test_text_too_long_for_one_document_is_told(read, told, text):
    assert read(text) == []
    assert "a text of over" in told.lines[0]


def test_name_of_no_encoding_can_be_shown(tmp_path, told):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("")
    assert list(read_documents([tmp_path], told)) == []
    assert str(told[0]).encode()


def test_upload_is_read_like_a_file(told):
    (document,) = parse_document("date 2025-07 Открыт центр.".encode(), "Новый отчёт.txt", told)
    assert document.id.startswith("novyi-otchet-")
    assert parse_document(b"\xff", "bad.txt", told) == []
    assert (
        str(told[0]) == "bad.txt:1: not UTF-8: byte 1 of the line is 0xFF; save the file as UTF-8"
    )


def test_upload_with_one_id_twice_is_told(told):
    line = b'{"id": "a", "text": "A."}\n'
    assert len(parse_document(line * 2, "a.jsonl", told)) == 1
    assert told.lines == ["2: id a: already given by a.jsonl:1"]


def test_document_has_vanished_unless_its_file_was_complained_of(tree, told):
    origins = {found.document.id: found.origin for found in read_found([tree], told)}
    (tree / "a.txt").unlink()
    (tree / "b.txt").write_bytes(b"")
    left = {document.id for document in read_documents([tree], told)}
    assert vanished(origins, left, told) == ["a"]


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"{", b"---\n", b"<p>", b"date 2"]),
)
def test_any_bytes_are_read_or_told(data, head):
    complaints = []
    documents = parse_document(head + data, "a.txt", complaints.append)
    assert documents or complaints or not (head + data).strip()
