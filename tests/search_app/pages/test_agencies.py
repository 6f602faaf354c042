import re


def total(page):
    return int(re.sub(r"\D", "", page.select_one(".told h1").text.split("·")[-1]))


def test_every_agency_listed_has_its_page_with_as_many_passages(soup):
    links = soup("/agencies").select(".counted a")
    assert len(links) > 10
    for link in links:
        said = soup(link["href"]).select_one("main p a[href*=search]").parent.text
        counted = link.select_one(".num").text
        assert said.split("фрагмент")[0].split("·")[-1].strip() == counted


def test_the_page_tells_the_names(soup):
    page = soup("/agencies/government")
    assert page.select_one("h1").text == "Правительство Республики Казахстан"
    assert page.select_one(".facts [lang=kk]").text == "Қазақстан Республикасының Үкіметі"
    assert "Кабинет министров" in page.select_one(".facts").text


def test_the_passages_of_each_year_are_a_search(soup):
    for link in soup("/agencies/government").select(".bars a"):
        assert str(total(soup(link["href"]))) == link.select_one(".num").text


def test_predecessor_and_successor_lead_to_each_other(soup):
    assert soup("/agencies/mcriap").select_one('.facts a[href="/agencies/miicr"]')
    assert soup("/agencies/miicr").select_one('.facts a[href="/agencies/mcriap"]')


def test_the_page_says_whose_predecessors_it_counts(soup):
    (note,) = soup("/agencies/miicr").select(".notes li")
    (said,) = soup("/search?agency=miicr").select(".notes li")
    assert note.text == said.text
    assert not soup("/agencies/government").select(".notes")


def test_an_unknown_agency_is_not_there(client):
    assert client.get("/agencies/nobody").status_code == 404
