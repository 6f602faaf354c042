"""Documents that tell of one occasion."""

import pytest

from index import policy
from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy import Told, day_of, group

RUSSIAN = (
    "В Караганде прошло совещание о шахтах. Директор Ержан Омаров назвал 417 нарушений.",
    "По словам главы государства, 38,5 млрд тенге уйдут на новые крепи до приезда Дидье Бюрнода.",
)
BULGARIAN = (
    "В Караганда се състоя съвещание за мините. Директорът Ержан Омаров посочи 417 нарушения.",
    "По думите на държавния глава 38,5 млрд тенге ще отидат за нови подпори преди Дидие Бюрнод.",
)
OTHER = ("Форум о садах собрал 90 гостей в Шымкенте.", "Асель Турсунова показала 12 яблонь Верный.")


def document(name, paragraphs, date="2024-03-05", **more):
    language = more.pop("language", "ru")
    return Document(
        name,
        more.pop("title", name),
        paragraphs,
        PartialDate.parse(date),
        language=language,
        **more,
    )


def grouped(*documents):
    return sorted(sorted(event.documents) for event in group(documents))


def test_documents_compared_with_others_before_are_as_if_new():
    own = [document("a", RUSSIAN), document("b", BULGARIAN, language="bg"), document("c", OTHER)]
    others = [document(name, (*OTHER, *RUSSIAN), "2024-03-06") for name in "defgh"]
    told = [Told.of(each) for each in own]
    policy.grouped([*told, *map(Told.of, others)])
    assert policy.grouped(told) == group(own)
    assert [each.tongue for each in told] == pytest.approx([each.tongue for each in _weighed(own)])


def _weighed(documents):
    told = [Told.of(each) for each in documents]
    policy.grouped(told)
    return told


def test_a_given_event_decides():
    assert grouped(
        document("a", RUSSIAN, event="mines"),
        document("b", OTHER, event="mines", date="2024-03-09"),
    ) == [["a", "b"]]
    assert grouped(document("a", RUSSIAN, event="x"), document("b", RUSSIAN, event="y")) == [
        ["a"],
        ["b"],
    ]


def test_names_and_numbers_join_texts_of_two_languages():
    assert grouped(
        document("ru", RUSSIAN), document("bg", BULGARIAN, language="bg"), document("o", OTHER)
    ) == [["bg", "ru"], ["o"]]


def test_texts_of_other_days_stay_apart():
    assert grouped(document("a", RUSSIAN), document("b", OTHER, date="2025-11-30")) == [
        ["a"],
        ["b"],
    ]


def test_copies_and_translations_are_told_apart():
    (event,) = group(
        [
            document("full", (*RUSSIAN, "Итоги подведут осенью, и спрос будет строгим.")),
            document("copy", RUSSIAN, date="2024-03-06"),
            document("bg", BULGARIAN, language="bg"),
        ]
    )
    assert {one.document: one.relation for one in event.versions} == {
        "full": "fullest",
        "copy": "copy",
        "bg": "translation",
    }


def test_a_text_in_the_language_of_the_fullest_is_no_translation():
    retold = (
        "На совещании в Караганде Ержан Омаров рассказал о шахтах: 417 нарушений за год.",
        "Глава государства обещал им 38,5 млрд тенге на крепи, приедет и Дидье Бюрнод.",
    )
    told = [
        document("full", (*RUSSIAN, "Итоги подведут осенью, и спрос будет строгим.")),
        document("bg", BULGARIAN, language="bg"),
        document("retold", retold),
    ]
    (event,) = group(told)
    relations = {one.document: one.relation for one in event.versions}
    assert (relations["bg"], relations["retold"]) == ("translation", "account")


def test_the_exactest_date_is_the_events():
    (event,) = group([document("a", RUSSIAN), document("b", RUSSIAN, date="2024-03")])
    assert event.date == PartialDate(2024, 3, 5)


def test_a_date_that_most_say_is_the_events():
    days = {"a": "2024-03-05", "b": "2024-03-05", "c": "2024-03-06"}
    (event,) = group([document(name, RUSSIAN, date=day) for name, day in days.items()])
    assert event.date == PartialDate(2024, 3, 5)
    assert day_of([PartialDate(2024, 3, 6), PartialDate(2024, 3, 5), None]).day == 5
    assert day_of([None]) is None


@pytest.mark.parametrize(
    "source", ["сообщает Zakon.kz", "передаёт Казинформ", "пишет «Новая волна»"]
)
def test_who_reports_is_no_evidence(source):
    one = (f"Токаев осмотрел ледовую арену в Риддере, {source}.",)
    other = (f"Токаев поговорил с лесниками в Риддере, {source}.",)
    assert grouped(document("a", one, title=""), document("b", other, title="")) == [["a"], ["b"]]


def test_a_survey_of_the_day_joins_no_two_occasions():
    survey = f"{RUSSIAN[0]} Затем открылся форум о садах, где Асель Турсунова показала 12 яблонь."
    found = grouped(
        document("mines", RUSSIAN),
        document("gardens", OTHER),
        document("survey", (survey, "Так прошёл день.")),
    )
    assert ["gardens"] in found or ["mines"] in found
    assert len(found) == 2


def test_a_text_without_event_joins_no_two_given_ones():
    found = grouped(
        document("a", RUSSIAN, event="x"),
        document("b", RUSSIAN, event="y"),
        document("c", RUSSIAN),
    )
    assert len(found) == 2
    assert ["a", "b"] not in found


def test_many_documents_are_compared_by_what_they_share():
    crowd = [
        document(
            f"d{n:03}",
            (f"Аким номер {n * 7919} принял Ерлана{n} Сатпаева.",),
            f"2021-{n % 12 + 1:02}-05",
        )
        for n in range(160)
    ]
    found = grouped(*crowd, document("ru", RUSSIAN), document("bg", BULGARIAN, language="bg"))
    assert ["bg", "ru"] in found


def test_nothing_gives_no_event():
    assert group([]) == []


@pytest.mark.parametrize(
    ("short", "language"),
    [
        ("До августа на мельницах Есиля поставят весы, три миллиона мешков пересчитают.", "ru"),
        ("By August 1, mills on the Esil are to weigh all three million sacks.", "en"),
        ("Есілдегі диірмендер 1 тамызға дейін үш миллион қапты таразыға тартуы керек.", "kk"),
    ],
)
def test_a_deadline_and_numbers_in_words_join_accounts_in_other_words(short, language):
    full = (
        "Президент осмотрел мельницу на Есиле, где мелют рожь со всей области.",
        "К 1 августа мукомолам поручено взвесить 3 миллиона мешков и завести электронные весы.",
    )
    found = grouped(
        document("full", full, title="Токаев на мельнице"),
        document("short", (short,), title="", language=language),
        document("other", ("Токаев вручил флейты оркестру, гастроли пройдут в мае.",), title=""),
    )
    assert found == [["full", "short"], ["other"]]


def test_the_day_of_the_texts_is_no_evidence():
    one = ("5 марта Токаев погладил верблюда.",)
    other = ("5 марта Токаев принял скрипача.",)
    assert len(grouped(document("a", one, title=""), document("b", other, title=""))) == 2


def test_parts_of_one_interview_stay_together():
    bees = "Пчёлы – наше богатство, ульев станет вдвое больше, мёд повезут за границу."
    roofs = "Крыши школ перекроют черепицей, старый шифер вывезут на свалку."
    found = grouped(
        document("whole", (f"{bees} {roofs}",), title="Интервью Президента"),
        document("bees", (f"В интервью Токаев сказал про пчёл: {bees.lower()}",), title=""),
        document("roofs", (f"Крыши перекроют, сообщил он в интервью. {roofs}",), title=""),
    )
    assert found == [["bees", "roofs", "whole"]]


@pytest.mark.parametrize(("eve", "events"), [("Накануне с", 1), ("С", 2)])
def test_a_text_of_the_next_day_may_say_yesterday(eve, events):
    told = "Совещание у Токаева услышало доклад о плотинах. Искать трещины решено."
    dull = "Бетон стареет, ответил инженер, а щебень и цемент дорожают третью зиму."
    later = f"{eve}овещание велело послать к плотинам водолазов. {dull}"
    first = document("a", (told,), title="")
    assert len(group([first, document("b", (later,), "2024-03-06", title="")])) == events


OPENING = (
    "Под председательством Главы государства прошло расширенное заседание, в котором участвовали "
    "министры, акимы областей и городов, руководители национальных компаний и депутаты."
)


def test_what_is_said_every_year_does_not_join_the_years():
    assert grouped(
        document(
            "a", (OPENING, "Речь шла о дорогах. До 1 сентября создадут реестр."), "2024-02-07"
        ),
        document("b", (OPENING, "Говорили о школах. До 1 сентября создадут реестр."), "2025-01-28"),
    ) == [["a"], ["b"]]


def test_a_text_published_again_a_year_later_is_a_copy():
    assert grouped(document("a", RUSSIAN, "2024-02-07"), document("b", RUSSIAN, "2025-01-28")) == [
        ["a", "b"]
    ]


# Occasions of one kind on days close by, told with the same common words.
ORCHARDS = (
    "На форуме садоводов в Алматы Президент рассказал о яблонях и о школах, где учат сажать груши."
    " Он вручил награды десяти садоводам."
)
RIVERS = "На форуме речников в Павлодаре Президент говорил о паромах. Вручены награды речникам."
RIVERS_IN_ENGLISH = (
    "At the forum of river workers in Pavlodar the President spoke of ferries."
    " He presented awards to the best river workers."
)
PEARS = "Президент выступил на саммите в Ташкенте. Он предложил общий сад и 40 миллионов долларов."
DUNES = "Президент выступил на саммите в Астане. Он рассказал о дюнах, где посадили миллион кустов."


def test_a_forum_of_the_next_day_in_another_town_is_another():
    assert grouped(
        document("orchards", (ORCHARDS,), "2026-06-18", title="Президент посетил форум садоводов"),
        document("rivers", (RIVERS,), "2026-06-19", title="Президент посетил форум речников"),
        document(
            "rivers-en",
            (RIVERS_IN_ENGLISH,),
            "2026-06-19",
            title="President visits forum of river workers",
            language="en",
        ),
    ) == [["orchards"], ["rivers", "rivers-en"]]


def test_two_summits_of_a_week_are_two():
    assert grouped(
        document("pears", (PEARS,), "2026-04-14", title="Президент на саммите в Ташкенте"),
        document("dunes", (DUNES,), "2026-04-16", title="Президент открыл саммит в Астане"),
    ) == [["dunes"], ["pears"]]


def test_a_text_without_a_date_goes_with_what_tells_the_same_not_with_common_words():
    meeting = (
        "Совещание о цифровых услугах Казахстана. Проект пойдёт в Мажилис, в Казахстане ждут.",
        "Минфину велено навести порядок, школам – получить связь, врачам – планшеты.",
    )
    undated = Document(
        "undated",
        "Цифровизация и бумага",
        ("Совещание в Мажилисе: депутаты Мажилиса и Казахстана спорят о бумаге.",),
        None,
        language="ru",
    )
    translated = Document("translated", "translated", BULGARIAN, None, language="bg")
    told = [document("a", meeting), document("b", RUSSIAN), undated, translated]
    assert grouped(*told) == [["a"], ["b", "translated"], ["undated"]]


# Two calls of a day: alike in kind and in words, other in whom.
CALLS = (
    ("uz", "ru", "Токаев позвонил Мирзиёеву", "По телефону с лидером Узбекистана говорили о ГЭС."),
    ("uz-en", "en", "Mirziyoyev, Tokayev speak", "By phone with Uzbekistan's leader: a dam."),
    ("kg", "ru", "Токаев позвонил Жапарову", "По телефону с лидером Кыргызстана говорили о ГЭС."),
)


def test_whom_it_was_with_tells_calls_of_a_day_apart():
    calls = [
        document(name, (text,), title=title, language=tongue) for name, tongue, title, text in CALLS
    ]
    assert grouped(*calls) == [["kg"], ["uz", "uz-en"]]


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("kk", "kk", "Шахбаз Шариф он екі вагон мырыш пен 640 қой сұрады."),
        ("en", "en", "Twelve wagons of zinc and 640 sheep, asked Shehbaz Sharif."),
        ("bg", "bg", "Шехбаз Шариф поиска дванадесет вагона цинк и 640 овце."),
    ],
)
def test_names_and_numbers_in_words_meet_in_any_alphabet(name, language, text):
    russian = "Шахбаз Шариф попросил 12 вагонов цинка и 640 овец."
    other = "Скрипачи из Риддера сыграли вальс, им подарили 12 флейт."
    assert grouped(
        document("ru", (russian,), title=""),
        document(name, (text,), title="", language=language),
        document("other", (other,), title=""),
    ) == sorted([["other"], sorted(["ru", name])])
