def test_every_example_of_the_query_language_finds_something_as_written(soup):
    links = soup("/help").select(".grammar a")
    assert len(links) > 10
    for link in links:
        page = soup(link["href"])
        assert page.select(".hits > li"), link.text
        assert not page.select(".notes"), link.text
