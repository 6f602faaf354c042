"""Addresses of a search, of its neighbours and of its passages; all percent-encoded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple
from urllib.parse import parse_qsl, quote

import flask

from index.documents.document import Passage
from index.search.page import FacetValue, Hit, SearchPage
from index.search.request import EXCLUDED, FACETS, SearchRequest, quoted
from index.search.rolling import Rolling
from search_app import ranges
from search_app.languages import gettext
from search_app.words import label


class Chip(NamedTuple):
    """A chosen filter: what it is called, and the address without it."""

    name: str
    address: str


class Links:
    """The addresses around one search."""

    def __init__(self, wanted: SearchRequest) -> None:
        self.wanted = wanted
        self._sides: dict[str, tuple[str, str]] = {}

    @cached_property
    def _search(self) -> str:
        return flask.url_for("search.results")

    def _to(self, wanted: SearchRequest) -> str:
        query = wanted.to_query_string()
        return f"{self._search}?{query}" if query else self._search

    def own(self) -> str:
        """The canonical address of this search."""
        return self._to(self.wanted)

    def page(self, number: int) -> str:
        """Another page of the same answer."""
        return self._to(self.wanted.turned_to(number))

    def sorted(self, order: str) -> str:
        """The same search in another order."""
        return self._to(self.wanted.sorted_by(order))

    def toggled(self, facet: str, value: FacetValue) -> str:
        """The same search with the value taken in, or put back where it was chosen."""
        if facet == "date":
            if value.chosen:
                return self._to(self.wanted.without_dates())
            return self.in_year(value.value)
        if value.chosen:
            return self._to(self.wanted.without_value(facet, value.value))
        if value.excluded:
            return self._to(self.wanted.taking_back(facet, value.value))
        if self.wanted.chosen(facet) or facet == "instruction":  # which takes no other value
            return self._to(self.wanted.with_value(facet, value.value))
        if facet not in self._sides:
            self._sides[facet] = self._around(self.wanted.with_value(facet, "*"), f"{facet}=%2A")
        before, after = self._sides[facet]
        return f"{before}{facet}={quoted(value.value)}{after}"

    def left_out(self, facet: str, value: FacetValue) -> str:
        """The same search without the passages of a value; empty where a facet has no such."""
        name = f"not_{facet}"
        if name not in EXCLUDED:
            return ""
        if self.wanted.shut_out(name) or self.wanted.chosen(facet):
            return self._to(self.wanted.excluding(facet, value.value))
        if name not in self._sides:
            self._sides[name] = self._around(self.wanted.excluding(facet, "*"), f"{name}=%2A")
        before, after = self._sides[name]
        return f"{before}{name}={quoted(value.value)}{after}"

    def _around(self, wanted: SearchRequest, place: str) -> tuple[str, str]:
        """What stands before and after a place of an address: a page has many such addresses.

        Nothing but this parameter can read so: «=», «&» and «*» are escaped in all values.
        """
        before, _, after = self._to(wanted).partition(place)
        return before, after

    def grouped(self, group: str) -> str:
        """The same answer put together by document or event."""
        return self._to(self.wanted.grouped_by(group))

    def role(self, role: str) -> str:
        """The same search where the agencies have a role, or any."""
        return self._to(self.wanted.with_role(role))

    def event(self, event: str) -> str:
        """The same search within one event, passage by passage."""
        return self._to(self.wanted.of_events([event]).grouped_by(""))

    def lately(self) -> list[Chip]:
        """The same search within the last week, month and year."""
        ends = map(Rolling.parse, ("-7d", "-30d", "-1y"))
        return [
            Chip(ranges.said(end, None), self._to(self.wanted.dated(end, None))) for end in ends
        ]

    def in_year(self, year: str) -> str:
        """The same search within a year or a month."""
        place = "from=0001&to=0001"
        if "date" not in self._sides:
            self._sides["date"] = self._around(self.wanted.within("0001"), place)
        before, after = self._sides["date"]
        return f"{before}from={year}&to={year}{after}"

    def instead(self, other: SearchRequest) -> str:
        """Another search."""
        return self._to(other)

    def feed(self) -> str:
        """What is new in this search, to subscribe to."""
        query = self.wanted.for_reading().to_query_string()
        return flask.url_for("formats.feed") + (f"?{query}" if query else "")

    def as_typed(self) -> str:
        """The same words, just as they were typed."""
        return self._to(self.wanted.as_typed())

    def reworded(self, text: str) -> str:
        """The same search with other words."""
        return self._to(self.wanted.with_text(text))

    def unfiltered(self) -> str:
        """The words alone."""
        return self._to(self.wanted.without_filters())

    def passage(self, hit: Hit) -> str:
        """A passage in its document, with what this search finds there marked."""
        return f"{within('documents', hit.passage.document)}{self._reading}#p{hit.passage.ordinal}"

    @cached_property
    def _reading(self) -> str:
        query = self.wanted.for_reading().to_query_string()
        return f"?{query}" if query else ""

    def others(self, *left_out: str) -> list[tuple[str, str]]:
        """The parameters that a form passes on, without those it asks for itself."""
        pairs = parse_qsl(self.wanted.to_query_string())
        return [(name, value) for name, value in pairs if name not in left_out]

    def chips(self, page: SearchPage) -> list[Chip]:
        """Every chosen filter with the address that drops it."""
        return list(self._chips(page))

    def agencies(self, found: Passage) -> list[str]:
        """The agencies a passage names, each once, in the order of the text."""
        return list(dict.fromkeys(mention.agency for mention in found.agencies))

    def _chips(self, page: SearchPage) -> Iterator[Chip]:
        if self.wanted.since or self.wanted.until:
            dates = ranges.said(self.wanted.since, self.wanted.until)
            yield Chip(dates, self._to(self.wanted.without_dates()))
        if self.wanted.added:
            yield Chip(gettext("только новое"), self._to(self.wanted.arrived(None)))
        for facet in FACETS:
            for value in page.facets.get(facet, ()):
                if value.chosen:
                    yield Chip(value.label, self.toggled(facet, value))
        for name, facet in EXCLUDED.items():
            for shut in sorted(self.wanted.shut_out(name)):
                said = gettext("кроме: %(names)s", names=label(facet, shut))
                yield Chip(said, self._to(self.wanted.taking_back(facet, shut)))
        if self.wanted.role:
            yield Chip(label("role", self.wanted.role), self.role(""))
        for event in sorted(self.wanted.events):
            name = gettext("событие %(id)s", id=event)
            yield Chip(name, self._to(self.wanted.of_events(self.wanted.events - {event})))


def passage(found: Passage, text: str = "") -> str:
    """The address of a passage in its document; with ``text``, its words are marked there."""
    query = f"?q={quote(text, safe='')}" if text else ""
    return f"{within('documents', found.document)}{query}#p{found.ordinal}"


def within(section: str, name: str) -> str:
    """The address of a document, an agency or an area below the list of them."""
    lists: dict[str, str] = flask.g.setdefault("lists", {})
    if section not in lists:
        lists[section] = flask.url_for(f"{section}.listing")
    return f"{lists[section]}/{quote(name, safe='')}"
