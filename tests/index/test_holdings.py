"""What archive and index of a data directory say of themselves."""

import re

import pytest

from index.errors import IndexMissing
from index.holdings import Holdings
from index.indexing import Library

REPORT = "date 2025-03-04 Министру поручено связать школы кабелем, сообщает Zakon.kz."


@pytest.fixture
def kept(tmp_path):
    """The holdings of a data directory with one document."""
    file = tmp_path / "schools.txt"
    file.write_text(REPORT, "utf-8")
    Library(tmp_path / "data").add([file], pytest.fail)
    return Holdings(tmp_path / "data")


def test_nothing_is_held_before_the_first_document(tmp_path):
    empty = Holdings(tmp_path / "data")
    assert not empty.exists
    with pytest.raises(IndexMissing, match="no documents yet"):
        empty.need_archive()


def test_an_index_that_follows_its_archive_is_not_due(kept):
    with kept.reading() as archive:
        assert kept.commit_revision() == archive.revision()
    assert not kept.is_due()
    assert kept.troubles() == []


def test_an_index_behind_its_archive_is_due(kept):
    with kept.reading() as archive:
        archive.remove(["schools"])
    assert kept.is_due()
    (line,) = kept.troubles()
    assert line.startswith("index: behind the archive")


def test_an_index_of_another_format_is_told_of_once(kept, monkeypatch):
    monkeypatch.setattr("index.store.commits.FORMAT", 99)
    (line,) = kept.troubles()
    assert re.fullmatch(r"index: the index has format \d+, not 99; run `rebuild`", line)
