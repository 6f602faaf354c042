"""Private feeds: by a token that can be renewed, without signing in, and nobody else's."""

from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from lxml import etree

from search_app.staff.identity.accounts import Account
from search_app.staff.moments import now

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def keep(visitor, query):
    visitor.get(f"/search?{query}")
    kept = visitor.fill(action="/staff/bookmarks")
    visitor.follow(kept)
    return int(urlsplit(kept.location).path.rsplit("/", 1)[1])


def token(visitor):
    """A new token of the visitor's feeds."""
    visitor.get("/staff/bookmarks")
    number = visitor.page.select_one(".kept .acts a")["href"].rsplit("/", 1)[1]
    visitor.get(f"/staff/bookmarks/{number}")
    visitor.fill(action="/staff/feeds/renew")
    visitor.get(f"/staff/bookmarks/{number}")
    links = [link["href"] for link in visitor.page.select("[aria-labelledby=feeds] a")]
    return links[0].split("/")[3]


def entries(answer):
    return etree.fromstring(answer.data).findall("a:entry", ATOM)


def test_a_feed_holds_what_the_bookmark_finds_the_last_to_come_in_first(signed_in, visitor):
    anna = signed_in()
    number = keep(anna, "q=искусственный интеллект")
    answer = visitor.get(f"/staff/feeds/{token(anna)}/{number}.atom")
    assert answer.mimetype == "application/atom+xml"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    found = entries(answer)
    assert 0 < len(found) <= 50
    assert all("интеллект" in "".join(each.itertext()).lower() for each in found)


def test_a_feed_of_all_bookmarks_names_each(signed_in, visitor):
    anna = signed_in()
    keep(anna, "q=школы")
    keep(anna, "q=утечка данных")
    found = entries(visitor.get(f"/staff/feeds/{token(anna)}.atom"))
    labels = {each.get("label") for entry in found for each in entry.findall("a:category", ATOM)}
    assert {"школы", "утечка данных"} <= labels


def test_a_calendar_has_the_deadlines_that_the_bookmark_finds(signed_in, visitor):
    anna = signed_in()
    number = keep(anna, "instruction=1")
    answer = visitor.get(f"/staff/feeds/{token(anna)}/{number}.ics")
    assert answer.mimetype == "text/calendar"
    every = Calendar.from_ical(answer.data).walk("VEVENT")
    other = keep(anna, "from=2025-09&instruction=1")
    fewer = Calendar.from_ical(visitor.get(f"/staff/feeds/{token(anna)}/{other}.ics").data)
    assert 0 < len(fewer.walk("VEVENT")) < len(every)


def test_a_renewed_token_ends_the_addresses_before(signed_in, visitor):
    anna = signed_in()
    number = keep(anna, "q=школы")
    before, after = token(anna), token(anna)
    for kind in (f"/{number}.atom", f"/{number}.ics", ".atom"):
        visitor.get(f"/staff/feeds/{before}{kind}", 404)
        visitor.get(f"/staff/feeds/{after}{kind}")


def test_new_addresses_are_shown_on_the_page_where_they_were_asked_for(signed_in):
    anna = signed_in()
    number = keep(anna, "q=школы")
    anna.get(f"/staff/bookmarks/{number}")
    answer = anna.fill(action="/staff/feeds/renew")
    assert answer.location == f"/staff/bookmarks/{number}"


@pytest.mark.parametrize("kind", [".atom", ".ics"])
def test_a_token_opens_nobody_elses_bookmark(signed_in, visitor, kind):
    anna, boris = signed_in("anna"), signed_in("boris")
    theirs = keep(boris, "q=школы")
    keep(anna, "q=закон")
    mine = token(anna)
    there = visitor.get(f"/staff/feeds/{mine}/{theirs}{kind}", 404)
    nowhere = visitor.get(f"/staff/feeds/{mine}/{theirs + 999}{kind}", 404)
    assert set(there.headers.keys()) == set(nowhere.headers.keys())
    boris.get(f"/staff/bookmarks/{theirs}")
    boris.fill({"visibility": "team"}, action=f"/staff/bookmarks/{theirs}")
    visitor.get(f"/staff/feeds/{mine}/{theirs}{kind}")


def test_addresses_of_a_disabled_account_answer_nothing(signed_in, visitor, store):
    anna = signed_in()
    number = keep(anna, "q=школы")
    anna.follow(anna.fill({"visibility": "public"}, action=f"/staff/bookmarks/{number}"))
    public = urlsplit(anna.page.select_one("#public")["value"]).path
    mine = token(anna)
    visitor.get(public)
    with store.transaction() as session:
        session.get(Account, 1).disabled_at = now()
    visitor.get(public, 404)
    visitor.get(f"/staff/feeds/{mine}/{number}.atom", 404)
    visitor.get(f"/staff/feeds/{mine}.atom", 404)
