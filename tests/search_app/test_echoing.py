import pytest

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
