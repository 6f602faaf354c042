from urllib.parse import quote

import pytest


def asked(client, text, **others):
    address = f"/api/v1/search?q={quote(text)}"
    return client.get(address + "".join(f"&{k}={v}" for k, v in others.items())).json


def codes(said):
    return [note["code"] for note in said["query"]["notes"]]


@pytest.mark.parametrize(
    ("text", "reason", "taken_for"),
    [
        ("искуственный", "spelling", "искусственный"),
        ("bcreccndtyysq byntkktrn", "keyboard", "искусственный интеллект"),
        ("tsifrovizatsiya", "transliteration", "цифровизация"),
    ],
)
def test_what_finds_nothing_is_mended_and_says_so(client, soup, text, reason, taken_for):
    said = asked(client, text)
    assert (said["applied"]["reason"], said["applied"]["text"]) == (reason, taken_for)
    assert said["total"] == asked(client, taken_for)["total"]
    assert said["query"]["text"] == text
    notes = soup(f"/search?q={quote(text)}").select_one(".notes")
    assert taken_for in notes.text
    assert soup(notes.select_one("a")["href"]).select(".hits > li") == []


@pytest.mark.parametrize("text", ["школы", "интелект", "ИИ", "QazTech"])
def test_words_of_the_index_are_never_mended(client, text):
    said = asked(client, text)
    assert said["applied"] is None
    assert {each["reason"] for each in said["suggestions"]} <= {"synonyms", "kin"}


def test_questions_find_passages_with_most_of_their_words(client):
    said = asked(client, "Какие квазары получат школы и больницы страны?")
    assert {"most-words", "silent-words", "unknown-words"} <= set(codes(said))
    assert said["hits"]
    assert asked(client, "Какие квазары получат школы и больницы страны?", help="no")["hits"] == []


def test_counts_of_a_relaxed_query_are_what_links_show(client):
    text = "какие квазары школ и больниц"
    said = asked(client, text)
    for value in said["facets"]["lang"]:
        shown = asked(client, text, lang=value["value"])
        assert shown["total"]["passages"] == value["count"]


def test_a_query_that_finds_something_is_left_alone_under_any_filter(client):
    found, filtered = asked(client, "мессенджер"), asked(client, "мессенджер", **{"from": "2099"})
    assert found["hits"]
    assert filtered["hits"] == []
    assert (codes(filtered), filtered["applied"]) == ([], None)


def test_synonyms_are_offered_with_how_much_they_find(client):
    (offered,) = [
        each for each in asked(client, "ИИ")["suggestions"] if each["reason"] == "synonyms"
    ]
    assert "искусственный интеллект" in offered["text"]
    assert client.get("/api/v1" + offered["url"]).json["total"]["passages"] == offered["passages"]


def test_the_page_tells_how_words_were_read(client, soup):
    (word,) = asked(client, "школами")["query"]["words"]
    assert "школа" in word["lemmas"]
    assert {"школ", "школы"} & set(word["forms"])
    page = soup("/search?q=школами")
    assert "школ" in page.select_one(".read dd").text
    exact = page.select_one(".read a")["href"]
    assert exact == "/search?q=" + quote("!школами")


def test_help_takes_no_or_nothing(client):
    assert client.get("/api/v1/search?q=x&help=maybe").status_code == 400


LEAKS = "что говорилось об утечках в 2025 году?"


def test_a_time_in_a_question_is_dates_for_machines(client):
    said = asked(client, LEAKS)
    narrowed = asked(client, "что говорилось об утечках?", **{"from": "2025", "to": "2025"})
    assert said["hits"] == narrowed["hits"] != []
    assert said["facets"] == narrowed["facets"]
    assert said["query"]["text"] == LEAKS
    assert said["query"]["dates"] == {
        "words": "в 2025 году",
        "since": "2025",
        "until": "2025",
        "as_words": 'что говорилось об утечках в "2025" году?',
    }
    assert narrowed["query"]["dates"] is None


def test_a_time_in_a_question_is_a_filter_to_be_taken_back(soup):
    page = soup(f"/search?q={quote(LEAKS)}")
    assert page.select_one("#q")["value"] == LEAKS
    assert page.select("form.ask input[type=hidden]") == []  # asked again, it is read again
    (chip,) = page.select(".chips.over .chip.on")
    assert "2025" in chip.text
    without = soup(chip["href"])
    assert without.select_one("#q")["value"] == "что говорилось об утечках?"
    assert without.select(".chips.over .chip") == []
    notes = page.select_one(".notes")
    assert "в 2025 году" in notes.text
    as_words = soup(notes.select_one("a")["href"])
    assert as_words.select(".chips.over .chip") == []
    assert as_words.select_one("#q")["value"] == 'что говорилось об утечках в "2025" году?'


def test_links_around_a_question_of_a_time_keep_its_dates(soup):
    page = soup(f"/search?q={quote(LEAKS)}")
    links = [page.select_one(".orders a"), page.select_one(".feed"), page.select_one(".hits h2 a")]
    assert all("from=2025&to=2025" in link["href"] for link in links)
