"""The day it is where the deadlines fall due."""

from __future__ import annotations

import datetime as dt

# One zone for all of Kazakhstan since 1 March 2024 (government decree 21 of 19 January 2024).
ZONE = dt.timezone(dt.timedelta(hours=5))


def today() -> dt.date:
    """The date in Kazakhstan."""
    return dt.datetime.now(ZONE).date()


def midnight() -> dt.datetime:
    """When it began."""
    return dt.datetime.combine(today(), dt.time(), ZONE)
