"""What narrows a search beside its words, and what matched: the engine's two values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.documents.dates import PartialDate
from index.search.arrivals import Arrivals
from index.search.page import Totals
from index.search.request import SearchRequest
from index.search.rolling import settled
from index.store.reader import Index, Ref
from index.today import today


@dataclass(frozen=True)
class Filters:
    """Chosen values by facet (``facts.FACETS``), events and a range of dates.

    Values of one facet are alternatives, and so are events; facets, events and dates must
    all agree. A document without an event is one of its own id.
    """

    since: PartialDate | None = None
    until: PartialDate | None = None
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()  # any, where none is named
    added: Arrivals | None = None
    excluded: frozenset[tuple[str, str]] = frozenset()  # facets with values that none may have

    @classmethod
    def of(cls, ix: Index, wanted: SearchRequest) -> Filters:
        """What a request asks today; with a role, its agencies are those that have it.

        An event that has another id by now is asked for by that.
        """
        values: dict[str, frozenset[str]] = dict(wanted.filters)
        if wanted.role:
            values["role"] = frozenset({wanted.role})
        if wanted.role and "agency" in values:
            values[wanted.role] = values.pop("agency")
        since, until = (settled(end, today()) for end in (wanted.since, wanted.until))
        if since and until and since.first > until.last:  # known only now that both are days
            since, until = until, since
        events, excluded = ix.events_of(wanted.events), wanted.excluded
        return cls(since, until, values, events, added=wanted.added, excluded=excluded)


@dataclass(frozen=True)
class Matches:
    """What matched: exact totals, the asked stretch of hits, counts of facets.

    ``hits`` are (reference for ``Index.stored``, score) in order. ``facets`` has those of
    ``facts.FACETS`` and date (years as YYYY, months as YYYY-MM); each counts passages under
    all filters but its own; chosen values stay at zero. ``cut`` holds the words whose search
    was cut short by a limit, so that the page can say so.
    """

    totals: Totals
    hits: tuple[tuple[Ref, float], ...]
    facets: dict[str, dict[str, int]]
    cut: tuple[str, ...] = ()
