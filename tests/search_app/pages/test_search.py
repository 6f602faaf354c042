import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from search_app.pages.search import EXAMPLES


def total(page):
    return int(re.sub(r"\D", "", page.select_one(".told h1").text.split("·")[-1]))


def count(link):
    return int(re.sub(r"\D", "", link.select_one(".num").text))


def test_the_front_page_invites_a_search(soup):
    page = soup("/")
    assert page.select_one("form[role=search] input[name=q]")
    assert len(page.select("[aria-labelledby=newest] .rows li")) == 6
    assert len(page.select("h1")) == 1


def test_the_front_page_names_the_nearest_deadlines(soup, monkeypatch):
    monkeypatch.setattr("search_app.pages.search.today", lambda: dt.date(2025, 9, 1))
    times = soup("/").select("[aria-labelledby=nearest] time")
    days = [each["datetime"] for each in times]
    assert len(days) == 4
    assert days == sorted(days)
    assert days[0] >= "2025-09-01"


@pytest.mark.parametrize("language", ["", "/kk", "/en"])
def test_every_example_finds_something(soup, language):
    links = soup(f"{language}/").select(".examples a")
    assert len(links) == len(EXAMPLES)
    for link in links:
        assert soup(link["href"]).select(".hits > li"), link.text


def test_a_hit_tells_when_where_and_the_marked_words(soup):
    hit = soup("/search?q=искусственного+интеллекта").select_one(".hit")
    assert hit.select_one(".when").text
    assert hit.select_one("blockquote mark")
    assert hit.select_one(".source").text
    link = hit.select_one("h2 a")["href"]
    assert re.fullmatch(r"/documents/[^?#]+\?q=[^#]+#p\d+", link)


def test_a_hit_leads_to_its_marked_passage(soup):
    link = soup("/search?q=мессенджер").select_one(".hit h2 a")["href"]
    address, passage = link.split("#")
    assert soup(address).select_one(f"#{passage} mark")


def test_links_are_ascii(soup):
    for link in soup("/search?q=интеллект&kind=digest").select("a[href]"):
        assert link["href"].isascii()


@pytest.mark.parametrize(
    "address",
    [
        "/search",
        "/search?q=интеллект",
        "/search?q=«искусственный интеллект»",
        "/search?q=цифровой ИЛИ данные&from=2025-09",
        "/search?q=развитие -стартап&kind=digest",
    ],
)
def test_a_facet_link_shows_as_many_passages_as_it_says(soup, address):
    asked = set(parse_qs(urlsplit(address).query))
    links = 0
    for facet in soup(address).select(".facets section"):
        # A second value of one facet is an alternative: its link shows both, its count does not.
        if facet.h2["id"].removeprefix("facet-") not in asked:
            for link in facet.select(".values a:not(.away)"):
                links += 1
                assert total(soup(link["href"])) == count(link), link["href"]
    assert links > 10


def test_a_chosen_value_is_a_chip_and_its_link_takes_it_back(soup):
    page = soup("/search?q=интеллект&lang=ru&area=ai-education")
    left = [parse_qs(urlsplit(chip["href"]).query) for chip in page.select(".chip.on")]
    words = {"q": ["интеллект"]}
    assert left == [words | {"lang": ["ru"]}, words | {"area": ["ai-education"]}]
    assert [parse_qs(urlsplit(link["href"]).query) for link in page.select(".values a.on")] == left


def test_a_chosen_value_stays_at_zero(soup):
    page = soup("/search?q=ксилофонист&area=ai-education")
    assert count(page.select_one(".values a.on")) == 0
    assert "Ничего не найдено" in page.text


def test_months_stand_below_the_chosen_year(soup):
    page = soup("/search?from=2025&to=2025")
    months = page.select("[aria-labelledby=facet-date] ul ul a")
    assert months
    for link in months:
        assert total(soup(link["href"])) == count(link)


@pytest.mark.parametrize("address", ["/search?q=интеллект", "/search?q=развитие&lang=ru"])
def test_leaving_a_value_out_leaves_the_others(soup, address):
    page = soup(address)
    all_of_them = total(page)
    away = page.select(".values a.away")
    assert len(away) > 10
    for link in away:
        if link.find_parent("section").select(".on"):
            continue  # chosen values of the facet are all that is shown
        left = all_of_them - count(link.find_previous_sibling("a"))
        shown = soup(link["href"])
        assert left == (total(shown) if shown.select(".told") else 0), link["href"]
        assert shown.select_one(".chip.on[href]")


def test_a_value_left_out_is_taken_back_where_it_stands_and_by_its_chip(soup):
    page = soup("/search?q=интеллект&not_kind=digest&not_lang=ru")
    (back,) = [each for each in page.select("#facets .out") if "not_lang" in each["href"]]
    assert parse_qs(urlsplit(back["href"]).query) == {"q": ["интеллект"], "not_lang": ["ru"]}
    assert back["href"] in [each["href"] for each in page.select(".chip.on")]


def test_every_month_of_the_strip_leads_to_its_passages(soup):
    bars = soup("/search?q=интеллект").select("#facets .months svg a")
    assert len(bars) > 5
    assert not any(each.has_attr("tabindex") for each in bars)  # without script all are stops
    for bar in bars:
        said = int(re.sub(r"\D", "", bar.title.text.rpartition(":")[2]))
        assert total(soup(bar["href"])) == said


def test_the_forms_keep_the_filters(soup):
    page = soup("/search?q=интеллект&area=ai-education&area=ecosystem-talent&sort=newest&from=2025")
    box = page.select_one("form[role=search]")
    assert [each["value"] for each in box.select("input[name=area]")] == [
        "ai-education",
        "ecosystem-talent",
    ]
    assert box.select_one("input[name=from]")["value"] == "2025"
    dates = page.select_one("form.range")
    assert dates.select_one("input[name=q]")["value"] == "интеллект"
    assert len(dates.select("input[name=from]")) == 1


def test_the_order_is_a_link(soup):
    page = soup("/search?q=интеллект")
    newest = page.select_one(".orders a[href*=newest]")["href"]
    dates = [each.get("datetime", "") for each in soup(newest).select(".hit .when time")]
    assert dates == sorted(dates, reverse=True)


def test_the_feed_of_a_search_is_one_click_away(client, soup):
    link = soup("/search?q=школы&lang=ru&sort=oldest&page=2").select_one(".told .feed")
    assert link["href"] == "/search.atom?q=%D1%88%D0%BA%D0%BE%D0%BB%D1%8B&lang=ru"
    assert client.get(link["href"]).mimetype == "application/atom+xml"


def test_pages_follow_one_another(soup):
    first = soup("/search?per_page=10")
    following = first.select_one(".turns a[rel=next]")["href"]
    second = soup(following)
    assert parse_qs(urlsplit(following).query) == {"page": ["2"], "per_page": ["10"]}
    links = {each["href"] for each in first.select(".hit h2 a")}
    assert links.isdisjoint(each["href"] for each in second.select(".hit h2 a"))


def test_a_page_after_the_last_leads_back(soup):
    page = soup("/search?q=мессенджер&page=999")
    assert "дальше последней" in page.text
    assert soup(page.select_one(".empty a")["href"]).select(".hit")


def test_zero_hits_say_what_to_try(soup):
    page = soup("/search?q=ксилофонист")
    assert "Ничего не найдено" in page.text
    assert page.select_one('.empty a[href="/help"]')


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("утетчка персональных данных", "утечка персональных данных"),
        ("bynthytn", "интернет"),  # «интернет» typed in the English layout
        ("messendzher", "мессенджер"),
    ],
)
def test_a_slip_that_finds_nothing_is_mended(soup, typed, offered):
    page = soup(f"/search?q={typed}")
    assert page.select_one(".notes strong").text == offered
    assert total(page) == total(soup(f"/search?q={offered}"))


def test_the_page_says_how_the_query_was_read(soup):
    notes = soup('/search?q="интеллект').select_one(".notes")
    assert "Кавычка без пары" in notes.text


def test_the_canonical_address_sorts_the_parameters(soup):
    page = soup("/search?page=1&sort=relevance&area=&q=%D0%98%D0%98&to=")
    assert page.select_one("link[rel=canonical]")["href"] == (
        "http://localhost/search?q=%D0%98%D0%98"
    )


def test_an_unknown_agency_of_an_old_bookmark_finds_nothing_politely(soup):
    page = soup("/search?q=интеллект&agency=abolished-long-ago")
    assert page.select_one(".chip.on").text.strip().endswith("abolished-long-ago")
    assert "Ничего не найдено" in page.text


@pytest.mark.parametrize(
    ("facet", "place"), [("agency", "/agencies"), ("area", "/areas"), ("event", "/events")]
)
def test_an_unknown_value_is_named_and_its_list_linked(soup, client, facet, place):
    note = soup(f"/search?{facet}=abolished-long-ago").select_one(".notes li")
    assert "abolished-long-ago" in note.text
    assert note.a["href"] == place
    told = client.get(f"/api/v1/search?{facet}=abolished-long-ago").json["query"]["notes"]
    assert [(each["code"], each["words"]) for each in told] == [
        (f"unknown-{facet}", "abolished-long-ago")
    ]


def test_a_value_that_is_known_needs_no_note(client):
    told = client.get("/api/v1/search?agency=government&area=healthcare").json["query"]["notes"]
    assert "unknown" not in str(told)


def test_every_page_has_one_search_box(soup):
    for address in ("/", "/search", "/help", "/documents", "/trends", "/instructions", "/matrix"):
        assert len(soup(address).select("form[role=search] input[name=q]")) == 1, address


@pytest.mark.parametrize(
    ("language", "role", "voice"),
    [
        ("", "indirect", "пересказ слов Президента"),
        ("", "reporter", "автор текста и другие"),
        ("/kk", "indirect", "Президент сөзін баяндау"),
        ("/en", "reporter", "the reporter and others"),
    ],
)
def test_every_hit_says_whose_words_it_shows(soup, language, role, voice):
    hits = soup(f"{language}/search?speaker={role}").select(".hit .source")
    assert hits
    assert all(voice in [each.text for each in hit.select("span")] for hit in hits)
