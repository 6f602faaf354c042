"""Addresses of a search, of its neighbours and of its passages; all percent-encoded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

import flask

from index.documents.document import Passage
from index.search.arguments import values_of
from index.search.page import FacetValue, Hit, SearchPage
from index.search.query_string import QueryString, quoted
from index.search.request import EXCLUDED, FACETS, SORTS, SearchRequest
from index.search.rolling import Rolling
from search_app import ranges
from search_app.languages import gettext
from search_app.words import label

_ANY_TIME: Mapping[str, Iterable[str]] = {"from": (), "to": ()}
_ANYHOW: Mapping[str, Iterable[str]] = {"sort": (), "group": (), "page": (), "per_page": ()}
_MOST_REMEMBERED = 1_000


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
        return at("search.results")

    @cached_property
    def _said(self) -> QueryString:
        return self.wanted.said()

    def _with(self, others: Mapping[str, Iterable[str]]) -> str:
        """The address of a search that differs in some parameters, from its first page."""
        return self._below(self._said.but({"page": (), **others}))

    def _to(self, wanted: SearchRequest) -> str:
        return self._below(wanted.to_query_string())

    def _below(self, query: str) -> str:
        return f"{self._search}?{query}" if query else self._search

    def own(self) -> str:
        """The canonical address of this search."""
        return self._below(str(self._said))

    def page(self, number: int) -> str:
        """Another page of the same answer."""
        return self._with({"page": [str(number)] if number > 1 else ()})

    def sorted(self, order: str) -> str:
        """The same search in another order."""
        return self._with({"sort": [order] if order != SORTS[0] else ()})

    def toggled(self, facet: str, value: FacetValue) -> str:
        """The same search with the value taken in, or put back where it was chosen."""
        if facet == "date":
            return self._with(_ANY_TIME) if value.chosen else self.in_year(value.value)
        chosen, name = self._said.values[facet], f"not_{facet}"
        if value.chosen:
            return self._with({facet: _without(chosen, value)})
        if value.excluded:
            return self._with({name: _without(self._said.values[name], value)})
        if chosen or facet == "instruction":  # which takes no other value
            return self._with({facet: _with(chosen, value)})
        return self._among(facet, value)

    def left_out(self, facet: str, value: FacetValue) -> str:
        """The same search without the passages of a value; empty where a facet has no such."""
        name = f"not_{facet}"
        if name not in EXCLUDED:
            return ""
        chosen, shut = self._said.values[facet], self._said.values[name]
        if chosen or shut:
            return self._with({facet: _without(chosen, value), name: _with(shut, value)})
        return self._among(name, value)

    def _among(self, name: str, value: FacetValue) -> str:
        """The same search with the only value of a parameter.

        A page has many such addresses: what stands before and after is written once. Nothing
        but this parameter can read so, as «=», «&» and «*» are escaped in all values.
        """
        if name not in self._sides:
            before, _, after = self._with({name: ["*"]}).partition(f"{name}=%2A")
            self._sides[name] = f"{before}{name}=", after
        before, after = self._sides[name]
        return f"{before}{quoted(value.value)}{after}"

    def grouped(self, group: str) -> str:
        """The same answer put together by document or event."""
        return self._with({"group": [group]})

    def role(self, role: str) -> str:
        """The same search where the agencies have a role, or any."""
        return self._with({"role": [role]})

    def event(self, event: str) -> str:
        """The same search within one event, passage by passage."""
        return self._to(self.wanted.of_events([event]).grouped_by(""))

    def lately(self) -> list[Chip]:
        """The same search within the last week, month and year."""
        ends = map(Rolling.parse, ("-7d", "-30d", "-1y"))
        return [
            Chip(ranges.said(end, None), self._with({"from": [str(end)], "to": ()})) for end in ends
        ]

    def in_year(self, year: str) -> str:
        """The same search within a year or a month."""
        if "date" not in self._sides:
            place = {"from": ["*"], "to": ["*"]}
            before, _, after = self._with(place).partition("from=%2A&to=%2A")
            self._sides["date"] = before, after
        before, after = self._sides["date"]
        return f"{before}from={year}&to={year}{after}"

    def instead(self, other: SearchRequest) -> str:
        """Another search."""
        return self._to(other)

    def feed(self) -> str:
        """What is new in this search, to subscribe to."""
        return at("formats.feed") + self._reading

    def as_typed(self) -> str:
        """The same words, just as they were typed."""
        return self._with({"help": ["no"]})

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
        query = self._said.but(_ANYHOW)
        return f"?{query}" if query else ""

    def others(self, *left_out: str) -> list[tuple[str, str]]:
        """The parameters that a form passes on, without those it asks for itself."""
        return [
            (name, value)
            for name, values in self._said.values.items()
            for value in values
            if name not in left_out
        ]

    def chips(self, page: SearchPage) -> list[Chip]:
        """Every chosen filter with the address that drops it."""
        return list(self._chips(page))

    def agencies(self, found: Passage) -> list[str]:
        """The agencies a passage names, each once, in the order of the text."""
        return list(dict.fromkeys(mention.agency for mention in found.agencies))

    def _chips(self, page: SearchPage) -> Iterator[Chip]:
        if self.wanted.since or self.wanted.until:
            dates = ranges.said(self.wanted.since, self.wanted.until)
            said = gettext("даты: %(dates)s", dates=dates)
            yield Chip(said, self._to(self.wanted.without_dates()))
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
    return f"{at(f'{section}.listing')}/{quoted(name)}"


def at(endpoint: str) -> str:
    """The address of an endpoint without parameters, remembered: a page asks for a hundred."""
    known: dict[tuple[str, str], str]
    known = flask.current_app.extensions.setdefault("policy_search.addresses", {})
    key = flask.request.script_root, endpoint
    if key not in known:
        if len(known) > _MOST_REMEMBERED:  # SCRIPT_NAME is what a proxy in front says
            known.clear()
        known[key] = flask.url_for(endpoint)
    return known[key]


def _with(values: Iterable[str], value: FacetValue) -> list[str]:
    return sorted(values_of([*values, value.value]))


def _without(values: Iterable[str], value: FacetValue) -> list[str]:
    return [each for each in values if each != value.value]
