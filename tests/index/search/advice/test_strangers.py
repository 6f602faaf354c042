import pytest
from corpora import build

from index.documents.document import Document, Passage, Sentence
from index.language import analyze_sentences, query_words
from index.search.advice.strangers import Company, held_in
from index.search.parsing.parser import parse
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import open_index

TEXTS = (
    ("ru", "Искусственный интеллект поможет врачам."),
    ("kk", "Жасанды интеллект дәрігерлерге көмектеседі."),
    ("bg", "Изкуственият интелект помага на лекарите."),
    ("bg", "Закон за интелекта."),
    ("bg", "Касим-Жомарт Токаев подписа кодекса."),
    ("mixed", "Искусственный отбор. Интелект и отбор."),  # Russian, then Bulgarian
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    added = []
    for number, (language, text) in enumerate(TEXTS):
        name = f"speech{number}"
        first = text.index(". ") + 2 if language == "mixed" else len(text)
        sentences = (Sentence(0, first, "ru"), Sentence(first, len(text), "bg"))
        if language != "mixed":
            sentences = (Sentence(0, first, language),)
        passage = Passage(name, 1, 1, text, 0, len(text), language, sentences)
        document = Document(name, "", (), language="ru" if language == "mixed" else language)
        added.append((document, [(passage, analyze_sentences(text, sentences))], ()))
    build(path, added)
    return open_index(path)


def strangers(ix, text):
    company = Company(ix, parse(text).tree)
    return [word.form for word in query_words(text) if company.is_stranger(word)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("искусственный интелект", ["интелект"]),
        ("исскуственный интелект", ["интелект"]),  # ы is no Bulgarian letter
        ("жасанды интелект", ["интелект"]),
        ("«искусственный интелект»", ["интелект"]),
        ("развитие искусственного интелекта", ["интелекта"]),  # «развитие» may be Bulgarian
        ("закон об интелекта", ["интелекта"]),  # «об» may not
        ("изкуствен искусственный интелект", []),  # who mixes languages means both
        ("искусственный интеллект", []),
        ("изкуствен интелект", []),
        ("изкуственият интелект помага", []),
        ("закон интелект", []),  # a word of both languages
        ("интелект", []),
        ("Токаев интелект", []),  # a name is of no language
        ("digital интелект 2025", []),
        ("интелект area:health", []),
    ],
)
def test_a_word_of_another_language_than_those_beside_it(ix, text, found):
    assert strangers(ix, text) == found


def test_a_kazakh_query_may_have_russian_words(ix):
    company = Company(ix, parse("жасанды интелект").tree)
    assert company.around(query_words("интелект")[0]) == {"kk", "ru"}


def test_a_form_is_counted_in_the_passages_of_some_languages(ix):
    assert held_in(ix, "изкуственият", frozenset({"bg"})) == 1
    assert held_in(ix, "изкуственият", frozenset({"ru", "kk"})) == 0
    assert held_in(ix, "интеллект", frozenset({"ru", "kk"})) == 2


@pytest.mark.parametrize("page", [1, 2])
def test_what_is_found_as_typed_stays_and_the_mended_words_are_a_link(ix, page):
    answer = search(ix, SearchRequest("искусственный интелект", page=page), lambda _, value: value)
    assert (answer.totals.passages, answer.applied) == (1, None)
    offered = [(each.reason, each.wanted.text) for each in answer.suggestions[:1]]
    assert offered == ([("spelling", "искусственный интеллект")] if page == 1 else [])
