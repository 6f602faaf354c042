from collections import Counter

import pytest

from index.language import known_words

NAMES = {"Name", "Surn", "Patr", "Geox"}
# Superlatives, ё, names, endings that several lemmas share, words that no dictionary has.
BEGINNINGS = "наив без лён вес ста мар пет кос тёп зелен шёл ё стал прост"


def forms(beginning):
    """Every third form of the dictionary that begins so, also as it is written without ё."""
    known = known_words.morph().dictionary.words.keys(beginning)[::3]
    return sorted({*known, *(form.replace("ё", "е") for form in known)})


def by_parses(form):
    """What pymorphy3 itself says: lemmas with their scores, in order."""
    scores = Counter()
    for parse in known_words.morph().parse(form):
        superlative = "Supr" in parse.tag and parse.inflect({"masc", "sing", "nomn"})
        scores[superlative.word if superlative else parse.normal_form] += parse.score
    return list(scores.items())


@pytest.mark.parametrize("beginning", BEGINNINGS.split())
def test_readings_are_those_of_the_parses(beginning):
    some = forms(beginning)
    assert some
    for form in some:
        scores = Counter()
        for lemma, score, _ in known_words.readings(form):
            scores[lemma] += score
        expected = by_parses(form)
        if len(expected) == 1:
            assert list(scores) == [expected[0][0]]
        else:
            assert list(scores.items()) == expected


@pytest.mark.parametrize("form", ["мария", "иванов", "роман", "вера", "города", "токаевым"])
def test_names_are_told_as_the_parses_tell_them(form):
    parses = known_words.morph().parse(form)
    named = {parse.normal_form for parse in parses if parse.tag.grammemes & NAMES}
    assert {lemma for lemma, _, is_name in known_words.readings(form) if is_name} == named


def test_a_form_written_without_its_dots_is_known():
    assert known_words.is_known("елка")
    assert not known_words.is_known("елкх")


@pytest.mark.parametrize("beginning", BEGINNINGS.split())
def test_tags_are_those_of_the_parses(beginning):
    for form in forms(beginning):
        expected = [(str(one.tag), one.score) for one in known_words.morph().parse(form)]
        found = [(str(tag), score) for tag, score in known_words.tags(form)]
        assert found == expected


@pytest.mark.parametrize(
    "form", ["кыртобаем", "бурмалке", "псевдоветку", "смотри-ка", "шмя", "web"]
)
def test_tags_of_unknown_forms_are_those_of_the_parses(form):
    expected = [(str(one.tag), one.score) for one in known_words.morph().parse(form)]
    assert [(str(tag), score) for tag, score in known_words.tags(form)] == expected
