"""Deadlines counted from the speech: within ten days, by Friday, by the end of the month."""

from __future__ import annotations

import datetime as dt

from index.documents.dates import PartialDate
from index.policy.duties.timing.vocabulary import (
    HALF,
    MONTHS,
    QUARTER,
    Groups,
    Vocabulary,
    count_of,
    index_of,
    last_of,
)

_MIDDLE = 15  # days: half of a month
_MOST = 400  # days or other units that a deadline may count
_WEEK = 7
_SATURDAY = 5
_DAY = 24


def within(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """From the speech on; of a month or a year the last day that may be meant."""
    if spoken is None:
        return None
    if groups.get("fortnight"):
        return _later(spoken, "weeks", 2)
    if groups.get("onehalf"):
        return _and_a_half(f"{groups['onehalf']} {groups.get('unit') or ''}", words, spoken)
    unit, count = groups.get("unit"), count_of(groups.get("count"), words)
    if count > _MOST:
        raise ValueError(count)  # «в течение 2024 года»
    if groups.get("half") or groups.get("quarter"):
        return _later(spoken, "month_units", HALF if groups.get("half") else QUARTER)
    named = next((name for name, word in words.units.items() if word.fullmatch(unit or "")), "")
    return _later(spoken, named or words.adjectives[unit or ""], count)


def working_days(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """From the speech on, Saturdays and Sundays left out; holidays are counted as any day."""
    count = count_of(groups["count"], words)
    if spoken is None or spoken.day is None:
        return None
    if count > _MOST:
        raise ValueError(count)
    due = spoken.first
    while count:
        due += dt.timedelta(1)
        count -= due.weekday() < _SATURDAY
    return due


def _and_a_half(text: str, words: Vocabulary, spoken: PartialDate) -> dt.date | None:
    """«Полтора года», «a month and a half»: of a month the half is fifteen days."""
    months, years = words.units["month_units"], words.units["years"]
    if any(years.fullmatch(word) for word in text.split()):
        return _later(spoken, "month_units", MONTHS + HALF)
    if not any(months.fullmatch(word) for word in text.split()):
        raise ValueError(text)
    due = _later(spoken, "month_units", 1)
    return due + dt.timedelta(_MIDDLE) if due and spoken.day else None


def _later(spoken: PartialDate, unit: str, count: int) -> dt.date | None:
    days = {"hours": -(-count // _DAY), "days": count, "weeks": count * _WEEK}
    if unit in days:
        return spoken.last + dt.timedelta(days[unit]) if spoken.day else None
    months = count * {"month_units": 1, "quarters": QUARTER, "years": MONTHS}[unit]
    if spoken.month is None:
        return None if months % MONTHS else dt.date(spoken.year + months // MONTHS, 12, 31)
    whole = spoken.year * MONTHS + spoken.month - 1 + months
    last = last_of(whole // MONTHS, whole % MONTHS + 1)
    return last.replace(day=min(last.day, spoken.day)) if spoken.day else last


def weekday(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """«До пятницы»: the first such day after the speech; «до следующей» is that of next week."""
    if spoken is None or spoken.day is None:
        return None
    wanted = index_of(groups["weekday"], words.weekdays) - 1
    today = spoken.first.weekday()
    if groups.get("next") or groups.get("later"):
        return spoken.first + dt.timedelta(_WEEK - today + wanted)
    return spoken.first + dt.timedelta((wanted - today - 1) % _WEEK + 1)


def running(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """The last day of the day, week, month or quarter that runs, or of the next one."""
    if spoken is None or spoken.month is None:
        return None
    unit, ahead = groups.get("unit") or "", bool(groups.get("next"))
    length = _months(unit, words)
    if length:
        month = -(-spoken.month // length) * length + ahead * length
        return last_of(spoken.year + (month - 1) // MONTHS, (month - 1) % MONTHS + 1)
    if spoken.day is None:
        return None
    week = bool(words.units["weeks"].fullmatch(unit))
    rest = _WEEK - 1 - spoken.first.weekday() if week else 0
    return spoken.first + dt.timedelta(rest + ahead * (_WEEK if week else 1))


def following(groups: Groups, words: Vocabulary, spoken: PartialDate | None) -> dt.date | None:
    """The first day of the next week, month or quarter: «со следующего месяца»."""
    last = running({"unit": groups["following"]}, words, spoken)
    return last + dt.timedelta(1) if last else None


def _months(unit: str, words: Vocabulary) -> int:
    """How many months a unit has; 0 where it is shorter."""
    if words.units["quarters"].fullmatch(unit):
        return QUARTER
    return int(bool(words.units["month_units"].fullmatch(unit)))
