"""Deadlines as a calendar (RFC 5545): a day-long event on the day each falls due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import flask

from index.search.instructions.duties import Duty
from search_app import __version__
from search_app.current import committed
from search_app.formats.as_atom import plain
from search_app.formats.registered import address
from search_app.languages import date, gettext
from search_app.presenters.dating import doubts_of
from search_app.templating import permanent
from search_app.words import charged, kind_of_duty, label

if TYPE_CHECKING:
    from icalendar import Event

TYPE = "text/calendar"
_NOBODYS = "policy-search"  # a site that has no name of its own
_SUMMARY = 120  # characters
_DAY = dt.timedelta(days=1)


def answer(duties: Iterable[Duty]) -> flask.Response:
    """A calendar on its way out; what has no due date is left out."""
    return flask.Response(as_bytes(duties), mimetype=TYPE)


def as_bytes(duties: Iterable[Duty]) -> bytes:
    """The calendar of some instructions."""
    from icalendar import Calendar  # noqa: PLC0415 - a start should not wait for it

    calendar = Calendar()
    calendar.add("prodid", f"-//Policy search//{__version__}//RU")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", gettext("Сроки поручений"))
    calendar.add("x-wr-calname", gettext("Сроки поручений"))
    for duty in duties:
        if duty.due:
            calendar.add_component(_event(duty))
    return bytes(calendar.to_ical())


def _event(duty: Duty) -> Event:
    shown, due = duty.shown, dt.date.fromisoformat(duty.due)
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("uid", f"{duty.id}@{_site()}")
    event.add("dtstamp", dt.datetime.fromtimestamp(int(committed()), dt.UTC))
    event.add("dtstart", due)
    event.add("dtend", due + _DAY)
    event.add("transp", "TRANSPARENT")
    event.add("summary", plain(_shortened(shown.text)))
    event.add("description", plain(_told(duty)))
    event.add("url", permanent(address(duty.sources[0])))
    event.add("categories", [label("area", area) for area in sorted(duty.areas)])
    return event


def _site() -> str:
    """Whose the ids are (RFC 7986, 5.3): the same by whatever host a reader came here."""
    return urlsplit(flask.current_app.config["BASE_URL"]).hostname or _NOBODYS


def _told(duty: Duty) -> str:
    """Who must act, the words, who told it."""
    shown = duty.shown
    whom = charged(shown)
    lines = [f"{kind_of_duty(shown.kind)}: {shown.text}"]
    lines += [gettext("Кому: %(agencies)s", agencies=whom)] if whom else []
    lines += [gettext("Срок: %(wording)s", wording=shown.deadline)] if shown.deadline else []
    if duty.was:
        lines.append(gettext("Прежний срок: %(day)s", day=date(duty.was)))
    for source in duty.sources:
        when = date(source.document.date)
        name = source.document.source or source.document.title
        lines.append(", ".join(filter(None, (name, when))))
    lines += doubts_of(duty)
    return "\n".join([*lines, permanent(address(duty.sources[0]))])


def _shortened(text: str) -> str:
    return text if len(text) <= _SUMMARY else text[: _SUMMARY - 1].rsplit(" ", 1)[0] + "…"
