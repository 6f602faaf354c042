"""From the words of a deadline to its day: one function a rule of ``dates.toml``."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.documents.dates import PartialDate

_MONTHS = 12
_QUARTER = 3
_HALF = 6
_MIDDLE = 15  # the day of a month, and half of its days
_MOST = 400  # days or other units that a deadline may count
_SCHOOL_STARTS = 9
_YEARS = re.compile(r"\d{4}")
_ADJECTIVES = {
    **dict.fromkeys(("дневн", "днев"), "days"),
    **dict.fromkeys(("недельн", "седмич"), "weeks"),
    **dict.fromkeys(("месячн", "месеч"), "month_units"),
    **dict.fromkeys(("годичн", "летн", "годиш"), "years"),
}


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language by which dates are told; months and the like in order."""

    months: tuple[re.Pattern[str], ...]
    numbers: tuple[re.Pattern[str], ...]
    prefixes: tuple[re.Pattern[str], ...]
    ordinals: tuple[re.Pattern[str], ...]
    seasons: tuple[re.Pattern[str], ...]  # from winter on
    day_words: tuple[re.Pattern[str], ...]  # «двадцать пятого»
    units: Mapping[str, re.Pattern[str]]
    next: re.Pattern[str]


Groups = Mapping[str, str | None]
Rule = Callable[["Groups", "Vocabulary", "PartialDate | None"], "dt.date | None"]


def _index(text: str | None, patterns: tuple[re.Pattern[str], ...]) -> int:
    """Which of the patterns the word is, from 1; ValueError where none."""
    for number, pattern in enumerate(patterns, 1):
        if text and pattern.match(text):
            return number
    raise ValueError(text)


def _count(text: str | None, words: Vocabulary) -> int:
    if not text:
        return 1
    if text.rstrip("-").isdigit():
        return int(text.rstrip("-"))
    try:
        return _index(text, words.numbers)
    except ValueError:
        return _index(text, words.prefixes)


def _last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _year(text: str | None, words: Vocabulary, spoken: PartialDate | None) -> int | None:
    """The year a text names, or that of the speech; None where neither is known."""
    named = _YEARS.search(text or "")
    if named:
        return int(named[0])
    if spoken is None:
        return None
    return spoken.year + bool(words.next.search(text or ""))


def _forward(month: int, text: str | None, words: Vocabulary, spoken: PartialDate | None) -> int:
    """The year of a month: the one named, else the next time it comes after the speech."""
    if text:
        year = _year(text, words, spoken)
        if year is not None:
            return year
    if spoken is None or spoken.month is None:
        raise ValueError(month)
    return spoken.year + (month < spoken.month)


def _within(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """From the speech on; of a month or a year the last day that may be meant."""
    if spoken is None:
        return None
    if groups.get("fortnight"):
        return _later(spoken, "weeks", 2)
    if groups.get("onehalf"):
        return _and_a_half(f"{groups['onehalf']} {groups.get('unit') or ''}", words, spoken)
    unit, count = groups.get("unit"), _count(groups.get("count"), words)
    if count > _MOST:
        raise ValueError(count)  # «в течение 2024 года»
    if groups.get("half") or groups.get("quarter"):
        return _later(spoken, "month_units", _HALF if groups.get("half") else _QUARTER)
    named = next((name for name, word in words.units.items() if word.match(unit or "")), "")
    return _later(spoken, named or _ADJECTIVES[unit or ""], count)


def _and_a_half(text: str, words: Vocabulary, spoken: PartialDate) -> dt.date | None:
    """«Полтора года», «a month and a half»: of a month the half is fifteen days."""
    months, years = words.units["month_units"], words.units["years"]
    if any(years.match(word) for word in text.split()):
        return _later(spoken, "month_units", _MONTHS + _HALF)
    if not any(months.match(word) for word in text.split()):
        raise ValueError(text)
    due = _later(spoken, "month_units", 1)
    return due + dt.timedelta(_MIDDLE) if due and spoken.day else None


def _later(spoken: PartialDate, unit: str, count: int) -> dt.date | None:
    if unit in {"days", "weeks"}:
        days = count * (7 if unit == "weeks" else 1)
        return spoken.last + dt.timedelta(days) if spoken.day else None
    months = count * {"month_units": 1, "quarters": _QUARTER, "years": _MONTHS}[unit]
    if spoken.month is None:
        return None if months % _MONTHS else dt.date(spoken.year + months // _MONTHS, 12, 31)
    whole = spoken.year * _MONTHS + spoken.month - 1 + months
    last = _last(whole // _MONTHS, whole % _MONTHS + 1)
    return last.replace(day=min(last.day, spoken.day)) if spoken.day else last


def _of_month(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    month = _index(groups["month"], words.months)
    last = _last(_forward(month, groups.get("year"), words, spoken), month)
    return last.replace(day=_MIDDLE) if groups.get("middle") else last


def _part(
    length: int,
) -> Rule:
    """Quarters and halves: the last day of the one named, or of the one running."""

    def due(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
        year = _year(groups.get("year"), words, spoken)
        if year is None:
            return None
        if groups.get("ordinal"):
            number = _index(groups["ordinal"], words.ordinals)
            passed = not groups.get("year") and spoken and number * length < (spoken.month or 0)
            return _last(year + bool(passed), number * length)
        if length == _HALF:
            return _last(year, _HALF)
        running = spoken.month if spoken else None
        return _last(year, -(-running // length) * length) if running else None

    return due


def _of_year(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    year = _year(groups.get("later") or groups["year"], words, spoken)
    return None if year is None else dt.date(year, 12, 31)


def _before(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    year = _year(groups["year"], words, spoken)
    return None if year is None else dt.date(year - 1, 12, 31)


def _of_day(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    if groups.get("schooling"):
        month, day = _SCHOOL_STARTS, 1
    else:
        numeral = groups.get("numeral")
        month = int(numeral) if numeral else _index(groups["month"], words.months)
        day = int(groups.get("day") or _index(groups.get("spelled"), words.day_words))
    year = _forward(month, groups.get("year"), words, spoken)
    due = dt.date(year, month, day)
    if not groups.get("year") and spoken and spoken.day and due < spoken.first:
        return due.replace(year=year + 1)
    return due


def _season(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """The last day of a season, or the last before it: «до конца лета», «к осени»."""
    if spoken is None or spoken.month is None:
        return None
    number = _index(groups["season"], words.seasons) - (groups.get("before") is not None)
    month = number * _QUARTER - 1 if number else _MONTHS - 1
    year = _year(groups.get("year"), words, spoken) or spoken.year
    due = _last(year, month)
    return _last(year + 1, month) if not groups.get("year") and due < spoken.first else due


def _start(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """The first day, not the last: a beginning is no deadline."""
    if groups.get("today"):
        return spoken.first if spoken and spoken.day else None
    if groups.get("day") or groups.get("schooling"):
        return _of_day(groups, words, spoken)
    if groups.get("new_year"):
        return dt.date(spoken.year + 1, 1, 1) if spoken else None
    if groups.get("month"):
        month = _index(groups["month"], words.months)
        return dt.date(_forward(month, groups.get("year"), words, spoken), month, 1)
    year = _year(groups["year"], words, spoken)
    return None if year is None else dt.date(year, 1, 1)


def _running(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """The last day of the day, week, month or quarter that runs, or of the next one."""
    if spoken is None or spoken.month is None:
        return None
    unit, ahead = groups.get("unit") or "day", bool(groups.get("next"))
    if words.units["month_units"].match(unit) or words.units["quarters"].match(unit):
        length = _QUARTER if words.units["quarters"].match(unit) else 1
        month = -(-spoken.month // length) * length + ahead * length
        return _last(spoken.year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1)
    if spoken.day is None:
        return None
    week = bool(words.units["weeks"].match(unit))
    rest = 6 - spoken.first.weekday() if week else 0
    return spoken.first + dt.timedelta(rest + ahead * (7 if week else 1))


DUE: dict[str, Rule] = {
    "running": _running,
    "within": _within,
    "end-of-month": _of_month,
    "season": _season,
    "in-season": _season,
    "quarter": _part(_QUARTER),
    "half": _part(_HALF),
    "end-of-year": _of_year,
    "day": _of_day,
    "start": _start,
    "month": _of_month,
    "before-year": _before,
    "year": _of_year,
}
