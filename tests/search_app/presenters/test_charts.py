import itertools
from collections import Counter

import pytest

from index.search.request import SearchRequest
from search_app.periods import number
from search_app.presenters.charts import AT_THE_EDGE, HEIGHT, charts, ticks
from search_app.presenters.trends import Series, Trends


def made(*counts, step="month"):
    every = [period for each in counts for period in each]
    series = tuple(Series(SearchRequest(), Counter(each), 0) for each in counts)
    return Trends(step, range(min(every), max(every) + 1), series)


def test_all_charts_have_one_scale():
    july = number(2025, 7, "month")
    high, low = charts(made({july: 10, july + 1: 5}, {july: 1}))
    assert [bar.height for bar in high.bars] == [HEIGHT, HEIGHT / 2]
    assert high.peak == high.bars[0]
    assert low.bars[0].height == pytest.approx(HEIGHT / 10, abs=0.1)


def test_bars_stand_side_by_side_within_the_axis():
    found = made({100: 1, 101: 2, 104: 3})
    bars = charts(found)[0].bars
    assert [bar.period for bar in bars] == [100, 101, 104]
    for before, after in itertools.pairwise(bars):
        assert before.x + before.width < after.x
    assert bars[0].x > 0
    assert bars[-1].x + bars[-1].width < 100


def test_the_smallest_bar_is_seen():
    assert charts(made({1: 1, 2: 1000}))[0].bars[0].height > 1


@pytest.mark.parametrize("years", [1, 3, 15, 40, 200])
def test_years_are_named_where_they_begin_and_there_is_room(years):
    found = ticks(range(number(2000, 1, "month"), number(2000 + years, 1, "month")), "month")
    assert 1 <= len(found) <= 16
    assert found[0].year == 2000
    assert sum(not tick.minor for tick in found) <= 8


def test_within_a_year_its_name_stands_at_the_first_period():
    first = number(2025, 4, "month")
    (tick,) = ticks(range(first, first + 5), "month")
    assert tick.year == 2025
    assert tick.x < 5


def test_no_periods_no_charts():
    assert charts(Trends("month", range(0), (Series(SearchRequest(), Counter(), 0),)))[0].bars == ()
    assert ticks(range(0), "month") == []


def test_a_label_before_that_of_the_edge_may_be_left_out_on_a_narrow_screen():
    periods = range(number(2018, 1, "month"), number(2026, 4, "month"))
    *_, before, last = (tick for tick in ticks(periods, "month") if not tick.minor)
    assert last.x > AT_THE_EDGE
    assert last.x - before.x > 20  # percent, which is two labels of 30 pixels
