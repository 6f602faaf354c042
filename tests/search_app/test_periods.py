import pytest

from search_app.periods import code, label, number, span


@pytest.mark.parametrize(
    ("year", "month", "step", "said", "first", "last"),
    [
        (2025, 7, "month", "2025-07", "2025-07", "2025-07"),
        (2025, 12, "month", "2025-12", "2025-12", "2025-12"),
        (2025, 1, "quarter", "2025-Q1", "2025-01", "2025-03"),
        (2025, 9, "quarter", "2025-Q3", "2025-07", "2025-09"),
        (2025, 10, "quarter", "2025-Q4", "2025-10", "2025-12"),
        (2025, 12, "year", "2025", "2025", "2025"),
        (1, 1, "month", "0001-01", "0001-01", "0001-01"),
    ],
)
def test_a_month_is_in_its_period(year, month, step, said, first, last):
    period = number(year, month, step)
    assert code(period, step) == said
    assert tuple(map(str, span(period, step))) == (first, last)


@pytest.mark.parametrize("step", ["month", "quarter", "year"])
def test_the_period_after_december_is_the_next_one(step):
    assert number(2026, 1, step) == number(2025, 12, step) + 1


@pytest.mark.parametrize(
    ("step", "said"), [("month", "июль 2025"), ("quarter", "III кв. 2025"), ("year", "2025")]
)
def test_readers_see_words(step, said):
    assert label(number(2025, 7, step), step) == said
