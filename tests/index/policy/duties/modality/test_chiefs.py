"""Orders of others than the President."""

import pytest

from tests.index.policy.reading_aloud import annotated


def told(text, language):
    (passage,) = annotated(text, language=language, date="2025-05-05")
    return [" ".join(one.agencies) for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министр транспорта потребовал от своих заместителей до пятницы закрыть причалы."),
        ("ru", "Бектенов до 1 июля поручил подчинённым проверить причалы."),
        ("kk", "Көлік министрі орынбасарларына 1 шілдеге дейін айлақты тексеруді тапсырды."),
        ("bg", "Министърът на транспорта възложи на хората си до 1 юли да проверят кейовете."),
        ("en", "The Transport Minister told her staff to check the piers by July 1."),
        ("en", "Prime Minister Olzhas Bektenov told his deputies to check the piers by July 1."),
    ],
)
def test_who_orders_his_own_people_charges_nobody(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "agencies"),
    [
        ("ru", "Бектенов поручил Минтрансу до 1 июля проверить причалы.", "transport-ministry"),
        (
            "ru",
            "Президент сказал: Минтранс обязали до 1 июля закрыть причал.",
            "transport-ministry",
        ),
        ("kk", "Тоқаев Көлік министрлігіне айлақты тексеруді тапсырды.", "transport-ministry"),
        (
            "kk",
            "Көлік министрлігі мен ҚТЖ-ға 1 шілдеге дейін айлақ салу тапсырылды, деді Тоқаев.",
            "transport-ministry ktz",
        ),
        ("bg", "Премиерът възложи на акиматите до 1 юли да проверят кейовете.", "akimats"),
        ("bg", "Токаев каза, че акиматите са задължени да проверят кейовете.", "akimats"),
        (
            "en",
            "The Prime Minister instructed the Ministry of Transport to check piers by July 1.",
            "transport-ministry",
        ),
        (
            "en",
            "The Ministry of Transport was told by the President to check piers by July 1.",
            "transport-ministry",
        ),
    ],
)
def test_whom_he_names_is_charged_and_not_he(language, text, agencies):
    assert told(text, language) == [agencies]


def test_he_of_another_chief_is_not_the_president():
    assert (
        told("Бектенов собрал министров. Ведомствам он дал неделю на сверку причалов.", "ru") == []
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Минтранс должен предложить порядок осмотра причалов, сказал Президент."),
        ("ru", "«Пусть Минтранс предложит порядок осмотра причалов», – сказал Токаев."),
        ("kk", "Көлік министрлігі айлақты тексеру тәртібін ұсынуға тиіс, деді Тоқаев."),
        ("bg", "„Нека Министерството на транспорта предложи ред за кейовете“, каза Токаев."),
        ("en", "The Ministry of Transport must propose how to check the piers, Tokayev said."),
    ],
)
def test_who_must_offer_something_is_charged_with_it(language, text):
    assert told(text, language) == ["transport-ministry"]
