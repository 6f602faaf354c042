"""Dates as sources give them: a day, a month or only a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class PartialDate:
    """A year, a month or a day: the interval of days that it names."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date written YYYY, YYYY-MM or YYYY-MM-DD; ValueError says what is wrong."""
        form = _FORM.fullmatch(text.strip())
        if form is None or not form[0].isascii():
            raise ValueError(f"«{text}» is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
        year = int(form[1])
        month, day = (int(part) if part else None for part in form.groups()[1:])
        try:
            dt.date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError as impossible:
            raise ValueError(f"«{text}» is not a date: {impossible}") from impossible
        return cls(year, month, day)

    @property
    def first(self) -> dt.date:
        """The first day of the interval."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day of the interval."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)
