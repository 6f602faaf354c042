from urllib.parse import parse_qs

import pytest
from werkzeug.datastructures import MultiDict

from index.errors import RequestError
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import open_index
from search_app.periods import STEPS, code
from search_app.presenters.trends import LONGEST, MOST, TrendsRequest, trends


def asked(query):
    pairs = parse_qs(query)
    return TrendsRequest.from_args(MultiDict(pairs))


@pytest.fixture(scope="module")
def look(data):
    ix = open_index(data / "index")
    return lambda wanted: search(ix, wanted, lambda _, value: value)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "query", ["", "q=интеллект", "q=данные&area=ai-education", "agency=government"]
)
def test_periods_and_inexact_dates_add_up_to_all_dated_passages(look, step, query):
    found = trends(asked(f"{query}&step={step}"), look)
    for each in found.series:
        page = look(each.wanted)
        assert each.total == sum(year.count for year in page.facets["date"])


@pytest.mark.parametrize("step", STEPS)
def test_a_period_counts_what_its_search_shows_but_for_inexact_dates(look, step):
    found = trends(asked(f"q=интеллект&step={step}"), look)
    (series,) = found.series
    for period in found.told:
        shown = look(series.within(period, found.step)).totals.passages
        assert series.counts[period] <= shown <= series.counts[period] + series.loose


def test_quarters_are_made_of_months(look):
    months = trends(asked("q=интеллект"), look).series[0].counts
    quarters = trends(asked("q=интеллект&step=quarter"), look).series[0].counts
    assert quarters == {
        period: sum(months[3 * period + n] for n in range(3)) for period in quarters
    }


def test_the_range_clips_the_axis(look):
    found = trends(asked("from=2025-03&to=2025-08"), look)
    assert code(found.periods[0], "month") >= "2025-03"
    assert code(found.periods[-1], "month") <= "2025-08"


def test_all_series_stand_on_one_axis(look):
    found = trends(asked("q=интеллект&area=data-cybersecurity"), look)
    every = [period for each in found.series for period in each.counts]
    assert (found.periods[0], found.periods[-1]) == (min(every), max(every))


def test_what_was_never_said_has_no_axis(look):
    found = trends(asked("q=ксилофонист"), look)
    assert (len(found.periods), found.series[0].total, found.told) == (0, 0, [])


def test_a_step_grows_until_the_axis_is_short_enough(look, monkeypatch):
    monkeypatch.setattr("search_app.presenters.trends.LONGEST", 12)
    found = trends(asked("q=интеллект"), look)
    assert found.step == "year"
    assert len(found.periods) <= 12 < LONGEST


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("q=+a++b&q=", "q=a%20b"),
        ("q=a&q=a&area=x&step=month", "q=a&area=x"),
        ("agency=y&q=a&step=year&page=3&sort=newest&group=event", "q=a&agency=y&step=year"),
        ("q=a&from=2025&lang=ru", "q=a&from=2025&lang=ru"),
    ],
)
def test_one_comparison_has_one_address(query, canonical):
    assert asked(query).to_query_string() == canonical


def test_what_is_too_much_is_left_out_and_said():
    wanted = asked("q=a&q=b&q=c&area=d&agency=e")
    assert len(wanted.compared) == MOST
    assert wanted.left_out == (("agency", "e"),)


def test_an_unknown_step_is_named():
    with pytest.raises(RequestError) as refused:
        asked("step=week")
    assert refused.value.parameter == "step"


@pytest.mark.parametrize(
    ("wanted", "compared"),
    [
        (SearchRequest("школы", areas=frozenset({"a"})), (("q", "школы"),)),
        (
            SearchRequest(areas=frozenset({"b", "a"}), agencies=frozenset({"c"})),
            (("area", "a"), ("area", "b"), ("agency", "c")),
        ),
        (SearchRequest(), ()),
    ],
)
def test_a_search_has_its_trend(wanted, compared):
    assert TrendsRequest.of(wanted).compared == compared
