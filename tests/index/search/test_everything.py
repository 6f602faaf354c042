import pytest

from index.documents.document import Document, Passage
from index.language import analyze
from index.search.everything import everything
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import open_index
from index.store.writer import Writer


@pytest.fixture
def ix(tmp_path):
    with Writer(tmp_path) as writer:
        for number in range(40):
            text = "верблюд " * (number % 7 + 1) + "прошёл " * (number % 3) + "мост"
            document = Document(f"d{number:02}", "<b>Отчёт</b>", (text,), language="ru")
            passage = Passage(document.id, 1, 1, text, 0, len(text), language="ru")
            writer.add(document, [(passage, analyze(text, "ru"))], analyze(document.title, "ru"))
        writer.commit(1)
    return open_index(tmp_path)


@pytest.mark.parametrize("query", ["", "верблюд", "верблюд прошёл мост", "верблюд жираф"])
@pytest.mark.parametrize("sort", ["relevance", "newest"])
def test_all_hits_stand_in_the_order_of_the_pages(ix, query, sort):
    wanted = SearchRequest(query, sort=sort, per_page=7)
    pages = [
        search(ix, wanted.turned_to(number), lambda _, value: value).hits for number in range(1, 8)
    ]
    expected = [hit.document.id for page in pages for hit in page]
    assert [hit.document.id for hit in everything(ix, wanted, 1_000)] == expected


def test_it_is_bounded_and_titles_are_escaped(ix):
    found = list(everything(ix, SearchRequest("мост"), 5))
    assert len(found) == 5
    assert found[0].title == "&lt;b&gt;Отчёт&lt;/b&gt;"
