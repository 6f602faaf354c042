import csv
import io
import re

import pytest

ASKED = "q=интеллект&area=ai-education"


def test_a_chart_for_each_thing_compared_and_a_table_of_all(soup):
    page = soup(f"/trends?{ASKED}")
    names = [each.text for each in page.select("figcaption span")]
    assert names[0] == "интеллект"
    assert [each.text for each in page.select("thead th")][1:] == names
    assert len(page.select("figure svg")) == 2


def test_bars_and_cells_lead_to_the_same_searches(soup):
    page = soup(f"/trends?{ASKED}&step=year")
    for column, figure in enumerate(page.select("figure"), 1):
        bars = {each["href"] for each in figure.select("svg a")}
        cells = page.select(f"tbody td:nth-of-type({column}) a")
        assert bars == {each["href"] for each in cells}


def test_a_year_counts_what_its_search_shows(client, soup):
    for link in soup("/trends?q=интеллект&step=year").select("tbody td a"):
        shown = client.get("/api/v1" + link["href"]).json["total"]["passages"]
        assert int(link.text) == shown


def test_table_and_json_say_the_same(client):
    rows = list(csv.reader(io.StringIO(client.get(f"/trends.csv?{ASKED}").text)))
    said = client.get(f"/api/v1/trends?{ASKED}").json
    counted = [row for row in rows[1:] if row[0] != "loose"]
    loose = [row for row in rows[1:] if row[0] == "loose"] or [[0] * len(rows[0])]
    assert [row[0] for row in counted] == said["periods"]
    for column, series in enumerate(said["series"], 1):
        assert rows[0][column] == series["name"]
        assert [int(row[column]) for row in counted] == series["counts"]
        assert int(loose[0][column]) == series["loose"]


@pytest.mark.parametrize(("query", "loose"), [("", True), ("from=2025&to=2025", False)])
def test_what_belongs_to_no_month_has_a_row_that_says_so(client, query, loose):
    rows = list(csv.reader(io.StringIO(client.get(f"/trends.csv?{query}").text)))
    assert all(row[0] for row in rows)
    assert ("loose" in [row[0] for row in rows]) == loose


def test_without_a_question_all_passages_are_shown_and_examples_offered(soup):
    page = soup("/trends")
    assert page.select_one("figcaption span").text == "Все фрагменты"
    for link in page.select(".examples a"):
        assert len(soup(link["href"]).select("figure .bar")) > 1, link.text


@pytest.mark.parametrize("query", ["q=a&q=b", "q=a&q=b&q=c&q=d&q=e"])
def test_each_thing_can_be_taken_out(soup, query):
    page = soup(f"/trends?{query}")
    chips = page.select(".chips .on")
    shown = min(4, len(re.findall("q=", query)))
    assert len(chips) == shown
    assert len(soup(chips[0]["href"]).select(".chips .on")) == shown - 1
    assert bool(page.select_one("form.compare")) == (shown < 4)


def test_the_form_keeps_what_is_compared(soup):
    fields = soup("/trends?q=a&area=ai-education&step=year").select("form.compare [type=hidden]")
    assert [(each["name"], each["value"]) for each in fields] == [
        ("q", "a"),
        ("area", "ai-education"),
        ("step", "year"),
    ]


def test_two_areas_can_be_chosen_at_once(soup):
    choices = soup("/trends").select("form.compare select[name=area]")
    assert len(choices) == 2
    first, second = (each.select("option")[n]["value"] for n, each in enumerate(choices, 1))
    page = soup(f"/trends?q=&area={first}&area={second}&agency=")
    assert len(page.select("figure")) == 2
    assert len(page.select("form.compare select[name=area]")) == 1


def test_what_is_not_spoken_of_is_said(soup):
    assert "не говорится" in soup("/trends?q=ксилофонист").select_one(".empty").text


def test_a_search_leads_to_its_trend(soup):
    link = soup("/search?q=интеллект").select(".forms a")[-1]
    assert soup(link["href"]).select_one("figcaption span").text == "интеллект"


def test_a_malformed_step_is_refused(client):
    assert client.get("/trends?step=week").status_code == 400
    assert client.get("/api/v1/trends?step=week").json["error"]["parameter"] == "step"


def test_a_quarter_is_named_by_a_figure_in_english(soup):
    assert "Q3 2025" in soup("/en/trends?q=данные&step=quarter").text
    assert "III кв. 2025" in soup("/trends?q=данные&step=quarter").text
