"""Months, quarters and years as whole numbers that count up, to lay counts along an axis."""

from __future__ import annotations

from index.documents.dates import PartialDate
from search_app.languages import date, gettext, language

STEPS = {"month": 12, "quarter": 4, "year": 1}
"""How many periods of each step a year has."""

_ROMAN = ("I", "II", "III", "IV")


def number(year: int, month: int, step: str) -> int:
    """The period of a month, counted from the year 0."""
    return year * STEPS[step] + (month - 1) * STEPS[step] // 12


def span(period: int, step: str) -> tuple[PartialDate, PartialDate]:
    """The first and the last month of a period, or its year: what an address says."""
    year, place = divmod(period, STEPS[step])
    if step == "year":
        return PartialDate(year), PartialDate(year)
    months = 12 // STEPS[step]
    first = place * months + 1
    return PartialDate(year, first), PartialDate(year, first + months - 1)


def code(period: int, step: str) -> str:
    """How tables name a period: 2025-07, 2025-Q3 or 2025."""
    year, place = divmod(period, STEPS[step])
    return f"{year:04}-Q{place + 1}" if step == "quarter" else str(span(period, step)[0])


def label(period: int, step: str) -> str:
    """How readers name a period, in the language of the request."""
    year, place = divmod(period, STEPS[step])
    if step == "quarter":
        return gettext(
            "%(n)s кв. %(year)s", n=place + 1 if language() == "en" else _ROMAN[place], year=year
        )
    return date(span(period, step)[0])
