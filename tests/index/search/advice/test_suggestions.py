import pytest

from index.documents.document import Document, Passage, Sentence
from index.language import analyze, analyze_sentences
from index.search.advice.suggestions import suggestions
from index.search.request import SearchRequest
from index.store.reader import open_index
from index.store.writer import Writer

TEXTS = [
    ("ru", "Закон об искусственном интеллекте принят."),
    ("ru", "Искусственный интеллект изменит школы и больницы."),
    ("ru", "ИИ поможет врачам и учителям."),
    ("ru", "Цифровизация сельских школ идёт быстрее."),
    ("ru", "Меры против утечки сведений усилят."),
    ("kk", "Жасанды интеллект мектептерге келеді."),
    ("bg", "Изкуствен интелект в училище."),
    ("ru", "Правительство поддержит сёла."),
    ("ru", "Правительство отчиталось о дорогах."),
    ("bg", "Правителство без отчет."),
    ("en", "The bridges of the capital were mended."),
    ("ru", "ЦОД столицы получили 1,5 миллиона кубометров."),
    ("en", "They saw 1,500,000 visitors."),
    ("ru", "Пол красят. Высота пола растёт. Поль приехал."),
]


BOTH_WAYS = (
    'изкуствен интелект or ии or "искусственный интеллект" or "жасанды интеллект"'  # what stands
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    with Writer(path) as writer:
        for number, (language, text) in enumerate(TEXTS):
            name = f"speech{number}"
            sentences = (Sentence(0, len(text), language),)
            passage = Passage(name, 1, 1, text, 0, len(text), language, sentences)
            document = Document(name, "Речь", (), language=language, kind="report")
            words = analyze_sentences(text, sentences)
            writer.add(document, [(passage, words)], analyze("Речь", "ru"))
        writer.commit(1)
    return open_index(path)


def helped(ix, text, **wanted):
    return [
        (each.reason, each.wanted.text.lower())
        for each in suggestions(ix, SearchRequest(text, **wanted))
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bcreccndtyysq", ("keyboard", "искусственный")),
        (",jkmybws", ("keyboard", "больницы")),  # a comma is the key of «б»
        ("ыфзшефд иквдпуы", None),  # neither layout makes words of it
        ("икшвпуы", ("keyboard", "bridges")),
        ("tsifrovizatsiya shkol", ("transliteration", "цифровизация школ")),
        ("Pravitelstvo", ("transliteration", "правительство")),  # more than «правителство»
        ("zhasandy", ("transliteration", "жасанды")),
        ("цифровизацыя", ("spelling", "цифровизация")),
        ("«искуственный интеллект»", ("spelling", '"искусственный интеллект"')),
        ("!болницы", ("spelling", "!больницы")),
        ("искусственный интелект", ("spelling", "искусственный интеллект")),  # Bulgarian has it
        ("жасанды интелект", ("spelling", "жасанды интеллект")),
        ("искуственном интелект", ("spelling", "искусственном интеллект")),  # one by one
        ("изкуствен интелект", ("synonyms", BOTH_WAYS)),  # all Bulgarian: no slip
        ("интелект", None),  # nothing beside it tells a language
        ("интелект -искусственный", None),
        ("цифровизацияшкол", ("spelling", "цифровизация школ")),
        ("сельскихшкол", ("spelling", "сельских школ")),
        ("в Вене", None),  # «в» alone finds nothing that was sought
        ("школа -балница", None),  # what is excluded is not put right
        ("школа", None),
        ("школы area:gone", None),
        ("", None),
        ("☃", None),
    ],
)
def test_the_first_help_offered(ix, text, first):
    assert helped(ix, text)[:1] == ([first] if first else [])


def test_synonyms_widen_both_ways(ix):
    for text in ("ИИ", "искусственный интеллект", "«жасанды интеллект»"):
        ((reason, wide),) = helped(ix, text)
        assert reason == "synonyms"
        assert "жасанды интеллект" in wide
        (offered,) = suggestions(ix, SearchRequest(text))
        assert offered.passages == 5


def test_a_hyphenated_word_has_synonyms(ix):
    ((reason, wide),) = helped(ix, "дата-центры столицы")
    assert (reason, wide) == ("synonyms", "(дата-центры or цод) столицы")


def test_synonyms_that_stand_nowhere_are_not_offered(ix):
    assert helped(ix, "АСПР") == []
    assert "artificial" not in helped(ix, "ИИ")[0][1]


@pytest.mark.parametrize("text", ["1,5 млн", "1 500 000", "1.5 million", "полтора миллиона"])
def test_a_large_number_is_found_however_it_is_written(ix, text):
    found = suggestions(ix, SearchRequest(text))
    assert (found[-1].reason, found[-1].passages) == ("synonyms", 2)


def test_other_readings_of_latin_letters_are_offered_too(ix):
    assert sorted(helped(ix, "pol")) == [("transliteration", "пол"), ("transliteration", "поль")]


def test_synonyms_leave_the_rest_of_the_query_alone(ix):
    ((_, wide),) = helped(ix, "ИИ -закон")
    assert wide.startswith("(")
    assert wide.endswith(") -закон")


@pytest.mark.parametrize(
    ("text", "fewer"),
    [
        ("какие меры усилят против утечки", "меры усилят против утечки"),
        ("цифровизация мостов сельских", "цифровизация сельских"),
        ("школы мост врач -закон", "школы -закон"),
        ("квазар", None),
    ],
)
def test_words_that_meet_nowhere_are_given_up(ix, text, fewer):
    found = helped(ix, text)
    assert found[-1:] == ([("fewer-words", fewer)] if fewer else [])


def test_help_finds_more_than_the_request_under_the_same_filters(ix):
    bulgarian = frozenset({"bg"})
    assert helped(ix, "цифровизацыя", languages=bulgarian) == []
    (offered,) = suggestions(ix, SearchRequest("ИИ", languages=bulgarian, sort="newest", page=3))
    assert (offered.passages, offered.wanted.page) == (1, 1)
    assert (offered.wanted.languages, offered.wanted.sort) == (bulgarian, "newest")


@pytest.mark.parametrize("text", ["(" * 3000, "ghb" * 300, "f'" * 500, "слово " * 300, "a|" * 900])
def test_hostile_text_gets_help_or_none(ix, text):
    assert isinstance(suggestions(ix, SearchRequest(text)), tuple)


def test_an_empty_index_has_no_help(tmp_path):
    with Writer(tmp_path) as writer:
        writer.commit(1)
    assert suggestions(open_index(tmp_path), SearchRequest("школа мост")) == ()
