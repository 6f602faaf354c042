import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.dates import PartialDate


@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_written_date_round_trips(day, length):
    text = day.isoformat()[:length]
    assert str(PartialDate.parse(text)) == text


@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_interval_holds_every_day_it_names(day, length):
    partial = PartialDate.parse(day.isoformat()[:length])
    assert partial.first <= day <= partial.last


@pytest.mark.parametrize(
    "text",
    [
        "2025-13",
        "2025-02-30",
        "2025-2-3",
        "25",
        "0000",
        "завтра",
        "",
        "2025-01-01T10:00",
        "２０２５",
    ],
)
def test_impossible_date_is_refused(text):
    with pytest.raises(ValueError, match="is not a date"):
        PartialDate.parse(text)
