"""Whom a pronoun charges: the bodies of the sentence before."""

import pytest

from tests.index.policy.reading_aloud import annotated


def charged(*texts, language="ru"):
    passages = annotated(*texts, language=language, date="2025-05-05")
    return [one.agencies for passage in passages for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text", "bodies"),
    [
        (
            "ru",
            "Токаев напомнил об акиматах. Им необходимо к сентябрю убрать лёд.",
            ["akimats"],
        ),
        (
            "ru",
            "Президент принял главу Минтранса. Ему поручено до 15 июня обновить борт.",
            ["transport-ministry"],
        ),
        (
            "ru",
            (
                "Президент сказал, что Правительство и Нацбанк спорят. До конца года они обязаны "
                "представить общий расчёт."
            ),
            ["government", "national-bank"],
        ),
        (
            "bg",
            (
                "Токаев каза, че правителството и Националната банка спорят. "
                "Те трябва да представят обща сметка до 1 юли."
            ),
            ["government", "national-bank"],
        ),
        (
            "en",
            (
                "Tokayev said the Government and the National Bank are arguing. They must present "
                "a joint account by 1 July."
            ),
            ["government", "national-bank"],
        ),
        (
            "kk",
            (
                "Тоқаев Үкімет пен Ұлттық банк дауласып жатыр деді. "
                "Олар 1 шілдеге дейін ортақ есепті дайындауы тиіс."
            ),
            ["government", "national-bank"],
        ),
    ],
)
def test_it_means_who_is_named_in_the_sentence_before(language, text, bodies):
    assert charged(text, language=language) == [tuple(bodies)]


def test_who_was_charged_in_the_paragraph_before_is_not_meant():
    told = charged(
        "Президент поручил Минтрансу открыть паром.",
        "Это касается и акиматов. Им необходимо к сентябрю убрать лёд.",
    )
    assert told == [("transport-ministry",), ("akimats",)]


def test_who_was_charged_in_the_sentence_before_goes_on():
    text = "Токаев поручил Минтрансу сверить счета с Минфином. Ему следует также открыть паром."
    assert charged(text) == [("transport-ministry",), ("transport-ministry",)]


def test_of_several_a_single_one_is_not_guessed():
    text = "Президент сказал, что Минфин и Минтранс спорят. Ему поручено до 1 июля обновить борт."
    assert charged(text) == [()]
