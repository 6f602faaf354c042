"""The names of months in four languages, in all their cases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

NAMES = {
    "ru": (
        r"январ(?:[ьяею]|[её]м)|янв\.?",
        r"феврал(?:[ьяею]|[её]м)|февр?\.?",
        r"март(?:[аеу]|ом)?",
        r"апрел(?:[ьяею]|[её]м)|апр\.?",
        r"ма(?:[йяею]|ем)",
        r"июн(?:[ьяею]|[её]м)",
        r"июл(?:[ьяею]|[её]м)",
        r"август(?:[аеу]|ом)?|авг\.?",
        r"сентябр(?:[ьяею]|[её]м)|сент\.?",
        r"октябр(?:[ьяею]|[её]м)|окт\.?",
        r"ноябр(?:[ьяею]|[её]м)|нояб\.?",
        r"декабр(?:[ьяею]|[её]м)|дек\.?",
    ),
    "kk": (
        *(r"қаңтар\w*", r"ақпан\w*", r"наурыз\w*", r"сәуір\w*", r"мамыр\w*", r"маусым\w*"),
        *(r"шілде\w*", r"тамыз\w*", r"қыркүйе[кг]\w*", r"қазан(?!шы|дық)\w*", r"қараша\w*"),
        r"желтоқсан\w*",
    ),
    "en": (
        *(r"january|jan\.?", r"february|feb\.?", "march", r"april|apr\.?", "may", "june", "july"),
        *(r"august|aug\.?", r"september|sept?\.?", r"october|oct\.?", r"november|nov\.?"),
        r"december|dec\.?",
    ),
    "bg": (
        *("януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември"),
        *("октомври", "ноември", "декември"),
    ),
}
"""By language a pattern for each month, January first: whole words in small letters."""

SMALL = ("ru", "kk", "bg")
"""Languages that write months with a small letter; «may» and «march» are other words."""


def months_of(languages: Iterable[str] = tuple(NAMES)) -> tuple[str, ...]:
    """A pattern for each month, January first, that matches its names in some languages."""
    return tuple("|".join(each) for each in zip(*map(NAMES.__getitem__, languages), strict=True))


@lru_cache(maxsize=20_000)
def month_of(word: str, languages: tuple[str, ...] = tuple(NAMES)) -> int:
    """The number of the month that a word in small letters names; 0 where it names none."""
    for number, names in enumerate(_compiled(languages), 1):
        if names.fullmatch(word):
            return number
    return 0


@cache
def _compiled(languages: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, months_of(languages)))
