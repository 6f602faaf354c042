"""What people decide wins over the rules and survives a rebuild."""

import pytest

from index.correcting import correct, decided, withdraw
from index.indexing import Library
from index.overrides import CorrectionError

REPORT = (
    "date 2025-03-04 Правительству поручено связать школы кабелем до конца года.\n\n"
    "Глава государства сказал: «Дороги ждать не будут»."
)


@pytest.fixture
def library(tmp_path):
    made = Library(tmp_path / "data")
    (tmp_path / "schools.txt").write_text(REPORT, "utf-8")
    made.add([tmp_path / "schools.txt"], pytest.fail)
    return made


def passage(library, number=1):
    return library.index().document("schools")[1][number - 1]


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("areas", ["healthcare"], lambda it: [each.area for each in it.areas]),
        ("areas", [], lambda it: [each.area for each in it.areas]),
        ("agencies", ["parliament"], lambda it: [each.agency for each in it.agencies]),
        ("speaker", {"role": "president"}, lambda it: {"role": it.speaker.role}),
        ("instructions", [], lambda it: list(it.instructions)),
    ],
)
def test_a_correction_wins_and_survives_a_rebuild(library, field, value, read):
    correct(library, "schools", 1, field, value, "Асель")
    assert read(passage(library)) == value
    library.rebuild()
    assert read(passage(library)) == value
    assert passage(library).corrected == (field,)
    assert withdraw(library, "schools", "1", field)
    assert read(passage(library)) != value
    assert passage(library).corrected == ()


def test_an_instruction_is_read_from_the_words_of_its_passage(library):
    duty = {"text": "связать школы кабелем", "agencies": ["government"], "due": "2025-06-30"}
    correct(library, "schools", 1, "instructions", [duty])
    (found,) = passage(library).instructions
    assert (found.text, found.due, found.agencies) == (
        "связать школы кабелем",
        "2025-06-30",
        ("government",),
    )
    assert passage(library).text[found.start : found.end] == found.text


def test_people_may_say_which_day_counted_before(library):
    duty = {
        "text": "связать школы кабелем",
        "kind": "moved",
        "due": "2025-06-30",
        "was": "2025-03-31",
    }
    correct(library, "schools", 1, "instructions", [duty])
    library.rebuild()
    (found,) = passage(library).instructions
    assert (found.kind, found.due, found.was) == ("moved", "2025-06-30", "2025-03-31")


def test_who_is_charged_by_people_is_instructed(library):
    correct(library, "schools", 1, "instructions", [])
    assert {each.role for each in passage(library).agencies} == {"mentioned"}
    duty = {"text": "связать школы кабелем", "agencies": ["government"]}
    correct(library, "schools", 1, "instructions", [duty])
    assert {each.role for each in passage(library).agencies} == {"instructed"}


def test_other_passages_keep_what_the_rules_say(library):
    before = passage(library, 2)
    correct(library, "schools", 1, "areas", ["healthcare"])
    assert passage(library, 2) == before


@pytest.mark.parametrize(
    ("document", "number", "field", "value", "says"),
    [
        ("nowhere", 1, "areas", [], "no such document"),
        ("schools", 9, "areas", [], "passages are 1 to 2"),
        ("schools", 1, "mood", [], "agencies, areas, speaker, instructions"),
        ("schools", 1, "areas", ["magic"], "«magic» is none of"),
        ("schools", 1, "areas", "healthcare", "takes a list of ids"),
        ("schools", 1, "agencies", [{"id": "government", "role": "boss"}], "«boss» is none of"),
        ("schools", 1, "agencies", [{"id": "government", "start": 5, "end": 900}], "no stretch"),
        ("schools", 1, "speaker", {"role": "king"}, "«king» is none of"),
        ("schools", 1, "instructions", [{"text": "чего нет"}], "does not say «чего нет»"),
        (
            "schools",
            1,
            "instructions",
            [{"text": "школы", "due": "скоро"}],
            "due: «скоро» is no day",
        ),
        (
            "schools",
            1,
            "instructions",
            [{"text": "школы", "was": "2026-13-01"}],
            "was: .* is no day",
        ),
        ("schools", 1, "instructions", [{"text": "школы", "due": 2026}], "due: «2026» is no day"),
        ("schools", 1, "instructions", [{"start": "x", "end": 4}], "start: «x» is no whole number"),
        ("schools", 1, "instructions", [{"start": 0}], r"\(no text\)"),
        ("schools", 1, "agencies", [{"role": "instructed"}], r"\(no id\)"),
        ("schools", 1, "agencies", [{"id": "government", "start": "x", "end": 4}], "whole number"),
    ],
)
def test_a_wrong_correction_is_refused_with_what_it_takes(
    library, document, number, field, value, says
):
    with pytest.raises(CorrectionError, match=says):
        correct(library, document, number, field, value)
    assert decided(library) == []


def test_corrections_are_listed_with_their_passages(library, tmp_path):
    correct(library, "schools", 2, "areas", ["healthcare"], "Асель")
    (kept,) = decided(library)
    assert (kept.passage, kept.correction.field, kept.correction.author) == (2, "areas", "Асель")
    (tmp_path / "schools.txt").write_text(REPORT.replace("Дороги", "Мосты"), "utf-8")
    library.add([tmp_path / "schools.txt"], pytest.fail)
    assert [each.passage for each in decided(library, "schools")] == [None]


def test_a_second_correction_replaces_the_first(library):
    correct(library, "schools", 1, "areas", ["healthcare"])
    correct(library, "schools", 1, "areas", [])
    assert passage(library).areas == ()
    assert len(decided(library)) == 1


MOVED = "date 2025-03-04 Сначала сказано о погоде в горах.\n\n" + REPORT.removeprefix(
    "date 2025-03-04 "
)


def rewritten(library, tmp_path, text):
    (tmp_path / "schools.txt").write_text(text, "utf-8")
    library.add([tmp_path / "schools.txt"], pytest.fail)


@pytest.mark.parametrize(
    "text",
    [
        "Правительству поручено связать школы кабелем до конца года.",
        "связать школы кабелем",  # a part of what the rules saw is still the same instruction
    ],
)
def test_an_instruction_keeps_its_id_when_it_is_corrected_and_when_it_moves(
    library, tmp_path, text
):
    (by_rules,) = passage(library).instructions
    duty = {"text": text, "agencies": ["government"], "due": "2025-06-30"}
    correct(library, "schools", 1, "instructions", [duty])
    assert passage(library).instructions[0].due == "2025-06-30"
    rewritten(library, tmp_path, MOVED)
    (found,) = passage(library, 2).instructions
    assert (found.due, found.id) == ("2025-06-30", by_rules.id)


def test_what_the_rules_do_not_see_has_an_id_of_its_words(library, tmp_path):
    assert passage(library, 2).instructions == ()
    correct(library, "schools", 2, "instructions", [{"text": "Дороги ждать не будут"}])
    (before,) = passage(library, 2).instructions
    rewritten(library, tmp_path, MOVED)
    assert [each.id for each in passage(library, 3).instructions] == [before.id]


@pytest.mark.parametrize(
    ("agency", "words"),
    [("government", "Правительству"), ("president", ""), ("parliament", "")],
)
def test_an_agency_set_by_hand_stands_where_its_words_do(library, agency, words):
    correct(library, "schools", 1, "agencies", [{"id": agency, "role": "instructed"}])
    (found,) = passage(library).agencies
    assert passage(library).text[found.start : found.end] == words
    assert found.is_written == bool(words)


def test_an_agency_set_by_hand_is_found_in_words_that_mean_another_by_the_rules(library, tmp_path):
    rewritten(library, tmp_path, "date 2025-03-04 Правительство США изучит опыт школ.\n\nИ всё.")
    assert "government" not in [each.agency for each in passage(library).agencies]
    correct(library, "schools", 1, "agencies", ["government"])
    (found,) = passage(library).agencies
    assert passage(library).text[found.start : found.end] == "Правительство"
