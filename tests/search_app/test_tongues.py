"""Words of another language say so: on English pages no Russian word stands under English."""

import re

import pytest
from bs4 import BeautifulSoup

from index.search.instructions.register import register
from search_app.current import current_index, heirs

CYRILLIC = re.compile("[а-яё]{2}", re.IGNORECASE)
SPEECH = "2025-08-11-ai-meeting-full-ru"
PAGES = [
    "/",
    "/search?q=data&group=event",
    "/search?lang=kk",
    "/documents",
    f"/documents/{SPEECH}",
    f"/documents/{SPEECH}/passages/10",
    "/documents/2025-08-11-ai-meeting-kk",
    "/instructions",
    "/instructions?due=none",
    "/instructions/print",
    "/search/print?lang=bg",
    "/events",
    "/events/ai-meeting-2025-08-11",
    "/agencies",
    "/agencies/government",
    "/areas/ai-education",
    "/matrix",
    "/trends?area=ai-education",
    "/help",
    "/about",
    "/api",
    "/nothing",
]


@pytest.fixture(scope="module")
def timelines(app):
    with app.test_request_context():
        areas = {area for duty in register(current_index(), heirs) for area in duty.areas}
    return [f"/areas/{area}/timeline" for area in sorted(areas)]


@pytest.fixture(scope="module")
def names(app):
    """Names of newspapers, which are nobody's language, the longest first."""
    with app.test_request_context():
        sources = {known.source for known in current_index().documents()}
    return sorted(sources, key=len, reverse=True)


def strange(client, address, names):
    page = BeautifulSoup(client.get(f"/en{address}").text, "lxml")
    for text in page.body.find_all(string=True):
        said = str(text)
        for name in names:
            said = said.replace(name, "")
        if text.find_parent(lang=True)["lang"] == "en" and CYRILLIC.search(said):
            yield said.strip()


@pytest.mark.parametrize("address", PAGES)
def test_no_russian_word_stands_under_english(client, names, address):
    assert list(strange(client, address, names)) == []


def test_terms_without_a_day_say_their_language(client, names, timelines):
    assert [each for page in timelines for each in strange(client, page, names)] == []


def test_events_to_choose_from_say_the_language_of_their_titles(soup):
    options = soup("/instructions").select('[name="event"] option[value]:not([value=""])')
    assert {"ru", "kk", "en"} <= {each.get("lang") for each in options}


@pytest.mark.parametrize("language", ["", "/kk", "/en"])
def test_list_and_page_call_an_event_the_same(soup, language):
    for link in soup(f"{language}/events").select("a.title"):
        heading = soup(link["href"]).select_one("h1")
        assert (heading.text, heading["lang"]) == (link.text, link["lang"])


def test_an_event_is_listed_by_the_title_that_the_reader_understands(soup):
    title = soup("/en/events").select_one('[href$="/events/ai-meeting-2025-08-11"]')
    assert title["lang"] == "en"
    assert "artificial intelligence" in title.text
