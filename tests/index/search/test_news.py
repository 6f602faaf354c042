"""What is new for a kept search equals what its link shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents.document import Document
from index.documents.reading.found import Found
from index.indexing import Library
from index.search.arrivals import Arrivals
from index.search.news import Tally, latest, places, tally
from index.search.request import SearchRequest
from index.search.search import search

WORDS = ("школы", "дороги", "врачи", "порты")


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    """Eight documents in as many changes; some are edited, one is removed and put back."""
    library = Library(tmp_path_factory.mktemp("data"))
    for number in range(8):
        put(library, number, [f"Сказано: {WORDS[number % 4]}.", "Поручено: школы и порты."])
    put(library, 2, ["Добавлено: дороги.", "Поручено: школы и порты."])
    library.remove(["report-3"])
    put(library, 3, ["Сказано: порты."])
    return library.index()


def put(library, number, paragraphs):
    with library.changing() as archive:
        archive.put([Found(Document(f"report-{number}", "Отчёт", tuple(paragraphs)), "")])


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=2), st.integers(0, 14))
def test_a_tally_is_what_the_pages_show(ix, words, after):
    wanted = SearchRequest(" ".join(words), helped=False)
    new = wanted.arrived(Arrivals(after, ix.revision))
    shown = [search(ix, each, lambda _, value: value).totals.passages for each in (wanted, new)]
    assert tally(ix, wanted, after) == Tally(*shown)
    assert len(places(ix, wanted)) == shown[0]


def test_the_latest_come_first_and_by_their_change(ix):
    found = latest(ix, SearchRequest("порты", helped=False), 4)
    names = [ix.header(ref).id for ref, _ in found]
    changes = [change for _, change in found]
    assert changes == sorted(changes, reverse=True)
    assert names[0] == "report-7"
    assert [ix.stored(ref).seen for ref, _ in found] == changes
