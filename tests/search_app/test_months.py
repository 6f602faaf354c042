from index.search.page import FacetValue
from search_app.months import strip


def facet(**years):
    return [_year(name[1:], months) for name, months in years.items()]


def _year(year, months):
    named = (FacetValue(f"{year}-{month:02}", "", n, chosen=False) for month, n in months)
    return FacetValue(year, year, 0, chosen=False, months=tuple(named))


def test_every_month_has_its_place_from_the_first_january():
    found = strip(facet(y2025=[(3, 2)], y2024=[(11, 4)]))
    assert [(bar.period, bar.place, bar.height) for bar in found.bars] == [
        ("2024-11", 10, 100),
        ("2025-03", 14, 50),
    ]
    assert (found.width, found.years) == (15, ((2024, 0), (2025, 12)))


def test_dates_without_a_month_make_no_strip():
    assert strip(facet(y2025=[])) is None
    assert strip([]) is None
