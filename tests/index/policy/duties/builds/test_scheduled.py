"""What bodies do by a day, told by him who orders it."""

import pytest

from tests.index.policy.reading_aloud import annotated


def told(text):
    (passage,) = annotated(text, date="2025-05-05")
    return [(one.kind, one.agencies, one.due) for one in passage.instructions]


@pytest.mark.parametrize(
    ("text", "kind", "due"),
    [
        ("«Минтранс до 1 июля передаёт причалы», – сказал Токаев.", "new", "2025-07-01"),
        ("«Минтранс в течение тридцати дней находит причалы», – сказал Токаев.",
         "new", "2025-06-04"),
        ("«Минтранс раз в полугодие отчитывается передо мной», – сказал Токаев.", "recurring", ""),
        ("Поручения Токаева просты: Минтранс строит причалы, а люди плывут.", "new", ""),
        ("Поручения Токаева просты: Минтранс чинит причалы.", "new", ""),
        ("“By 1 July the Ministry of Transport hands over the piers,” Tokayev said.",
         "new", "2025-07-01"),
        ("“The Ministry of Transport reports to me every quarter,” Tokayev said.",
         "recurring", ""),
    ],
)  # fmt: skip
def test_what_a_body_does_by_a_day_is_an_order_of_his(text, kind, due):
    assert told(text) == [(kind, ("transport-ministry",), due)]


@pytest.mark.parametrize(
    "text",
    [
        "«Минтранс работает плохо», – сказал Токаев.",
        "«Минтранс за месяц печатает миллион», – сказал Токаев.",  # that is how long it takes
        "«Минтранс каждый год возит миллионы, мне это видно», – сказал Токаев.",
        "“The Ministry of Transport closes two piers in May,” Tokayev said.",
        "«Минтранс до 1 июля обещает причалы», – сказал Токаев.",
        "«Минтранс ежегодно печатает отчёт», – сказал Токаев.",  # that is how things are
        "Минтранс до 1 июля передаёт причалы.",  # news
    ],
)
def test_how_things_are_and_news_are_none(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "С 1 октября причалы для лодок закроют, сказал Токаев.",
        "Tokayev said that the piers close on October 1, 2025.",
        "От 1 октомври 2025 г. кейовете се закриват, каза Токаев.",
    ],
)
def test_what_ends_or_opens_on_a_day_begins_then(text):
    assert told(text) == [("start", (), "2025-10-01")]


def test_what_was_closed_is_no_beginning():
    assert told("С 1 апреля причалы закрыли, сказал Токаев.") == []
