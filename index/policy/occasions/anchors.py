"""What survives translation: numbers, names and kinds of occasions that a text holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from index.documents.document import Document
from index.language.figures import figure
from index.language.letters import LOWER
from index.language.months import months_of
from index.language.sounds import consonants
from index.policy.openings import Sought

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(rf"(?<![.!?…»”\"]\s)(?<!^)\b[^\W\d_{LOWER}][\w’'-]*[^\W\d_]", re.MULTILINE)
_LATIN = re.compile(r"[A-Za-z][A-Za-z.'’-]*[A-Za-z]")
_LETTERS = 4  # consonants of a name that count: behind them stand endings
_SHORTEST = 3
_YEARS = range(1950, 2101)
_MONTHS = range(1, 13)
_MONTH = "|".join(f"(?P<m{number}>{month})" for number, month in enumerate(months_of(), 1))
_DAY = re.compile(rf"\b(?P<day>\d\d?)(?:-?[{LOWER}]{{1,3}})? (?:of )?(?:{_MONTH})\b")
_BARE_MONTH = re.compile(rf"(?<!\d )(?<!\d-\w )\b(?:{_MONTH}) (?P<year>20\d\d)")
_HEAD = 600  # characters in which a text tells what it is about


def anchors(document: Document, occasions: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The anchors of a document: comparable between texts of different languages."""
    text = f"{document.title}\n{document.text}"
    found = {*_numbers(text), *_names(text)}
    head = f"{document.title}\n{document.event_title}\n{document.text[:_HEAD]}".lower()
    found |= {
        f"={kind}" for kind, words in occasions.items() if any(word in head for word in words)
    }
    return frozenset(found)


def days(document: Document, eve: Sought) -> frozenset[tuple[int, int]]:
    """Months and days that a document is dated by or names where it begins."""
    head = f"{document.title}\n{document.text[:_HEAD]}".lower()
    found = {
        (number, int(match["day"]))
        for match in _DAY.finditer(head)
        if match["day"]
        for number in _MONTHS
        if match[f"m{number}"]
    }
    date = document.date
    if date and date.month and date.day:
        found.add((date.month, date.day))
        if eve.search(head):
            before = date.first - dt.timedelta(1)
            found.add((before.month, before.day))
    return frozenset(found)


def months(document: Document) -> frozenset[tuple[int, int]]:
    """Years and months without a day that a document names where it begins."""
    head = f"{document.title}\n{document.text[:_HEAD]}".lower()
    return frozenset(
        (int(match["year"]), number)
        for match in _BARE_MONTH.finditer(head)
        for number in _MONTHS
        if match[f"m{number}"]
    )


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        number = match[0].replace(",", ".").rstrip(".")
        plain = number.isdecimal()
        if not plain or (len(number) > 1 and figure(number) not in _YEARS):
            yield f"#{number}"


def _names(text: str) -> Iterator[str]:
    for match in _NAME.finditer(text):
        name = consonants(match[0].lower())[:_LETTERS]
        if len(name) >= _SHORTEST:
            yield name
    for match in _LATIN.finditer(text):
        if match[0].lower() != match[0]:
            yield match[0].lower()
