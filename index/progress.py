"""How far a long work is: items pass through and are counted on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Passes items through and shows how far they are."""

    def __call__(self, items: Iterable[Item], what: str, total: int | None) -> Iterable[Item]:
        """The same items; ``what`` is done to ``total`` of them, None where nobody knows."""


def silently(items: Iterable[Item], what: str, total: int | None) -> Iterable[Item]:  # noqa: ARG001
    """Show no progress."""
    return items
