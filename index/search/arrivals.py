"""When passages came in: by the number of the archive's change that first held their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

ARRIVED = "arrived"
"""The order of subscriptions: what came in last first. No address asks for it."""

_FORM = re.compile(r"(\d{1,9})\.\.(\d{1,9})?")


@dataclass(frozen=True)
class Arrivals:
    """Passages of changes after ``after`` up to ``until``, both numbers of the archive."""

    after: int
    until: int | None = None

    @classmethod
    def parse(cls, text: str) -> Arrivals:
        """What is written 12.. or 12..15; ValueError if something else is."""
        form = _FORM.fullmatch(text)
        if form is None or not text.isascii():
            raise ValueError(f"«{text}»: takes two numbers of changes, as 12..15, or 12..")
        return cls(int(form[1]), int(form[2]) if form[2] else None)

    def __str__(self) -> str:
        return f"{self.after}..{'' if self.until is None else self.until}"
