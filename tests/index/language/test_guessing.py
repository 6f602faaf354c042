import pytest

from index.language.guessing import guesses
from index.language.paradigms import RULES, morph

UNKNOWN = """
    кыртобай кыртобая тургалбеков тургалбековой бурмалка бурмалки курлыкнейший вымшел
    псевдоветка небумажненький супербурмалка сверхвымшелу недокыртобаил неокыртобай
    байткот киберпуть энергогород стройгород смартгородами поразветвистее наималейшенький
    ыбр гжл шмя крш щы ёлколюб елколюбу заёлочный
    дорога-то дорогу-то кыртобаем-таки смотри-ка идти-с бурмалке-де
"""


def parsed(form):
    """What pymorphy3 says: how it spells a form, its tag, the lemma, the score."""
    for parse in morph().parse(form):
        superlative = "Supr" in parse.tag and parse.inflect({"masc", "sing", "nomn"})
        lemma = superlative.word if superlative else parse.normal_form
        yield parse.word, str(parse.tag), lemma, parse.score


def guessed(form):
    for spelling, place, lemma, score in guesses(form):
        yield spelling, "UNKN" if place is None else RULES[place].tag, lemma, score


@pytest.mark.parametrize("form", UNKNOWN.split())
def test_guesses_are_those_of_pymorphy(form):
    assert list(guessed(form)) == list(parsed(form))


@pytest.mark.parametrize(
    "form", ["интернет-вымшел", "web", "5-го", "-то", "қала", "по-кыртобайски"]
)
def test_of_other_forms_pymorphy_is_asked(form):
    assert guesses(form) is None
