"""Deadlines that were moved, beginnings that are no deadlines, deadlines told beside."""

from pathlib import Path

import pytest

from tests.index.policy.reading_aloud import annotated

SENTENCES = Path(__file__).parent / "moved.txt"


def told(text, language="ru"):
    """Each instruction as kind, due day and the day before it was moved."""
    (passage,) = annotated(text, language=language)
    return [(one.kind, one.due, one.was) for one in passage.instructions]


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("ru", "С 1 марта все больницы обязаны вести карты, сказал Президент.", "2026-03-01"),
        ("ru", "«С декабря вузам следует учить этике», – сказал Президент.", "2025-12-01"),
        ("ru", "«С нового года акиматам надо отвечать письменно», – сказал Токаев.", "2026-01-01"),
        ("bg", "„От 1 март 2026 г. училищата трябва да пазят данните“, каза Токаев.", "2026-03-01"),
        ("en", "“From 1 March 2026 all schools must keep logs,” Tokayev said.", "2026-03-01"),
        (
            "kk",
            "«2026 жылғы 1 наурыздан бастап мектептер есеп жүргізуі тиіс», – деді Тоқаев.",
            "2026-03-01",
        ),
    ],
)
def test_a_duty_from_a_day_on_is_a_beginning(language, sentence, day):
    assert told(sentence, language) == [("start", day, "")]


def test_the_beginning_of_the_year_tells_when_something_was():
    text = "С начала года погасло сорок станций, самая большая — в июне, отметил Президент."
    assert told(text) == []


@pytest.mark.parametrize(
    ("language", "text", "due", "was"),
    [
        (
            "ru",
            "Президент поручил Минтрансу перенести открытие дороги с 1 мая на 1 июня 2026 года.",
            "2026-06-01",
            "2026-05-01",
        ),
        (
            "ru",
            "Токаев продлил Минздраву срок отчёта: вместо 1 ноября 2025 года – 1 мая 2026 года.",
            "2026-05-01",
            "2025-11-01",
        ),
        (
            "en",
            (
                "The President postponed the deadline for the Ministry of Energy from "
                "November 1, 2025 to May 1, 2026."
            ),
            "2026-05-01",
            "2025-11-01",
        ),
        (
            "bg",
            (
                "Президентът удължи срока на Министерството на енергетиката от 1 ноември 2025 г. "
                "до 1 май 2026 г."
            ),
            "2026-05-01",
            "2025-11-01",
        ),
        (
            "kk",
            "Президент Энергетика министрлігінің мерзімін 1 қарашадан 1 желтоқсанға ұзартты.",
            "2025-12-01",
            "2025-11-01",
        ),
        (
            "ru",
            (
                "«Изначально мост планировали сдать до конца 2027 года. "
                "Теперь Минтранс должен сдать его до 1 июля 2026 года», – сказал Президент."
            ),
            "2026-07-01",
            "2027-12-31",
        ),
        (
            "en",
            (
                "“The bridge was originally due by the end of 2027. The Government must open it "
                "ahead of time, by the end of 2026,” Tokayev said."
            ),
            "2026-12-31",
            "2027-12-31",
        ),
    ],
)
def test_a_moved_deadline_keeps_both_days(language, text, due, was):
    assert told(text, language)[-1] == ("moved", due, was)


def test_a_deadline_in_a_sentence_of_its_own_is_that_of_the_order_before():
    text = "«Минюсту надо обновить кодекс. Срок – 1 декабря», – сказал Президент."
    assert told(text) == [("new", "2025-12-01", "")]


def test_what_is_due_every_year_has_no_day():
    text = "Минэкологии поручено ежегодно, до 1 мая, замерять воздух, сказал Президент."
    assert told(text) == [("recurring", "", "")]


@pytest.mark.parametrize("line", SENTENCES.read_text(encoding="utf-8").splitlines()[1:])
def test_of_many_sentences_each_keeps_the_days_it_tells(line):
    language, text, due, was = line.split("|")
    assert told(text, language) == [("moved" if was else "new", due, was)]


@pytest.mark.parametrize(
    ("spoken", "was"),
    [("2025-08-11", "2025-06-01"), ("2026-04-10", "2026-06-01")],
)
def test_of_two_years_the_day_before_is_that_nearer_to_the_speech(spoken, was):
    text = "Президент перенёс срок отчёта Минфина с 1 июня на 1 сентября."
    (passage,) = annotated(text, date=spoken)
    assert [one.was for one in passage.instructions] == [was]


def test_an_aside_of_a_day_belongs_to_what_is_done_about_it():
    text = "«Старый срок для Минтруда – 1 октября – отодвигаю до 1 декабря», – сказал Президент."
    (passage,) = annotated(text)
    (duty,) = passage.instructions
    assert duty.text == text[1 : text.index("»")]
    assert (duty.due, duty.was) == ("2025-12-01", "2025-10-01")


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        (
            "ru",
            "Ремонт мостов Президент возложил на Минтранс, крайний срок – 1 июня.",
            "2026-06-01",
        ),
        (
            "ru",
            "«Жду от Минтранса отчёт, две недели вам на это», – сказал Президент.",
            "2025-08-25",
        ),
        ("ru", "Президент поручил Минтрансу за двое суток открыть мост.", "2025-08-13"),
        (
            "en",
            "The President wants the Ministry of Transport to open it inside three months.",
            "2025-11-11",
        ),
        (
            "kk",
            "Президент Көлік министрлігіне жыл аяқталғанша көпірді ашуды тапсырды.",
            "2025-12-31",
        ),
    ],
)
def test_a_term_told_in_passing_is_the_deadline(language, text, due):
    assert told(text, language)[-1][1] == due


def test_a_short_term_of_a_lasting_duty_is_no_deadline():
    text = "«С 1 октября порты должны отвечать на жалобу в течение суток», – сказал Президент."
    assert told(text) == [("start", "2025-10-01", "")]


def test_what_was_had_some_time_ago_is_no_time_on_top():
    assert told("Минтранс получил ещё год назад новый мост.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Ранее я поручал МВД до 1 июля запустить реестр. Срок переносится на 1 марта»"),
        ("ru", "«МВД следовало до 1 июля запустить реестр. Теперь срок – 1 марта»"),
        ("ru", "«МВД должно было запустить реестр до 1 июля. Новый срок – 1 марта»"),
        ("bg", "„МВР трябваше да пусне регистъра до 1 юли. Сега срокът е 1 март“"),
        (
            "en",
            "“The Interior Ministry should have opened it by 1 July. The deadline is now 1 March”",
        ),
        (
            "en",
            "“The Interior Ministry was to open it by 1 July. The deadline is moved to 1 March”",
        ),
        ("kk", "«ІІМ тізілімді 1 шілдеге дейін ашуы керек еді. Енді мерзім – 1 наурыз»"),
    ],
)
def test_an_order_of_the_sentence_before_is_moved_with_its_day_and_who_must(language, text):
    said = {"ru": ", – сказал Токаев.", "bg": ", каза Токаев.", "en": ", Tokayev said."}
    (passage,) = annotated(text + said.get(language, ", – деді Тоқаев."), language=language)
    before, moved = passage.instructions
    assert (before.kind, before.due) == ("recalled", "2025-07-01")
    assert (moved.kind, moved.due, moved.was) == ("moved", "2026-03-01", "2025-07-01")
    assert moved.agencies == before.agencies == ("mvd",)


def test_the_term_of_another_work_is_nobodys():
    text = (
        "«Минтрансу поручаю до 1 октября открыть дорогу. "
        "Срок сдачи моста переносится на 1 марта», – сказал Президент."
    )
    (passage,) = annotated(text)
    assert passage.instructions[-1].agencies == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Спросить надо было раньше, Минздраву это известно», – сказал Токаев."),
        ("en", "“Every database should have one owner with a name,” Tokayev said."),
    ],
)
def test_what_should_have_been_is_no_order_without_a_day(language, text):
    (passage,) = annotated(text, language=language)
    assert all(one.kind != "recalled" for one in passage.instructions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Токаев поручил починить мост. Срок исполнения – 1 июля. Исполнитель – Минтранс."),
        ("ru", "Токаев поручил починить мост. Исполнитель – Минтранс. Срок исполнения – 1 июля."),
        (
            "bg",
            "Токаев възложи нов мост. Срокът е 1 юли. Отговорник е Транспортно министерство.",
        ),
        ("kk", "Тоқаев көпірді жөндеуді тапсырды. Мерзімі – 1 шілде. Жауапты – Көлік министрлігі."),
        (
            "en",
            "Tokayev ordered to mend it. Deadline: 1 July. Responsible: the Ministry of Transport.",
        ),
    ],
)
def test_term_and_who_answers_may_follow_in_sentences_of_their_own(language, text):
    (passage,) = annotated(text, language=language)
    (order,) = passage.instructions
    assert (order.agencies, order.due) == (("transport-ministry",), "2026-07-01")


def test_the_end_of_a_half_year_may_be_a_term_by_itself():
    text = "Токаев поручил Минтрансу починить мост. Срок – конец полугодия."
    (passage,) = annotated(text, date="2025-02-03")
    assert [one.due for one in passage.instructions] == ["2025-06-30"]
