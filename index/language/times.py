"""Months, days and stretches of time that a text names, comparable between languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from index.language.figures import figure
from index.language.months import NAMES, SMALL, month_of
from index.tables import Table, read_table

_DAYS = 31  # of the longest month
_HOURS = 24
_HALF_A_YEAR = "&+6m"
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_SINGLE = frozenset("dm")  # units of which one alone tells something
_LONG = 999  # of a unit: larger numbers count other things
_LISTS = ("behind", "tens", "units_of_tens", "joins", "ones")
_UNIT = re.compile(r"\d+[hdmy]")
_PARTS = re.compile(r"(?<=[ихоа])(?=месяч|дневн|недельн|годичн)|-")
_ARTICLES = frozenset(
    {"a", "an", "календарных", "рабочих", "working", "calendar", "работни", "жұмыс"}
)


@dataclass(frozen=True)
class Wordings:
    """How times are worded."""

    numbers: Mapping[str, int]
    units: tuple[tuple[str, str], ...]  # beginning or =word, and «1m»
    single: frozenset[str]
    halves: frozenset[str]
    half: frozenset[str]
    behind: frozenset[str]
    tens: frozenset[str]
    units_of_tens: frozenset[str]
    joins: frozenset[str]
    ones: frozenset[str]


@cache
def wordings() -> Wordings:
    """The table of times, once a process; TableError for a slip."""
    table = read_table("times.toml", Path(__file__).parent)
    numbers, units, singles = (table.table(name) for name in ("numbers", "units", "singles"))
    read = Wordings(
        dict(_numbered(numbers)),
        tuple(_measured(units)),
        frozenset(singles.text("before").split()),
        frozenset(singles.text("halves").split()),
        frozenset(singles.text("half").split()),
        *(frozenset(table.text(name).split()) for name in _LISTS),
    )
    table.close()
    return read


def _numbered(numbers: Table) -> Iterator[tuple[str, int]]:
    """The words of each number: «3 = "три трёх"»."""
    for number in numbers:
        if not number.isdecimal():
            numbers.fail(number, "must be a number in figures")
        yield from ((word, int(number)) for word in numbers.text(number).split())


def _measured(units: Table) -> Iterator[tuple[str, str]]:
    """The beginnings of each stretch of time: «3m = "квартал"»."""
    for unit in units:
        if not _UNIT.fullmatch(unit):
            units.fail(unit, "must be a number and one of h, d, m, y, as 3m")
        yield from ((word, unit) for word in units.text(unit).split())


def times(tokens: Sequence[str]) -> Iterator[str]:
    """&8 for a month, &8-1 for its day, &+2m or &+10d for a stretch of time."""
    if not any(map(_tells, tokens)):
        return
    parts = list(chain.from_iterable(map(_parts, tokens)))
    for place, part in enumerate(parts):
        if not _tells(part):
            continue
        month = month_named(part)
        if month:
            yield f"&{month}"
            day = _day_before(parts, place) or _day_behind(parts, place)
            if day:
                yield f"&{month}-{day}"
        elif found := _stretch(parts, place):
            yield found


@lru_cache(maxsize=100_000)
def _parts(token: str) -> tuple[str, ...]:
    """A compound in its parts: «двухмесячный» is of «двух» and «месячный»."""
    return tuple(part for part in _PARTS.split(token) if part)


@lru_cache(maxsize=100_000)
def _tells(token: str) -> bool:
    """Whether a word or one of its parts may begin to tell a time."""
    known = wordings()
    words = [token, *_parts(token)] if len(_parts(token)) > 1 else [token]
    counting = known.single | known.half | known.halves
    return any(
        month_named(word) or number_named(word) or word.lower() in counting for word in words
    )


def month_named(token: str) -> int:
    """The number of the month that a whole word names; 0 where it names none."""
    return month_of(token.lower(), tuple(NAMES) if token[:1].isupper() else SMALL)


@lru_cache(maxsize=20_000)
def number_named(token: str) -> int:
    """The number that a word or some digits tell; 0 where none."""
    if token.isdecimal():
        return figure(token) if len(token) <= len(str(_LONG)) else 0
    return wordings().numbers.get(token.lower().replace("ё", "е"), 0)


@lru_cache(maxsize=20_000)
def _unit(token: str) -> tuple[int, str]:
    """Of what a word tells a stretch: of one month, of seven days; nothing is (0, "")."""
    word = token.lower()
    for beginning, unit in wordings().units:
        known = word == beginning[1:] if beginning[0] == "=" else word.startswith(beginning)
        if known:
            return int(unit[:-1]), unit[-1]
    return 0, ""


def _day_before(tokens: Sequence[str], place: int) -> int:
    if not place or not tokens[place - 1].isdecimal():
        return 0
    day = figure(tokens[place - 1])
    return day if day <= _DAYS else 0


def _day_behind(tokens: Sequence[str], place: int) -> int:
    """The day in «October 1», where no noun behind says that it counts something."""
    if not month_of(tokens[place].lower(), ("en",)) or place + 1 == len(tokens):
        return 0
    number = tokens[place + 1]
    if not number.isdecimal() or figure(number) > _DAYS:
        return 0
    follows = tokens[place + 2] if place + 2 < len(tokens) else ""
    free = not follows.isalpha() or follows in _ORDINAL or follows in wordings().behind
    return int(number) if free else 0


def _stretch(tokens: Sequence[str], place: int) -> str:
    word = tokens[place].lower()
    behind = [token.lower() for token in tokens[place + 1 : place + 3]]
    if behind and behind[0] in _ARTICLES:
        del behind[0]
    count, unit = _unit(behind[0]) if behind else (0, "")
    known = wordings()
    if word in known.halves or (word in known.half and unit == "y"):
        return _HALF_A_YEAR
    number = number_named(word) or (word in known.single and unit in _SINGLE)
    number *= count
    if unit == "h":
        number, unit = number // _HOURS, "d"
    return f"&+{number}{unit}" if number else ""
