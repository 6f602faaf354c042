"""What a reader asked for, as an address says it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from index.documents.dates import PartialDate
from index.errors import RequestError
from index.search import rolling
from index.search.arguments import (
    Args,
    arrivals,
    check_range,
    date,
    helped,
    line,
    number,
    single,
    values_of,
)
from index.search.arrivals import Arrivals
from index.search.query_string import EXCLUDED, FACETS, PARAMETERS, QueryString
from index.search.rolling import Rolling, When

__all__ = [
    "EXCLUDED",
    "FACETS",
    "GROUPS",
    "MAX_PER_PAGE",
    "MAX_TEXT",
    "PARAMETERS",
    "PER_PAGE",
    "ROLES",
    "SORTS",
    "Args",
    "SearchRequest",
    "single",
]

_SETS = (*FACETS.values(), "events")

SORTS = ("relevance", "newest", "oldest")
GROUPS = ("", "document", "event")
ROLES = ("", "instructed")
PER_PAGE = 20
MAX_PER_PAGE = 100
# Longer than any query that is answered in full, so that the parser sees that it must cut.
MAX_TEXT = 5_000


@dataclass(frozen=True)
class SearchRequest:
    """What a reader asked for; equal requests have one query string."""

    text: str = ""
    areas: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    instructions: frozenset[str] = frozenset()  # {"1"}: only passages with an instruction
    excluded: frozenset[tuple[str, str]] = frozenset()  # facets and values that may not be
    role: str = ROLES[0]  # instructed: the chosen agencies, or some, must act
    events: frozenset[str] = frozenset()
    added: Arrivals | None = None  # by when the words came into the archive
    since: When | None = None
    until: When | None = None
    sort: str = SORTS[0]
    group: str = GROUPS[0]
    helped: bool = True  # nothing is mended or relaxed where not
    page: int = 1
    per_page: int = PER_PAGE
    turned: bool = dataclasses.field(default=False, compare=False)  # the dates came end first

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", line(self.text, MAX_TEXT))
        for field in _SETS:
            if given := getattr(self, field):
                object.__setattr__(self, field, values_of(given))
        if self.excluded:
            object.__setattr__(self, "excluded", _cleaned(self.excluded))
        if rolling.crossed(self.since, self.until):
            # «с августа по июль» names the same days as «с июля по август».
            since, until = self.until, self.since
            object.__setattr__(self, "since", since)
            object.__setattr__(self, "until", until)
            object.__setattr__(self, "turned", True)
        if self.instructions - {"1"}:
            raise RequestError("instruction", "takes 1")
        for name, taken in (("sort", SORTS), ("role", ROLES), ("group", GROUPS)):
            if getattr(self, name) not in taken:
                raise RequestError(name, f"takes one of {', '.join(filter(None, taken))}")
        check_range("page", self.page, None)
        check_range("per_page", self.per_page, MAX_PER_PAGE)

    @classmethod
    def from_args(cls, args: Args) -> SearchRequest:
        """The request that an address makes; RequestError names a malformed parameter.

        Empty parameters count as absent (a form sends them), unknown ones are ignored,
        unknown values of a facet are kept and find nothing.
        """
        return cls(
            text=args.get("q") or "",
            since=date("from", single(args, "from")),
            until=date("to", single(args, "to")),
            sort=single(args, "sort") or SORTS[0],
            excluded=frozenset(
                (facet, value) for name, facet in EXCLUDED.items() for value in args.getlist(name)
            ),
            role=single(args, "role"),
            events=frozenset(args.getlist("event")),
            added=arrivals(single(args, "added")),
            group=single(args, "group"),
            helped=helped(single(args, "help")),
            page=number("page", single(args, "page"), 1),
            per_page=number("per_page", single(args, "per_page"), PER_PAGE),
            turned=False,
            **{field: frozenset(args.getlist(name)) for name, field in FACETS.items()}
            | {"instructions": frozenset({single(args, "instruction")} - {""})},
        )

    def to_query_string(self) -> str:
        """The one query string of this request: defaults left out, values sorted, UTF-8 escaped."""
        return str(self.said())

    def said(self) -> QueryString:
        """What the address of this request says, and those of its neighbours."""
        pairs = [("q", self.text), ("from", str(self.since or "")), ("to", str(self.until or ""))]
        pairs += [(name, value) for name in FACETS for value in sorted(self.chosen(name))]
        if self.excluded:
            pairs += [(name, value) for name in EXCLUDED for value in sorted(self.shut_out(name))]
        pairs += [("role", self.role), *(("event", event) for event in sorted(self.events))]
        pairs += [
            ("added", str(self.added or "")),
            ("sort", "" if self.sort == SORTS[0] else self.sort),
            ("group", self.group),
            ("help", "" if self.helped else "no"),
            ("page", "" if self.page == 1 else str(self.page)),
            ("per_page", "" if self.per_page == PER_PAGE else str(self.per_page)),
        ]
        return QueryString(pairs)

    def chosen(self, facet: str) -> frozenset[str]:
        """The chosen values of a facet."""
        values: frozenset[str] = getattr(self, FACETS[facet])
        return values

    def shut_out(self, parameter: str) -> frozenset[str]:
        """The values that a parameter of EXCLUDED leaves out."""
        facet = EXCLUDED[parameter]
        return frozenset(value for name, value in self.excluded if name == facet)

    @property
    def filters(self) -> dict[str, frozenset[str]]:
        """The facets in which something is chosen, with their values."""
        return {name: self.chosen(name) for name in FACETS if self.chosen(name)}

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the text narrows the search."""
        ends = self.since or self.until or self.added
        return bool(self.filters or self.excluded or ends or self.role or self.events)

    def with_text(self, text: str) -> SearchRequest:
        """The same request with other words, from its first page."""
        return dataclasses.replace(self, text=text, page=1)

    def with_value(self, facet: str, value: str) -> SearchRequest:
        """The same request with one more value chosen; it is excluded no more."""
        return self.taking_back(facet, value).choosing(facet, self.chosen(facet) | {value})

    def without_value(self, facet: str, value: str) -> SearchRequest:
        """The same request with one value less."""
        return self.choosing(facet, self.chosen(facet) - {value})

    def excluding(self, facet: str, value: str) -> SearchRequest:
        """The same request without the passages that have a value."""
        excluded = self.excluded | {(facet, value)}
        return dataclasses.replace(self.without_value(facet, value), excluded=excluded)

    def taking_back(self, facet: str, value: str) -> SearchRequest:
        """The same request with a value no longer excluded."""
        return dataclasses.replace(self, excluded=self.excluded - {(facet, value)}, page=1)

    def without_facet(self, facet: str) -> SearchRequest:
        """The same request with nothing chosen in a facet."""
        return self.choosing(facet, frozenset())

    def without_filters(self) -> SearchRequest:
        """The words alone, in the same order and page size."""
        nothing: dict[str, Any] = dict.fromkeys(FACETS.values(), frozenset())
        plain = dataclasses.replace(self.without_dates(), role="", events=frozenset(), added=None)
        nothing["excluded"] = frozenset()
        return dataclasses.replace(plain, **nothing)

    def with_role(self, role: str) -> SearchRequest:
        """The same request where the agencies have a role, or any."""
        return dataclasses.replace(self, role=role, page=1)

    def of_events(self, events: Iterable[str]) -> SearchRequest:
        """The same request within some events, or anywhere."""
        return dataclasses.replace(self, events=frozenset(events), page=1)

    def grouped_by(self, group: str) -> SearchRequest:
        """The same answer put together by document or event, from its first page."""
        return dataclasses.replace(self, group=group, page=1)

    def dated(self, since: When | None, until: When | None) -> SearchRequest:
        """The same request within a range of dates."""
        return dataclasses.replace(self, since=since, until=until, page=1, turned=False)

    def within(self, period: str) -> SearchRequest:
        """The same request within one year, month or day: what the date facet links to."""
        date = PartialDate.parse(period)
        return self.dated(date, date)

    def on(self, day: dt.date) -> SearchRequest:
        """What the request asks on a day: dates that move with the calendar stand still."""
        if not isinstance(self.since, Rolling) and not isinstance(self.until, Rolling):
            return self
        since, until = (rolling.settled(end, day) for end in (self.since, self.until))
        return dataclasses.replace(self, since=since, until=until)

    def arrived(self, added: Arrivals | None) -> SearchRequest:
        """The same request of what came in then, or of all."""
        return dataclasses.replace(self, added=added, page=1)

    def without_dates(self) -> SearchRequest:
        """The same request at any date."""
        return self.dated(None, None)

    def for_reading(self) -> SearchRequest:
        """What finds the same passages, without how an answer is laid out."""
        return dataclasses.replace(self, sort=SORTS[0], group=GROUPS[0], page=1, per_page=PER_PAGE)

    def as_typed(self) -> SearchRequest:
        """The same request without help, from its first page."""
        return dataclasses.replace(self, helped=False, page=1)

    def turned_to(self, page: int) -> SearchRequest:
        """Another page of the same answer."""
        return dataclasses.replace(self, page=page)

    def sorted_by(self, sort: str) -> SearchRequest:
        """The same request in another order, from its first page."""
        return dataclasses.replace(self, sort=sort, page=1)

    def choosing(self, facet: str, values: Iterable[str]) -> SearchRequest:
        """The same request with these values of a facet, from its first page."""
        chosen: dict[str, Any] = {FACETS[facet]: frozenset(values)}
        return dataclasses.replace(self, page=1, **chosen)


def _cleaned(excluded: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """What is left out, facet by facet as what is chosen."""
    pairs = set(excluded)
    return frozenset(
        (facet, value)
        for facet in EXCLUDED.values()
        for value in values_of(value for name, value in pairs if name == facet)
    )
