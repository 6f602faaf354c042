"""One order with several days is an instruction for each."""

import pytest

from tests.index.policy.reading_aloud import annotated


@pytest.mark.parametrize(
    ("language", "text", "dues"),
    [
        (
            "ru",
            (
                "Токаев поручил Правительству до 1 марта 2027 года покрасить мосты, а до 15 мая "
                "2027 года посадить сады и до конца 2028 года построить 40 школ."
            ),
            ["2027-03-01", "2027-05-15", "2028-12-31"],
        ),
        (
            "bg",
            (
                "Токаев възложи на правителството до 1 март 2027 г. да боядиса мостовете, а до 15 "
                "май 2027 г. да засади градини."
            ),
            ["2027-03-01", "2027-05-15"],
        ),
        (
            "en",
            (
                "Tokayev instructed the Government to paint the bridges by March 1, 2027 and to "
                "plant gardens by May 15, 2027."
            ),
            ["2027-03-01", "2027-05-15"],
        ),
        (
            "kk",
            (
                "Президент Үкіметке 2027 жылғы 1 наурызға дейін көпірлерді бояуды, ал 2027 жылғы "
                "15 мамырға дейін бақ отырғызуды тапсырды."
            ),
            ["2027-03-01", "2027-05-15"],
        ),
    ],
)
def test_each_day_of_an_order_is_told_with_what_is_due_then(language, text, dues):
    (passage,) = annotated(text, language=language)
    assert [one.due for one in passage.instructions] == dues
    assert {one.agencies for one in passage.instructions} == {("government",)}


def test_a_day_ahead_of_an_order_is_no_stage_of_it():
    text = (
        "Speaking to the mayors this week, Tokayev told the Government to paint the bridges by "
        "March 1, 2027."
    )
    (passage,) = annotated(text, language="en")
    assert len(passage.instructions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Токаев поручил Правительству до 1 марта 2027 года покрасить мосты и сады.",
        "Токаев поручил Правительству до 1 марта 2027 года покрасить мосты, а сады – к маю.",
        "Токаев поручил Правительству покрасить мосты до 1 марта, а не до 15 мая 2027 года.",
    ],
)
def test_a_day_with_nothing_else_to_do_makes_no_stage(text):
    (passage,) = annotated(text)
    assert len(passage.instructions) == 1
