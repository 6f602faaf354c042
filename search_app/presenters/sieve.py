"""The facets of a page as rows to render: names, counts, bars and addresses, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.search.page import FacetValue, SearchPage
from search_app.languages import date, language, number, number_in
from search_app.links import Links
from search_app.words import facet_names

SHOWN = 9
"""Values of a facet that stand open; the others are behind a button."""
LONG = 15
"""A facet with more values than this can be searched in."""
STEPS = 20
"""Lengths that a bar may have (classes w0 to w20 of the style sheet)."""


class Row(NamedTuple):
    """A value: ``state`` is on (chosen), out (excluded), none (nothing to show) or empty."""

    label: str
    passages: str
    width: int
    state: str
    address: str  # takes it in, or puts it back
    away: str  # leaves it out; empty where it cannot
    months: tuple[Row, ...] = ()


class Facet(NamedTuple):
    """A facet by its parameter: the rows that stand open, and the others."""

    id: str
    name: str
    shown: Sequence[Row]
    more: Sequence[Row]
    is_long: bool


def sieve(page: SearchPage, links: Links) -> list[Facet]:
    """All facets with something to show but the dates, in their order."""
    return [
        _facet(name, title, [*_rows(name, page.facets[name], links)])
        for name, title in facet_names()
        if page.facets[name]
    ]


def years(page: SearchPage, links: Links) -> Facet:
    """The facet of dates: years, and the months of a chosen one."""
    values = page.facets["date"]
    most = max((value.count for value in values), default=0)
    return _facet("date", "", [_year(value, most, links) for value in values])


def _facet(name: str, title: str, rows: list[Row]) -> Facet:
    return Facet(name, title, rows[:SHOWN], rows[SHOWN:], len(rows) > LONG)


def _rows(facet: str, values: Sequence[FacetValue], links: Links) -> list[Row]:
    most, own = max(value.count for value in values), language()
    return [
        Row(
            value.label,
            "" if value.excluded else number_in(own, value.count),
            _width(value.count, most),
            _state(value),
            links.toggled(facet, value),
            "" if value.excluded or value.chosen else links.left_out(facet, value),
        )
        for value in values
    ]


def _year(value: FacetValue, most: int, links: Links) -> Row:
    is_open = value.chosen or any(month.chosen for month in value.months)
    months = (month for month in value.months if month.count or month.chosen)
    return Row(
        date(value.value),
        number(value.count),
        _width(value.count, most),
        _state(value),
        links.toggled("date", value),
        "",
        tuple(_year(month, most, links) for month in months) if is_open else (),
    )


def _state(value: FacetValue) -> str:
    if value.excluded:
        return "out"
    return "on" if value.chosen else "" if value.count else "none"


def _width(count: int, most: int) -> int:
    """How many of STEPS a bar takes; what is there at all is seen."""
    return -(-STEPS * count // most) if most else 0
