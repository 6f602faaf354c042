"""The register of instructions in all its forms."""

import csv
import io
import re

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from lxml import etree

from index.correcting import correct
from index.indexing import Library
from search_app import create_app
from search_app.config import Config

ATOM = "{http://www.w3.org/2005/Atom}"


def asked(client, query=""):
    answer = client.get(f"/api/v1/instructions?{query}")
    assert answer.status_code == 200
    return answer.json


def test_each_row_leads_to_the_passage_that_says_it(soup, client):
    rows = soup("/instructions?per_page=100").select(".register > li")
    assert len(rows) > 30
    for row in rows[:10]:
        link = row.select_one(".words a")
        address, _, passage = link["href"].partition("#")
        said = soup(address).select_one(f"#{passage}").text
        assert link.text in said


def test_a_day_that_has_come_is_said_to_have_come_and_nothing_more(client):
    text = client.get("/instructions?due=overdue").text
    assert "Срок наступил" in text
    assert not re.search(r"не\s+исполнен|просрочен", text)


@pytest.mark.parametrize(
    "query", ["", "due=overdue", "q=школа", "agency=government&area=regulation"]
)
def test_filters_count_what_they_show(client, query):
    said = asked(client, query)
    for facet, values in said["facets"].items():
        for value in values[:6]:
            others = "&".join(part for part in query.split("&") if not part.startswith(facet))
            shown = asked(client, f"{others}&{facet}={value['value']}")
            assert shown["total"] == value["count"], (facet, value)


def test_the_links_of_the_page_show_what_they_count(soup):
    for link in soup("/instructions").select(".chips a"):
        count = int(link.select_one(".num").text)
        shown = soup(link["href"]).select_one(".told h2").text
        assert int(re.sub(r"\D", "", shown)) == count


def test_an_instruction_told_by_several_texts_is_one_row_with_several_sources(client):
    every = asked(client, "per_page=100")["instructions"]
    several = [each for each in every if len(each["sources"]) > 1]
    assert several
    for each in several:
        assert len({(one["document"], one["passage"]) for one in each["sources"]}) > 1


def test_a_moved_deadline_keeps_both(client):
    every = asked(client, "event=digital-bridge-2023&per_page=100")["instructions"]
    (moved,) = (each for each in every if each["kind"] == "moved")
    assert (moved["due"], moved["other_dues"]) == ("2025-12-31", ["2026-12-31"])
    assert moved["was"] == "2026-12-31"


def test_the_day_before_a_deadline_was_moved_is_told_in_every_form(client, soup):
    asks = "event=digital-bridge-2023"
    rows = csv.DictReader(
        io.StringIO(client.get(f"/instructions.csv?{asks}").text.lstrip("\ufeff"))
    )
    assert [row["was"] for row in rows if row["kind"] == "moved"] == ["2026-12-31"]
    article = next(
        each
        for each in soup(f"/instructions?{asks}&per_page=100").select(".duty")
        if "прежний срок:" in each.text
    )
    assert article.select_one(".note time")["datetime"] == "2026-12-31"
    calendar = Calendar.from_ical(client.get(f"/instructions.ics?{asks}").data)
    told = [str(each["description"]) for each in calendar.walk("VEVENT")]
    assert any("Прежний срок: 31 декабря 2026" in each for each in told)


def test_the_table_is_safe_to_open(client):
    answer = client.get("/instructions.csv?due=none")
    assert answer.mimetype == "text/csv"
    assert answer.text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert len(rows) == asked(client, "due=none")["total"]
    assert all(row["url"].startswith("http://localhost/documents/") for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_the_calendar_is_one(client):
    answer = client.get("/instructions.ics?due=overdue")
    assert answer.mimetype == "text/calendar"
    calendar = Calendar.from_ical(answer.data)
    events = calendar.walk("VEVENT")
    assert len(events) == asked(client, "due=overdue")["total"]
    assert len({event["uid"] for event in events}) == len(events)
    for event in events:
        assert (event.decoded("dtend") - event.decoded("dtstart")).days == 1
        assert str(event["url"]).startswith("http://localhost/documents/")
    # RFC 5545, 3.1: lines of at most 75 octets, ended by CRLF
    assert all(len(line) <= 75 for line in answer.data.split(b"\r\n"))


def test_the_ids_of_a_calendar_are_the_same_by_every_host(client, data):
    def names(client, host):
        answer = client.get("/instructions.ics?due=overdue", headers={"Host": host})
        return [str(each["uid"]) for each in Calendar.from_ical(answer.data).walk("VEVENT")]

    known = names(client, "localhost")
    assert known
    assert names(client, "127.0.0.1:5000") == known
    assert all(re.fullmatch(r"\S+@policy-search", name) for name in known)
    named = create_app(Config(data=data, base_url="https://search.example:8443")).test_client()
    assert names(named, "localhost") == [
        name.replace("@policy-search", "@search.example") for name in known
    ]


def test_the_calendar_of_what_has_no_date_is_empty_and_whole(client):
    calendar = Calendar.from_ical(client.get("/instructions.ics?due=none").data)
    assert calendar.walk("VEVENT") == []


def test_the_feed_is_one(client):
    root = etree.fromstring(client.get("/instructions.atom?q=школа").data)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == min(20, asked(client, "q=школа")["total"])
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)


def test_a_beginning_has_the_same_day_in_every_answer(client):
    every = asked(client, "per_page=100")["instructions"]
    starts = [each for each in every if each["kind"] == "start" and each["due"]]
    assert starts
    for each in starts:
        (source, *_) = each["sources"]
        document = client.get(f"/api/v1/documents/{source['document']}").json
        told = document["passages"][source["passage"] - 1]["instructions"]
        assert each["due"] in [one["due"] for one in told if one["kind"] == "start"]
        assert not each["is_past"]
    rows = csv.DictReader(io.StringIO(client.get("/instructions.csv").text.lstrip("\ufeff")))
    assert {each["id"]: each["due"] for each in starts}.items() <= {
        row["id"]: row["due"] for row in rows
    }.items()


def test_whom_it_charges_jointly_is_named_once(client, soup):
    every = asked(client, "per_page=100")["instructions"]
    assert any(each["joint"] for each in every)
    for row in soup("/instructions?per_page=100").select(".duty .who"):
        names = [link.text for link in row.select("a")]
        assert len(set(names)) == len(names)
    calendar = Calendar.from_ical(client.get("/instructions.ics").data)
    told = [str(event["description"]) for event in calendar.walk("VEVENT")]
    whom = [line.split(": ", 1)[1] for one in told for line in re.findall("Кому: .*", one)]
    names = [re.split(r", совместно: |, ", line) for line in whom]
    assert names
    assert all(len(set(one)) == len(one) for one in names)


@pytest.mark.parametrize(
    ("query", "code", "listing"),
    [
        ("agency=nosuch", "unknown-agency", "/agencies"),
        ("area=nosuch", "unknown-area", "/areas"),
        ("event=nosuch", "unknown-event", "/events"),
    ],
)
def test_a_value_that_nothing_has_is_named(client, soup, query, code, listing):
    assert asked(client, query)["notes"] == [{"code": code, "words": "nosuch"}]
    note = soup(f"/instructions?{query}").select_one(".notes li")
    assert "nosuch" in note.text
    assert note.a["href"] == listing


def test_no_note_where_all_is_known(client, soup):
    assert asked(client, "agency=government")["notes"] == []
    assert soup("/instructions?agency=government&q=школа").select_one(".notes") is None


def test_an_event_is_chosen_from_a_list(soup):
    offered = soup("/instructions").select("select[name=event] option")[1:]
    assert len(offered) > 1
    chosen = soup(f"/instructions?event={offered[0]['value']}")
    assert chosen.select_one("select[name=event] option[selected]")["value"] == offered[0]["value"]
    count = re.search(r"\((\d+)\)", offered[0].text)[1]
    assert chosen.select_one(".told h2").text.startswith(f"{count} ")


@pytest.mark.parametrize("form", ["", ".csv", ".ics", ".atom"])
@pytest.mark.parametrize("query", ["due=soon", "order=best", "page=0"])
def test_a_malformed_parameter_is_refused_in_every_form(client, form, query):
    assert client.get(f"/instructions{form}?{query}").status_code == 400


@pytest.mark.parametrize("query", ["q=квазар", "agency=retired", "page=999", "event=nowhere"])
def test_nothing_found_is_a_page(soup, query):
    assert soup(f"/instructions?{query}").select_one(".empty")


def test_a_new_ministry_answers_for_the_old_one_and_the_page_says_so(client, soup):
    with_old = asked(client, "agency=miicr&per_page=100")["instructions"]
    charged = {agency for each in with_old for agency in each["agencies"]}
    assert "mcriap" in charged or "miicr" in charged
    assert "о предшественниках" in soup("/instructions?agency=miicr").select_one(".notes").text
    notes = asked(client, "agency=miicr")["notes"]
    assert [note["code"] for note in notes] == ["predecessors"]


ORDER = "Токаев поручил Правительству подключить 417 школ к интернету до 1 июля 2026 года."
HEAD = "---\ntitle: Совещание\ndate: 2025-08-11\nevent: meeting\nlanguage: ru\n---\n\n"


@pytest.fixture
def archive(tmp_path):
    """Writes documents into an archive that has a site; gives the site's answers."""

    class Archive:
        library = Library(tmp_path / "data")

        def write(self, name, *paragraphs):
            place = tmp_path / f"{name}.txt"
            place.write_text(HEAD + "\n\n".join(paragraphs), "utf-8")
            self.library.add([place], pytest.fail)

        def names(self):
            """The ids by which calendars, feeds and programs know the instructions."""
            client = create_app(Config(data=tmp_path / "data")).test_client()
            calendar = Calendar.from_ical(client.get("/instructions.ics").data)
            feed = etree.fromstring(client.get("/instructions.atom").data)
            (uid,) = (str(event["uid"]) for event in calendar.walk("VEVENT"))
            (entry,) = (each.findtext(f"{ATOM}id") for each in feed.findall(f"{ATOM}entry"))
            (said,) = asked(client)["instructions"]
            return uid, entry, said["id"]

    return Archive()


def test_a_subscription_knows_an_instruction_again(archive):
    archive.write("a", ORDER)
    known = archive.names()
    due = {"text": ORDER, "agencies": ["government"], "due": "2026-09-01"}
    correct(archive.library, "a", 1, "instructions", [due])
    assert archive.names() == known
    archive.write("a", "День выдался ветреный.", ORDER)
    assert archive.names() == known
    fuller = "Токаев поручил Правительству подключить к интернету 417 сельских школ до сентября."
    archive.write("b", f"{fuller[:-1]} 2026 года, то есть до 1 сентября 2026 года.")
    assert archive.names() == known


def test_another_day_of_another_text_is_told_without_a_stray_sign(archive, tmp_path):
    archive.write("a", ORDER)
    archive.write("b", ORDER)
    for name, due in (("a", "2026-09-01"), ("b", "2026-10-01")):
        order = {"text": ORDER, "agencies": ["government"], "due": due}
        correct(archive.library, name, 1, "instructions", [order])
    client = create_app(Config(data=tmp_path / "data")).test_client()
    page = BeautifulSoup(client.get("/instructions").text, "lxml")
    (row,) = page.select(".register .duty")
    assert "другая дата:" in row.text
    assert "&" not in row.text


def test_the_same_short_order_given_twice_has_two_names(archive, tmp_path):
    archive.write(
        "a",
        "Правительству поручено открыть вуз.",
        "Всем спасибо.",
        "Правительству поручено открыть вуз.",
    )
    client = create_app(Config(data=tmp_path / "data")).test_client()
    first, second = (each["id"] for each in asked(client, "order=oldest")["instructions"])
    assert second == f"{first}-2"


FORUM = (
    "---\ntitle: Форум\ndate: 2025-07\nlanguage: ru\n---\n\n"
    "Президент открыл форум «Silk Code 2023» в столице.\n\n"
    "Он поручил Правительству до 1 сентября 2026 года открыть школу искусственного интеллекта."
)


@pytest.fixture
def doubtful(tmp_path):
    """The site of one text that tells of an event long before its date."""
    place = tmp_path / "forum.txt"
    place.write_text(FORUM, "utf-8")
    Library(tmp_path / "data").add([place], None, warn=lambda _: None)
    return create_app(Config(data=tmp_path / "data")).test_client()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/instructions", "событии 2023 года"),
        ("/areas/ai-education/timeline", "событии 2023 года"),
        ("/agencies/government", "событии 2023 года"),
        ("/kk/instructions", "2023"),
        ("/en/instructions", "event of 2023"),
        ("/documents/forum", "событии 2023 года"),
    ],
)
def test_a_day_that_the_text_contradicts_is_doubted_where_it_is_shown(doubtful, address, said):
    page = BeautifulSoup(doubtful.get(address).text, "lxml")
    assert said in page.select_one(".warned").text


def test_a_day_that_the_text_contradicts_is_doubted_in_what_is_taken_away(doubtful):
    (event,) = Calendar.from_ical(doubtful.get("/instructions.ics").data).walk("VEVENT")
    assert "событии 2023 года" in str(event["description"])
    assert "событии 2023 года" in doubtful.get("/instructions.atom").text
    (duty,) = asked(doubtful)["instructions"]
    assert [each["event_year"] for each in duty["sources"]] == [2023]


def test_no_day_is_doubted_without_reason(client, soup):
    assert not soup("/instructions").select(".warned")
    duties = asked(client, "per_page=100")["instructions"]
    assert all(each["event_year"] is None for duty in duties for each in duty["sources"])


@pytest.mark.parametrize("tongue", ["ru", "kk", "en"])
def test_what_a_text_in_the_readers_language_tells_is_shown_in_it(client, soup, tongue):
    prefix, event = "" if tongue == "ru" else f"/{tongue}", "event=ai-meeting-2025-08-11"
    said = client.get(f"{prefix}/api/v1/instructions?{event}&per_page=100").json["instructions"]
    known = {each["id"] for each in asked(client, f"{event}&per_page=100")["instructions"]}
    assert {each["id"] for each in said} == known
    mine = [
        each
        for each in said
        if any(s["language"] == tongue and s["due"] == each["due"] for s in each["sources"])
    ]
    assert len(mine) > 5
    assert {each["sources"][0]["language"] for each in mine} == {tongue}
    shown = soup(f"{prefix}/instructions?{event}&per_page=100").select(".register .words")
    assert [each["lang"] for each in shown] == [e["sources"][0]["language"] for e in said]


@pytest.mark.parametrize("prefix", ["", "/kk", "/en"])
def test_the_filter_calls_events_as_their_list_does(soup, prefix):
    offered = {
        each["value"]: each.text.split(" (")[0].rstrip("…")
        for each in soup(f"{prefix}/instructions").select("select[name=event] option")
    }
    links = soup(f"{prefix}/events").select("a.title")
    named = {link["href"].rsplit("/", 1)[1]: link.text for link in links}
    both = offered.keys() & named.keys()
    assert len(both) > 5
    assert [name for name in both if offered[name].split(" · ")[-1] not in named[name]] == []
