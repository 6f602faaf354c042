def test_every_area_listed_has_its_page_with_as_many_passages(soup):
    links = soup("/areas").select(".counted a")
    assert len(links) == 9
    for link in links:
        said = soup(link["href"]).select_one("main p a[href*=search]").parent.text
        assert said.split("фрагмент")[0].split("·")[-1].strip() == link.select_one(".num").text


def test_an_area_shows_the_agencies_and_the_latest_words(soup):
    page = soup("/areas/ai-education")
    assert page.select(".chips a[href*='agency=']")
    assert len(page.select(".hits > li")) == 5


def test_an_unknown_area_is_not_there(client):
    assert client.get("/areas/nothing").status_code == 404
