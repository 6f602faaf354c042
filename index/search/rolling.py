"""Days that move on with the calendar: what an address means by «the last 30 days»."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from index.documents.dates import PartialDate

UNITS = ("d", "m", "y")
"""Days, months and years."""

TAKES = "YYYY, YYYY-MM, YYYY-MM-DD, or how long ago: -30d, -6m, -1y"

_FORM = re.compile(r"-(\d{1,5})([dmy])")
_DAYS = {"d": 1.0, "m": 30.44, "y": 365.25}  # about; only to put two of them in order
_MONTHS = 12


@dataclass(frozen=True)
class Rolling:
    """The day so many days, months or years ago, counted anew every day; -0d is today."""

    count: int
    unit: str

    def __post_init__(self) -> None:
        if self.unit == "m" and self.count and self.count % _MONTHS == 0:
            # Twelve months ago and a year ago are one day, so they are one address.
            object.__setattr__(self, "count", self.count // _MONTHS)
            object.__setattr__(self, "unit", "y")
        if not self.count:
            object.__setattr__(self, "unit", UNITS[0])

    @classmethod
    def parse(cls, text: str) -> Rolling:
        """What is written -30d, -6m or -1y; ValueError if something else is."""
        form = _FORM.fullmatch(text)
        if form is None or not text.isascii():
            raise ValueError(f"«{text}» does not say how long ago: write -30d, -6m or -1y")
        return cls(int(form[1]), form[2])

    def on(self, day: dt.date) -> PartialDate:
        """The day meant on a day; the first one of all where the calendar does not reach back.

        A month ago is the same day of the month before, or its last where it has no such day.
        """
        if self.unit == "d":
            known = dt.date.fromordinal(max(1, day.toordinal() - self.count))
            return PartialDate(known.year, known.month, known.day)
        months = self.count * (_MONTHS if self.unit == "y" else 1)
        year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
        if year < dt.MINYEAR:
            return PartialDate(dt.MINYEAR, 1, 1)
        last = calendar.monthrange(year, month + 1)[1]
        return PartialDate(year, month + 1, min(day.day, last))

    @property
    def days(self) -> float:
        """About how many days ago."""
        return self.count * _DAYS[self.unit]

    def __str__(self) -> str:
        return f"-{self.count}{self.unit}"


When = PartialDate | Rolling
"""An end of a range of dates."""


def when(text: str) -> When:
    """The date or the time ago that a text says; ValueError if it says neither."""
    try:
        return Rolling.parse(text) if text.startswith("-") else PartialDate.parse(text)
    except ValueError as wrong:
        raise ValueError(f"«{text}» is no date; takes {TAKES}") from wrong


def settled(end: When | None, day: dt.date) -> PartialDate | None:
    """The date that an end of a range is on a day."""
    return end.on(day) if isinstance(end, Rolling) else end


def crossed(since: When | None, until: When | None) -> bool:
    """Whether a range begins after it ends, as far as can be told without the day."""
    if isinstance(since, Rolling) and isinstance(until, Rolling):
        return (since.days, str(since)) < (until.days, str(until))
    if isinstance(since, PartialDate) and isinstance(until, PartialDate):
        return since.first > until.last
    return False
