"""What a body did itself, beside an order to another one."""

import pytest

from tests.index.policy.reading_aloud import annotated


def charged(text):
    (passage,) = annotated(text, date="2025-05-05")
    return {one.agency for one in passage.agencies if one.role == "instructed"}


@pytest.mark.parametrize(
    "text",
    [
        "Токаев поручил КНБ до 1 июля найти брешь, МЦРИАП за утечку уже ответило.",
        "Токаев велел КНБ найти брешь, а МЦРИАП уже ответило людям.",
        "КНБ поручено найти брешь, Минпросвещения пообещало помочь.",
        "Tokayev told the KNB to find the gap, and the Ministry of Energy has already replied.",
        "Токаев възложи на КНБ да намери пробива, а Министерството на енергетиката вече отговори.",
    ],
)
def test_what_a_body_did_charges_it_with_nothing(text):
    assert charged(text) == {"knb"}


@pytest.mark.parametrize(
    "text",
    [
        "Токаев дал время: МЦРИАП получило поручение найти брешь до 1 июля.",
        "МЦРИАП Токаев поручил найти брешь.",
        "Tokayev said that the MDDIAI has been told to find the gap.",
    ],
)
def test_to_be_told_is_no_deed_of_its_own(text):
    assert charged(text) == {"mcriap"}
