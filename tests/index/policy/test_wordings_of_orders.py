"""Ways of charging somebody that need no verb of order, and those that only seem to charge."""

import pytest

from tests.index.policy.reading_aloud import annotated


def orders(text, language="ru", date="2024-05-05"):
    (passage,) = annotated(text, language=language, date=date)
    return [(one.kind, one.agencies, one.due) for one in passage.instructions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whom and what to do, and no verb
        (
            "«Минфину – до 1 октября найти деньги», – сказал Токаев.",
            [("new", ("finance-ministry",), "2024-10-01")],
        ),
        # he bids those addressed
        ("«Еженедельно докладывайте о ходе работ», – сказал Токаев.", [("recurring", (), "")]),
        ("«Поверьте, это непросто», – сказал Токаев.", []),
        # his own asking
        (
            "«Прошу Правительство выделить средства», – сказал Токаев.",
            [("new", ("government",), "")],
        ),
        ("«Жду от Минфина подробный план», – сказал Токаев.", [("new", ("finance-ministry",), "")]),
        # the verb of the clause before
        (
            "Токаев поручил Минфину найти деньги, а Минздраву – построить больницу.",
            [("new", ("finance-ministry",), ""), ("new", ("mz",), "")],
        ),
        # time given
        ("Токаев дал Минздраву два месяца на подготовку плана.", [("new", ("mz",), "2024-07-05")]),
        # ordered in a year gone by
        ("В 2022 году Токаев поручил Минздраву построить больницы.", [("recalled", ("mz",), "")]),
        # how a thing must be
        ("Токаев сказал, что тарифы должны быть прозрачными.", [("requirement", (), "")]),
        # the day is another now
        (
            "«Срок сдачи, намеченный на 2025 год, перенесён на конец 2026 года», – сказал Токаев.",
            [("moved", (), "2026-12-31")],
        ),
        # no order yet
        ("Токаев дал ряд поручений.", []),
        ("«Такого больше быть не должно», – сказал Токаев.", []),
        ("Министр попросил поручить акиматам подключить школы.", []),
    ],
)
def test_ways_of_charging(text, found):
    assert orders(text) == found


def test_kazakh_clauses_share_the_verb_that_ends_them():
    text = "Тоқаев айтты. Бір ай ішінде жоба дайындау, ал екі ай ішінде заң қабылдау тапсырылды."
    assert [due for _, _, due in orders(text, "kk")] == ["2024-06-05", "2024-07-05"]


def test_an_english_order_gives_work_to_whom_it_names():
    text = "He tasked the Ministry of Finance with holding hearings, President Tokayev said."
    assert [agencies for _, agencies, _ in orders(text, "en")] == [("finance-ministry",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tokayev wants the Ministry of Education to revise textbooks by September 2024.",
            [("new", ("mp",), "2024-09-30")],
        ),
        ("Tokayev wants people to be happy.", []),
        (
            "Tokayev called for the Ministry of Healthcare to open the registry to researchers.",
            [("new", ("mz",), "")],
        ),
        (
            "Tokayev said the main proposals must be sent within two months.",
            [("new", (), "2024-07-05")],
        ),
    ],
)
def test_english_wishes(text, found):
    assert orders(text, "en") == found


def test_what_was_made_must_be_marked():
    first = "Мажилисът прие закон, който регулира изкуствения интелект. "
    must = "Съдържанието, създадено от изкуствен интелект, трябва да бъде обозначено."
    assert orders(first + must, "bg") == [("requirement", (), "")]
