"""Bare nouns that stand for an agency named before."""

import pytest

from tests.index.policy.reading_aloud import annotated


def named(text, date="2024-05-05"):
    passages = annotated(*text.split(" | "), date=date)
    return [[one.agency for one in passage.agencies] for passage in passages]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Минфин молчит. | Министерство ответит позже.", ["finance-ministry"]),
        ("Минфин молчит. | Позиция министерства неизвестна.", ["finance-ministry"]),
        ("Минфин молчит. | Профильное министерство ответит.", []),  # said to be another
        ("Минфин молчит. | Все министерства ответят.", []),
        ("Минфин молчит. | Агентство Reuters ответит.", []),
        (
            "Агентство по финансовому мониторингу молчит. | Ведомство ответит.",
            ["financial-monitoring"],
        ),
        ("Нацбанк совместно с АРРФР ждёт. | Регулятор ответит.", ["national-bank"]),
        ("Сенат и народ ждут. | Палата ответит, торговая палата нет.", ["senate"]),
        ("Самрук-Казына ждёт. | Фонд ответит, пенсионный фонд нет.", ["samruk-kazyna"]),
        ("Байтерек ждёт. | Холдинг ответит.", ["baiterek"]),
        ("The Ministry of Finance waits. | The ministry will reply.", ["finance-ministry"]),
        ("The Ministry of Finance waits. | Every ministry will reply.", []),
    ],
)
def test_a_bare_noun_means_the_one_named_last(text, agencies):
    assert named(text)[1] == agencies


def test_after_some_passages_nobody_is_remembered():
    far = " | ".join(["Минфин молчит.", *["Погода ясная."] * 4, "Министерство ответит."])
    assert named(far)[-1] == []


def test_a_dash_parts_two_offices():
    (found,) = named("Вице-премьер – министр финансов приехал.")
    assert found == ["deputy-prime-minister", "finance-ministry"]
