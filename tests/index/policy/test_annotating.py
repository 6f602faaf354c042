"""Orders of which no text says who gave them are the President's, unless it shows another."""

import pytest

from tests.index.policy.reading_aloud import annotated

ORDERS = [
    ("ru", "Итоги недели", "Нацбанку – неделя на проверку кассы."),
    ("ru", "Итоги недели", "Минздраву поручено до 1 сентября открыть аптеки."),
    ("kk", "Апта қорытындысы", "Қаржы министрлігі екі аптада есеп беруге тиіс."),
    ("bg", "Накратко", "На Министерството на финансите е възложено до 1 октомври да брои кораби."),
    ("en", "In brief", "The Justice Ministry was told to publish the list by 1 October."),
]
OTHERS = [
    ("ru", "Министр Олжас Кимов провёл совещание.", ORDERS[1][2]),
    ("bg", "Министърът на финансите Асет Кимов свика съвещание.", ORDERS[3][2]),
    ("en", "Minister Askar Kimov opened the session.", ORDERS[4][2]),
]
PLANS = [
    "Минздрав в сентябре откроет три аптеки.",
    "Минздрав до 1 сентября откроет аптеки, сообщили в ведомстве.",
    "До 1 сентября откроют три аптеки.",
]


@pytest.mark.parametrize(("language", "title", "text"), ORDERS)
def test_an_order_of_nobody_is_his(language, title, text):
    (passage,) = annotated(text, language=language, title=title)
    assert passage.speaker.role == "indirect"
    assert [len(one.agencies) for one in passage.instructions] == [1]


@pytest.mark.parametrize(("language", "first", "order"), OTHERS)
def test_where_another_opens_the_text_an_order_of_nobody_is_not_his(language, first, order):
    _, passage = annotated(first, order, language=language, title="2025")
    assert passage.speaker.role == "reporter"


def test_a_paper_orders_by_itself():
    (passage,) = annotated(ORDERS[1][2], title="Указ № 7")
    assert passage.speaker.role == "reporter"
    assert [one.agencies for one in passage.instructions] == [("mz",)]


@pytest.mark.parametrize("text", PLANS)
def test_what_a_body_plans_is_no_order(text):
    (passage,) = annotated(text, title="Итоги недели")
    assert (passage.speaker.role, passage.instructions) == ("reporter", ())


def test_what_a_body_will_do_by_a_day_is_his_order_behind_his_words():
    _, passage = annotated(
        "Аптек в сёлах мало, сказал Токаев.",
        "Минздрав откроет их до 1 сентября.",
        title="Итоги недели",
    )
    assert (passage.speaker.role, len(passage.instructions)) == ("indirect", 1)
