"""Bodies of other countries must nothing here."""

import pytest

from tests.index.policy.reading_aloud import annotated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев отметил, что правительство Греции должно до лета починить мосты."),
        ("ru", "Токаев отметил, что Европейский союз должен до лета решить вопрос о визах."),
        ("ru", "Токаев отметил, что японское правительство должно до мая починить мосты."),
        ("ru", "По словам Токаева, правительству РФ поручено до мая починить мосты."),
        ("en", "Tokayev noted that the Polish government must mend its bridges by May."),
        ("bg", "Според Токаев правителството на Румъния трябва до лятото да поправи мостовете."),
        ("en", "Tokayev noted that lawmakers in Oslo must mend the bridges by May."),
        ("en", "Tokayev noted that the government of Norway must mend its bridges by May."),
        ("kk", "Тоқаевтың айтуынша, Жапонияның үкіметі мамырға дейін көпірлерді жөндеуге тиіс."),
    ],
)
def test_another_country_is_told_nothing(language, text):
    (passage,) = annotated(text, language=language)
    assert passage.instructions == ()


def test_what_is_done_with_another_country_is_an_instruction():
    (passage,) = annotated("Токаев сказал: с правительством Греции надо подписать договор.")
    assert [one.kind for one in passage.instructions] == ["new"]


def test_a_clause_may_be_bound_by_a_word_of_the_next():
    text = (
        "Сенаторлар заң ұсынды. Көпірді бұзғандар үш жылға дейін құқығынан айырылуы мүмкін, "
        "ал мұндай көпір тексерілуі керек."
    )
    (passage,) = annotated(text, language="kk")
    assert passage.instructions == ()
