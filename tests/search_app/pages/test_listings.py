"""The lists of documents and of events as tables, feeds and JSON: each says what the pages say."""

import csv
import datetime as dt
import io
import json
import time

import pytest
from lxml import etree

from index.indexing import Library
from search_app import create_app
from search_app.config import Config
from search_app.pages import listings

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def rows(client, address):
    answer = client.get(address)
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))


def entries(client, address):
    answer = client.get(address)
    assert answer.mimetype == "application/atom+xml"
    return etree.fromstring(answer.data).findall("a:entry", ATOM)


def titles(soup, address):
    return [link.text for link in soup(address).select("a.title")]


@pytest.mark.parametrize("section", ["documents", "events"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_table_feed_and_json_name_what_the_page_names(client, soup, section, language):
    shown = titles(soup, f"{language}/{section}")
    every = [row["title"] for row in rows(client, f"{language}/{section}.csv")]
    assert every[:50] == shown
    feed = entries(client, f"{language}/{section}.atom")
    assert len(feed) == len(shown)
    assert {each.findtext("a:title", namespaces=ATOM) for each in feed} <= set(every)
    said = client.get(f"{language}/api/v1/{section}").json
    assert [each["title"] for each in said[section]] == shown
    assert said["total"] == len(every)


@pytest.mark.parametrize(("section", "address"), [("documents", "page"), ("events", "url")])
def test_every_row_and_entry_leads_to_a_page(client, section, address):
    for row in rows(client, f"/kk/{section}.csv")[:5]:
        assert client.get(row[address].removeprefix("http://localhost")).status_code == 200
    for entry in entries(client, f"/kk/{section}.atom")[:5]:
        place = entry.find("a:link", ATOM).get("href")
        assert client.get(place.removeprefix("http://localhost")).status_code == 200


def test_a_long_feed_is_turned(client, monkeypatch):
    monkeypatch.setattr(listings, "PER_PAGE", 20)
    first = etree.fromstring(client.get("/documents.atom").data)
    places = {link.get("rel"): link.get("href") for link in first.findall("a:link", ATOM)}
    assert places["next"] == "http://localhost/documents.atom?page=2"
    whole = [row["id"] for row in rows(client, "/documents.csv")]
    ids = [
        each.findtext("a:id", namespaces=ATOM).rpartition("/")[2]
        for page in (1, 2, 3)
        for each in entries(client, f"/documents.atom?page={page}")
    ]
    assert sorted(ids) == sorted(whole)
    assert client.get("/documents.atom?page=9").status_code == 404


@pytest.mark.parametrize("section", ["documents", "events"])
def test_the_page_offers_them(client, soup, section):
    page = soup(f"/{section}")
    places = [link["href"] for link in page.select(".forms a")]
    assert len(places) == 3
    assert all(client.get(place).status_code == 200 for place in places)
    heads = {link.get("type") for link in page.select("head link[rel=alternate][type]")}
    assert heads == {"application/atom+xml", "text/csv"}


def test_events_are_listed_with_their_documents(client):
    events = client.get("/api/v1/events").json["events"]
    (meeting,) = (each for each in events if each["id"] == "ai-meeting-2025-08-11")
    assert meeting["date"] == "2025-08-11"
    assert "2025-08-11-ai-meeting-kk" in meeting["documents"]


TOLD = "Правительству поручено {} до конца года."
TASKS = (
    *("построить 10 мостов", "обучить 11 врачей", "купить 12 автобусов"),
    *("открыть 13 библиотек", "посадить 14 садов"),
)


@pytest.fixture
def grown(tmp_path):
    """A site to which speeches came in the order of neither their days nor their ids."""
    library = Library(tmp_path / "data")
    speeches = [
        *[("m1", "2024-05-01", "roads"), ("m2", "2024-05-01", "roads")],
        *[("z", "2025-09-08", "schools"), ("a", "2023-01-09", "schools")],
        ("m3", "2024-05-01", "roads"),
    ]
    for task, (name, day, event) in zip(TASKS, speeches, strict=True):
        place = tmp_path / f"{name}.json"
        told = {"id": name, "title": name, "date": day, "language": "ru", "event": event}
        place.write_text(json.dumps(told | {"text": TOLD.format(task)}))
        library.add([place], pytest.fail)
    return create_app(Config(data=tmp_path / "data")).test_client()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("/documents.atom", ["m3", "a", "z", "m2", "m1"]),
        ("/events.atom", ["roads", "schools"]),
        ("/instructions.atom", ["14", "13", "12", "11", "10"]),
        ("/instructions.atom?order=newest", ["12", "10", "11", "14", "13"]),
    ],
)
def test_a_feed_begins_with_what_came_in_last(grown, address, shown):
    began = int(time.time()) - 60
    found = entries(grown, address)
    said = [each.findtext("a:title", namespaces=ATOM) for each in found]
    named = [next((word for word in title.split() if word.isdigit()), title) for title in said]
    if address == "/events.atom":
        named = [each.findtext("a:id", namespaces=ATOM).rsplit("/", 1)[1] for each in found]
    assert named == shown
    for each in found:
        told = dt.datetime.fromisoformat(each.findtext("a:updated", namespaces=ATOM))
        assert began <= told.timestamp() <= time.time()


def test_pages_and_tables_keep_the_order_of_days(grown):
    assert [row["id"] for row in rows(grown, "/documents.csv")] == ["z", "m1", "m2", "m3", "a"]
    listed = grown.get("/api/v1/documents").json["documents"]
    assert [each["id"] for each in listed] == ["z", "m1", "m2", "m3", "a"]
