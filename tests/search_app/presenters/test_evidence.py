"""Why a passage is marked as it is."""

import flask
import pytest

from index.documents.dates import PartialDate
from index.documents.document import AreaScore, Instruction, Mention, Passage, Speaker
from index.policy.duties.timing.deadlines import UNDATED
from index.policy.duties.timing.due_dates import DUE
from search_app.presenters import evidence

SPOKEN = PartialDate.parse("2025-08-11")


@pytest.fixture(autouse=True)
def request_of_a_page(app):
    with app.test_request_context():
        yield


def duty(rule, deadline="", due="", agencies=()):
    said = {"agencies": agencies, "deadline": deadline, "due": due, "rule": rule}
    return Instruction("1", "дом", 0, 3, "new", **said)


@pytest.mark.parametrize(("corrected", "told"), [((), ["government"]), (("instructions",), [])])
def test_whom_people_charge_is_not_taken_from_what_was_before(corrected, told):
    order = duty("", agencies=("government",))
    passage = Passage("a", 1, 1, "дом", 0, 3, instructions=(order,), corrected=corrected)
    assert evidence.inherited(passage, order) == told


@pytest.mark.parametrize("rule", [*DUE, *UNDATED, "corrected"])
def test_every_rule_of_dates_is_told_in_words(rule):
    assert evidence.due_line(duty(rule, "до конца 2025 года", "2025-12-31"), SPOKEN)


@pytest.mark.parametrize(
    ("rule", "deadline", "due", "said"),
    [
        ("", "", "", ""),
        ("year", "в 2026 году", "2026-12-31", "последний день названного года"),
        (
            "within",
            "в трёхмесячный срок",
            "2025-11-11",
            "отсчитано от дня выступления; сказано 11 августа 2025",
        ),
        ("day", "до 1 октября", "2025-10-01", "назван сам день; сказано 11 августа 2025"),
        ("corrected", "осенью", "2025-10-01", "день указан вручную"),
        ("recurring", "ежегодно", "", "повторяется, одного дня нет"),
        ("within", "за 10 дней", "", "день по этим словам и дате выступления не определить"),
    ],
)
def test_how_a_wording_came_to_its_day(rule, deadline, due, said):
    assert evidence.due_line(duty(rule, deadline, due), SPOKEN) == said


def test_agencies_are_told_with_the_words_that_name_them():
    mentions = (Mention("mvd", 0, 3), Mention("moe", 4, 9), Mention("mvd", 10, 13, "instructed"))
    passage = Passage("d", 1, 1, "МВД школы МВД", 0, 13, agencies=mentions)
    police, schools = evidence.named(passage)
    assert (police.agency, police.words, police.is_instructed) == ("mvd", ("МВД",), True)
    assert (schools.words, schools.is_instructed) == (("школы",), False)
    assert [each.agency for each in evidence.named(passage, ("moe",))] == ["moe"]
    assert evidence.inherited(passage, duty("", agencies=("mvd", "mio"))) == ["mio"]


def test_where_nothing_is_marked_nothing_is_explained():
    assert not evidence.has_evidence(Passage("d", 1, 1, "дом", 0, 3))
    told = Passage("d", 1, 1, "дом", 0, 3, speaker=Speaker("reporter", how="label"))
    assert evidence.has_evidence(told)
    assert evidence.speaker_line(told)


@pytest.mark.parametrize(
    ("words", "corrected", "said"),
    [
        (("врачи",), (), "врачи"),
        ((), (), "по заголовку и предыдущему фрагменту"),
        ((), ("areas",), "указано вручную"),
    ],
)
def test_what_decided_on_an_area_is_told(words, corrected, said):
    areas = (AreaScore("healthcare", 4.0, words),)
    passage = Passage("d", 1, 1, "дом", 0, 3, areas=areas, corrected=corrected)
    page = '{% from "_why.html" import why %}{{ why(passage, "ru", none) }}'
    shown = flask.render_template_string(page, passage=passage)
    told = {said: said in shown for said in ("по заголовку", "указано вручную", "врачи")}
    assert said in shown
    assert sum(told.values()) == 1


def test_a_document_explains_each_marked_passage(soup, client):
    name = "2025-08-11-ai-meeting-full-ru"
    page, told = soup(f"/documents/{name}"), client.get(f"/api/v1/documents/{name}").json
    for passage in told["passages"]:
        explained = page.select_one(f"#p{passage['ordinal']} > details.why")
        quoted = {each.text for each in explained.select("q")} if explained else set()
        for area in passage["areas"]:
            assert set(area["evidence"]) <= quoted
        for agency in passage["agencies"]:
            assert passage["text"][agency["start"] : agency["end"]] in quoted
        assert {each["deadline"] for each in passage["instructions"]} - {None} <= quoted


def test_a_row_of_the_register_explains_itself(soup):
    rows = soup("/instructions?due=overdue").select(".duty")
    assert rows
    for row in rows:
        assert "→" in row.select_one("details.why").text
        assert row.select("details.why q")


def test_the_decree_that_made_an_agency_is_named(soup):
    for agency in ("miicr", "mcriap"):
        facts = soup(f"/agencies/{agency}").select_one(".facts").text
        assert "Указ Президента № 997, 18 сентября 2025" in facts
    english = soup("/en/agencies/miicr").select_one(".facts").text
    assert "Decree of the President No. 997" in english
