"""What is worked out of a text is remembered, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")

_MANY = 8
_times = [1]


class Memory(dict[str, Item]):
    """What a function says of a text, remembered in two generations so that it stays bounded."""

    def __init__(self, read: Callable[[str], Item], kept: int) -> None:
        super().__init__()
        self._read, self._kept = read, kept
        self._older: dict[str, Item] = {}

    def __missing__(self, text: str) -> Item:
        if len(self) >= room(self._kept):
            self._older = dict(self)
            self.clear()
        known = self._older.get(text)
        item = self[text] = self._read(text) if known is None else known
        return item


def room(kept: int) -> int:
    """How many are remembered where usually so many are."""
    return kept * _times[0]


def remember_more() -> None:
    """Remember eight times as many from now on: for who reads many texts and then ends."""
    _times[0] = _MANY


@contextmanager
def remembering_more() -> Iterator[None]:
    """Remember eight times as many for the while."""
    before = _times[0]
    remember_more()
    try:
        yield
    finally:
        _times[0] = before
