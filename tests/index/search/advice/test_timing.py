"""Questions that name a time: what narrows the dates, and what is sought as words."""

import pytest
from corpora import build, speech

from index.documents.dates import PartialDate
from index.search.everything import everything
from index.search.inside import inside
from index.search.news import tally
from index.search.request import SearchRequest
from index.search.search import search
from index.search.standing import standing
from index.store.reader import open_index

SPEECHES = [
    ("old", "2024-03-05", "Утечки данных случались в банках."),
    ("leak", "2025-08-11", "Утечки данных недопустимы, банки ответят."),
    ("plan", "2025-11", "Мосты строят быстрее, чем обещали."),
    ("later", "2026-02-01", "Утечка 2025 года стала уроком."),
    ("undated", "", "Утечки бывают всегда."),
]


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    given = ((name, date and PartialDate.parse(date), text) for name, date, text in SPEECHES)
    build(path, [speech(name, "ru", text, date=date or None) for name, date, text in given])
    return open_index(path)


def page(ix, text, **wanted):
    return search(ix, SearchRequest(text, **wanted), lambda _, value: value)


def found(answer):
    return {hit.document.id for hit in answer.hits}


def codes(answer):
    return [note.code for note in answer.notes]


@pytest.mark.parametrize(
    ("text", "documents", "dates"),
    [
        ("что говорилось об утечках в 2025 году?", {"leak"}, ("2025", "2025")),
        ("утечки в августе 2025 года", {"leak"}, ("2025-08", "2025-08")),
        ("утечки в августе", {"leak"}, ("2025-08", "2025-08")),  # the last that has any
        ("утечки в марте", {"old"}, ("2024-03", "2024-03")),
        ("утечки после 2024 года", {"leak", "later"}, ("2025", "")),
        ("«утечки данных» в 2025 году", {"leak"}, ("2025", "2025")),
        ("что говорилось в 2025 году?", {"leak", "plan"}, ("2025", "2025")),
    ],
)
def test_a_question_of_a_time_is_answered_from_that_time(ix, text, documents, dates):
    answer = page(ix, text)
    assert found(answer) == documents
    assert (str(answer.wanted.since or ""), str(answer.wanted.until or "")) == dates
    assert answer.text == text
    assert codes(answer)[0] == "dates"
    assert answer.dates.words in text


@pytest.mark.parametrize(
    "text",
    [
        'утечка "2025" года',
        "утечка 2025",
        "утечки -банк в 2025 году",
        "утечки OR мосты в 2025 году",
        "title:утечки в 2025 году",
        "!утечки в 2025 году",
        "утеч* в 2025 году",
        "утечки «в 2025 году»",
        'утечки " в 2025 году',  # who knows where that quote ends
        "мосты к 2025 году",
        "мосты до 2025 года",
        "в 2025 году",  # nothing else is asked
    ],
)
def test_what_is_written_for_the_search_stays_as_it_is(ix, text):
    answer = page(ix, text)
    assert answer.dates is None
    assert answer.wanted == SearchRequest(text)


def test_dates_that_were_chosen_and_words_as_typed_are_left_alone(ix):
    text = "утечки в 2025 году"
    chosen = page(ix, text, since=PartialDate(2024), until=PartialDate(2024))
    assert chosen.dates is None
    assert page(ix, text, helped=False).dates is None


def test_one_click_reads_the_time_as_words(ix):
    answer = page(ix, "что говорилось об утечке в 2025 году?")
    assert answer.dates.as_words == 'что говорилось об утечке в "2025" году?'
    again = page(ix, answer.dates.as_words)
    assert again.dates is None
    assert again.hits[0].document.id == "later"


def test_who_asks_what_was_said_is_told_of_any_time_where_that_time_is_mute(ix):
    answer = page(ix, "что говорилось о мостах в 2024 году?")
    assert found(answer) == {"plan"}
    assert codes(answer)[0] == "no-dates"
    assert answer.wanted.since is None


def test_else_the_words_of_a_mute_time_are_words_of_the_text(ix):
    answer = page(ix, "сколько мостов в 2024 году?")
    assert codes(answer)[0] == "dates-as-words"
    assert found(answer) == found(page(ix, 'сколько мостов в "2024" году?'))


def test_all_roads_read_a_time_alike(ix):
    wanted = SearchRequest("что говорилось об утечках в 2025 году?")
    assert {hit.document.id for hit in everything(ix, wanted, 10)} == {"leak"}
    assert inside(ix, wanted, "leak", 1).ordinals == (1,)
    assert inside(ix, wanted, "old", 1).ordinals == ()
    assert tally(ix, wanted, 0).passages == 1
    kept = standing(ix, wanted)
    assert (str(kept.since), kept.helped) == ("2025", False)
    assert found(page(ix, kept.text, since=kept.since, until=kept.until, helped=False)) == {"leak"}


def test_the_next_page_has_the_dates_of_the_first(ix):
    text = "что говорилось об утечках после 2023 года?"
    first, second = (page(ix, text, page=number, per_page=1) for number in (1, 2))
    assert first.wanted.turned_to(2) == second.wanted
    assert first.totals == second.totals
