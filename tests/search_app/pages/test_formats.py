import csv
import datetime as dt
import io
import json
import time
from urllib.parse import quote

import pytest
from lxml import etree

from index.indexing import Library
from search_app import create_app
from search_app.config import Config
from search_app.formats import as_csv

ATOM = {"a": "http://www.w3.org/2005/Atom", "o": "http://a9.com/-/spec/opensearch/1.1/"}
ASKED = ["", "q=" + quote("интеллект"), "q=QazTech&lang=kk", "area=ai-education&from=2025"]


def rows(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))


def feed(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "application/atom+xml"
    return etree.fromstring(answer.data)


def said(tree, path):
    return tree.xpath(path, namespaces=ATOM)


@pytest.mark.parametrize("asked", ASKED)
def test_a_table_holds_every_passage_in_the_order_of_the_search(client, asked):
    table = rows(client, f"/search.csv?{asked}")
    hits = client.get(f"/api/v1/search?{asked}&per_page=100").json
    assert len(table) == hits["total"]["passages"]
    shown = [(row["document"], int(row["passage"])) for row in table]
    assert shown[:100] == [(hit["document"], hit["passage"]) for hit in hits["hits"]]
    assert tuple(table[0]) == (*as_csv.COLUMNS, "asked", "search")


@pytest.mark.parametrize("group", ["document", "event"])
def test_tables_and_feeds_hold_every_passage_of_a_group(client, group):
    total = client.get("/api/v1/search?q=QazTech").json["total"]["passages"]
    assert len(rows(client, f"/search.csv?q=QazTech&group={group}")) == total
    assert len(said(feed(client, f"/search.atom?q=QazTech&group={group}"), "a:entry")) == total


def test_a_table_is_one_page_when_the_address_says_so(client):
    second = rows(client, "/search.csv?page=2&per_page=3")
    assert [row["text"] for row in second] == [row["text"] for row in rows(client, "/search.csv")][
        3:6
    ]


def test_the_address_of_a_row_opens_its_passage(client, soup):
    row = rows(client, "/search.csv?q=QazTech")[0]
    page, passage = row["url"].removeprefix("http://localhost").split("#")
    assert row["text"] in soup(page).select_one(f"#{passage}").text


@pytest.mark.parametrize("asked", ASKED)
def test_a_feed_holds_what_the_search_says_newest_first(client, asked):
    tree = feed(client, f"/search.atom?{asked}&sort=newest")
    hits = client.get(f"/api/v1/search?{asked}&sort=newest").json
    assert said(tree, "//a:entry/a:id/text()") == [
        "http://localhost" + hit["url"] for hit in hits["hits"]
    ]
    assert said(tree, "//a:entry/a:content/text()") == [hit["snippet"] for hit in hits["hits"]]
    assert said(tree, "string(o:totalResults)") == str(hits["total"]["passages"])


def test_an_old_speech_that_came_in_today_leads_the_feed(tmp_path):
    library = Library(tmp_path / "data")
    began = int(time.time())
    for name, day in [("late", "2025-09-08"), ("middle", "2024-05-01"), ("early", "2023-01-09")]:
        place = tmp_path / f"{name}.json"
        told = {"id": name, "title": name, "date": day, "language": "ru"}
        place.write_text(json.dumps(told | {"text": "Каждая школа получит библиотеку."}))
        library.add([place], None)
    client = create_app(Config(data=tmp_path / "data")).test_client()
    shown = said_ids(feed(client, "/search.atom?q=" + quote("школа")))
    assert shown == ["early", "middle", "late"]
    assert said_ids(feed(client, "/search.atom?per_page=1&page=2")) == ["middle"]
    assert said_ids(feed(client, "/search.atom?sort=newest")) == shown[::-1]
    for each in said(feed(client, "/search.atom"), "//a:updated/text()"):
        assert began <= dt.datetime.fromisoformat(each).timestamp() <= time.time()


def said_ids(tree):
    return [
        each.rpartition("/")[2].partition("#")[0] for each in said(tree, "//a:entry/a:id/text()")
    ]


@pytest.mark.parametrize("asked", ["", "q=" + quote("нет-такого-слова-нигде")])
def test_a_feed_has_all_that_atom_wants(client, asked):
    tree = feed(client, f"/search.atom?{asked}")
    for each in [tree, *said(tree, "a:entry")]:
        for name in ("id", "title", "updated"):
            assert len(said(each, f"a:{name}")) == 1
        assert said(each, "string(a:updated)")[10] == "T"
        assert said(each, "a:link[@rel='alternate']/@href")[0].startswith("http://localhost/")
    assert said(tree, "a:author/a:name/text()") == ["Сказано"]
    assert len(said(tree, "a:link[@rel='self']")) == 1
    ids = said(tree, "//a:entry/a:id/text()")
    assert len(ids) == len(set(ids))


def test_the_pages_of_a_feed_are_linked(client):
    address, shown = "/search.atom?q=QazTech&per_page=3", []
    while address:
        tree = feed(client, address)
        shown += said(tree, "//a:entry/a:id/text()")
        following = said(tree, "a:link[@rel='next']/@href")
        address = following[0].removeprefix("http://localhost") if following else ""
    assert len(shown) == len(set(shown)) == int(said(tree, "string(o:totalResults)"))


@pytest.mark.parametrize(
    ("address", "chosen"),
    [("/agencies/government", "agency=government"), ("/areas/ai-education", "area=ai-education")],
)
def test_an_agency_and_an_area_have_their_table_and_feed(client, address, chosen):
    total = client.get(f"/api/v1/search?{chosen}").json["total"]["passages"]
    assert len(rows(client, f"{address}.csv")) == total
    assert said(feed(client, f"{address}.atom"), "string(o:totalResults)") == str(total)
    narrowed = client.get(f"/api/v1/search?{chosen}&lang=bg").json["total"]["passages"]
    assert len(rows(client, f"{address}.csv?lang=bg")) == narrowed > 0


@pytest.mark.parametrize("address", ["/agencies/nobody.csv", "/areas/nothing.atom"])
def test_an_unknown_agency_or_area_has_none(client, address):
    assert client.get(address).status_code == 404


def test_a_malformed_parameter_is_refused(client):
    assert client.get("/search.csv?page=0").status_code == 400
    assert client.get("/search.atom?from=x").status_code == 400
