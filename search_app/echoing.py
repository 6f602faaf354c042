"""What a page repeats of a request in each of its hundred addresses, kept within bounds."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping

from index.search.page import Note, SearchPage
from index.search.request import EXCLUDED, SearchRequest
from index.store.reader import Index
from index.today import today
from search_app.current import policy_tables

UNKNOWN = 3
"""Values of a facet that no passage has: so many stay, as others find nothing either."""
LETTERS = 40
"""Of such a value; an id of a retired agency is shorter."""
TEXT = 300
"""A longer query is repeated as it was normalised."""
_CODES = {"agency": "unknown-agency", "area": "unknown-area"}


def bounded(ix: Index, wanted: SearchRequest) -> tuple[SearchRequest, int]:
    """A request that finds the same with few unknown values, and how many it leaves out."""
    left_out, page = 0, wanted.page
    for facet, values in wanted.filters.items():
        known = {value for value in values if _known(ix, facet, value)}
        kept = known | _cut(values - known)
        if kept != values:
            left_out += len(values) - len(kept)
            wanted = wanted.choosing(facet, kept)
    for name, facet in EXCLUDED.items():
        values = wanted.shut_out(name)
        unknown = sorted(value for value in values if not _known(ix, facet, value))
        left_out += len(unknown)  # they leave out nothing
        for value in unknown:
            wanted = wanted.taking_back(facet, value)
    events = _events(ix, wanted.events)
    if events != wanted.events:
        left_out += len(wanted.events) - len(events)
        wanted = dataclasses.replace(wanted, events=events)
    return wanted.turned_to(page), left_out


def noted(ix: Index, wanted: SearchRequest, page: SearchPage) -> SearchPage:
    """The page, its notes naming values of filters that no passage, table or event has.

    Dates of which the later one was said first are told as they were read.
    """
    dates = wanted.on(today())
    turned = (Note("turned-dates", f"{dates.since}..{dates.until}"),) if dates.turned else ()
    told = (*strangers(ix, wanted.filters, wanted.events), *turned)
    return dataclasses.replace(page, notes=(*page.notes, *told)) if told else page


def strangers(
    ix: Index, filters: Mapping[str, Collection[str]], events: Iterable[str]
) -> tuple[Note, ...]:
    """A note for each value of a filter that no passage, table or event has."""
    unknown = [
        Note(_CODES.get(facet, "unknown-value"), _named(facet, value))
        for facet, values in filters.items()
        for value in sorted(_cut({each for each in values if not _known(ix, facet, each)}))
    ]
    foreign = _cut({name for name in events if not ix.happened(name)})
    return (*unknown, *(Note("unknown-event", value) for value in sorted(foreign)))


def echoed(wanted: SearchRequest, page: SearchPage) -> SearchRequest:
    """The request as addresses of its page say it: a long query as it was read."""
    if len(wanted.text) <= TEXT:
        return wanted
    return dataclasses.replace(wanted, text=page.canonical)


def _known(ix: Index, facet: str, value: str) -> bool:
    names, _ = ix.facets.get(facet, ((), slice(0)))
    tables = {"area": policy_tables().areas, "agency": policy_tables().agencies}
    return value in names or value in tables.get(facet, ())


def _events(ix: Index, events: Iterable[str]) -> frozenset[str]:
    """Those that there are as they are called now, and a few of those that there are not."""
    known = {name for name in events if ix.happened(name)}
    return frozenset(ix.events_of(known) | _cut(set(events) - known))


def _named(facet: str, value: str) -> str:
    return value if facet in _CODES else f"{facet}:{value}"


def _cut(values: Iterable[str]) -> set[str]:
    return {value[:LETTERS] for value in sorted(values)[:UNKNOWN]}
