"""From the words of a deadline to its day: one function a rule of ``dates.toml``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from index.documents.dates import PartialDate
from index.policy.duties.timing.counting import following, running, weekday, within, working_days
from index.policy.duties.timing.vocabulary import (
    HALF,
    MONTHS,
    QUARTER,
    Groups,
    Rule,
    Vocabulary,
    forward,
    index_of,
    last_of,
    year_of,
)

_MIDDLE = 15  # the day of a month
_DECADE = 10  # days of «первая декада»
_SCHOOL_STARTS = 9
_SCHOOL_ENDS = (5, 31)
_CENTURY = 2000


def _of_month(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    month = index_of(groups["month"], words.months)
    last = last_of(forward(month, groups.get("year"), words, spoken), month)
    if groups.get("decade"):
        tenth = index_of(groups["decade"], words.ordinals) * _DECADE
        return last.replace(day=min(tenth, last.day)) if tenth < 3 * _DECADE else last
    return last.replace(day=_MIDDLE) if groups.get("middle") else last


def _part(length: int) -> Rule:
    """Quarters and halves: the last day of the one named, or of the one running."""

    def due(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
        if groups.get("current"):
            running = spoken.month if spoken else None
            return last_of(spoken.year, _ended(running, length)) if spoken and running else None
        year = year_of(groups.get("year"), words, spoken)
        if year is None:
            return None
        month = HALF if groups.get("middle") else index_of(groups["ordinal"], words.ordinals)
        month *= 1 if groups.get("middle") else length
        passed = not groups.get("year") and spoken and month < (spoken.month or 0)
        return last_of(year + bool(passed), month)

    return due


def _ended(month: int, length: int) -> int:
    """The last month of the part of a year that a month is in."""
    return -(-month // length) * length


def _of_year(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    year = year_of(groups.get("later") or groups["year"], words, spoken)
    return None if year is None else dt.date(year, 12, 31)


def _before(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    year = year_of(groups["year"], words, spoken)
    return None if year is None else dt.date(year - 1, 12, 31)


def _of_day(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    if not (groups.get("numeral") or groups.get("month")):
        return _of_number(int(groups["day"] or ""), ahead=bool(groups.get("next")), spoken=spoken)
    numeral = groups.get("numeral")
    month = int(numeral) if numeral else index_of(groups["month"], words.months)
    day = int(groups.get("day") or index_of(groups.get("spelled"), words.day_words))
    return _coming(month, day, groups.get("year"), words, spoken)


def _of_number(day: int, *, ahead: bool, spoken: PartialDate | None) -> dt.date | None:
    """«До 20-го числа»: of the month that runs, or of the next one where it is gone by."""
    if spoken is None or spoken.day is None or spoken.month is None:
        return None
    months = spoken.year * MONTHS + spoken.month - 1 + (ahead or day < spoken.day)
    return dt.date(months // MONTHS, months % MONTHS + 1, day)


def _of_school(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """Lessons begin on 1 September."""
    return _coming(_SCHOOL_STARTS, 1, groups.get("year"), words, spoken)


def _end_of_school(groups: Groups, _: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """Lessons end in May, by the minister's order of each year; those of the next year later."""
    if groups.get("year"):
        return dt.date(_CENTURY + int((groups["year"] or "")[-2:]), *_SCHOOL_ENDS)
    if spoken is None or spoken.month is None:
        return None
    begun = spoken.month >= _SCHOOL_STARTS
    ends = dt.date(spoken.year, *_SCHOOL_ENDS)
    ahead = begun + bool(groups.get("next")) if begun or groups.get("next") else spoken.last > ends
    return ends.replace(year=spoken.year + ahead)


def _holiday(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    name = groups["holiday"] or ""
    for (month, day), word in words.holidays.items():
        if word.fullmatch(name):
            return _coming(month, day, groups.get("year"), words, spoken)
    raise ValueError(name)


def _coming(
    month: int, day: int, year: str | None, words: Vocabulary, spoken: PartialDate | None
) -> dt.date:
    """The day in the year that is named, else the next time it comes after the speech."""
    due = dt.date(forward(month, year, words, spoken), month, day)
    passed = not year and spoken and spoken.day and due < spoken.first
    return due.replace(year=due.year + 1) if passed else due


def _season(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """The last day of a season, of its middle, or before it: «до конца лета», «к осени»."""
    if spoken is None or spoken.month is None:
        return None
    number = index_of(groups["season"], words.seasons) - (groups.get("before") is not None)
    month = number * QUARTER - 1 if number else MONTHS - 1
    year = year_of(groups.get("year"), words, spoken) or spoken.year
    middle = bool(groups.get("middle"))
    due = _season_end(year, month, middle=middle)
    passed = not groups.get("year") and due < spoken.first
    return _season_end(year + 1, month, middle=middle) if passed else due


def _season_end(year: int, month: int, *, middle: bool) -> dt.date:
    return dt.date(year, month - 1, _MIDDLE) if middle else last_of(year, month)


def _start(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """The first day, not the last: a beginning is no deadline."""
    for name, day in _STARTS.items():
        if groups.get(name):
            return day(groups, words, spoken)
    year = year_of(groups["year"], words, spoken)
    return None if year is None else dt.date(year, 1, 1)


def _starts_today(_: Groups, __: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    return spoken.first if spoken and spoken.day else None


def _starts_with_year(_: Groups, __: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    return dt.date(spoken.year + 1, 1, 1) if spoken else None


def _starts_with_month(
    groups: Groups, words: Vocabulary, spoken: PartialDate | None
) -> dt.date | None:
    month = index_of(groups["month"], words.months)
    return dt.date(forward(month, groups.get("year"), words, spoken), month, 1)


def _starts_with_part(length: int, name: str) -> Rule:
    """«Со второго квартала», «с первого полугодия»: its first day."""

    def due(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
        last = _part(length)({**groups, "ordinal": groups[name]}, words, spoken)
        return last and last.replace(month=last.month - length + 1, day=1)

    return due


_STARTS: dict[str, Callable[[Groups, Vocabulary, PartialDate | None], dt.date | None]] = {
    "today": _starts_today,
    "day": _of_day,
    "schooling": _of_school,
    "weekday": weekday,
    "following": following,
    "quarter": _starts_with_part(QUARTER, "quarter"),
    "half": _starts_with_part(HALF, "half"),
    "new_year": _starts_with_year,
    "month": _starts_with_month,
}
DUE: dict[str, Rule] = {
    "running": running,
    "weekday": weekday,
    "within": within,
    "working-days": working_days,
    "end-of-month": _of_month,
    "season": _season,
    "in-season": _season,
    "quarter": _part(QUARTER),
    "half": _part(HALF),
    "end-of-year": _of_year,
    "day": _of_day,
    "school-year": _of_school,
    "end-of-school-year": _end_of_school,
    "holiday": _holiday,
    "start": _start,
    "month": _of_month,
    "before-year": _before,
    "year": _of_year,
}
