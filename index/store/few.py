"""When plain Python is the faster way: a numpy call costs a microsecond whatever it is given."""

from __future__ import annotations

MOST = 40
"""Of so many numbers a loop of Python costs less than the numpy calls in its place."""


def few(count: int) -> bool:
    """Whether so many numbers are worked through one by one; the results are the same."""
    return count <= MOST
