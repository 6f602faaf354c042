"""What a measurement compares with, where it is not installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Peer = TypeVar("Peer")
ABSENT = "is not installed: `run.py test` brings it"


def installed(peer: Callable[[], Peer]) -> Peer | None:
    """What ``peer`` makes of its package; None without the package."""
    try:
        return peer()
    except ModuleNotFoundError:
        return None
