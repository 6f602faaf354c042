"""Orders announced before they are told."""

from tests.index.policy.reading_aloud import annotated


def orders(text):
    (passage,) = annotated(text, date="2025-05-05")
    return [(one.text, one.agencies) for one in passage.instructions]


def test_an_announcement_is_told_in_full_behind_the_colon():
    text = "Токаев дал задание и вокзалам: Минтранс за три месяца должен найти для них деньги."
    told = "Минтранс за три месяца должен найти для них деньги."
    assert orders(text) == [(told, ("transport-ministry",))]


def test_whom_it_names_is_charged_with_what_stands_behind():
    text = "Президент дал поручение Министерству транспорта: вокзалы должны открыться до 1 мая."
    assert orders(text) == [(text, ("transport-ministry",))]


def test_without_more_behind_it_is_the_instruction():
    text = "Президент поставил задачу Минтрансу и КНБ: тишина на вокзалах."
    assert orders(text) == [(text, ("transport-ministry", "knb"))]
