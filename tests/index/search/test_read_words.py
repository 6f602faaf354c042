"""What is said of a query's words: their forms are forms of the texts, and lead to passages."""

import pytest
from corpora import build

from index.documents.document import Document, Passage
from index.language import analyze
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import open_index

TEXTS = (
    ("ru", "Касым-Жомарт Токаев открыл дата-центр, а Токаеву показали школу."),
    ("kk", "Тоқаев Ақорда сарайында сөйледі."),
    ("en", "President Tokayev opened the school."),
    ("ru", "Дата открытия центра неизвестна, в Акорде молчат."),
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    added = []
    for number, (language, text) in enumerate(TEXTS):
        name = f"speech{number}"
        passage = Passage(name, 1, 1, text, 0, len(text), language)
        document = Document(name, "", (), language=language)
        added.append((document, [(passage, analyze(text, language))], ()))
    build(path, added)
    return open_index(path)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Токаев", {"токаев", "токаеву", "тоқаев", "tokayev"}),
        ("Tokayev", {"токаев", "токаеву", "тоқаев", "tokayev"}),
        ("Тоқаевтың", {"токаев", "токаеву", "тоқаев", "tokayev"}),
        ("Ақордада", {"ақорда", "акорде"}),
        ("дата-центры", {"дата-центр"}),  # «дата» and «центра» alone are not found by it
        ("Қасым-Жомартқа", {"касым-жомарт"}),
        ("школами", {"школу"}),
        ("квазар", set()),
    ],
)
def test_forms_are_those_of_the_texts_that_the_word_reaches(ix, text, forms):
    page = search(ix, SearchRequest(text), lambda _, value: value)
    assert set(page.words[0].forms) == forms
