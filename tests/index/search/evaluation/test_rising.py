"""Of the texts of one event that in the reader's language stands before what it translates."""

import dataclasses

import pytest
from corpora import Unmerged, build, speech

from index.documents.document import Instruction
from index.search.evaluation import rising
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import open_index

ASKED = "к какому сроку QazTech?"
RUSSIAN = "Платформу QazTech надо открыть до зимы, так решили на встрече."
BULGARIAN = "Платформата QazTech трябва да се отвори до зимата, така решиха."
FULLER = "QazTech: QazTech ще се отвори до зимата."


def told(name, language, text, event="", *, duty=True):
    header, [(passage, words)], title = speech(name, language, text, event=event)
    if duty:
        given = (Instruction("1", text, 0, len(text), "new", due="2026-12-31"),)
        passage = dataclasses.replace(passage, instructions=given)
    return header, [(passage, words)], title


def order(path, *texts, split=False):
    commits = [[each] for each in texts] if split else [texts]
    build(path, *commits, writer=Unmerged)
    page = search(open_index(path), SearchRequest(ASKED), lambda _, value: value)
    scores = [hit.score for hit in page.hits]
    assert scores == sorted(scores, reverse=True)
    return [hit.document.id for hit in page.hits]


@pytest.mark.parametrize("split", [False, True])
def test_a_text_of_the_same_event_in_the_language_of_the_question_stands_first(tmp_path, split):
    texts = told("bg", "bg", FULLER, "e"), told("ru", "ru", RUSSIAN, "e")
    assert order(tmp_path / "one", *texts, split=split) == ["ru", "bg"]
    apart = told("bg", "bg", FULLER, "e"), told("ru", "ru", RUSSIAN, "other")
    assert order(tmp_path / "apart", *apart, split=split) == ["bg", "ru"]


def test_what_answers_less_of_the_question_stays_where_it_is(tmp_path):
    texts = told("bg", "bg", FULLER, "e"), told("ru", "ru", RUSSIAN, "e", duty=False)
    assert order(tmp_path, *texts) == ["bg", "ru"]


def test_what_says_much_less_of_it_stays_where_it_is(tmp_path, monkeypatch):
    texts = told("bg", "bg", FULLER, "e"), told("ru", "ru", RUSSIAN, "e")
    monkeypatch.setattr(rising, "NEAR", 0.99)  # its score is 0.988 of the other
    assert order(tmp_path, *texts) == ["bg", "ru"]


def test_texts_of_no_event_are_not_taken_for_one(tmp_path):
    texts = told("bg", "bg", FULLER), told("ru", "ru", RUSSIAN)
    assert order(tmp_path, *texts) == ["bg", "ru"]
