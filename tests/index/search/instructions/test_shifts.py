"""Deadlines that later words moved keep both dates, wherever the new one was told."""

import dataclasses
import datetime as dt

import corpora
import pytest

from index.documents.document import Instruction
from index.search.instructions.register import register, select
from index.search.instructions.register_request import RegisterRequest
from index.store.reader import open_index

ROADS = "подключить республиканские трассы к мобильной связи"
LATER = "срок подключения республиканских трасс к связи перенести"


def heirs(agency):
    return ()


def duty(text, due, agencies=("moe",), kind="new"):
    return Instruction(text[:6], text, 0, len(text), kind, agencies, due=due, deadline=due)


def report(name, *duties, **said):
    header, passages, title = corpora.document(name, *(each.text for each in duties), **said)
    told = [
        (dataclasses.replace(passage, instructions=(each,)), tokens)
        for (passage, tokens), each in zip(passages, duties, strict=True)
    ]
    return header, told, title


def told(tmp_path, *reports):
    corpora.build(tmp_path, list(reports))
    found = register(open_index(tmp_path), heirs)
    return {each.sources[0].document.id + str(each.sources[0].passage): each for each in found}


def test_another_occasion_moves_a_deadline(tmp_path):
    duties = told(
        tmp_path,
        report("a", duty(ROADS, "2026-12-31"), date="2025-02-01", event="one"),
        report("b", duty(LATER, "2027-12-31", kind="moved"), date="2026-02-17", event="two"),
    )
    early, late = duties["a1"], duties["b1"]
    assert (early.due, early.other_dues) == ("2027-12-31", ("2026-12-31",))
    assert (late.due, late.other_dues) == ("2027-12-31", ("2026-12-31",))
    assert early.was == late.was == "2026-12-31"
    assert early.told_dues == late.told_dues == ()


def test_another_passage_of_the_same_text_moves_it_too(tmp_path):
    duties = told(
        tmp_path,
        report(
            "a",
            duty(ROADS, "2026-12-31", kind="recalled", agencies=()),
            duty("построить мост через реку", "2026-06-30", agencies=()),
            duty(LATER, "2027-12-31", kind="moved", agencies=()),
        ),
    )
    assert duties["a3"].other_dues == ("2026-12-31",)
    assert duties["a2"].other_dues == ()


def test_what_is_recalled_and_moved_in_a_breath_stands_under_one_date(tmp_path):
    recalled = duty("провести воду в каждое село", "2027-12-31", kind="recalled", agencies=())
    moved = duty("завершить это досрочно", "2026-12-31", kind="moved")
    header, passages, title = corpora.document("a", "Ранее обещали … Теперь иначе.", date="2026-02")
    (passage, tokens), *_ = passages
    both = dataclasses.replace(passage, instructions=(recalled, moved))
    duties = told(tmp_path, (header, [(both, tokens)], title))
    assert len(duties) == 1  # one key for both: they stand in one passage
    found = register(open_index(tmp_path), heirs)
    assert [(each.due, each.other_dues) for each in found] == [("2026-12-31", ("2027-12-31",))] * 2
    page = select(open_index(tmp_path), heirs, RegisterRequest(due="90"), dt.date(2027, 11, 1))
    assert page.total == 0


@pytest.mark.parametrize(
    ("text", "agencies", "language"),
    [
        ("построить мост через реку Урал", ("moe",), "ru"),  # something else
        (ROADS, ("mvd",), "ru"),  # of somebody else
        (ROADS, ("moe",), "kk"),  # words of two languages are not compared
    ],
)
def test_what_is_something_else_keeps_its_date(tmp_path, text, agencies, language):
    duties = told(
        tmp_path,
        report(
            *("a", duty(text, "2026-12-31", agencies)),
            date="2025-02",
            event="one",
            language=language,
        ),
        report("b", duty(LATER, "2027-12-31", kind="moved"), date="2026-02-17", event="two"),
    )
    assert duties["a1"].other_dues == duties["b1"].other_dues == ()


@pytest.mark.parametrize(
    ("early", "moved", "was", "due"),
    [
        # the words of any deadline are no subject
        (
            "Правительству поручено сдать доклад до конца 2026 года",
            "Правительству поручено сдать реестр не до конца 2026 года, а до конца 2027 года",
            "",
            "2026-12-31",
        ),
        # the mover says what it was before: that is another one
        (ROADS, LATER, "2025-12-31", "2026-12-31"),
        (ROADS, LATER, "2026-12-31", "2027-12-31"),
        (ROADS, LATER, "2026-12-01", "2027-12-31"),  # «с декабря», to the month
    ],
)
def test_a_move_names_what_it_moves(tmp_path, early, moved, was, due):
    later = dataclasses.replace(duty(moved, "2027-12-31", kind="moved"), was=was)
    duties = told(
        tmp_path,
        report("a", duty(early, "2026-12-31"), date="2025-02-01", event="one"),
        report("b", later, date="2026-02-17", event="two"),
    )
    assert duties["a1"].due == due


ROBOTS = "оснастить роботами 300 школ"
IN_ENGLISH = "equipping 300 schools with robots is postponed"


@pytest.mark.parametrize(("agencies", "due"), [((), "2027-12-31"), (("mvd",), "2026-12-31")])
def test_words_of_another_language_move_a_deadline_too(tmp_path, agencies, due):
    recalled = duty("the task of 2026", "2026-12-31", kind="recalled", agencies=())
    header, passages, title = corpora.document("b", IN_ENGLISH, date="2026-02", language="en")
    (passage, tokens), *_ = passages
    moved = duty(IN_ENGLISH, "2027-12-31", agencies, kind="moved")
    both = dataclasses.replace(passage, instructions=(recalled, moved), language="en")
    early = report("a", duty(ROBOTS, "2026-12-31"), date="2025-02", event="one")
    duties = told(tmp_path, early, (header, [(both, tokens)], title))
    assert duties["a1"].due == due


def test_an_instruction_given_later_is_not_moved_by_earlier_words(tmp_path):
    duties = told(
        tmp_path,
        report("a", duty(LATER, "2027-12-31", kind="moved"), date="2025-02-01", event="one"),
        report("b", duty(ROADS, "2026-12-31"), date="2026-02-17", event="two"),
    )
    assert duties["b1"].due == "2026-12-31"


def test_what_was_moved_is_not_overdue(tmp_path):
    corpora.build(
        tmp_path,
        [
            report("a", duty(ROADS, "2025-05-01"), date="2025-02-01", event="one"),
            report("b", duty(LATER, "2027-12-31", kind="moved"), date="2025-04-17", event="two"),
        ],
    )
    ix = open_index(tmp_path)
    assert select(ix, heirs, RegisterRequest(due="overdue"), dt.date(2025, 6, 1)).total == 0


def test_what_was_moved_can_be_asked_for(tmp_path):
    reports = (
        report("a", duty(ROADS, "2026-12-31"), date="2025-02-01", event="one"),
        report("b", duty(LATER, "2027-12-31", kind="moved"), date="2026-02-17", event="two"),
        report("c", duty("построить мост", "2026-06-30"), date="2025-03-01", event="three"),
    )
    corpora.build(tmp_path, list(reports))
    ix, day = open_index(tmp_path), dt.date(2026, 3, 1)
    moved = select(ix, heirs, RegisterRequest(due="moved"), day)
    assert {each.sources[0].document.id for each in moved.duties} == {"a", "b"}
    assert moved.facets["due"]["moved"] == moved.total == 2
    assert select(ix, heirs, RegisterRequest(), day).facets["due"]["moved"] == 2
