"""When something was said, as a question words it: «в августе 2025 года», «за последний год»."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from index.documents.dates import PartialDate
from index.language.figures import figure
from index.language.grammar import is_future
from index.language.months import NAMES, month_of
from index.search.rolling import Rolling, When
from index.tables import Table, read_table

Range = tuple[When | None, When | None]
"""The first and the last date meant."""

YEARS_BACK = 5
"""Of so many years a month without its year may be, the newest first."""

_YEAR = r"(?:19|20)\d\d"
_SLOTS = {
    **{name: f"(?P<{name}>{_YEAR})" for name in ("year", "first", "last")},
    "day": r"(?P<day>\d\d?)",
}
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_RUSSIAN = re.compile("[а-я]{3,}")
RULES = {
    *("date", "month", "season", "years", "ago", "after", "before", "since", "until"),
    *("this-year", "last-year", "this-month", "last-month"),
}
"""What a wording may come to."""

_SAID_BY = frozenset({"since", "until"})  # rules that want a word of saying
_MONTHS = 12
_WINTER = 3  # the fourth of the seasons; it has months of two years


class Time(NamedTuple):
    """Where a time stands in a text, and the dates that it may mean, the likeliest first.

    ``said`` is true where the other words ask what was said.
    """

    start: int
    end: int
    ways: tuple[Range, ...]
    said: bool


class _Match(NamedTuple):
    rule: str
    found: re.Match[str]
    tongue: _Tongue


def said_time(text: str, day: dt.date) -> Time | None:
    """The one time that a text names as when something was said, asked on a day.

    None where it names none or several, where it has not begun, or the words ask what is to
    come: then the year is part of what is asked.
    """
    low = text.lower().replace("ё", "е")
    found = _longest(low) if len(low) == len(text) else None
    if found is None:
        return None
    start, end = found.found.span()
    others = low[:start] + " " * (end - start) + low[end:]
    tongue = found.tongue
    said = bool(tongue.saying.search(others))
    if (found.rule in _SAID_BY and not said) or _longest(others):
        return None
    if not said and tongue.looks_ahead(others):
        return None
    ways = tuple(way for way in _ways(found, day) if _has_begun(way, day))
    return Time(start, end, ways, said) if ways else None


@cache
def tongues() -> tuple[_Tongue, ...]:
    """The wordings of each language; TableError."""
    read = read_table("times.toml", Path(__file__).parent)
    return tuple(_Tongue(name, read.table(name)) for name in read)


class _Tongue:
    """The wordings of one language, compiled once."""

    def __init__(self, name: str, table: Table) -> None:
        self.name = name
        self.seasons = [_whole(each) for each in table.texts("seasons")]
        self.numbers = [_whole(each) for each in table.texts("numbers")]
        units = [_Unit.read(table, each) for each in table.texts("units")]
        self.units = {form: unit for unit in units for form in unit.forms}
        self.saying, self._ahead = _whole(table.text("saying")), _whole(table.text("ahead"))
        self._led = _whole(table.text("led"))
        slots = _SLOTS | {
            "month": _group("month", NAMES[name]),
            "season": _group("season", table.texts("seasons")),
            "count": _group("count", [r"\d{1,3}", *table.texts("numbers")]),
            "unit": _group("unit", self.units),
            "one": _group("unit", (form for unit in units for form in unit.one)),
        }
        words = table.table("words")
        slots |= {key: words.text(key) for key in words}
        hints = (_YEAR + r"\w*", slots["month"], slots["unit"], *table.texts("hints"))
        self._hints = _whole("|".join(hints))
        self._rules = [
            (_known(rule), _wording(rule, wording, slots))
            for rule in table.tables("rule")
            for wording in rule.texts("wordings")
        ]
        table.close()

    def first(self, text: str) -> _Match | None:
        """What the first rule with a time in a text finds; most texts have no word of times."""
        if not self._hints.search(text):
            return None
        for rule, wording in self._rules:
            for found in wording.finditer(text):
                if rule != "date" or not self._is_led(text, found.start()):
                    return _Match(rule, found, self)
        return None

    def looks_ahead(self, text: str) -> bool:
        """Whether a text asks what is to come: «какие школы построят»."""
        if self._ahead.search(text):
            return True
        return self.name == "ru" and any(map(is_future, _RUSSIAN.findall(text)))

    def _is_led(self, text: str, start: int) -> bool:
        before = _WORD_BEFORE.search(text, 0, start)
        return before is not None and bool(self._led.fullmatch(before[1]))


class _Unit(NamedTuple):
    """A stretch of time: its forms, for one and for more, and how long it is."""

    one: tuple[str, ...]
    more: tuple[str, ...]
    length: int
    unit: str

    @property
    def forms(self) -> tuple[str, ...]:
        return self.one + self.more

    @classmethod
    def read(cls, table: Table, text: str) -> _Unit:
        form = re.fullmatch(r"(\d+)([dmy]) ([^+]+?)(?: \+ (.+))?", text)
        if form is None:
            table.fail("units", f"«{text}»: write as «1y год + года|лет»")
        more = tuple(form[4].split("|")) if form[4] else ()
        return cls(tuple(form[3].split("|")), more, int(form[1]), form[2])


def _longest(text: str) -> _Match | None:
    """The longest of what the languages find; the first of equals."""
    found = (match for tongue in tongues() if (match := tongue.first(text)))
    return max(found, key=lambda match: len(match.found[0]), default=None)


def _ways(match: _Match, day: dt.date) -> Iterator[Range]:
    """The dates that a rule comes to."""
    rule, said = match.rule, match.found.groupdict()
    month = month_of(said["month"]) if said.get("month") else int(said.get("numeral") or 0)
    if rule == "ago":
        yield _ago(match)
    elif rule == "years":
        yield PartialDate(int(said["first"])), PartialDate(int(said["last"]))
    elif rule == "month":
        years = range(day.year, day.year - YEARS_BACK, -1)
        yield from (_whole_of(PartialDate(year, month)) for year in years)
    elif rule == "season":
        yield _season(match)
    elif rule in {"last-month", "this-month"}:
        yield _whole_of(_month_before(day) if rule == "last-month" else PartialDate(*_month(day)))
    else:
        ago = {"this-year": 0, "last-year": 1}.get(rule)
        year = day.year - ago if ago is not None else int(said["year"])
        yield from _dated(rule, year, month, int(said.get("day") or 0))


def _dated(rule: str, year: int, month: int, day: int) -> Iterator[Range]:
    """A date, what comes after it or was before it; nothing where there is no such day."""
    if day and not month:  # «12.00.2025»
        return
    try:
        date = PartialDate(year, month or None, day or None)
        edges = date.first - dt.timedelta(1), date.last + dt.timedelta(1)
    except (ValueError, OverflowError):
        return
    before, behind = (_as_exact(edge, date) for edge in edges)
    ranges: dict[str, Range] = {
        "after": (behind, None),
        "since": (date, None),
        "before": (None, before),
        "until": (None, before),
    }
    yield ranges.get(rule, _whole_of(date))


def _ago(match: _Match) -> Range:
    """«за последние два года»: from a day that moves with the calendar."""
    said = match.found.groupdict()
    unit = match.tongue.units[said["unit"]]
    count = said.get("count") or "1"
    known = figure(count) if count.isdecimal() else 1 + _number(match.tongue.numbers, count)
    return Rolling(known * unit.length, unit.unit), None


def _season(match: _Match) -> Range:
    """Three months; winter has those of two years, so the whole year stands for it."""
    year = int(match.found["year"])
    number = _number(match.tongue.seasons, match.found["season"])
    if number == _WINTER:
        return _whole_of(PartialDate(year))
    first = 3 * number + 3
    return PartialDate(year, first), PartialDate(year, first + 2)


def _has_begun(way: Range, day: dt.date) -> bool:
    """Whether something can have been said then, and not just until some day to come."""
    since, until = way
    if since is None:
        return isinstance(until, PartialDate) and until.last < day
    ends = (end for end in way if isinstance(end, PartialDate))
    return all(end.first <= day for end in ends)


def _whole_of(date: PartialDate) -> Range:
    return date, date


def _as_exact(day: dt.date, like: PartialDate) -> PartialDate:
    """A day, or its month or year where the date beside it tells no more."""
    month = day.month if like.month else None
    return PartialDate(day.year, month, day.day if like.day else None)


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


def _month_before(day: dt.date) -> PartialDate:
    last = day.replace(day=1) - dt.timedelta(1)
    return PartialDate(*_month(last))


def _number(patterns: Sequence[re.Pattern[str]], word: str) -> int:
    return next(number for number, each in enumerate(patterns) if each.fullmatch(word))


def _whole_word(pattern: str) -> str:
    return rf"(?<!\w)(?:{pattern})(?!\w)"


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(_whole_word(pattern))


def _group(name: str, ways: Iterable[str]) -> str:
    return f"(?P<{name}>{'|'.join(ways)})"


def _known(rule: Table) -> str:
    name = rule.text("name")
    if name not in RULES:
        rule.fail("name", f"is no rule: {', '.join(sorted(RULES))}")
    return name


def _wording(rule: Table, wording: str, slots: dict[str, str]) -> re.Pattern[str]:
    """A wording with what stands in braces filled in; TableError where that is no pattern."""
    filled = re.sub(r"\{([a-z_]+)\}", lambda brace: slots.get(brace[1], brace[0]), wording)
    return rule.pattern("wordings", _whole_word(filled), wording)
