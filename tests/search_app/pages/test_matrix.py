"""Areas against agencies and years: every number is what its link shows."""

import pytest


@pytest.mark.parametrize("query", ["", "by=year", "by=agency&role=instructed", "by=year&lang=kk"])
def test_every_cell_counts_what_it_shows(client, soup, query):
    cells = soup(f"/matrix?{query}").select(".matrix td a")
    assert cells
    for cell in cells[::3]:
        said = client.get("/api/v1" + cell["href"]).json
        assert said["total"]["passages"] == int(cell.text), cell["href"]


def test_agencies_without_a_column_are_counted(client, soup):
    page = soup("/matrix")
    found = client.get("/api/v1/search").json["facets"]["agency"]
    spoken_of = sum(1 for each in found if each["count"])
    columns = page.select(".matrix thead a")
    (note,) = [each for each in page.select("main p.note") if "без столбца" in each.text]
    assert f"Ещё {spoken_of - len(columns)} " in note.text
    assert not [each for each in soup("/matrix?by=year").select("p.note") if "столбца" in each.text]


def test_an_unknown_side_is_refused(client):
    assert client.get("/matrix?by=moon").status_code == 400


def test_what_finds_nothing_is_said(soup):
    assert soup("/matrix?q=квазар").select_one(".empty")


def test_an_area_tells_its_promises_in_order(soup):
    page = soup("/areas/ai-education/timeline")
    dates = [each["datetime"] for each in page.select(".timeline .when time")]
    assert len(dates) > 5
    assert [each[:4] for each in dates] == sorted(each[:4] for each in dates)
    assert soup("/areas/ai-education").select_one("a[href$=timeline]")


def test_an_agency_shows_what_it_was_charged_with_and_when_it_was_spoken_of(soup, client):
    page = soup("/agencies/government")
    assert page.select(".register .duty")
    bars = page.select(".months a")
    assert bars
    for bar in bars[:4]:
        count = int(bar.select_one("title").text.rsplit(" ", 1)[1])
        assert client.get("/api/v1" + bar["href"]).json["total"]["passages"] == count


def test_a_year_narrows_the_table_and_is_left_again(client, soup):
    page = soup("/matrix")
    (year,) = [each for each in page.select("nav.orders a") if each.text == "2025"]
    narrowed = soup(year["href"])
    cell = narrowed.select_one(".matrix td a")
    assert client.get("/api/v1" + cell["href"]).json["total"]["passages"] == int(cell.text)
    assert "from=2025&to=2025" in cell["href"]
    (every,) = [each for each in narrowed.select("nav.orders a") if each.text == "Все годы"]
    assert every["href"] == "/matrix"


def test_cells_by_agency_and_year_show_how_a_number_came_about(soup):
    page = soup("/matrix?by=both")
    years = [each.text for each in page.select("nav.orders a") if each.text.isdigit()]
    strips = page.select(".matrix td a svg.strip")
    assert strips
    assert len(strips) == len(page.select(".matrix td a"))
    assert all(strip["viewbox"] == f"0 0 {4 * len(years)} 12" for strip in strips)


def test_predecessors_are_told_as_a_search_tells_them(soup):
    (note,) = soup("/matrix?agency=miicr").select(".notes li")
    (said,) = soup("/search?agency=miicr").select(".notes li")
    assert note.text == said.text
    assert not soup("/matrix").select(".notes")


def test_an_agency_that_is_none_is_told_with_the_list(soup):
    (note,) = soup("/matrix?agency=nobody-knows").select(".notes li")
    assert "nobody-knows" in note.text
    assert note.select_one("a")["href"] == "/agencies"


def test_a_chosen_filter_is_taken_back_within_the_table(soup):
    chosen = soup("/matrix?by=both&agency=miicr&lang=ru&role=instructed").select("a.chip.on")
    places = [chip["href"] for chip in chosen]
    assert places == [
        "/matrix?by=both&agency=miicr&lang=ru",
        "/matrix?by=both&lang=ru&role=instructed",
        "/matrix?by=both&agency=miicr&role=instructed",
    ]
