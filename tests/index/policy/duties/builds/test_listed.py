"""Items of a list of orders in the President's own speech, without who must."""

import pytest

from index.policy.duties.builds.listed import might_list
from index.policy.duties.directives import read_directives
from index.policy.reading import read_table
from index.policy.scouting import Scout
from tests.index.policy.reading_aloud import annotated

_OPENINGS = {
    "ru": "Уважаемые члены Правительства!",
    "bg": "Уважаеми членове на правителството!",
    "kk": "Құрметті Үкімет мүшелері!",
    "en": "Dear members of the Government!",
}


_TITLES = {
    "ru": "Выступление Президента на заседании",
    "bg": "Изказване на президента на заседание",
    "kk": "Президенттің отырыста сөйлеген сөзі",
    "en": "Speech by President Tokayev at the meeting",
}


def told(text, language="ru"):
    title = _TITLES[language]
    passages = annotated(
        _OPENINGS[language], text, language=language, date="2025-05-05", title=title
    )
    return [(one.agencies, one.due) for one in passages[-1].instructions]


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        (
            "Первое. До 1 июля завершить перепись причалов. Ответственный – Минтранс.",
            [(("transport-ministry",), "2025-07-01")],
        ),
        ("Второе. В двухмесячный срок – обновить паромы.", [((), "2025-07-05")]),
        (
            "Третье. Навести порядок на причалах. Ответственные – Минтранс и Минфин.",
            [(("transport-ministry", "finance-ministry"), "")],
        ),
        ("Завершить перепись причалов до 1 июля.", [((), "2025-07-01")]),
    ],
)
def test_a_bare_infinitive_with_its_day_or_who_answers_is_an_order(text, orders):
    assert told(text) == orders


@pytest.mark.parametrize(
    "text",
    [
        "Построить за год сто причалов невозможно.",
        "До 1 июля завершить перепись мы не успеем.",
        "Завершить перепись причалов до 1 июля – задача не из лёгких.",
        "Навести порядок на причалах. Лёд сошёл рано.",
        "К 1 июля перепись причалов завершена.",
    ],
)
def test_what_only_looks_like_one_is_none(text):
    assert told(text) == []


def test_an_aim_stays_one():
    (_, passage) = annotated(
        _OPENINGS["ru"], "К 2029 году рассчитываю увидеть пять озёрных флотов.", title=_TITLES["ru"]
    )
    assert [one.kind for one in passage.instructions] == ["goal"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "Първо. До 1 юли да се завърши преброяването на кейовете."),
        ("en", "First. To complete the count of piers by 1 July."),
        ("kk", "Бірінші. 1 шілдеге дейін айлақтар санағын аяқтау."),
    ],
)
def test_other_languages_have_their_own_bare_forms(language, text):
    assert told(text, language) == [((), "2025-07-01")]


def test_a_reporter_orders_nothing_so():
    (passage,) = annotated("Завод открыт. До 1 июля завершить ремонт.", title="Новости завода")
    assert passage.speaker.role == "reporter"
    assert passage.instructions == ()


@pytest.mark.parametrize(
    ("language", "text", "might"),
    [
        ("ru", "До 1 июля завершить перепись", True),
        ("ru", "Навести порядок", True),
        ("kk", "Айлақтар санағын аяқтау.", True),
        ("ru", "Паромы ходят по льду.", False),
        ("kk", "Айлақтар саналды.", False),
    ],
)
def test_most_sentences_begin_otherwise(language, text, might):
    words = read_directives(read_table("directives.toml"), read_table("duties.toml"), Scout())
    assert might_list(text, 0, len(text), words[language]) is might
