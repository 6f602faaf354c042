from urllib.parse import quote

import pytest

SPEECH = "2025-08-11-ai-meeting-full-ru"


def test_the_list_groups_documents_by_year_newest_first(soup):
    years = [each.text for each in soup("/documents").select("section h2")]
    dated = [int(year) for year in years if year.isdigit()]
    assert dated == sorted(dated, reverse=True)


def test_every_document_listed_opens(soup):
    page = soup("/documents")
    links = [each["href"] for each in page.select("a.title")]
    while following := page.select_one(".turns a[rel=next]"):
        page = soup(following["href"])
        links += [each["href"] for each in page.select("a.title")]
    assert len(links) == len(set(links)) > 40
    for link in links:
        assert soup(link).select_one("h1").text


def test_a_page_of_the_list_after_the_last_is_not_there(client):
    assert client.get("/documents?page=99").status_code == 404


def test_all_text_stands_under_addresses_of_its_passages(client, soup):
    passages = client.get(f"/api/v1/documents/{SPEECH}").json["passages"]
    page = soup(f"/documents/{SPEECH}")
    for passage in passages:
        shown = page.select_one(f"#p{passage['ordinal']}")
        assert passage["text"] in shown.text
        assert shown.select_one(f'a[href="#p{passage["ordinal"]}"]')


def test_a_digest_says_that_it_is_one_and_links_to_its_source(soup):
    caution = soup(f"/documents/{SPEECH}").select_one(".caution")
    assert "изложение, не дословный текст" in caution.text
    assert caution.select_one("a")["href"].startswith("https://")


def test_the_query_marks_every_form_and_links_the_marked_passages(soup):
    page = soup(f"/documents/{SPEECH}?q=президент")
    marked = [each["id"] for each in page.select("[data-hit]")]
    assert len(marked) > 2
    assert page.select_one(".found a")["href"] == f"#{marked[0]}"
    following = [
        page.select_one(f"#{each} .hops a[rel=next]")["href"].strip("#") for each in marked[:-1]
    ]
    assert following == marked[1:]
    back = [page.select_one(f"#{each} .hops a[rel=prev]")["href"].strip("#") for each in marked[1:]]
    assert back == marked[:-1]


def test_a_document_steps_through_the_hits_of_the_search_and_counts_them(soup):
    asked = quote("искусственный интеллект") + "&lang=ru"
    results = soup(f"/search?q={asked}&per_page=100")
    links = [each["href"] for each in results.select(".hit h2 a")]
    hits = [each.rpartition("#")[2] for each in links if f"/{SPEECH}?q={asked}#" in each]
    page = soup(f"/documents/{SPEECH}?q={asked}")
    assert len(hits) > 1
    assert {each["id"] for each in page.select("[data-hit]")} == set(hits)
    shown = [each.text for each in page.select("[data-hit] .hops .num")]
    assert shown == [f"{n} из {len(hits)}" for n in range(1, len(hits) + 1)]
    assert page.select_one(".found a[href^='/search']")["href"] == f"/search?q={asked}"


def test_words_that_the_search_does_not_find_together_are_not_marked(soup):
    page = soup(f"/documents/{SPEECH}?q=ксилофонист+президент&help=no")
    assert page.select(".found")
    assert not page.select("[data-hit], .text mark")


def test_without_a_query_nothing_is_marked(soup):
    page = soup(f"/documents/{SPEECH}")
    assert not page.select("mark, .found, [data-hit]")


def test_a_document_and_its_passages_can_be_cited(soup):
    card = soup(f"/documents/{SPEECH}").select_one("#cite")
    assert len(card.select("pre")) == 3
    assert card.select_one("a")["href"] == f"http://localhost/documents/{SPEECH}"
    place = soup(f"/en/documents/{SPEECH}").select_one("#p2 .tools a[href$='#cite']")["href"]
    assert place == f"/en/documents/{SPEECH}/passages/2#cite"
    assert soup(place).select_one("#cite a")["href"] == f"http://localhost/documents/{SPEECH}#p2"


def test_the_other_texts_of_the_event_are_linked(soup):
    links = [each["href"] for each in soup(f"/documents/{SPEECH}").select(".facts a[href^='/doc']")]
    assert "/documents/2025-08-11-ai-meeting-kk" in links
    assert f"/documents/{SPEECH}" not in links


def test_the_text_says_its_language(soup):
    page = soup("/documents/2025-08-11-ai-meeting-kk")
    assert page.select_one("h1")["lang"] == "kk"
    assert page.select_one("#p1")["lang"] == "kk"


@pytest.mark.parametrize("name", ["nothing", "%00", "..%2F..%2Fetc%2Fpasswd", "%D0%BD%D0%B5%D1%82"])
def test_an_unknown_document_is_a_page_with_a_way_out(client, name):
    answer = client.get(f"/documents/{name}")
    assert answer.status_code == 404
    assert 'href="/documents"' in answer.text
