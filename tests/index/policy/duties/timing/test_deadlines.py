"""By when something must be done."""

from pathlib import Path

import pytest

from index.documents.dates import PartialDate
from index.policy.duties.timing.deadlines import read_grammars
from index.policy.reading import read_table

GRAMMARS = read_grammars(read_table("dates.toml"))


BESIDE = {
    "ru": ("Работу нужно завершить ", ", сказал он."),
    "bg": ("Трябва да се завърши работата ", ", каза той."),
    "kk": ("Жұмысты ", " аяқтау керек."),
    "en": ("The work must be finished ", ", he said."),
}


def kinds():
    """Each row of the table of wordings: when said, what it comes to, language and wording."""
    table = Path(__file__).with_name("wordings_of_time.txt").read_text(encoding="utf-8")
    for part in table.split("\n=== ")[1:]:
        spoken, *rows = part.splitlines()
        for row in rows:
            if row and not row.startswith("#"):
                day, *wordings = (cell.strip() for cell in row.split("|"))
                for language, wording in zip(BESIDE, wordings, strict=False):
                    if wording:
                        yield spoken, day, language, wording


def due(text, language, spoken="2025-08-11"):
    date = PartialDate.parse(spoken) if spoken else None
    return [(one.text, str(one.due or ""), one.rule) for one in GRAMMARS[language].find(text, date)]


@pytest.mark.parametrize(
    ("language", "text", "wording", "day"),
    [
        ("ru", "Закончить до конца года.", "до конца года", "2025-12-31"),
        ("ru", "В трёхмесячный срок внести план.", "В трёхмесячный срок", "2025-11-11"),
        ("ru", "Ответить в течение 10 дней.", "в течение 10 дней", "2025-08-21"),
        ("ru", "Внести до \t1 июля.", "до \t1 июля", "2026-07-01"),
        ("ru", "Внести до 1 июля.", "до 1 июля", "2026-07-01"),  # июль 2025 уже прошёл
        ("ru", "Внести до 1 сентября.", "до 1 сентября", "2025-09-01"),
        ("ru", "Собрать к октябрю.", "к октябрю", "2025-10-31"),
        ("ru", "Запустить в первом квартале.", "в первом квартале", "2026-03-31"),
        ("ru", "До конца II квартала 2027 года", "До конца II квартала 2027 года", "2027-06-30"),
        (
            "ru",
            "до конца первого полугодия 2026 года",
            "до конца первого полугодия 2026 года",
            "2026-06-30",
        ),
        (
            "ru",
            "Не позднее 15 марта следующего года.",
            "Не позднее 15 марта следующего года",
            "2026-03-15",
        ),
        ("ru", "Сдать до 01.12.2025.", "до 01.12.2025", "2025-12-01"),
        ("ru", "За два года построят.", "За два года", "2027-08-11"),
        ("ru", "Это будет до 2030 года.", "до 2030 года", "2029-12-31"),
        ("bg", "Готово в срок от шест седмици.", "в срок от шест седмици", "2025-09-22"),
        ("bg", "Да внесат до края на ноември.", "до края на ноември", "2025-11-30"),
        ("bg", "Проектът е за през май 2026 г.", "през май 2026 г.", "2026-05-31"),
        ("kk", "Төрт апта ішінде аяқтау.", "Төрт апта ішінде", "2025-09-08"),
        ("kk", "Желтоқсан айына дейін бітсін.", "Желтоқсан айына дейін", "2025-12-31"),
        ("kk", "2026 жылдың соңына дейін салу.", "2026 жылдың соңына дейін", "2026-12-31"),
        ("en", "Finish it by the end of next year.", "by the end of next year", "2026-12-31"),
        ("en", "Report no later than 3 March.", "no later than 3 March", "2026-03-03"),
        ("en", "Reply within ten days.", "within ten days", "2025-08-21"),
        ("ru", "Построить за полтора года.", "за полтора года", "2027-02-11"),
        (
            "ru",
            "Проверить в течение трёх-четырёх недель.",
            "в течение трёх-четырёх недель",
            "2025-09-08",
        ),
        ("ru", "Доложить к середине ноября.", "к середине ноября", "2025-11-15"),
        ("ru", "Сдать до двадцать третьего мая.", "до двадцать третьего мая", "2026-05-23"),
        ("ru", "Провести в 2027–2029 годах.", "в 2027–2029 годах", "2029-12-31"),
        ("ru", "Начать зимой.", "зимой", "2026-02-28"),
        ("bg", "Да приключи до средата на май.", "до средата на май", "2026-05-15"),
        ("kk", "Биылғы желтоқсанда ашу.", "Биылғы желтоқсанда", "2025-12-31"),
        ("en", "Repair it within a fortnight.", "within a fortnight", "2025-08-25"),
        ("en", "Repair it in a year and a half.", "in a year and a half", "2027-02-11"),
        ("en", "Report by the third of May.", "by the third of May", "2026-05-03"),
    ],
)
def test_a_wording_comes_to_its_last_day(language, text, wording, day):
    assert [found[:2] for found in due(text, language)] == [(wording, day)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ru", "Правила действуют с 1 января.", "2026-01-01"),
        ("bg", "Таксата отпада от март 2026 г.", "2026-03-01"),
        ("kk", "2027 жылғы ақпаннан бастап төленеді.", "2027-02-01"),
        ("en", "The fee ends from 1 October.", "2025-10-01"),
    ],
)
def test_a_beginning_is_no_deadline(language, text, day):
    assert [found[1:] for found in due(text, language)] == [(day, "start")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [("отчитываться ежеквартально", "recurring"), ("незамедлительно устранить", "at-once")],
)
def test_some_wordings_name_no_day(text, rule):
    assert [found[1:] for found in due(text, "ru")] == [("", rule)]


@pytest.mark.parametrize(
    ("spoken", "text", "day"),
    [
        ("2025-07", "в течение двух месяцев", "2025-09-30"),  # the last day that may be meant
        ("2025-07", "в течение 10 дней", ""),
        ("2025", "до конца года", "2025-12-31"),
        ("2025", "в октябре", ""),  # before or after the speech?
        ("", "до конца года", ""),
        ("", "до конца 2026 года", "2026-12-31"),
    ],
)
def test_a_partial_date_of_speech_gives_only_what_it_can(spoken, text, day):
    assert [found[1] for found in due(text, "ru", spoken)] == [day]


def test_impossible_days_have_no_due_date():
    assert due("до 31 июня", "ru") == [("до 31 июня", "", "day")]


@pytest.mark.parametrize(
    ("language", "wording", "day"),
    [
        ("ru", "в течение третьего квартала", "2025-09-30"),
        ("ru", "на протяжении I квартала следующего года", "2026-03-31"),
        ("ru", "за первое полугодие 2026 года", "2026-06-30"),
        ("ru", "до пятницы", "2025-08-15"),
        ("ru", "к понедельнику", "2025-08-18"),  # сказано в понедельник
        ("ru", "до следующей среды", "2025-08-20"),
        ("ru", "в тридцатидневный срок", "2025-09-10"),
        ("ru", "в сорокапятидневный срок", "2025-09-25"),
        ("ru", "в течение ста дней", "2025-11-19"),
        ("ru", "за двадцать пять дней", "2025-09-05"),
        ("ru", "в течение пятнадцати дней", "2025-08-26"),
        ("ru", "в течение 36 часов", "2025-08-13"),
        ("ru", "до исхода года", "2025-12-31"),
        ("ru", "к середине года", "2026-06-30"),  # середина 2025 года прошла
        ("ru", "до конца этого полугодия", "2025-12-31"),
        ("ru", "к новому учебному году", "2025-09-01"),
        ("ru", "к началу 2027 года", "2026-12-31"),
        ("ru", "в первой декаде октября", "2025-10-10"),
        ("ru", "в течение всего 2026 года", "2026-12-31"),
        ("en", "by the close of business on Friday", "2025-08-15"),
        ("ru", "до последних чисел сентября", "2025-09-30"),
        ("ru", "ко Дню Республики", "2025-10-25"),
        ("ru", "к завтрашнему дню", "2025-08-12"),
        ("en", "by mid-2026", "2026-06-30"),
        ("en", "by mid-year", "2026-06-30"),
        ("en", "within one hundred days", "2025-11-19"),
        ("en", "within forty-five days", "2025-09-25"),
        ("en", "within a three-month period", "2025-11-11"),
        ("en", "before the end of Q3", "2025-09-30"),
        ("en", "by the close of the year", "2025-12-31"),
        ("en", "by the end of next month", "2025-09-30"),
        ("en", "by Friday", "2025-08-15"),
        ("en", "by 30 June next year", "2026-06-30"),
        ("en", "by the new academic year", "2025-09-01"),
        ("kk", "үшінші тоқсан ішінде", "2025-09-30"),
        ("kk", "келер жылдың 1 шілдесіне дейін", "2026-07-01"),
        ("kk", "үш айлық мерзімде", "2025-11-11"),
        ("kk", "қырық бес күн ішінде", "2025-09-25"),
        ("kk", "тоқсан күн ішінде", "2025-11-09"),
        ("kk", "екі айдан кешіктірмей", "2025-10-11"),
        ("kk", "жұмаға дейін", "2025-08-15"),
        ("kk", "2026 жылдың ортасына дейін", "2026-06-30"),
        ("bg", "до края на второто тримесечие", "2026-06-30"),
        ("bg", "в тридесетдневен срок", "2025-09-10"),
        ("bg", "в рамките на сто дни", "2025-11-19"),
        ("bg", "до средата на 2027 г.", "2027-06-30"),
        ("bg", "не по-късно от сряда", "2025-08-13"),
        ("bg", "до 1 юли догодина", "2026-07-01"),
        ("bg", "до изтичането на годината", "2025-12-31"),
    ],
)
def test_of_many_wordings_each_comes_to_its_day(language, wording, day):
    assert [found[:2] for found in due(wording, language)] == [(wording, day)]


@pytest.mark.parametrize(
    ("language", "wording", "day"),
    [
        ("ru", "со второго квартала 2026 года", "2026-04-01"),
        ("ru", "со следующего месяца", "2025-09-01"),
        ("ru", "с понедельника", "2025-08-18"),
        ("en", "starting next month", "2025-09-01"),
        ("en", "from the second half of 2026", "2026-07-01"),
        ("kk", "келер жылдан бастап", "2026-01-01"),
        ("bg", "от следващата година", "2026-01-01"),
    ],
)
def test_what_begins_with_a_part_of_a_year_begins_with_its_first_day(language, wording, day):
    assert due(wording, language) == [(wording, day, "start")]


@pytest.mark.parametrize(
    ("language", "wording"),
    [
        ("ru", "каждую пятницу"),
        ("ru", "каждые полгода"),
        ("ru", "раз в две недели"),
        ("ru", "раза в квартал"),
        ("kk", "жарты жылда бір рет"),
        ("en", "once every two months"),
        ("en", "every Friday"),
        ("kk", "алты айда бір рет"),
        ("bg", "на всеки шест месеца"),
        ("bg", "два пъти годишно"),
    ],
)
def test_what_comes_back_has_no_day(language, wording):
    assert due(wording, language) == [(wording, "", "recurring")]


def test_the_surroundings_are_no_wednesday():
    assert due("Начинать нужно со среды, в которой живут люди", "ru") == []


@pytest.mark.parametrize("wording", ["до пятницы", "к середине года", "со следующего месяца"])
def test_what_is_counted_from_an_unknown_day_has_none(wording):
    assert [found[1] for found in due(wording, "ru", "")] == [""]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ru", "Сдать до середины лета.", "2026-07-15"),
        ("bg", "Да се предаде до средата на есента.", "2025-10-15"),
        ("en", "Finish by mid-winter.", "2026-01-15"),
        ("kk", "Күз ортасына дейін бітіру.", "2025-10-15"),
    ],
)
def test_the_middle_of_a_season_is_that_of_its_second_month(language, text, day):
    assert [one[1] for one in due(text, language)] == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Внести до 1 июля 9999 года."),
        ("ru", "Внести до 15 марта 0000 года."),
        ("ru", "Внести до конца 13 квартала 2026 года."),
        ("ru", "Внести во втором квартале 3026 года."),
        ("bg", "Да се внесе до 1 юли 9999 г."),
        ("en", "Submit by 1 July 9999."),
        ("kk", "9999 жылғы 1 шілдеге дейін енгізу."),
    ],
)
def test_a_day_that_cannot_be_is_no_other(language, text):
    assert not any(one[1] for one in due(text, language))


@pytest.mark.parametrize("spoken", ["2025-08-11", "2026-03-18"])
@pytest.mark.parametrize("language", BESIDE)
def test_what_one_language_words_others_word_too(language, spoken):
    wrong = []
    for said, day, tongue, wording in kinds():
        if (said, tongue) == (spoken, language):
            text = wording.join(BESIDE[language])
            found = due(text, language, spoken) if GRAMMARS[language].might(text) else []
            told = [one[1] or one[2] for one in found if one[2] != "start"]
            if told[-1:] != [day]:
                wrong.append((wording, day, told))
    assert wrong == []


@pytest.mark.parametrize(
    ("spoken", "text", "day"),
    [
        ("2026-03-18", "до конца учебного года", "2026-05-31"),
        ("2025-10-02", "до конца учебного года", "2026-05-31"),
        ("2025-10-02", "до конца следующего учебного года", "2027-05-31"),
        ("2025-06-02", "в новом учебном году", "2026-05-31"),
        ("2025-08-11", "до 10-го числа", "2025-09-10"),  # the tenth of August is gone
        ("2025-12-20", "до 10-го числа", "2026-01-10"),
        ("2025-08", "до 10-го числа", ""),
    ],
)
def test_a_school_year_and_a_number_are_counted_from_the_speech(spoken, text, day):
    assert [found[1] for found in due(text, "ru", spoken)] == [day]
