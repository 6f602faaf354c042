import pytest
from corpora import numbered, speeches

from index.documents.dates import PartialDate
from index.search.news import latest, tally
from index.search.request import SearchRequest
from index.search.search import search
from index.search.standing import matter, standing

TEXTS = numbered(
    ("ru", "Школы столицы получат планшеты."),
    ("ru", "Искусственный интеллект поможет врачам."),
    ("ru", "Цифровизация портов идёт быстро."),
)


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    return speeches(tmp_path_factory.mktemp("index"), TEXTS)


def found(ix, wanted):
    page = search(ix, wanted, lambda _, value: value)
    return {hit.document.id for hit in page.hits}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("планшеты школ", "планшеты школ"),
        ("планшетты школ", "планшеты школ"),  # the slip will have been mended for good
        ("gkfyitns", "планшеты"),
        ("Какие школы получат планшеты?", "школы получат планшеты"),
        ("квазар", "квазар"),
        ("", ""),
    ],
)
def test_a_kept_search_finds_what_the_page_showed_without_help(ix, text, kept):
    wanted = SearchRequest(text, page=3, per_page=50)
    found_then = found(ix, SearchRequest(text))
    plain = standing(ix, wanted)
    assert plain == SearchRequest(kept, helped=False)
    assert found(ix, plain) == found_then


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("планшеты врачам портов", "most-words"),
        ("какие школы планшеты врачам?", "most-words"),
        ("date:2025-13 планшеты", "most-words"),
        ("планшетты врачам портов", "most-words"),
        ("Кому поможет искусственный интеллект?", ""),
        ('"планшеты школы"', "loose-phrases"),
        ("школы -планшеты", ""),
        ("школы OR врачам", ""),
        ("планш*", ""),
        ("title:квазар", ""),
        ("школа вуз интернет марс", "most-words"),
        ("что было сказано о портах", ""),
        ("плншеты", ""),
        ("planshety", ""),
        ("gkfyitns школ", ""),
        ("ИИ", ""),
    ],
)
def test_however_a_search_was_read_what_is_kept_of_it_finds_the_same(ix, text, mark):
    wanted = SearchRequest(text, since=PartialDate(2000))
    shown = search(ix, wanted, lambda _, value: value)
    kept = standing(ix, wanted)
    assert found(ix, kept) == {hit.document.id for hit in shown.hits}
    assert tally(ix, kept, -1).passages == len(latest(ix, kept, 100)) == shown.totals.passages
    assert not mark or mark in {note.code for note in shown.notes}


def test_where_most_words_had_to_do_the_words_stay_as_typed_and_help_is_asked_anew(ix):
    text = "планшеты врачам портов"
    assert found(ix, SearchRequest(text))
    assert standing(ix, SearchRequest(text)) == SearchRequest(text)


def test_filters_and_order_are_kept(ix):
    wanted = SearchRequest("школы", areas=frozenset({"data"}), sort="newest", group="document")
    assert standing(ix, wanted).areas == {"data"}
    assert (standing(ix, wanted).sort, standing(ix, wanted).group) == ("newest", "document")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("школы  столицы", "школы AND столицы", True),
        ("школы столицы", "столицы школы", True),  # the order decides only which goes first
        ("школы OR столицы", "школы столицы", False),
        ("школы", "врачам", False),
    ],
)
def test_two_searches_are_of_one_matter_when_they_ask_the_same(one, other, same):
    assert (matter(SearchRequest(one)) == matter(SearchRequest(other, sort="newest"))) == same
