"""The register of instructions: merged by event, filtered, counted, in order."""

import datetime as dt
from urllib.parse import unquote

import corpora
import pytest
from werkzeug.datastructures import MultiDict

from index.documents.document import Instruction
from index.errors import RequestError
from index.search.instructions.register import register, select, terms
from index.search.instructions.register_request import DUE, RegisterRequest
from index.store.reader import open_index

TODAY = dt.date(2025, 6, 1)
SCHOOLS = "открыть двенадцать сельских школ и подвести туда интернет"
AGAIN = "подвести интернет и открыть двенадцать сельских школ"
ENGLISH = "open 12 rural schools"


def duty(text, due="", agencies=("moe",), kind="new", areas=("education",), name=""):
    return Instruction(
        name or text[:6], text, 0, len(text), kind, agencies, due=due, areas=areas, deadline=due
    )


def report(name, *duties, **said):
    texts = [f"{each.text} дом" for each in duties]
    header, passages, title = corpora.document(name, *texts, **said)
    told = [
        (type(passage)(**{**vars(passage), "instructions": (each,)}), tokens)
        for (passage, tokens), each in zip(passages, duties, strict=True)
    ]
    return header, told, title


REPORTS = [
    report("a", duty(SCHOOLS, "2025-05-01"), duty("построить мост"), date="2025-01", event="e"),
    report("b", duty(AGAIN, "2025-07-01", ("moe", "gov")), date="2025-01-10", event="e"),
    report("c", duty(AGAIN, "2025-06-20", ("old",)), date="2024-03", event="other"),
    report("d", duty("Начать приём", "2025-12-01", (), "start"), date="2025-02-01"),
]


@pytest.fixture(scope="module")
def ix(tmp_path_factory):
    path = tmp_path_factory.mktemp("index")
    corpora.build(path, REPORTS[:2], REPORTS[2:], writer=corpora.Unmerged)
    return open_index(path)


def heirs(agency):
    return ("moe",) if agency == "old" else ()


def chosen(ix, **wanted):
    page = select(ix, heirs, RegisterRequest(**wanted), TODAY)
    return [f"{each.sources[0].document.id}{each.sources[0].passage}" for each in page.duties]


def test_what_several_texts_of_an_event_tell_is_one_with_both_dates(ix):
    (both,) = (each for each in register(ix, heirs) if len(each.sources) > 1)
    assert [source.document.id for source in both.sources] == ["a", "b"]
    assert (both.due, both.other_dues) == ("2025-05-01", ("2025-07-01",))
    assert both.charged == {"moe", "gov"}


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({}, "b"),
        ({"due": "2025-05-01", "agencies": ("gov",)}, "b"),
        ({"due": "2025-07-01"}, "a"),  # another day: the words would contradict the row
        ({"due": "2025-05-01", "kind": "start"}, "a"),
    ],
)
def test_a_source_in_the_readers_language_is_shown_if_it_says_the_same(tmp_path, told, shown):
    other = duty(ENGLISH, **{"agencies": ()} | told)
    reports = [
        report("a", duty(SCHOOLS, "2025-05-01"), date="2025-01", event="e", language="ru"),
        report("b", other, date="2025-01", event="e", language="en"),
    ]
    corpora.build(tmp_path, reports)
    ix = open_index(tmp_path)
    known, english = (
        [each for each in select(ix, heirs, RegisterRequest(), TODAY, said).duties if each.due]
        for said in ("", "en")
    )
    assert [len(each.sources) for each in (*known, *english)] == [2, 2]
    assert known[0].sources[0].document.id == "a"
    assert english[0].sources[0].document.id == shown
    assert english[0].shown.agencies == (told.get("agencies") or ("moe",))
    same = ("id", "due", "charged", "dues", "other_dues")
    assert all(getattr(english[0], name) == getattr(known[0], name) for name in same)


def test_the_last_given_stand_first(ix):
    assert chosen(ix) == ["d1", "a1", "a2", "c1"]
    assert chosen(ix, order="oldest") == ["c1", "a1", "a2", "d1"]


def test_what_falls_due_next_stands_before_what_is_past(ix):
    assert chosen(ix, order="due") == ["c1", "a1", "d1", "a2"]


def test_a_beginning_has_its_day_and_no_deadline(ix):
    begun = register(ix, heirs)[0]
    assert (begun.due, begun.begins, begun.shown.due) == ("", "2025-12-01", "2025-12-01")
    assert not any(each.begins for each in register(ix, heirs)[1:])


def test_events_are_offered_the_newest_first_with_all_that_are_not_chosen(ix):
    wanted = RegisterRequest(events=frozenset(["other"]))
    assert list(select(ix, heirs, wanted, TODAY).events) == ["d", "e", "other"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"agencies": frozenset(["gov"])}, ["a1"]),
        ({"agencies": frozenset(["moe"])}, ["a1", "a2", "c1"]),  # «old» became «moe»
        ({"agencies": frozenset(["old"])}, ["c1"]),
        ({"areas": frozenset(["transport"])}, []),
        ({"due": "overdue"}, ["a1"]),
        ({"due": "30"}, ["c1"]),
        ({"due": "none"}, ["d1", "a2"]),  # a start is no deadline
        ({"events": frozenset(["e"])}, ["a1", "a2"]),
        ({"events": frozenset(["d"])}, ["d1"]),
        ({"text": "мост"}, ["a2"]),
        ({"text": "дом", "per_page": 2, "page": 2}, ["a2", "c1"]),
        ({"page": 9}, []),
    ],
)
def test_filters(ix, wanted, found):
    assert chosen(ix, **wanted) == found


@pytest.mark.parametrize(
    "wanted", [{}, {"due": "none"}, {"agencies": frozenset(["moe"])}, {"due": "year"}]
)
def test_each_value_counts_what_choosing_it_shows(ix, wanted):
    page = select(ix, heirs, RegisterRequest(**wanted), TODAY)
    for facet, field in (("agency", "agencies"), ("area", "areas")):
        for value, count in page.facets[facet].items():
            others = wanted | {field: frozenset([value])}
            assert select(ix, heirs, RegisterRequest(**others), TODAY).total == count
    for value, count in page.events.items():
        chosen_too = RegisterRequest(**wanted | {"events": frozenset([value])})
        assert select(ix, heirs, chosen_too, TODAY).total == count
    for value, count in page.facets["due"].items():
        assert select(ix, heirs, RegisterRequest(**wanted | {"due": value}), TODAY).total == count


def test_a_removed_document_tells_no_more(tmp_path):
    corpora.build(tmp_path, REPORTS, ["a"], writer=corpora.Unmerged)
    assert chosen(open_index(tmp_path)) == ["d1", "b1", "c1"]


def test_a_moved_deadline_keeps_both(tmp_path):
    before = duty("связь к 2027 году", "2026-12-31", kind="recalled")
    moved = duty("закончить раньше", "2025-12-31", kind="moved")
    header, ((passage, tokens),), title = corpora.document("m", "дом")
    told = type(passage)(**{**vars(passage), "instructions": (before, moved)})
    corpora.build(tmp_path, [(header, [(told, tokens)], title)])
    found = register(open_index(tmp_path), heirs)
    (late,) = (each for each in found if each.shown.kind == "moved")
    assert (late.due, late.other_dues) == ("2025-12-31", ("2026-12-31",))


def test_two_languages_meet_by_agency_date_and_numbers(tmp_path):
    kazakh = duty("12 мектеп ашылсын", "2025-09-01")
    corpora.build(
        tmp_path,
        [
            report("en", duty(ENGLISH, "2025-09-01"), event="e", language="en"),
            report("kk", kazakh, duty("15 мектеп", "2025-09-01"), event="e", language="kk"),
        ],
    )
    assert sorted(len(each.sources) for each in register(open_index(tmp_path), heirs)) == [1, 2]


@pytest.mark.parametrize(
    ("due", "held"),
    [
        ("", {"none"}),
        ("2025-05-31", {"overdue", "year"}),
        ("2025-06-01", {"30", "90", "year"}),  # the day itself is not over
        ("2025-07-01", {"30", "90", "year"}),
        ("2025-07-02", {"90", "year"}),
        ("2026-01-01", set()),
    ],
)
def test_terms_go_by_the_calendar(due, held):
    assert terms(due, TODAY) == held


def asked(query):
    return RegisterRequest.from_args(MultiDict(query))


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ([], ""),
        ([("q", ""), ("due", ""), ("order", "newest"), ("page", "1")], ""),
        ([("event", "b"), ("agency", "a"), ("due", "30")], "agency=a&due=30&event=b"),
        ([("order", "due"), ("q", "мост"), ("per_page", "5")], None),
    ],
)
def test_equal_requests_have_one_query_string(given, canonical):
    wanted = asked(given)
    assert canonical is None or wanted.to_query_string() == canonical
    pairs = [part.split("=") for part in wanted.to_query_string().split("&") if part]
    assert asked([(name, unquote(value)) for name, value in pairs]) == wanted


@pytest.mark.parametrize(("name", "value"), [("due", "soon"), ("order", "best"), ("page", "0")])
def test_a_malformed_parameter_is_named(name, value):
    with pytest.raises(RequestError) as refused:
        asked([(name, value)])
    assert refused.value.parameter == name


def test_terms_are_those_that_addresses_take():
    assert set(DUE) == {"overdue", "30", "90", "year", "moved", "none"}
