import pytest
from corpora import numbered, speeches

from index.search.request import SearchRequest
from index.search.search import search

TEXTS = numbered(
    ("ru", "Школы столицы получат планшеты."),
    ("ru", "Искусственный интеллект поможет врачам."),
    ("kk", "Жасанды интеллект дәрігерлерге көмектеседі."),
    ("ru", "Цифровизация портов идёт быстро."),
    ("ru", "Врачам столицы поможет отпуск."),
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    return speeches(tmp_path_factory.mktemp("index"), TEXTS)


def page(ix, text, **wanted):
    return search(ix, SearchRequest(text, **wanted), lambda _, value: value)


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("планшеты школ", ["speech0"], None),
        ("планшетты школ", ["speech0"], "spelling"),
        ("gkfyitns", ["speech0"], "keyboard"),
        ("tsifrovizatsiya", ["speech3"], "transliteration"),
        ("AI", ["speech1", "speech2"], "synonyms"),
        ("цифровизировать", ["speech3"], "kin"),  # a word of the table, and no slip
        ("квазар", [], None),
    ],
)
def test_the_nearest_query_that_finds_something(ix, text, found, reason):
    answer = page(ix, text)
    assert sorted(hit.document.id for hit in answer.hits) == found
    assert (answer.applied and answer.applied.reason) == reason
    assert answer.relaxed == bool(reason)


def test_a_slip_among_words_that_do_not_meet_is_mended_too(ix):
    answer = page(ix, "какие планшетты получат порты")
    assert answer.applied.reason == "spelling"
    assert [note.code for note in answer.notes] == ["most-words", "silent-words"]
    assert answer.hits[0].document.id == "speech0"


def test_a_question_is_not_left_to_the_one_passage_with_all_its_words(ix):
    answer = page(ix, "Что поможет врачам столицы?")
    assert answer.hits[0].document.id == "speech4"  # has all, so it is first
    assert {"speech0", "speech1"} <= {hit.document.id for hit in answer.hits}
    assert answer.notes[0].code == "most-words-too"
    assert answer.relaxed
    assert len(page(ix, "поможет врачам столицы").hits) == 1  # no question: all words as ever


def test_nothing_is_said_of_most_words_where_they_find_nothing_more(ix):
    answer = page(ix, "Что с портами?")
    assert [note.code for note in answer.notes] == ["silent-words"]


@pytest.mark.parametrize("text", ["портом", "пор", "столица", "Мост", "ЦОН"])
def test_a_word_of_the_dictionary_and_a_short_one_are_meant_as_they_stand(ix, text):
    assert not page(ix, text).applied


def test_words_that_say_nothing_are_left_out_before_words_that_do(ix):
    answer = page(ix, "цифровизация около портов")
    assert [hit.document.id for hit in answer.hits] == ["speech3"]
    assert [note.code for note in answer.notes] == ["silent-words"]


def test_nothing_is_done_to_words_as_typed(ix):
    answer = page(ix, "планшетты школ", helped=False)
    assert (answer.hits, answer.applied, answer.suggestions) == ((), None, ())


def test_filters_do_not_change_what_is_searched_for(ix):
    answer = page(ix, "планшеты школ", languages=frozenset({"kk"}))
    assert (answer.hits, answer.applied, answer.notes) == ((), None, ())


def test_how_words_were_read(ix):
    (word,) = page(ix, "школами").words
    assert (word.text, word.lemmas, word.forms) == ("школами", ("школа",), ("школы",))
    assert page(ix, "школами -врач").exactly == ""
    assert page(ix, "школами «получат планшеты» lang:ru").exactly == (
        '!школами !"получат планшеты" lang:ru'
    )


def test_the_words_that_were_taken_for_those_typed_are_read(ix):
    answer = page(ix, "tsifrovizatsiya")
    assert [(word.text, word.forms) for word in answer.words] == [
        ("цифровизация", ("цифровизация",))
    ]
    assert answer.exactly == "!цифровизация"
    assert page(ix, "AI").exactly == "!AI"  # synonyms join the word, they do not replace it


def test_a_word_as_typed_is_read_as_that_form_alone(ix):
    held, missing = page(ix, "!планшеты !планшетов").words
    assert (held.lemmas, held.forms) == ((), ("планшеты",))
    assert (missing.text, missing.forms) == ("планшетов", ())


def test_the_words_of_a_phrase_that_is_not_found_are_all_wanted_apart(ix):
    answer = page(ix, "«столицы школы»")
    assert [hit.document.id for hit in answer.hits] == ["speech0"]  # speech4 has «столицы» alone
    assert [(note.code, note.words) for note in answer.notes] == [
        ("loose-phrases", '"столицы школы"')
    ]
