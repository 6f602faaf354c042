import dataclasses
from pathlib import Path

import pytest

from index.indexing import Library
from index.search.inside import inside
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import open_index

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    refused = []
    Library(folder).add([SEEDS], refused.append)
    assert refused == []
    return open_index(folder / "index")


def named(facet, value):
    return value


@pytest.mark.parametrize(
    "wanted",
    [
        SearchRequest("интеллект"),
        SearchRequest("цифровой -школа"),
        SearchRequest("«искусственный интеллект»", agencies=frozenset({"government"})),
        SearchRequest("", instructions=frozenset({"1"})),
        SearchRequest("утетчка персональных данных"),  # mended
        SearchRequest("какие школы получат искусственный интеллект"),  # a question
    ],
)
def test_a_document_shows_the_very_hits_of_the_search(ix, wanted):
    found: dict[str, list[int]] = {}
    whole = dataclasses.replace(wanted, per_page=100)
    page = search(ix, whole, named)
    for number in range(1, page.pages + 1):
        for hit in search(ix, whole.turned_to(number), named).hits:
            found.setdefault(hit.document.id, []).append(hit.passage.ordinal)
    assert found
    for document, ordinals in found.items():
        assert inside(ix, wanted, document, 10_000).ordinals == tuple(sorted(ordinals))


def test_another_document_shows_nothing(ix):
    assert inside(ix, SearchRequest("интеллект"), "nothing", 10).ordinals == ()
