"""Words known by how they begin."""

import pytest

from index.language import analyze
from index.policy.beginnings import Beginnings
from index.policy.scouting import Scout


@pytest.fixture
def known():
    scout = Scout()
    beginnings = Beginnings(scout)
    beginnings.add("железнодорож", "railway")
    beginnings.add("железо", "iron")
    return scout, beginnings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Железнодорожники бастуют.", ["railway"]),
        ("Ждут железнодорожной накладной и железа.", ["railway"]),
        ("Железобетон подорожал.", ["iron"]),
        ("Авто-железнодорожный мост открыт.", ["railway"]),  # a part of a compound, once
        ("Шли дожди.", []),
    ],
)
def test_a_word_is_known_by_its_beginning(known, text, found):
    scout, beginnings = known
    look = scout.look(analyze(text, "ru"))
    assert [find.value for find in beginnings.find(look.words)] == found
    assert beginnings.might(look) == bool(found)


def test_tokens_that_nobody_looked_at_are_all_tried(known):
    _, beginnings = known
    (find,) = beginnings.find(analyze("Пришли железнодорожники.", "ru"))
    assert (find.first, find.last) == (1, 1)


def test_a_beginning_told_later_is_found_too(known):
    scout, beginnings = known
    tokens = analyze("Дождь лил.", "ru")
    assert beginnings.find(scout.look(tokens).words) == []
    beginnings.add("дожд", "rain")
    assert [find.value for find in beginnings.find(scout.look(tokens).words)] == ["rain"]
