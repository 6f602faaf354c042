"""Signs that cut a sentence, and what belongs together all the same."""

import pytest

from tests.index.policy.reading_aloud import annotated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what stands between two dashes
        (
            "Токаев добавил: два ведомства – Минфин и Минздрав – должны починить крыши.",
            [("два ведомства – Минфин и Минздрав – должны починить крыши.", "finance-ministry mz")],
        ),
        # who must, before a colon
        (
            "«Минздраву незачем ждать осени: крыши надо чинить сейчас», – сказал Токаев.",
            [("Минздраву незачем ждать осени: крыши надо чинить сейчас", "mz")],
        ),
        # another who must, behind a comma and before a dash
        (
            "«Минфину срочно найти деньги, Минздраву – починить крыши», – сказал Токаев.",
            [
                ("Минфину срочно найти деньги", "finance-ministry"),
                ("Минздраву – починить крыши", "mz"),
            ],
        ),
        # one more, named behind a comma
        (
            "Токаев сказал: Минфин, а также Минздрав должны починить крыши.",
            [("Минфин, а также Минздрав должны починить крыши.", "finance-ministry mz")],
        ),
        # what was ordered, behind who was told
        (
            "Особое поручение получил Минздрав: до мая починить крыши больниц, сказал Токаев.",
            [
                (
                    (
                        "Особое поручение получил Минздрав: до мая починить крыши больниц, "
                        "сказал Токаев."
                    ),
                    "mz",
                )
            ],
        ),
        # who answers for it, behind a dash
        (
            "Токаев велел к маю починить крыши – отвечать будет министр здравоохранения.",
            [
                (
                    "Токаев велел к маю починить крыши – отвечать будет министр здравоохранения.",
                    "mz",
                )
            ],
        ),
        # what a person thinks between dashes is another thing
        (
            "Токаев приехал в Тараз – дождь уже шёл – и поручил Минздраву починить крыши.",
            [("поручил Минздраву починить крыши.", "mz")],
        ),
    ],
)
def test_an_instruction_is_whole(text, found):
    (passage,) = annotated(text)
    assert [(one.text, " ".join(one.agencies)) for one in passage.instructions] == found


def test_a_cue_far_ahead_may_be_lent_to_a_short_clause():
    (passage,) = annotated(
        "Министерству труда поручено за два месяца составить подробный прогноз по всем областям,"
        " а МНВО – открыть курсы.",
        title="Новости рынка",
    )
    assert [one.agencies for one in passage.instructions] == [("labour-ministry",), ("mnvo",)]
