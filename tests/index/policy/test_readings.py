"""Texts marked by hand: the rules find in them what the reader found, near enough."""

from pathlib import Path

import pytest

from index.policy import load_tables
from search_app.bench.policy import measure_readings
from search_app.bench.policy_readings import readings

HERE = Path(__file__).parent / "readings"
# A little under what was reached; a change that falls below has lost something.
FLOORS = {
    "agencies in passages": 0.92,
    "instructed in passages": 0.9,
    "instructions": 0.88,
    "areas": 0.71,
}
ANSWERED = {"speaker": 0.98, "due date": 0.97, "kind": 0.9, "lead": 0.8}


# Only counted while the rules were tuned: its slips are not to be looked at.
UNSEEN = {
    "agencies in passages": 0.94,
    "instructed in passages": 0.86,
    "instructions": 0.87,
    "areas": 0.87,
}
UNSEEN_ANSWERED = {"speaker": 0.98, "speaker of three": 0.94, "due date": 0.95, "kind": 0.95}


@pytest.mark.parametrize("name", ["first", "more", "last", "fresh", "wide", "dispatches"])
def test_a_reader_is_followed(name):
    assert _below(name, FLOORS, ANSWERED) == {}


def test_orders_are_told_from_plans_whatever_their_shape():
    floors = {"instructed in passages": 0.97, "instructions": 0.96}
    answered = {"speaker of three": 0.94, "due date": 0.96, "kind": 0.97, "lead": 0.98}
    assert _below("shapes", floors, answered) == {}


def test_a_reader_is_followed_where_nothing_was_tuned():
    assert _below("unseen", UNSEEN, UNSEEN_ANSWERED) == {}


@pytest.mark.parametrize(
    ("name", "floor"), [("voices", 0.98), ("voices_more", 0.94), ("voices_unseen", 0.95)]
)
def test_many_voices_are_told_apart(name, floor):
    scores = measure_readings(HERE / f"{name}.txt", load_tables())
    assert scores.whole("speaker of three", "development").recall >= floor


def test_a_reader_may_name_who_speaks(tmp_path):
    marked = tmp_path / "named.txt"
    marked.write_text(
        "=== one | ru | 2025-02-10 | Совет\n--- reporter: Нурлан Сейтов | |\nСовет окончен.\n"
    )
    (told,) = readings(marked)
    assert told[1].roles == {1: "reporter"}


def _below(name, floors, answered):
    """The measures that do not reach their floor, with what they reach."""
    scores = measure_readings(HERE / f"{name}.txt", load_tables())
    print(*scores.rows("development", slips=True), sep="\n")
    reached = {measure: scores.whole(measure, "development").f1 for measure in floors}
    reached |= {measure: scores.whole(measure, "development").recall for measure in answered}
    return {name: one for name, one in reached.items() if one < (floors | answered)[name]}


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("occasions", 1.0),
        ("same_days", 1.0),
        ("same_days_kept", 1.0),
        ("same_days_brief", 0.95),
        ("across_languages", 0.95),
        ("across_languages_kept", 0.97),
    ],
)
def test_texts_of_one_occasion_are_put_together(name, least):
    scores = measure_readings(HERE / f"{name}.txt", load_tables())
    print(*scores.rows("development", slips=True), sep="\n")
    assert scores.whole("versions of events", "development").f1 >= least


def test_marks_are_taken_out_of_the_text(tmp_path):
    path = tmp_path / "marked.txt"
    path.write_text(
        "How to read.\n=== a | ru | 2024-02-01 | Заголовок | forum\n"
        "--- president | mz!, mp | healthcare\nДано. {new; mz; 2024|Минздраву надо решить.} Да.\n",
        encoding="utf-8",
    )
    ((document, labels),) = readings(path)
    assert document.paragraphs == ("Дано. Минздраву надо решить. Да.",)
    (order,) = labels.orders
    assert document.text[order.start : order.end] == "Минздраву надо решить."
    assert (order.kind, order.agencies, order.due) == ("new", {"mz"}, "2024")
    assert labels.charged == {1: {"mz"}}
    assert labels.named == {1: {"mz", "mp"}}
    assert labels.event == "forum"
