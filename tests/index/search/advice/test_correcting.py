import pytest
from corpora import build

from index.documents.document import Document, Passage
from index.language import analyze, query_words
from index.search.advice.correcting import Corrector
from index.search.parsing.parser import parse
from index.store.reader import open_index

TEXTS = (
    ("ru", "Правительство поддержит цифровой кодекс и дороги."),
    ("bg", "Правителството прие кодекса. Правителство без отчет."),
    ("bg", "Правителство и отчет."),
    ("kk", "Бұл салада қазан айында."),
    ("ru", "На месте работает policy, wider system."),
    ("ru", "Платформа NurTech: open phone."),
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    added = []
    for number, (language, text) in enumerate(TEXTS):
        passage = Passage(f"speech{number}", 1, 1, text, 0, len(text), language)
        document = Document(f"speech{number}", "", (), language=language)
        added.append((document, [(passage, analyze(text, language))], ()))
    build(path, added)
    return open_index(path)


def corrected(ix, text, number=0):
    return Corrector(ix, parse(text).tree)(query_words(text)[number])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("кодеск", "кодекс"),
        ("правителство дороги", "правительство"),  # Bulgarian has it, the word beside is Russian
        ("цифровойкодекс", "цифровой кодекс"),
        ("цифровойкодекс2", ""),
        ("квазар", ""),
        ("дорага", "дорога"),  # no text has that form, but it is a lemma of the dictionary
        ("қашан", ""),  # says nothing: no slip of «қазан»
        ("мектеп", ""),  # Kazakh letter for letter, and no «месте»
        ("police", ""),  # English, and no «policy»
        ("winter", ""),
        ("polisy", "policy"),
        ("PoliSy", ""),  # a name by its inner capital, and no common word
        ("OpenAI", ""),
        ("iPhone", ""),
        ("Polisy", "policy"),
        ("NurTehc", "nurtech"),
        ("NurrTech", "nurtech"),
        ("OpenPhone", "open phone"),  # the same letters, so nothing is taken for another
        ("қалада", ""),  # Kazakh, and no slip of «салада»
    ],
)
def test_the_word_meant(ix, text, meant):
    assert corrected(ix, text) == meant


def test_a_long_query_is_not_corrected_to_its_end(ix):
    text = "кодеск " + "щ" * 24 + " " + "ъ" * 24 + " кодекк кодекь"
    corrector = Corrector(ix, parse(text).tree)
    assert [corrector(word) for word in query_words(text)] == ["кодекс", "", "", "кодекс", ""]
