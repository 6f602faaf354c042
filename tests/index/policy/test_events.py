"""Documents that tell of one occasion."""

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy import group

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


def test_the_exactest_date_is_the_events():
    (event,) = group([document("a", RUSSIAN), document("b", RUSSIAN, date="2024-03")])
    assert event.date == PartialDate(2024, 3, 5)


def test_nothing_gives_no_event():
    assert group([]) == []
