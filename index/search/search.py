"""The road of a search: a request in, a page out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from index.documents.dates import PartialDate
from index.search.advice.answering import Answer, answered
from index.search.advice.asking import rising
from index.search.advice.predecessors import Before, Label, predecessors
from index.search.advice.read_words import exactly, read_words
from index.search.advice.suggestions import RESPELLED, suggestions
from index.search.advice.timing import timed
from index.search.advice.unknown_values import unknown_values
from index.search.evaluation.engine import Filters, Matches, evaluate
from index.search.grouping import grouped
from index.search.page import FacetValue, Group, Hit, Note, SearchPage, Suggestion, Totals
from index.search.parsing.parser import ParsedQuery, parse
from index.search.parsing.syntax import Node
from index.search.query import Query
from index.search.request import FACETS, SearchRequest
from index.search.snippets import Snippets
from index.store.reader import Index

_YEAR = len("YYYY")


def nobody(agency: str) -> tuple[str, ...]:  # noqa: ARG001 - as ``Before`` has it
    """Know no predecessor."""
    return ()


def search(
    ix: Index, wanted: SearchRequest, label: Label, before: Before = nobody, order: str = ""
) -> SearchPage:
    """Answer a request; a page beyond the last has no hits and the right totals.

    ``before`` knows whom an agency took over from, whose passages are found with its own;
    ``order`` of the hits is that of the request if not given.
    """
    typed, read = wanted.text, timed(ix, wanted)
    wanted = read.wanted
    parsed = parse(wanted.text)
    answer = answered(ix, wanted, parsed, lambda query: _matches(ix, wanted, query, order))
    query, matches = answer.query, answer.matches
    groups = _groups(ix, wanted, query, matches.totals)
    notes = read.notes + _notes(parsed, matches) + unknown_values(ix, parsed.tree, label)
    notes += answer.notes + predecessors(wanted, parsed.tree, label, before)
    hits = tuple(hit for group in groups for hit in group.hits)
    searched = _searched(parsed, answer)
    return SearchPage(
        text=typed,
        wanted=wanted,
        canonical=parsed.canonical,
        read_as=parsed.read_as,
        notes=notes,
        totals=matches.totals,
        page=wanted.page,
        pages=-(-_things(matches.totals, wanted.group) // wanted.per_page),
        per_page=wanted.per_page,
        sort=wanted.sort,
        hits=hits if wanted.group else _hits(ix, matches, query),
        facets=_facets(wanted, matches.facets, label),
        group=wanted.group,
        groups=groups,
        applied=answer.applied,
        suggestions=_suggestions(ix, wanted, parsed, answer),
        words=read_words(ix, searched, query),
        exactly=exactly(searched),
        dates=read.dates,
    )


def _searched(parsed: ParsedQuery, answer: Answer) -> Node | None:
    """The words that were looked for: those typed, or what they were taken for."""
    if answer.applied and answer.applied.reason in RESPELLED:
        return parse(answer.applied.wanted.text).tree
    return parsed.tree


def _suggestions(
    ix: Index, wanted: SearchRequest, parsed: ParsedQuery, answer: Answer
) -> tuple[Suggestion, ...]:
    """What else to ask; what was answered already is not offered, nor on later pages.

    Other words than those typed are offered where they find more than is shown.
    """
    if wanted.page > 1 or not wanted.helped:
        return ()
    passages = answer.matches.totals.passages
    before = passages if answer.query == parsed.query else None
    offered = suggestions(ix, wanted, before, shown=passages > 0)
    applied = answer.applied.wanted if answer.applied else wanted
    if answer.applied and answer.applied.reason in RESPELLED and answer.query == _asked(applied):
        offered += suggestions(ix, applied, passages)
    return tuple(
        each
        for each in dict.fromkeys(offered)
        if each.wanted != applied and (each.reason in RESPELLED or each.passages > passages)
    )


def _asked(wanted: SearchRequest) -> Query:
    return parse(wanted.text).query


def _matches(ix: Index, wanted: SearchRequest, query: Query, order: str) -> Matches:
    filters = Filters.of(ix, wanted)
    # No page begins beyond the last passage, whatever number an address gives.
    offset = min((wanted.page - 1) * wanted.per_page, ix.count)
    limit = 1 if wanted.group else wanted.per_page  # the groups have their own hits
    sort = order or wanted.sort
    return evaluate(ix, query, filters, sort, offset, limit, rising=rising(wanted))


def _groups(ix: Index, wanted: SearchRequest, query: Query, totals: Totals) -> tuple[Group, ...]:
    if not wanted.group:
        return ()
    found = grouped(ix, query, wanted, _things(totals, wanted.group))
    return tuple(
        Group(each.id, each.matches.totals, _hits(ix, each.matches, query)) for each in found
    )


def _things(totals: Totals, group: str) -> int:
    """How many of what a page shows there are."""
    counts = {"": totals.passages, "document": totals.documents, "event": totals.events}
    return counts[group]


def _notes(parsed: ParsedQuery, matches: Matches) -> tuple[Note, ...]:
    cut = (Note("cut", ", ".join(matches.cut)),) if matches.cut else ()
    return parsed.notes + cut


def _hits(ix: Index, matches: Matches, query: Query) -> tuple[Hit, ...]:
    snippets = Snippets(query)
    hits = []
    for ref, score in matches.hits:
        passage, document = ix.stored(ref), ix.header(ref)
        shown = snippets.snippet(passage), snippets.title(document), snippets.duty(passage)
        hits.append(Hit(document, passage, score, *shown))
    return tuple(hits)


def _facets(
    wanted: SearchRequest, counts: Mapping[str, Mapping[str, int]], label: Label
) -> dict[str, tuple[FacetValue, ...]]:
    # Where agencies must act, a value's link shows the passages where it must.
    counted = dict(counts) | ({"agency": counts.get(wanted.role, {})} if wanted.role else {})
    facets = {name: _facet(wanted, name, counted.get(name, {}), label) for name in FACETS}
    return facets | {"date": _years(wanted, counts.get("date", {}))}


def _facet(
    wanted: SearchRequest, name: str, counts: Mapping[str, int], label: Label
) -> tuple[FacetValue, ...]:
    """The values with something to show, the chosen and the excluded; most passages first."""
    chosen = wanted.chosen(name)
    shut = {value for facet, value in wanted.excluded if facet == name}
    known = dict.fromkeys(chosen | shut, 0) | {value: n for value, n in counts.items() if n}
    values = (
        FacetValue(value, label(name, value), n, value in chosen, excluded=value in shut)
        for value, n in known.items()
    )
    return tuple(sorted(values, key=lambda each: (-each.count, each.label, each.value)))


def _years(wanted: SearchRequest, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    """Years, each with its months, newest first; a chosen period stays when it is empty."""
    chosen = _chosen_period(wanted)
    known = dict.fromkeys({chosen[:_YEAR], chosen} - {""}, 0) | dict(counts)
    years = groupby(sorted(known, reverse=True), key=lambda period: period[:_YEAR])
    return tuple(
        _period(year, known, chosen, tuple(_period(each, known, chosen) for each in months))
        for year, (*months, _) in years  # «2025» stands after all of «2025-…»
    )


def _chosen_period(wanted: SearchRequest) -> str:
    """The year or month that both ends of the range name, or nothing."""
    period = wanted.since if wanted.since == wanted.until else None
    return str(period) if isinstance(period, PartialDate) and not period.day else ""


def _period(
    period: str, counts: Mapping[str, int], chosen: str, months: tuple[FacetValue, ...] = ()
) -> FacetValue:
    return FacetValue(period, period, counts[period], period == chosen, months)
