"""Whom the President received is charged by an order that names nobody."""

import pytest

from tests.index.policy.reading_aloud import annotated


def charged(text, language):
    passages = annotated(*text.split(" | "), language=language, date="2025-05-05")
    return [one.agencies for passage in passages for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев принял министра транспорта. | Президент поручил до 1 июля купить паромы."),
        ("ru", "Токаев встретился с министром транспорта. Президент поручил купить паромы."),
        (
            "ru",
            "Токаев принял министра транспорта. | Паромы стары. | Он поручил к июлю купить новые.",
        ),
        ("ru", "В ходе встречи с министром транспорта Токаев поручил до 1 июля купить паромы."),
        ("kk", "Көлік министрімен кездесуде Тоқаев 1 шілдеге дейін кеме алуды тапсырды."),
        ("bg", "На среща с министъра на транспорта Токаев нареди да се купят фериботи."),
        (
            "en",
            "At a meeting with the Transport Minister, Tokayev ordered new ferries to be bought.",
        ),
        (
            "kk",
            "Тоқаев көлік министрін қабылдады. | Президент 1 шілдеге дейін кеме алуды тапсырды.",
        ),
        (
            "bg",
            (
                "Токаев прие министъра на транспорта. | Президентът нареди до юли да бъдат купени "
                "фериботи."
            ),
        ),
        (
            "en",
            (
                "Tokayev received the Transport Minister. | The President ordered that ferries be "
                "bought by July 1."
            ),
        ),
    ],
)
def test_his_guest_is_charged(language, text):
    assert charged(text, language) == [("transport-ministry",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # another is named between them
        ("ru", "Токаев принял министра транспорта. | Минфин против. | Он поручил купить паромы."),
        # two are named
        ("ru", "Токаев принял министров транспорта и финансов. | Он поручил купить паромы."),
        # another is named behind the order
        (
            "ru",
            "На встрече с министром транспорта Токаев поручил купить паромы Министерства обороны.",
        ),
        # he is only spoken of
        ("ru", "Токаев говорил о Минтрансе. | Президент поручил до 1 июля купить паромы."),
        # another received him
        ("ru", "Бектенов принял министра транспорта. | Президент поручил к 1 июля купить паромы."),
        (
            "en",
            "Tokayev praised the KTZ. | The President ordered that ferries be bought.",
        ),
    ],
)
def test_who_is_no_guest_or_not_the_only_one_is_not(language, text):
    assert charged(text, language) in ([()], [])
