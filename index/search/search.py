"""The road of a search: a request in, a page out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from index.documents.dates import PartialDate
from index.search.engine import Filters, Matches, evaluate
from index.search.page import FacetValue, Hit, Note, SearchPage
from index.search.parser import ParsedQuery, parse
from index.search.query import Query
from index.search.request import FACETS, SearchRequest
from index.search.snippets import Snippets
from index.store.reader import Index

Label = Callable[[str, str], str]
"""What a value of a facet is called; takes the facet and the value."""


def search(ix: Index, wanted: SearchRequest, label: Label) -> SearchPage:
    """Answer a request; a page beyond the last has no hits and the right totals."""
    parsed = parse(wanted.text)
    matches = _matches(ix, wanted, parsed.query)
    return SearchPage(
        text=wanted.text,
        canonical=parsed.canonical,
        read_as=parsed.read_as,
        notes=_notes(parsed, matches),
        totals=matches.totals,
        page=wanted.page,
        pages=-(-matches.totals.passages // wanted.per_page),
        per_page=wanted.per_page,
        sort=wanted.sort,
        hits=_hits(ix, matches, parsed.query),
        facets=_facets(wanted, matches.facets, label),
    )


def _matches(ix: Index, wanted: SearchRequest, query: Query) -> Matches:
    filters = Filters(wanted.since, wanted.until, wanted.filters)
    # No page begins beyond the last passage, whatever number an address gives.
    offset = min((wanted.page - 1) * wanted.per_page, ix.count)
    return evaluate(ix, query, filters, wanted.sort, offset, wanted.per_page)


def _notes(parsed: ParsedQuery, matches: Matches) -> tuple[Note, ...]:
    cut = (Note("cut", ", ".join(matches.cut)),) if matches.cut else ()
    return parsed.notes + cut


def _hits(ix: Index, matches: Matches, query: Query) -> tuple[Hit, ...]:
    snippets = Snippets(query)
    hits = []
    for ref, score in matches.hits:
        passage, document = ix.stored(ref), ix.header(ref)
        shown = snippets.snippet(passage), snippets.title(document)
        hits.append(Hit(document, passage, score, *shown))
    return tuple(hits)


def _facets(
    wanted: SearchRequest, counts: Mapping[str, Mapping[str, int]], label: Label
) -> dict[str, tuple[FacetValue, ...]]:
    facets = {name: _facet(wanted, name, counts.get(name, {}), label) for name in FACETS}
    return facets | {"date": _years(wanted, counts.get("date", {}))}


def _facet(
    wanted: SearchRequest, name: str, counts: Mapping[str, int], label: Label
) -> tuple[FacetValue, ...]:
    """The values with something to show, and the chosen ones; most passages first."""
    chosen = wanted.chosen(name)
    known = dict.fromkeys(chosen, 0) | {value: n for value, n in counts.items() if n}
    values = (
        FacetValue(value, label(name, value), n, value in chosen) for value, n in known.items()
    )
    return tuple(sorted(values, key=lambda each: (-each.count, each.label, each.value)))


def _years(wanted: SearchRequest, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    """Years, each with its months, newest first; a chosen period stays when it is empty."""
    chosen = _chosen_period(wanted)
    known = dict.fromkeys(_and_year(chosen), 0) | dict(counts)
    periods = sorted(known, reverse=True)
    years = (period for period in periods if period == period[:4])
    return tuple(
        _period(
            year,
            known[year],
            chosen,
            tuple(_period(each, known[each], chosen) for each in periods if _is_month(each, year)),
        )
        for year in years
    )


def _chosen_period(wanted: SearchRequest) -> PartialDate | None:
    """The year or month that both ends of the range name."""
    period = wanted.since if wanted.since == wanted.until else None
    return None if period is None or period.day else period


def _and_year(period: PartialDate | None) -> list[str]:
    return [str(PartialDate(period.year)), str(period)] if period else []


def _is_month(period: str, year: str) -> bool:
    return period != year and period.startswith(year)


def _period(
    period: str, count: int, chosen: PartialDate | None, months: tuple[FacetValue, ...] = ()
) -> FacetValue:
    return FacetValue(period, period, count, period == str(chosen), months)
