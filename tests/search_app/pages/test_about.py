import re

from search_app.presenters import measured


def test_the_figures_are_those_of_the_index(client, soup):
    counted = client.get("/api/v1/search?per_page=1").json["total"]
    documents, passages, _ = (
        int(re.sub(r"\D", "", each.text)) for each in soup("/about").select(".figures dd")
    )
    assert (documents, passages) == (counted["documents"], counted["passages"])


def test_passages_without_a_date_are_counted_too(soup):
    page = soup("/about")
    years = sum(int(re.sub(r"\D", "", each.text)) for each in page.select(".bars .num"))
    undated = int(re.search(r"Без даты: (\d+)", page.text)[1])
    passages = int(re.sub(r"\D", "", page.select(".figures dd")[1].text))
    assert years + undated == passages


def test_it_says_how_good_the_annotations_are_and_on_how_many_labels(soup):
    for language in ("", "/kk", "/en"):
        rows = soup(f"{language}/about").select(".measured tbody tr")
        assert len(rows) == sum(map(len, (measured.HELD_OUT, measured.MADE_UP, measured.SEEN)))
        assert all(re.fullmatch(r"\d+ %", row.select_one("td").text) for row in rows)
        assert all(int(row.select("td")[-1].text) > 5 for row in rows)


def test_everything_can_be_taken_from_here(soup):
    leads = [link["href"] for link in soup("/about").select(".prose > p a")]
    files = ["/data/passages.jsonl", "/data/passages.jsonl.gz", "/data/SHA256SUMS"]
    assert [address for address in leads if "/data/" in address] == files
