"""How far a long command is: a bar on a terminal, now and then a plain line in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from tqdm import tqdm

from index.progress import Item

EVERY = 5.0
"""Seconds between two lines where no terminal shows a bar."""


def bar(items: Iterable[Item], what: str, total: int | None) -> Iterable[Item]:
    """Pass documents through and show how many have been."""
    if sys.stderr.isatty():
        # Nothing is shown for what is over within half a second.
        return tqdm(items, what, total, unit=" documents", delay=0.5, file=sys.stderr)
    return _lines(items, what, total)


def say(line: str) -> None:
    """A line on standard error, above the bar if there is one."""
    tqdm.write(line, file=sys.stderr)


def _lines(items: Iterable[Item], what: str, total: int | None) -> Iterator[Item]:
    told, whole = time.monotonic(), f" of {total}" if total else ""
    for done, item in enumerate(items, 1):
        yield item
        if time.monotonic() - told >= EVERY:
            told = time.monotonic()
            say(f"{what}: {done}{whole} documents")
