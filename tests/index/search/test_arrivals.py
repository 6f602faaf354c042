"""What came in when, through edits, rebuilds and repairs of the index."""

import pytest

from index.documents.document import Document
from index.documents.reading.found import Found
from index.indexing import Library
from index.search.arrivals import Arrivals
from index.search.request import SearchRequest
from index.search.search import search
from index.store.repair import repair

SCHOOLS = "Школы получат быстрый интернет."
ROADS = "Дороги свяжут аулы и школы."


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "data")


def put(library, name, *paragraphs):
    with library.changing() as archive:
        archive.put([Found(Document(name, "Отчёт", paragraphs), "")])
    return library.index().revision


def found(library, after, until=None, text="школы"):
    wanted = SearchRequest(text, added=Arrivals(after, until))
    page = search(library.index(), wanted, lambda _, value: value)
    assert page.totals.passages == len(page.hits)
    return sorted(f"{hit.document.id}#{hit.passage.ordinal}" for hit in page.hits)


def test_only_what_came_in_then_is_found(library):
    first = put(library, "one", SCHOOLS)
    second = put(library, "two", ROADS)
    assert found(library, 0) == ["one#1", "two#1"]
    assert found(library, first) == ["two#1"]
    assert found(library, 0, first) == ["one#1"]
    assert found(library, second) == []


def test_an_edited_document_tells_only_its_new_passage(library):
    first = put(library, "one", SCHOOLS)
    put(library, "one", ROADS, SCHOOLS)
    assert found(library, first) == ["one#1"]


def test_a_rebuild_and_a_repair_make_nothing_new(library):
    first = put(library, "one", SCHOOLS)
    put(library, "one", SCHOOLS, ROADS)
    library.rebuild()
    assert found(library, first) == ["one#2"]
    for arrays in library.path.glob("*.arr"):
        arrays.unlink()
        arrays.write_bytes(b"")
    assert repair(library.path) == []
    assert found(library, first) == ["one#2"]


def test_a_document_put_back_is_not_new(library):
    first = put(library, "one", SCHOOLS)
    library.remove(["one"])
    put(library, "one", SCHOOLS)
    assert found(library, first) == []


def test_merged_segments_keep_when_things_came_in(library):
    revisions = [put(library, f"report-{n}", SCHOOLS) for n in range(12)]
    assert len(library.index().segments) < 12
    assert found(library, revisions[-2]) == ["report-11#1"]
    assert found(library, 0, revisions[0]) == ["report-0#1"]
