import pytest
from corpora import build

from index.documents.document import Document, Passage, Sentence
from index.language import analyze_sentences, query_words
from index.search.parser import parse
from index.search.strangers import Company, held_in
from index.store.reader import open_index

TEXTS = (
    ("ru", "Искусственный интеллект поможет врачам."),
    ("kk", "Жасанды интеллект дәрігерлерге көмектеседі."),
    ("bg", "Изкуственият интелект помага на лекарите."),
    ("bg", "Касим-Жомарт Токаев подписа кодекса."),
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    added = []
    for number, (language, text) in enumerate(TEXTS):
        name = f"speech{number}"
        sentences = (Sentence(0, len(text), language),)
        passage = Passage(name, 1, 1, text, 0, len(text), language, sentences)
        document = Document(name, "", (), language=language)
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
    assert held_in(ix, "интелект", frozenset({"bg"})) == 1
    assert held_in(ix, "интелект", frozenset({"ru", "kk"})) == 0
    assert held_in(ix, "интеллект", frozenset({"ru", "kk"})) == 2
