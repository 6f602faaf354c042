"""Questions of who must do something and by when: [the words that only ask] stand in brackets."""

import dataclasses

import pytest
from corpora import Unmerged, build, speech

from index.documents.document import Instruction, Mention
from index.search.advice.asking import WHEN, WHO, asked, rising, wordings
from index.search.everything import everything
from index.search.request import SearchRequest
from index.search.search import search
from index.search.standing import standing
from index.store.reader import open_index

QUESTIONS = [
    ("[кто отвечает за] мосты и [к какому сроку]?", WHO + WHEN),
    ("[кто] мосты", None),
    ("[Кто должен] чинить мосты", WHO),
    ("[кому поручено] чинить мосты?", WHO),
    ("[какое ведомство отвечает за] мосты?", WHO),
    ("[до какого числа] починят мосты", WHEN),
    ("[когда] починят мосты", WHEN),
    ("[какой срок] у мостов?", WHEN),
    ("[who is responsible for] the bridges and [by when]?", WHO + WHEN),
    ("[what is the deadline for] bridges", WHEN),
    ("көпірлерге [кім жауапты] және [қашанға дейін]?", WHO + WHEN),
    ("[кой отговаря за] мостовете и [в какъв срок]?", WHO + WHEN),
]


@pytest.mark.parametrize(("text", "up"), QUESTIONS)
def test_words_that_ask_are_told_from_what_they_ask_of(text, up):
    plain = text.replace("[", "").replace("]", "")
    asks = asked(plain)
    if up is None:
        assert asks is None
        return
    assert list(asks.words) == [each.split("]")[0] for each in text.split("[")[1:]]
    assert asks.rising[: len(up)] == up
    assert [each.facet for each in asks.rising[len(up) :]] == ["lang"]
    assert rising(SearchRequest(plain)) == asks.rising
    assert rising(SearchRequest(plain, helped=False)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "мосты",
        "мосты, когда их чинят",  # joins a clause
        "кто отвечает",  # for nothing
        "«кто отвечает за мосты»",
        "кто отвечает за -мосты",
        "кто отвечает за мосты OR дороги",
        "",
    ],
)
def test_all_else_asks_neither(text):
    assert asked(text) is None


def test_every_language_asks_both():
    both = {(language, kind) for language in ("ru", "kk", "bg", "en") for kind in ("who", "when")}
    assert set(wordings()) == both


def told(name, text, *, duty):
    header, [(passage, words)], title = speech(name, "ru", text)
    if duty:
        given = (Instruction("1", text, 0, len(text), "new", due="2026-12-31"),)
        heads = (Mention("roads", 0, 3, "instructed"),)
        passage = dataclasses.replace(passage, instructions=given, agencies=heads)
    return header, [(passage, words)], title


@pytest.fixture(scope="module", params=["one segment", "two"])
def ix(tmp_path_factory, request):
    path = tmp_path_factory.mktemp("index")
    texts = [
        told("acclaim", "Мосты страны. Мосты хороши.", duty=False),
        told("order", "Министру надо починить мосты страны и набережные до зимы.", duty=True),
        told("aside", "Чинить набережные будет министр.", duty=True),
    ]
    commits = [texts] if request.param == "one segment" else [texts[:1], texts[1:]]
    build(path, *commits, writer=Unmerged)
    return open_index(path)


def order(ix, text, **wanted):
    page = search(ix, SearchRequest(text, **wanted), lambda _, value: value)
    return [hit.document.id for hit in page.hits]


def test_who_asks_for_a_duty_finds_it_first(ix):
    assert order(ix, "мосты страны") == ["acclaim", "order"]
    assert order(ix, "кто отвечает за мосты страны?") == ["order", "acclaim"]
    assert order(ix, "к какому сроку мосты страны") == ["order", "acclaim"]
    assert order(ix, "кто отвечает за мосты страны?", group="document") == ["order", "acclaim"]


def test_a_duty_of_another_subject_is_no_answer(ix):
    assert "aside" not in order(ix, "кто отвечает за мосты страны?")


def test_one_word_is_enough_to_ask_of(ix):
    assert order(ix, "кто отвечает за мосты?")[0] == "order"


def test_an_export_has_the_order_of_the_page_and_a_bookmark_its_passages(ix):
    text = "кто отвечает за мосты страны?"
    wanted = SearchRequest(text)
    assert [hit.document.id for hit in everything(ix, wanted, 10)] == order(ix, text)
    kept = standing(ix, wanted)
    assert not kept.helped
    assert set(order(ix, kept.text, helped=False)) == set(order(ix, text))


def test_other_orders_stay(ix):
    for sort in ("newest", "oldest"):  # undated ones stand by their ids
        assert order(ix, "кто отвечает за мосты страны?", sort=sort) == ["acclaim", "order"]


def test_the_page_says_that_words_ask(ix):
    page = search(ix, SearchRequest("кто отвечает за мосты страны?"), lambda _, value: value)
    assert page.notes[0].code == "asks"
    assert page.notes[0].words == "кто отвечает за"
    assert page.relaxed


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("кто отвечает за мосты страны?", None),
        ("кто должен построить мосты и школы", None),
        ("кто отвечает за мост зимой?", None),
        ("кому поручено чинить крыши мостов", None),
        ("какое ведомство отвечает за мосты и дороги", None),
        ("когда заработает мост", None),
        ("когда будет готова набережная", None),
        ("до какого числа починят школы", None),
        ("кім жауапты мосты школы", None),
        ("when is the bridge due", None),
        ("who must do what for мосты", None),
        ("кто отвечает за vjcns cnhfys", ("keyboard", "мосты страны")),
        ("кто отвечает за набережнные", ("spelling", "набережные")),
    ],
)
def test_only_words_that_changed_are_told_as_mended(ix, text, mended):
    page = search(ix, SearchRequest(text), lambda _, value: value)
    applied = page.applied
    assert page.notes[0].code == "asks"
    assert (applied and (applied.reason, applied.wanted.text)) == mended


def test_other_words_are_offered_for_what_is_asked_of(ix):
    page = search(ix, SearchRequest("кто отвечает за квазар и чинить?"), lambda _, value: value)
    for offered in (page.applied, *page.suggestions):
        assert offered is None or "отвечает" not in offered.wanted.text
