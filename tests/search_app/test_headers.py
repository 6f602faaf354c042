import re
import time

import pytest

from search_app import create_app, headers
from search_app.config import Config

PAGES = ["/", "/search?q=ИИ", "/documents", "/help", "/api/v1/search", "/nothing", "/healthz"]


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_is_protected(client, address):
    said = client.get(address).headers
    policy = said["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name in (
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
    ):
        assert said[name]


@pytest.mark.parametrize("address", ["/", "/search?q=интеллект", "/documents", "/about"])
def test_pages_obey_the_policy(client, address):
    page = client.get(address).text
    assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?! src| type=.\w+/ld\+json)", page)
    assert "javascript:" not in page
    sources = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="(https?:[^"]+)"', page)
    assert [each for each in sources if not each.startswith("http://localhost/")] == []


def test_a_page_is_kept_until_the_next_commit(client):
    first = client.get("/search?q=ИИ")
    again = client.get("/search?q=ИИ", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    weak = client.get("/search?q=ИИ", headers={"If-None-Match": "W/" + first.headers["ETag"]})
    assert weak.status_code == 304


@pytest.mark.parametrize("known", ['"another"', "*"])
def test_another_tag_gets_the_page(client, known):
    assert client.get("/search", headers={"If-None-Match": known}).status_code == 200
    assert client.get("/nothing", headers={"If-None-Match": known}).status_code == 404


@pytest.mark.parametrize(
    "address", ["/", "/about", "/documents", "/api/v1/search?q=ИИ", "/agencies", "/en/help"]
)
def test_a_repeat_visit_costs_nothing(client, address):
    first = client.get(address)
    for known in (
        {"If-None-Match": first.headers["ETag"]},
        {"If-Modified-Since": first.headers["Last-Modified"]},
    ):
        again = client.get(address, headers=known)
        assert (again.status_code, again.data) == (304, b""), known
        assert again.headers["ETag"] == first.headers["ETag"]


def test_who_saw_an_older_answer_gets_the_new_one(client):
    older = {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}
    assert client.get("/about", headers=older).status_code == 200


def test_the_tag_counts_for_more_than_the_time(client):
    known = {"If-Modified-Since": client.get("/about").headers["Last-Modified"]}
    assert client.get("/about", headers=known | {"If-None-Match": '"old"'}).status_code == 200


def test_an_error_is_no_repeat_visit(client):
    known = {"If-Modified-Since": client.get("/about").headers["Last-Modified"]}
    assert client.get("/documents/nothing", headers=known).status_code == 404


def test_within_the_second_of_a_commit_no_time_is_told(data, monkeypatch):
    monkeypatch.setattr(headers, "committed", time.time)
    assert "Last-Modified" not in create_app(Config(data=data)).test_client().get("/about").headers


def test_assets_are_kept_for_a_year_under_their_mark(client, soup):
    sheet = soup("/").select_one("link[rel=stylesheet]")["href"]
    with client.get(sheet) as answer:
        assert "immutable" in answer.headers["Cache-Control"]
    with client.get("/static/fonts/literata-cyrillic.woff2") as answer:
        assert answer.mimetype == "font/woff2"


def test_a_foreign_host_is_refused(client):
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" in answer.text
    assert "POLICY_SEARCH_TRUSTED_HOSTS" in answer.text


def test_canonical_addresses_stand_under_the_base_url(data):
    client = create_app(Config(data=data, base_url="https://search.example")).test_client()
    page = client.get("/about", headers={"Host": "search.example"}).text
    assert 'rel="canonical" href="https://search.example/about"' in page


def test_behind_a_proxy_its_headers_count(data):
    client = create_app(Config(data=data, trusted_hosts=("a.example",), proxies=1)).test_client()
    said = {
        "Host": "127.0.0.1",
        "X-Forwarded-Host": "a.example",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Prefix": "/policy",
    }
    page = client.get("/kk/about", headers=said).text
    assert 'href="https://a.example/policy/kk/about"' in page
    assert 'href="/policy/static/site.css' in page
    assert 'href="/policy/en/about"' in page
