"""What one query may cost before it is cut short and says so."""

from __future__ import annotations

import time
from collections.abc import Sequence

MOST_POSTINGS = 30_000_000
"""Postings and places that a query may read: some three hundred milliseconds of work."""

MOST_SECONDS = 2.0
"""After this time a query reads no further words."""

_NAMED = 3  # of the alternatives of a word


class Budget:
    """Counts what a query reads; words that no longer fit are left out and remembered."""

    def __init__(self, postings: int = MOST_POSTINGS, seconds: float = MOST_SECONDS) -> None:
        self._left = postings
        self._deadline = time.monotonic() + seconds
        self.cut: dict[str, None] = {}
        """The words that were left out, in order."""

    def allows(self, postings: int, words: Sequence[str]) -> bool:
        """Whether so many postings or places of some words may still be read."""
        self._left -= postings
        fits = self._left >= 0 and time.monotonic() < self._deadline
        if not fits:
            self.cut[" ".join(words[:_NAMED])] = None
        return fits
