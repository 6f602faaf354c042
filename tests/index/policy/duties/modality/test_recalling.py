"""Orders that are told as given before."""

import pytest

from tests.index.policy.reading_aloud import annotated


def kinds(text, language="ru", date="2025-10-20"):
    (passage,) = annotated(text, language=language, date=date)
    return [(one.kind, one.due) for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Ещё весной Президент поручил Минтрансу обновить паромы, но дело стоит."),
        ("ru", "В мае Президент поручил Минтрансу обновить паромы."),
        ("ru", "Минтрансу, напоминает Президент, было поручено обновить паромы."),
        ("ru", "Три месяца назад Президент поручил Минтрансу обновить паромы."),
        ("en", "In May the President instructed the Ministry of Transport to renew the ferries."),
        ("en", "The President had instructed the Ministry of Transport to renew the ferries."),
        ("en", "Two months ago Tokayev ordered the Ministry of Transport to renew the ferries."),
        ("bg", "Президентът бе възложил на Министерството на транспорта да обнови фериботите."),
        ("bg", "През май Токаев възложи на Министерството на транспорта да обнови фериботите."),
        ("kk", "Президент Көлік министрлігіне паромдарды жаңартуды тапсырған болатын."),
    ],
)
def test_an_order_told_as_past_is_recalled(language, text):
    assert kinds(text, language) == [("recalled", "")]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("В ноябре Минтрансу поручено обновить паромы, сообщил Президент.", "2025-11-30"),
        ("Президент поручил Минтрансу открыть причалы ещё в трёх городах.", ""),
        ("Паромы сломались месяц назад. Президент поручил Минтрансу обновить их.", ""),
    ],
)
def test_an_order_of_today_is_new(text, due):
    assert kinds(text) == [("new", due)]


@pytest.mark.parametrize(
    "text",
    [
        "Токаев напомнил: в мае он поручал Минтрансу запустить паромы.",
        "«Ещё в январе я поручал Минтрансу ввести новые билеты», – сказал Президент.",
        "Президент ещё в январе поручал Минтрансу ввести новые билеты.",
    ],
)
def test_the_month_of_a_recalled_order_is_no_beginning(text):
    assert kinds(text) == [("recalled", "")]


def test_a_recalled_order_keeps_its_deadline():
    text = "В мае Президент поручил Минтрансу до конца 2026 года обновить паромы."
    assert kinds(text) == [("recalled", "2026-12-31")]


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("ru", "«К 2030 году мы рассчитываем открыть сорок причалов», – сказал Президент.", "2030"),
        (
            "ru",
            "«К концу 2029 года половина портов должна работать без бумаг», – сказал Токаев.",
            "",
        ),
        ("en", "“By the end of 2029 we want forty new piers,” Tokayev said.", "2029"),
        ("bg", "„До края на 2029 г. целим четиридесет нови кея“, каза Токаев.", "2029"),
        ("kk", "«2030 жылға қарай қырық айлақ ашуды көздейміз», – деді Тоқаев.", "2030"),
    ],
)
def test_what_is_aimed_at_is_a_goal(language, text, due):
    ((kind, day),) = kinds(text, language)
    assert kind == "goal"
    assert day.startswith(due)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“No passenger should stand in a queue for a ticket,” Tokayev said."),
        ("en", "“The patient must see his own records,” Tokayev said."),
        ("kk", "«Шенеунік өтінішке үш күннен кешіктірмей жауап беруі қажет», – деді Тоқаев."),
        ("kk", "«Машина адамның тағдырын жалғыз шешпеуге тиіс», – деді Тоқаев."),
    ],
)
def test_what_is_true_of_anyone_is_a_requirement(language, text):
    assert [kind for kind, _ in kinds(text, language)] == ["requirement"]


def test_every_thing_of_a_kind_is_required_to_be_so():
    assert kinds("«Каждый сервер порта должен стоять в стране», – сказал Токаев.") == [
        ("requirement", "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tokayev said that the Ministry of Transport was to renew the ferries by the end of May.",
        "The Ministry of Transport was to renew the ferries by the end of May, Tokayev said.",
    ],
)
def test_the_past_of_who_retells_makes_no_duty_an_earlier_one(text):
    assert kinds(text, "en", "2025-03-05") == [("new", "2025-05-31")]


@pytest.mark.parametrize(
    "text",
    [
        "“The Ministry of Transport was to renew the ferries by the end of May,” Tokayev said.",
        "Tokayev recalled that the Ministry of Transport was to renew the ferries by May 31.",
        "The Ministry of Transport was to renew them by the end of May, but did not, Tokayev said.",
    ],
)
def test_a_duty_of_the_past_in_his_own_words_is_an_earlier_one(text):
    assert kinds(text, "en", "2025-03-05") == [("recalled", "2025-05-31")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Президент напомнил, что в декабре поручил Минтрансу обновить паромы."),
        ("ru", "Президент напомнил, что в декабре Минтрансу было поручено обновить паромы."),
        ("kk", "Президент желтоқсанда Көлік министрлігіне паром жасауды тапсырғанын еске салды."),
        ("bg", "Токаев припомни, че през декември е поръчал на правителството да строи кей."),
        ("bg", "Токаев припомни, че през декември поръча на правителството да строи кей."),
        ("en", "Tokayev recalled that in December he instructed the Government to build a pier."),
        ("en", "Tokayev reminded them that in December he tasked the Government with a pier."),
    ],
)
def test_an_order_called_to_mind_may_be_of_the_year_before(language, text):
    assert kinds(text, language, "2026-01-22") == [("recalled", "")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Президент напомнил, что порт закрыт, и поручил Минтрансу до 1 июля открыть его."),
        ("bg", "Токаев напомни, че кеят е стар, и възложи на правителството до 1 юли да го смени."),
    ],
)
def test_what_is_ordered_behind_a_reminder_is_new(language, text):
    assert kinds(text, language, "2026-01-22") == [("new", "2026-07-01")]
