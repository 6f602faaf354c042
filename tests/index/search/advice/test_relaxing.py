import pytest
from corpora import numbered, speeches

from index.search.advice.relaxing import is_question, relaxed, without_silent
from index.search.parsing.parser import parse
from index.search.query import And, Kin, Most

TEXTS = numbered(
    ("ru", "Школы страны получат быстрый интернет до конца года."),
    ("ru", "Больницы внедряют электронные карты пациентов."),
    ("ru", "Протест жителей закончился переговорами."),
    ("ru", "Стартапы в сфере ИИ освобождены от налогов."),
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    return speeches(tmp_path_factory.mktemp("index"), TEXTS)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Какие школы построят", True),
        ("школы построят?", True),
        ("«Кто виноват?»", True),
        ("what is digital code", True),
        ("қандай мектептер салынады", True),
        ("закон о цифровых активах", False),
        ("закон что дышло", False),
    ],
)
def test_questions_are_known_by_their_first_word_or_sign(text, asks):
    assert is_question(text, parse(text).tree) == asks


@pytest.mark.parametrize(
    ("text", "left", "silent"),
    [
        ("Кто и где строит школы?", "строит школы", "Кто и где"),
        ("кто это", "кто это", ""),  # nothing else is left
        ("какие «о стране» школы", "«о стране» школы", "какие"),
        ("стали", "стали", ""),
    ],
)
def test_words_that_say_nothing_are_left_out(text, left, silent):
    query, words = without_silent(parse(text).tree)
    assert query == parse(left).query
    assert " ".join(words) == silent


def words_of(query):
    most = query.children[0] if isinstance(query, And) else query
    assert isinstance(most, Most)
    return [(word.term if isinstance(word, Kin) else word).terms[0] for word in most.children]


@pytest.mark.parametrize(
    ("text", "words", "silent", "unknown"),
    [
        ("какие школы получат квазары", ["школа", "получить"], "какие", "квазары"),
        ("протестовать интернет", ["протестовать", "интернет"], "", ""),  # протест is kin
        ("ИИ-стартапы школы", ["ии", "стартап", "школа"], "", ""),  # parts need not meet
        ("школы больницы -налоги", ["школа", "больница"], "", ""),
    ],
)
def test_most_of_the_words_must_do(ix, text, words, silent, unknown):
    found = relaxed(ix, parse(text).tree)
    assert words_of(found.query) == words
    assert (" ".join(found.silent), " ".join(found.unknown)) == (silent, unknown)


def test_phrases_hold_as_long_as_they_find_something(ix):
    kept = relaxed(ix, parse("«быстрый интернет» школы квазары").tree)
    assert kept.phrases == ()
    loose = relaxed(ix, parse("«интернет быстрый» больницы").tree)
    assert loose.phrases == ('"интернет быстрый"',)
    assert words_of(loose.query) == ["интернет", "быстрый", "больница"]


@pytest.mark.parametrize(
    "text", ["квазар", "школа", "!школы !больницы", "area:x", "☃", "квазар пульсар"]
)
def test_one_word_or_none_known_cannot_be_relaxed(ix, text):
    tree = parse(text).tree
    assert tree is None or relaxed(ix, tree) is None
