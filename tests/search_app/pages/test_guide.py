import re

import pytest


@pytest.mark.parametrize("site", ["", "/kk", "/en"])
def test_every_example_of_the_query_language_finds_something_as_written(soup, site):
    links = soup(f"{site}/help").select(".grammar a")
    assert len(links) > 10
    for link in links:
        page = soup(link["href"])
        assert page.select(".hits > li"), link.text
        said = re.sub(r"\D", "", link.find_next_sibling(class_="num").text)
        assert said == re.sub(r"\D", "", page.select_one(".told h1").text.split("·")[-1])
        assert not page.select(".notes:not(.offers)"), link.text
