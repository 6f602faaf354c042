"""Versions of an event laid side by side."""

import pytest

from index.documents.document import Passage
from index.policy.occasions.alignment import aligned

FIRST = "Президент провёл совещание о развитии горных курортов Алматинской области."
SECOND = "Министр Ержан Омаров доложил о 417 новых маршрутах и 38 канатных дорогах."
THIRD = "Жителям обещаны дешёвые подъёмники и тёплые остановки до зимы."
SECOND_AGAIN = "О 417 новых маршрутах, 38 канатных дорогах доложил министр Ержан Омаров."
SECOND_ENGLISH = "Minister Yerzhan Omarov reported on 417 new routes and 38 cable roads."
EXTRA = "Отдельно говорили о налогах для арендаторов лыжного снаряжения."


def version(*texts, language="ru"):
    return [
        Passage("", number, number, text, 0, len(text), language)
        for number, text in enumerate(texts, 1)
    ]


def shape(*versions):
    """Rows as the numbers of their passages, «-» where a version says nothing."""
    return [
        " | ".join(" ".join(str(each.ordinal) for each in cell) or "-" for cell in row)
        for row in aligned(versions)
    ]


def test_what_is_told_again_stands_beside():
    assert shape(version(FIRST, SECOND, THIRD), version(SECOND_AGAIN, EXTRA, THIRD)) == [
        "1 | -",
        "2 | 1",
        "- | 2",
        "3 | 3",
    ]


def test_names_and_numbers_join_languages():
    assert shape(version(FIRST, SECOND), version(SECOND_ENGLISH, language="en")) == [
        "1 | -",
        "2 | 1",
    ]


def test_things_join_languages_where_no_name_does():
    kazakh = (
        "Тұрғындарға арзан көтергіштер мен жылы аялдамалар уәде етілді; жүргізушілер оқытылады."
    )
    schools = "Горнолыжная школа откроется при университете, учителя пройдут экзамен."
    again = "Университет жанынан тау шаңғысы мектебі ашылады, мұғалімдер емтихан тапсырады."
    assert shape(version(THIRD, schools), version(again, kazakh, language="kk")) == [
        "1 | -",
        "2 | 1",
        "- | 2",
    ]


def test_a_paragraph_cut_in_two_stands_beside_the_whole():
    whole = version(f"{SECOND} {THIRD}")
    assert shape(whole, version(SECOND, THIRD)) == ["1 | 1 2"]


def test_a_third_version_meets_what_only_the_second_tells():
    assert shape(version(FIRST), version(FIRST, EXTRA), version(EXTRA)) == [
        "1 | 1 | -",
        "- | 2 | 1",
    ]


@pytest.mark.parametrize("versions", [(), ([],), ([], version(FIRST))])
def test_little_is_aligned_too(versions):
    assert sum(len(cell) for row in aligned(versions) for cell in row) == sum(map(len, versions))


def test_every_passage_stands_once_and_in_order():
    texts = [FIRST, SECOND, THIRD, EXTRA, SECOND_AGAIN]
    made = aligned([version(*texts), version(*reversed(texts)), version(*texts[1:4])])
    for number, count in enumerate([5, 5, 3]):
        assert [p.ordinal for row in made for p in row[number]] == list(range(1, count + 1))
