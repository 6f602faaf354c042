import pytest

from index.documents.dates import PartialDate
from index.documents.document import Passage
from index.search.page import FacetValue
from index.search.request import FACETS, GROUPS, SORTS, SearchRequest
from search_app.links import Links, passage


@pytest.fixture(autouse=True)
def asked(app):
    with app.test_request_context():
        yield


def value(name, *, chosen=False):
    return FacetValue(name, name, 1, chosen)


def test_a_value_is_taken_in_and_put_back():
    links = Links(SearchRequest("ИИ", areas=frozenset({"ai-education"}), page=3))
    assert links.toggled("area", value("ecosystem-talent")) == (
        "/search?q=%D0%98%D0%98&area=ai-education&area=ecosystem-talent"
    )
    assert links.toggled("area", value("ai-education", chosen=True)) == "/search?q=%D0%98%D0%98"


def test_a_value_is_left_out_and_taken_back():
    wanted = SearchRequest("ИИ", areas=frozenset({"ai-education"}), page=3)
    left = wanted.excluding("area", "ai-education")
    assert Links(left).own() == "/search?q=%D0%98%D0%98&not_area=ai-education"
    assert left.with_value("area", "ai-education") == wanted.turned_to(1)
    assert left.taking_back("area", "ai-education") == SearchRequest("ИИ")


REQUESTS = (
    SearchRequest("ИИ & «школы» = *", page=3, sort="newest", per_page=5),
    SearchRequest("area=*", areas=frozenset({"b", "д", "z"}), since=PartialDate(2024)),
    SearchRequest(
        kinds=frozenset({"b"}),
        sources=frozenset({"a", "b"}),
        excluded=frozenset({("area", "b"), ("area", "c"), ("kind", "x")}),
        until=PartialDate(2025, 3),
        group="document",
        helped=False,
    ),
)


@pytest.mark.parametrize("wanted", REQUESTS)
@pytest.mark.parametrize("facet", [*FACETS, "date"])
def test_an_address_is_that_of_the_request_it_stands_for(wanted, facet):
    links, name = Links(wanted), {"instruction": "1", "date": "2025-07"}.get(facet, "b")
    if facet == "date":
        assert links.toggled(facet, value(name)) == Links(wanted.within(name)).own()
        return
    changed = wanted.with_value(facet, name)
    if name in wanted.chosen(facet):
        changed = wanted.without_value(facet, name)
    elif (facet, name) in wanted.excluded:
        changed = wanted.taking_back(facet, name)
    shown = FacetValue(
        name, name, 1, name in wanted.chosen(facet), excluded=(facet, name) in wanted.excluded
    )
    assert links.toggled(facet, shown) == Links(changed).own()
    if facet != "instruction":
        assert links.left_out(facet, shown) == Links(wanted.excluding(facet, name)).own()


@pytest.mark.parametrize("wanted", REQUESTS)
def test_pages_orders_and_groups_are_those_of_their_requests(wanted):
    links = Links(wanted)
    assert links.page(1) == Links(wanted.turned_to(1)).own()
    assert links.page(7) == Links(wanted.turned_to(7)).own()
    assert [links.sorted(each) for each in SORTS] == [
        Links(wanted.sorted_by(each)).own() for each in SORTS
    ]
    assert [links.grouped(each) for each in GROUPS] == [
        Links(wanted.grouped_by(each)).own() for each in GROUPS
    ]
    assert links.role("instructed") == Links(wanted.with_role("instructed")).own()
    assert links.as_typed() == Links(wanted.as_typed()).own()
    assert links.feed() == f"/search.atom?{wanted.for_reading().to_query_string()}"


def test_a_year_takes_the_place_of_other_dates():
    links = Links(SearchRequest(since=PartialDate(2024), until=PartialDate(2025, 3)))
    assert links.toggled("date", value("2025")) == "/search?from=2025&to=2025"
    assert links.toggled("date", value("2025", chosen=True)) == "/search"


def test_a_form_passes_on_what_it_does_not_ask():
    links = Links(SearchRequest("ИИ", kinds=frozenset({"digest"}), sort="newest", page=2))
    assert links.others("q", "page") == [("kind", "digest"), ("sort", "newest")]


@pytest.mark.parametrize(
    ("document", "text", "address"),
    [
        ("2025-x", "", "/documents/2025-x#p7"),
        ("2025-x", "C# & a=b", "/documents/2025-x?q=C%23%20%26%20a%3Db#p7"),
        ("отчёт №1", "", "/documents/%D0%BE%D1%82%D1%87%D1%91%D1%82%20%E2%84%961#p7"),
    ],
)
def test_a_passage_has_an_address_in_ascii(document, text, address):
    assert passage(Passage(document, 7, 5, "", 0, 0), text) == address


def test_the_last_week_month_and_year_are_one_click_away(soup):
    links = soup("/search?q=школы&page=2").select(".lately a")
    assert [link.get_text() for link in links] == [
        "за последние 7 дней",
        "за последние 30 дней",
        "за последний год",
    ]
    assert links[1]["href"] == "/search?q=%D1%88%D0%BA%D0%BE%D0%BB%D1%8B&from=-30d"
