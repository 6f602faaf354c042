"""What was worked out before: most words of a text are met again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_KEPT = 60_000  # things of which something is remembered

Thing = TypeVar("Thing", bound=Hashable)
Known = TypeVar("Known")


class Remembered(dict[Thing, Known]):
    """What is known of things, worked out where one is first asked for; so many at most."""

    def __init__(self, of: Callable[[Thing], Known], kept: int = _KEPT) -> None:
        super().__init__()
        self._of, self._kept = of, kept

    def __missing__(self, thing: Thing) -> Known:
        if len(self) >= self._kept:
            self.clear()
        known = self[thing] = self._of(thing)
        return known
