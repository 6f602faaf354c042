"""The words of one language by which dates are told, and the numbers and years they mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from index.documents.dates import PartialDate
from index.language.figures import figure
from index.policy.reading import Table
from index.policy.wordlists import Told

MONTHS, QUARTER, HALF = 12, 3, 6
UNITS = ("hours", "days", "weeks", "month_units", "quarters", "years")
_POSSIBLE = range(1900, 2100)  # years that a deadline may name
_YEARS = re.compile(r"\d{4}")
_JOINT = re.compile(r"(?: \w |[ -])?")  # «сорок пять», «forty-five», «четиридесет и пет»
_TEN, _ONES = 10, 9


class Beside(NamedTuple):
    """What stands beside a day and says which one it is; see [<language>.beside]."""

    when: Told
    former: Told
    term: Told
    term_alone: Told
    being: Told
    pointing: Told
    which_year: Told


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language by which dates are told; months and the like in order."""

    months: tuple[re.Pattern[str], ...]
    numbers: tuple[re.Pattern[str], ...]
    prefixes: tuple[re.Pattern[str], ...]
    tens: tuple[re.Pattern[str], ...]  # from twenty to a hundred
    ordinals: tuple[re.Pattern[str], ...]
    seasons: tuple[re.Pattern[str], ...]  # from winter on
    day_words: tuple[re.Pattern[str], ...]  # «двадцать пятого»
    weekdays: tuple[re.Pattern[str], ...]  # from Monday on
    holidays: Mapping[tuple[int, int], re.Pattern[str]]  # by month and day
    units: Mapping[str, re.Pattern[str]]
    adjectives: Mapping[str, str]  # the unit of each beginning: «дневн»
    next: re.Pattern[str]


Groups = Mapping[str, str | None]
Rule = Callable[["Groups", "Vocabulary", "PartialDate | None"], "dt.date | None"]


def index_of(text: str | None, *lists: tuple[re.Pattern[str], ...]) -> int:
    """Which pattern of one of the lists the word is, from 1; ValueError where none."""
    for patterns in lists:
        for number, pattern in enumerate(patterns, 1):
            if text and pattern.fullmatch(text):
                return number
    raise ValueError(text)


def count_of(text: str | None, words: Vocabulary) -> int:
    """How many: a number in figures or in words, one where nothing is said."""
    if not text:
        return 1
    if text.rstrip("-").isdecimal():
        return figure(text.rstrip("-"))
    for number, ten in enumerate(words.tens, 2):
        match = ten.match(text)
        rest = _JOINT.sub("", text[match.end() :], count=1) if match else text
        if match and (not rest or _is_small(rest, words)):
            return number * _TEN + (count_of(rest, words) if rest else 0)
    return index_of(text, words.numbers, words.prefixes)


def _is_small(text: str, words: Vocabulary) -> bool:
    ones = (*words.numbers[:_ONES], *words.prefixes[:_ONES])
    return any(one.fullmatch(text) for one in ones)


def last_of(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def year_of(text: str | None, words: Vocabulary, spoken: PartialDate | None) -> int | None:
    """The year a text names, or that of the speech; None where neither is known.

    ValueError for a year in which nothing is due.
    """
    named = _YEARS.search(text or "")
    if named:
        if int(named[0]) not in _POSSIBLE:
            raise ValueError(named[0])
        return int(named[0])
    if spoken is None:
        return None
    return spoken.year + bool(words.next.search(text or ""))


def forward(month: int, text: str | None, words: Vocabulary, spoken: PartialDate | None) -> int:
    """The year of a month: the one named, else the next time it comes after the speech."""
    if text:
        year = year_of(text, words, spoken)
        if year is not None:
            return year
    if spoken is None or spoken.month is None:
        raise ValueError(month)
    return spoken.year + (month < spoken.month)


def read_adjectives(book: Table) -> dict[str, str]:
    """The unit that each beginning of an adjective tells: «дневн» of days."""
    found = {letters: unit for unit in UNITS for letters in book.texts(unit)}
    book.close()
    return found


def read_holidays(book: Table) -> Iterator[tuple[tuple[int, int], re.Pattern[str]]]:
    """Written «12-16 дню независимости»: month and day, then how the holiday is named."""
    for entry in book.texts("holidays"):
        day, _, name = entry.partition(" ")
        try:
            told = dt.date.fromisoformat(f"2000-{day}")
        except ValueError:
            book.fail("holidays", f"«{entry}» must begin with a month and a day, as 12-16")
        yield (told.month, told.day), book.pattern("holidays", name, entry)
