"""Moments as staff read them: by the clock of Kazakhstan, as the site's days are."""

from __future__ import annotations

import datetime as dt

import flask

from index.documents.dates import PartialDate
from index.today import ZONE
from search_app.languages import date


def install(app: flask.Flask) -> None:
    """Let templates show moments."""
    app.jinja_env.filters.update(moment=moment, day=day)


def moment(at: dt.datetime | None) -> str:
    """A day and a time, to the minute; «» for never."""
    if at is None:
        return ""
    here = at.astimezone(ZONE)
    return f"{day(at)}, {here:%H:%M}"


def day(at: dt.datetime) -> str:
    """The day of a moment."""
    return date(PartialDate.parse(f"{at.astimezone(ZONE):%Y-%m-%d}"))


def midnight(day: dt.date) -> dt.datetime:
    """When a day begins."""
    return dt.datetime.combine(day, dt.time(), ZONE)
