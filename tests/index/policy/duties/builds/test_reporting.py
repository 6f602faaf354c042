"""Reports that come back: who is to make them is told before."""

import pytest

from tests.index.policy.reading_aloud import annotated


def last(text, language):
    (passage,) = annotated(text, language=language, date="2025-05-05")
    return [(one.kind, " ".join(one.agencies)) for one in passage.instructions][1:]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев поручил КТЖ чинить пути, и далее ежемесячно докладывать о работе."),
        ("ru", "«Поручаю КТЖ чинить пути. Раз в полгода буду слушать отчёт», – сказал Токаев."),
        ("ru", "Токаев поручил КТЖ чинить пути. О сделанном надлежит докладывать ежегодно."),
        ("kk", "Тоқаев ҚТЖ-ға жол салуды тапсырды. Атқарылған жұмыс тоқсан сайын баяндалады."),
        (
            "bg",
            (
                "Токаев нареди на Министерството на транспорта да строи. За това ще се докладва "
                "на всеки три месеца."
            ),
        ),
        ("en", "Tokayev told the KTZ to mend tracks. Progress is to be reported quarterly."),
        ("en", "Tokayev told the KTZ to mend tracks. Every month he will hear a report on it."),
    ],
)
def test_they_are_an_order_to_who_was_charged(language, text):
    ((kind, agencies),) = last(text, language)
    assert kind == "recurring"
    assert agencies in {"ktz", "transport-ministry"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев поручил КТЖ чинить пути. Банки ежегодно публикуют отчёты, добавил он."),
        ("ru", "Токаев поручил КТЖ чинить пути. Он выслушал доклад и поблагодарил путейцев."),
        ("kk", "Тоқаев ҚТЖ-ға жол салуды тапсырды. Ол баяндаманы тыңдап, риза болды."),
        ("bg", "Токаев нареди на КТЖ да строи. Той изслуша доклада и благодари."),
        ("en", "Tokayev told the KTZ to mend tracks. He heard a report and thanked the men."),
    ],
)
def test_a_report_heard_once_or_of_others_is_none(language, text):
    assert last(text, language) == []
