"""Wordings are found once in a passage, and each part of it has its own."""

import pytest

from index.language import analyze
from index.policy.reading import Table
from index.policy.scouting import Scout
from index.policy.wordings import Wordings

ORDERS = ["=велено", "дать … поручение", "поручить", "поручить срочно", "взять на контроль"]


def wordings():
    scout = Scout()
    return scout, Wordings(Table("some.toml", "ru", {"orders": ORDERS}), ("orders",), "ru", scout)


def sentences(text):
    start = 0
    for sentence in text.split("|"):
        yield start, start + len(sentence)
        start += len(sentence) + 1


@pytest.mark.parametrize(
    "text",
    [
        "Велено ждать.|Поручил срочно чинить мост.|Взял на контроль ремонт.",
        "Дал министру|поручение исполнено.|Дал он поручение.",  # a gap ends with its sentence
        "Взял на|контроль.|Поручил|срочно.",
        "Тихо.|Поручил.",
    ],
)
def test_a_part_has_what_stands_in_it_alone(text):
    scout, book = wordings()
    words = scout.words(analyze(text.replace("|", " "), "ru"))
    alone = [book.find(list(words.within(*span))) for span in sentences(text)]
    assert [book.find(words.within(*span)) for span in sentences(text)] == alone
    assert any(alone)


def test_words_left_out_are_of_no_wording():
    scout, book = wordings()
    words = scout.words(analyze("Взял на личный контроль.", "ru"))
    assert book.find(words) == []
    assert [cue.kind for cue in book.find(words.without([2]))] == ["orders"]
