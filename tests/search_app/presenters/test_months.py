import pytest

from index.documents.dates import PartialDate
from index.search.page import FacetValue
from search_app.presenters.months import strip


def facet(**years):
    return [_year(name[1:], months) for name, months in years.items()]


def _year(year, months):
    named = (FacetValue(f"{year}-{month:02}", "", n, chosen=False) for month, n in months)
    return FacetValue(year, year, 0, chosen=False, months=tuple(named))


def test_every_month_has_its_place_from_the_first_january():
    found = strip(facet(y2025=[(3, 2)], y2024=[(11, 4)]), "/in/{}".format)
    assert [bar[:5] for bar in found.bars] == [
        ("ноябрь 2024", "4", "/in/2024-11", 10, 100),
        ("март 2025", "2", "/in/2025-03", 14, 50),
    ]
    assert (found.width, found.years) == (15, ((2024, 0), (2025, 12)))
    assert (found.begins, found.ends) == ("январь 2024", "март 2025")


def test_a_strip_of_few_months_is_a_year_wide_and_says_where_it_ends():
    found = strip(facet(y2025=[(8, 2)]), str)
    assert (found.width, found.begins, found.ends) == (12, "январь 2025", "декабрь 2025")


def test_dates_without_a_month_make_no_strip():
    assert strip(facet(y2025=[]), str) is None
    assert strip([], str) is None


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [
        (None, None, [True, True, True]),
        (PartialDate(2025), None, [False, True, True]),
        (PartialDate(2024), PartialDate(2025, 3), [True, True, False]),
        (PartialDate(2025, 3, 9), PartialDate(2025, 3, 9), [False, True, False]),
    ],
)
def test_months_outside_the_chosen_dates_are_told_apart(since, until, inside):
    found = strip(facet(y2025=[(4, 1), (3, 2)], y2024=[(11, 4)]), str, since, until)
    assert [bar.inside for bar in found.bars] == inside
