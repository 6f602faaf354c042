"""Dates in words: a line that is nothing but a date, in Russian, Kazakh, Bulgarian or English."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from index.documents.dates import PartialDate
from index.language.months import months_of

_MONTH = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(months_of(), 1))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_AFTER_YEAR = r"(?:\s*(?:года?|г\.?|жыл\w*|година))?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:{_DAY}\s+)?(?:{_MONTH}),?\s+{_YEAR}{_AFTER_YEAR}\.?",
        rf"(?:{_MONTH})\s+{_DAY},\s*{_YEAR}",
        rf"{_YEAR}\s+жыл\w*\s+{_DAY}\s+(?:{_MONTH})\.?",
        rf"{_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}{_AFTER_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)(?:-{_DAY})?",
    )
)
_FIRST = 5  # paragraphs among which a line of date is looked for
_LONGEST = 40


def written_date(line: str) -> PartialDate | None:
    """The date that a line consists of: «11 августа 2025 года»; None for any other line."""
    if len(line) > _LONGEST:
        return None
    for form in _FORMS:
        found = form.fullmatch(line.strip())
        if found:
            return _dated(found)
    return None


def take_date(paragraphs: Sequence[str]) -> tuple[PartialDate | None, tuple[str, ...]]:
    """The date that stands on a line of its own near the top, and the paragraphs without it."""
    for place, line in enumerate(paragraphs[:_FIRST]):
        date = written_date(line)
        if date is not None and len(paragraphs) > 1:
            return date, (*paragraphs[:place], *paragraphs[place + 1 :])
    return None, tuple(paragraphs)


def _dated(found: re.Match[str]) -> PartialDate | None:
    parts = found.groupdict()
    named = next((int(name[1:]) for name in parts if name[1:].isdigit() and parts[name]), None)
    month = named or int(parts["month"])
    day = int(parts["day"]) if parts["day"] else None
    try:
        dt.date(int(parts["year"]), month, day or 1)
    except ValueError:
        return None
    return PartialDate(int(parts["year"]), month, day)
