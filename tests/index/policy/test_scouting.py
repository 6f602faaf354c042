"""One look at the words of a passage finds what a look for every table would."""

import pytest

from index.language import analyze
from index.policy.phrases import PhraseBook, slots
from index.policy.scouting import Scout, Words, within

TEXTS = [
    "Министерство цифрового развития подготовит цифровой кодекс.",
    "Цифровой кодекс готовит министерство.",
    "В лесу тихо.",
    "Бизнес-план министерства – не кодекс.",
]


def books():
    scout = Scout()
    first = [
        (slots("министерство", "ru"), "m"),
        (slots("министерство цифрового развития", "ru"), "mc"),
    ]
    second = [(slots("цифровой кодекс", "ru"), "k")]
    return (
        scout,
        *(PhraseBook(first, scout), PhraseBook(second, scout)),
        *(PhraseBook(first), PhraseBook(second)),
    )


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_found_is_the_same_as_without_a_scout(text):
    scout, first, second, plain, other = books()
    tokens = analyze(text, "ru")
    look = scout.look(tokens)
    assert first.find(look.words) == plain.find(tokens)
    assert second.find(look.words) == other.find(tokens)
    for book, found in ((first, plain.find(tokens)), (second, other.find(tokens))):
        assert book.might(look) or not found


def test_a_passage_with_half_of_a_phrase_need_not_be_looked_through():
    scout, first, second, *_ = books()
    look = scout.look(analyze("Кодекс чести старого министерства.", "ru"))
    assert first.might(look)
    assert not second.might(look)


def test_parts_keep_their_marks():
    scout, first, _, plain, _ = books()
    text = TEXTS[0] + " " + TEXTS[1]
    words = scout.words(analyze(text, "ru"))
    part = words.within(len(TEXTS[0]), len(text))
    assert [token.form for token in part] == ["цифровой", "кодекс", "готовит", "министерство"]
    assert part.first == len(analyze(TEXTS[0], "ru"))
    assert first.find(part) == plain.find(list(part))
    without = words.without(within(words, 0, len("Министерство")))
    assert first.find(without) == plain.find(list(without))


def test_words_that_nobody_looked_at_are_all_tried():
    _, first, *_ = books()
    assert first.find(Words(analyze(TEXTS[1], "ru")))


def test_a_table_that_comes_later_is_seen_in_words_looked_at_before():
    scout, *_ = books()
    words = scout.words(analyze(TEXTS[2], "ru"))
    late = PhraseBook([(slots("лес", "ru"), "l")], scout)
    assert [found.value for found in late.find(words)] == ["l"]
