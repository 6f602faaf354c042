"""What is new in a document, and what is not, whatever happens to it."""

import pytest

from index.documents.archiving.archive import Archive
from index.documents.document import Document
from index.documents.reading.found import Found

SCHOOLS = "Школы получат быстрый интернет."
ROADS = "Дороги свяжут аулы."
CLINICS = "Больницы перейдут на цифровые карты."


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive.sqlite") as opened:
        yield opened


def put(archive, *paragraphs, name="report", title="Отчёт"):
    archive.put([Found(Document(name, title, paragraphs), "")])
    return archive.revision()


def seen(archive, *texts, name="report"):
    return archive.first_seen(name, archive.lives([name])[name], texts)


def test_all_words_of_a_new_document_are_of_its_change(archive):
    put(archive, ROADS, name="other")
    added = put(archive, SCHOOLS, CLINICS)
    assert seen(archive, SCHOOLS, CLINICS) == [added, added]


def test_an_edit_makes_only_its_own_words_new(archive):
    added = put(archive, SCHOOLS)
    edited = put(archive, ROADS, SCHOOLS)
    assert seen(archive, ROADS, SCHOOLS) == [edited, added]


def test_a_new_title_makes_nothing_new(archive):
    added = put(archive, SCHOOLS)
    put(archive, SCHOOLS, title="Другой заголовок")
    assert seen(archive, SCHOOLS) == [added]


def test_words_that_moved_or_were_cut_otherwise_are_not_new(archive):
    added = put(archive, f"{SCHOOLS} {ROADS}", CLINICS)
    put(archive, CLINICS, SCHOOLS, ROADS)
    assert seen(archive, CLINICS, SCHOOLS, ROADS) == [added] * 3


def test_what_was_taken_out_and_put_back_is_not_new(archive):
    added = put(archive, SCHOOLS)
    archive.remove(["report"])
    put(archive, SCHOOLS)
    assert seen(archive, SCHOOLS) == [added]


def test_the_same_words_in_another_document_are_new_there(archive):
    put(archive, SCHOOLS)
    copied = put(archive, SCHOOLS, name="copy")
    assert seen(archive, SCHOOLS, name="copy") == [copied]


def test_blanks_are_no_words(archive):
    added = put(archive, "Школы  получат\nинтернет.")
    put(archive, "Школы получат интернет.")
    assert seen(archive, "Школы получат интернет.") == [added]
