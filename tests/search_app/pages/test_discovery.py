import datetime as dt
import re

import pytest
from lxml import etree

from search_app import create_app
from search_app.config import Config
from search_app.formats import sitemap

OPENSEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def xml(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return etree.fromstring(answer.data)


def test_every_page_offers_the_search_engine(soup):
    link = soup("/kk/about").select_one("link[rel=search]")
    assert link["type"] == "application/opensearchdescription+xml"
    assert link["href"] == "/kk/opensearch.xml"


def test_the_description_of_the_search_engine_is_whole(client):
    said = xml(client, "/opensearch.xml")
    assert etree.QName(said).localname == "OpenSearchDescription"
    name, description = (
        said.find(f"o:{each}", OPENSEARCH).text for each in ("ShortName", "Description")
    )
    assert len(name) <= 16
    assert len(description) <= 1024
    kinds = {each.get("type") for each in said.findall("o:Url", OPENSEARCH)}
    assert {"text/html", "application/atom+xml", "application/x-suggestions+json"} <= kinds


def test_every_template_of_the_search_engine_answers(client):
    for each in xml(client, "/opensearch.xml").findall("o:Url", OPENSEARCH):
        filled = (
            each.get("template").replace("{searchTerms}", "QazTech").replace("{startPage?}", "1")
        )
        answer = client.get(filled.removeprefix("http://localhost"))
        assert answer.status_code == 200
        assert answer.mimetype == each.get("type")


def test_suggestions_are_four_lists(client):
    text, words, kinds, addresses = client.get("/opensearch/suggest?q=искус").get_json(force=True)
    assert text == "искус"
    assert len(words) == len(kinds) == len(addresses) > 0
    assert all(each.startswith("http://localhost/") for each in addresses)


def test_every_page_of_the_sitemap_answers_in_every_language(client):
    places = xml(client, "/sitemap.xml").findall("m:url/m:loc", MAP)
    paths = [each.text.removeprefix("http://localhost") for each in places]
    assert len(paths) == len(set(paths)) > 100
    for path in paths:
        assert client.get(path).status_code == 200, path


def test_every_page_of_the_sitemap_names_its_languages(client):
    for each in xml(client, "/sitemap.xml").findall("m:url", MAP):
        links = {link.get("hreflang"): link.get("href") for link in each.findall("x:link", MAP)}
        assert set(links) == {"ru", "kk", "en"}
        assert each.find("m:loc", MAP).text in links.values()


def test_every_page_of_the_sitemap_says_when_it_may_have_changed(client):
    places = xml(client, "/sitemap.xml").findall("m:url", MAP)
    moments = {each.find("m:lastmod", MAP).text for each in places}
    said = client.get("/api/v1/search").last_modified
    assert all(dt.datetime.fromisoformat(each) <= said for each in moments)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each) for each in moments)


def test_documents_agencies_and_areas_are_in_the_sitemap(client, soup):
    paths = client.get("/sitemap.xml").text
    for listing in ("/documents", "/areas", "/agencies"):
        for link in soup(listing).select("a.title, .counted a"):
            assert f"http://localhost{link['href']}<" in paths


def test_a_long_sitemap_comes_in_parts(client, monkeypatch):
    whole = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").text)
    monkeypatch.setattr(sitemap, "PART", 7)
    parts = xml(client, "/sitemap.xml").findall("m:sitemap/m:loc", MAP)
    found = [
        place
        for part in parts
        for place in re.findall("<loc>(.*?)</loc>", client.get(part.text[16:]).text)
    ]
    assert len(parts) > 1
    assert found == whole
    assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404


def test_crawlers_leave_the_answers_to_queries_alone(client):
    said = client.get("/robots.txt").text.splitlines()
    assert {"Disallow: /search", "Disallow: /kk/search", "Disallow: /en/search"} <= set(said)
    assert said.index("User-agent: archive.org_bot") + 1 == said.index("Disallow:")
    assert "Sitemap: http://localhost/sitemap.xml" in said


def test_behind_a_proxy_addresses_have_its_prefix(data):
    client = create_app(Config(data=data, trusted_hosts=("a.example",), proxies=1)).test_client()
    said = {"X-Forwarded-Host": "a.example", "X-Forwarded-Prefix": "/policy"}
    robots = client.get("/robots.txt", headers=said).text
    assert "Disallow: /policy/kk/search" in robots
    assert "http://a.example/policy/kk/about<" in client.get("/sitemap.xml", headers=said).text


def test_search_engines_are_asked_to_leave_answers_out(soup):
    page = soup("/search?q=QazTech")
    for crawler in ("googlebot", "bingbot", "yandex"):
        assert "noindex" in page.select_one(f"meta[name={crawler}]")["content"]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/documents?utm_source=a", "/documents"),
        ("/documents/2025-08-11-ai-meeting-kk?q=ИИ", "/documents/2025-08-11-ai-meeting-kk"),
        ("/search?sort=relevance&q=ИИ,+да&utm=1", "/search?q=%D0%98%D0%98%2C%20%D0%B4%D0%B0"),
        ("/trends?utm=1&q=данные", "/trends?q=%D0%B4%D0%B0%D0%BD%D0%BD%D1%8B%D0%B5"),
        ("/areas/ai-education?from=2025", "/areas/ai-education"),
        ("/events?page=1", "/events"),
    ],
)
@pytest.mark.parametrize("language", ["", "/kk", "/en"])
def test_other_languages_stand_at_the_canonical_address(soup, language, asked, kept):
    page = soup(language + asked)
    assert page.select_one("link[rel=canonical]")["href"] == f"http://localhost{language}{kept}"
    assert {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")} == {
        "ru": f"http://localhost{kept}",
        "kk": f"http://localhost/kk{kept}",
        "en": f"http://localhost/en{kept}",
        "x-default": f"http://localhost{kept}",
    }


@pytest.mark.parametrize("address", ["/", "/about", "/documents", "/trends", "/api", "/help"])
def test_every_page_that_stays_has_one_canonical_address(soup, address):
    (link,) = soup(address).select("link[rel=canonical]")
    assert link["href"] == f"http://localhost{address}"
