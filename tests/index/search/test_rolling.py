import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.dates import PartialDate
from index.search.request import SearchRequest
from index.search.rolling import UNITS, Rolling, crossed, when


@pytest.mark.parametrize(
    ("written", "today", "day"),
    [
        ("-0d", "2026-03-31", "2026-03-31"),
        ("-30d", "2026-03-31", "2026-03-01"),
        ("-1m", "2026-03-31", "2026-02-28"),  # February has no 31st
        ("-1m", "2024-03-30", "2024-02-29"),
        ("-3m", "2026-01-15", "2025-10-15"),
        ("-1y", "2024-02-29", "2023-02-28"),
        ("-99999d", "0100-01-01", "0001-01-01"),  # no calendar reaches so far back
        ("-99999y", "2026-01-01", "0001-01-01"),
    ],
)
def test_the_day_meant_moves_with_the_day_it_is(written, today, day):
    assert str(Rolling.parse(written).on(dt.date.fromisoformat(today))) == day


agos = st.builds(Rolling, st.integers(0, 99_999), st.sampled_from(UNITS))
ends = st.none() | agos | st.dates().map(lambda day: PartialDate.parse(str(day)))


@given(agos)
def test_what_is_written_reads_back(ago):
    assert when(str(ago)) == ago


@given(ends, ends, st.dates())
def test_a_range_stands_the_right_way_round_on_any_day(since, until, day):
    wanted = SearchRequest(since=since, until=until).on(day)
    assert not crossed(wanted.since, wanted.until)
    assert wanted.on(day) is wanted


@given(ends, ends)
def test_a_range_reads_the_same_from_either_end(one, other):
    if one is None or other is None or isinstance(one, Rolling) != isinstance(other, Rolling):
        return
    assert SearchRequest(since=one, until=other) == SearchRequest(since=other, until=one)
