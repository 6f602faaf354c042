import datetime as dt

import pytest
from werkzeug.datastructures import MultiDict

from index.documents.dates import PartialDate
from index.search.request import SearchRequest
from search_app.current import current_index
from search_app.echoing import bounded

MANY = "&".join(f"area=area-that-is-not-there-{n}" for n in range(300))
LONG = "ы" * 1200


@pytest.fixture
def ix(app):
    with app.test_request_context():
        yield current_index()


@pytest.mark.parametrize(
    "query",
    [
        MANY,
        MANY.replace("area=", "agency="),
        MANY.replace("area=", "event="),
        f"area={LONG}&agency={LONG}&source={LONG}&event={LONG}",
        f"q={LONG}",
    ],
)
def test_a_page_repeats_little_of_what_nobody_knows(client, query):
    assert len(client.get(f"/search?{query}").data) < 250_000


def test_the_page_says_how_many_values_it_leaves_out(soup):
    page = soup(f"/search?{MANY}")
    assert page.select_one(".notes").text.strip().endswith("97")
    assert len(page.select(".chip.on")) == 3


def test_unknown_values_still_find_nothing(soup):
    page = soup(f"/search?q=интеллект&agency={LONG}")
    assert page.select_one(".empty")
    assert not page.select(".hits")


def test_known_values_all_stay(ix):
    areas = ["ai-education", "ecosystem-talent", *(f"x{n}" for n in range(9))]
    wanted, left_out = bounded(ix, SearchRequest("ИИ", areas=frozenset(areas), page=2))
    assert wanted.areas == {"ai-education", "ecosystem-talent", "x0", "x1", "x2"}
    assert (wanted.page, left_out) == (2, 6)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=2026&to=2025", ["2025..2026"]),
        ("q=школа&from=2026-03&to=2025-12-31", ["2025-12-31..2026-03"]),
        ("from=-1d&to=2019", ["2019..2026-01-31"]),  # what is later only today tells
        ("from=2025&to=2026", []),
        ("from=2025&to=2025-07", []),
    ],
)
def test_turned_dates_are_told_as_they_were_read(monkeypatch, client, soup, query, words):
    monkeypatch.setattr("search_app.echoing.today", lambda: dt.date(2026, 2, 1))
    notes = client.get(f"/api/v1/search?{query}").json["query"]["notes"]
    told = [note["words"] for note in notes if note["code"] == "turned-dates"]
    assert told == words
    lines = [each.text for each in soup(f"/search?{query}").select(".notes li")]
    shown = [line for line in lines if line.startswith("Поле «с»")]
    assert len(shown) == len(words)
    assert all(said in line for said, line in zip(words, shown, strict=True))


def test_dates_chosen_anew_are_not_the_wrong_way_round():
    turned = SearchRequest.from_args(MultiDict({"from": "2026", "to": "2025"}))
    assert turned == SearchRequest(since=PartialDate(2025), until=PartialDate(2026))
    assert turned.turned_to(2).turned
    assert not turned.within("2025").turned
    assert not turned.without_dates().turned
