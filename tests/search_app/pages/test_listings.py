"""The lists of documents and of events as tables, feeds and JSON: each says what the pages say."""

import csv
import io

import pytest
from lxml import etree

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
    assert [row["title"] for row in rows(client, f"{language}/{section}.csv")][:50] == shown
    feed = entries(client, f"{language}/{section}.atom")
    assert [each.findtext("a:title", namespaces=ATOM) for each in feed] == shown
    said = client.get(f"{language}/api/v1/{section}").json
    assert [each["title"] for each in said[section]] == shown
    assert said["total"] == len(rows(client, f"{language}/{section}.csv"))


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
    whole = [row["title"] for row in rows(client, "/documents.csv")]
    second = entries(client, "/documents.atom?page=2")
    assert [each.findtext("a:title", namespaces=ATOM) for each in second] == whole[20:40]
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
