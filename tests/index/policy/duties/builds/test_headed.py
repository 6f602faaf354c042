"""Orders behind a colon, with who must before it."""

import pytest

from tests.index.policy.reading_aloud import annotated


def told(text, language):
    (passage,) = annotated(text, language=language, date="2025-05-05")
    return [(" ".join(one.agencies), one.due) for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "ru",
            "Правительству: 1) в двухмесячный срок внести закон о лодках; 2) купить буксиры.",
            [("government", "2025-07-05"), ("government", "")],
        ),
        (
            "ru",
            "Минфину и акиматам: до 1 июля внести в Мажилис смету; сдать весь причал.",
            [("finance-ministry akimats", "2025-07-01"), ("finance-ministry akimats", "")],
        ),
        (
            "kk",
            "Үкіметке: 1) екі ай ішінде заң жобасын дайындау; 2) айлақ салу.",
            [("government", "2025-07-05"), ("government", "")],
        ),
        (
            "bg",
            "На правителството: 1) да внесе закон за лодките; 2) до 1 юли да купи влекачи.",
            [("government", ""), ("government", "2025-07-01")],
        ),
        (
            "en",
            "The Ministry of Finance: to find money by July 1; to buy new tugs for the port.",
            [("finance-ministry", "2025-07-01"), ("finance-ministry", "")],
        ),
    ],
)
def test_each_item_charges_who_stands_before_the_colon(language, text, found):
    assert told(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Минфин: лодки подорожали к 1 июля на треть; буксиры тоже."),
        ("ru", "Вопрос к Минфину: когда починят причал; кто купит буксиры?"),
        ("ru", "Минфину напомнили: лодки стоят дорого; буксиры дешевле к 1 июля."),
        ("bg", "На правителството: поздрави от лодкарите; и от влекачите."),
        ("kk", "Үкіметке хат келді: лодкалар ескірді; айлақ тар."),
        ("en", "The Ministry of Finance: boats grew dearer by July 1; tugs did not."),
    ],
)
def test_what_is_no_deed_charges_nobody(language, text):
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "heading", "items"),
    [
        ("ru", "Министерству финансов:", ["– до 1 июля найти деньги;", "– построить причал."]),
        ("ru", "2. Правительству Республики Казахстан:", ["1) до 1 июля найти деньги;"]),
        ("kk", "Қаржы министрлігіне:", ["– 1 шілдеге дейін қаражат табу;"]),
        ("bg", "На министерството на финансите:", ["– до 1 юли да намери пари;", "– да строи."]),
        ("en", "To the Ministry of Finance:", ["1) to find money by July 1;", "2) to build."]),
    ],
)
def test_a_heading_charges_the_passages_behind_it(language, heading, items):
    passages = annotated(heading, *items, "– о погоде.", language=language, date="2025-05-05")
    found = [one for passage in passages for one in passage.instructions]
    assert found[0].due == "2025-07-01"
    assert {one.agencies for one in found} <= {("finance-ministry",), ("government",)}
    assert all(passage.instructions == () for passage in (passages[0], passages[-1]))


def test_behind_a_list_and_without_a_mark_nobody_is_charged_by_its_heading():
    def told(*paragraphs):
        return [one.agencies for passage in annotated(*paragraphs) for one in passage.instructions]

    heading, item = "Министерству финансов:", "– до 1 июля найти деньги;"
    assert told(heading, item, item.replace("найти", "взять")) == [("finance-ministry",)] * 2
    assert told(heading, "Шёл дождь.", item) == []
    assert told(heading, "До 1 июля найти деньги трудно.") == []
    assert told("О Министерстве финансов:", item) == []
