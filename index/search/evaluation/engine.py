"""The evaluation of a query over an open index: totals, hits and facets, all exact."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from index.search.arrivals import ARRIVED
from index.search.evaluation.budget import Budget
from index.search.evaluation.expansion import expanded
from index.search.evaluation.filters import Filters, Matches
from index.search.evaluation.found import Weights
from index.search.evaluation.nearness import (
    WINDOW,
    nearest_first,
    sought,
    with_nearness,
)
from index.search.evaluation.part import Part
from index.search.evaluation.ranking import Ranked
from index.search.evaluation.scoring import code_scores, rarity
from index.search.page import Totals
from index.search.query import Everything, Query, Rising
from index.store.arrays import Array, Strings
from index.store.calendar import nonzero
from index.store.facts import FACETS, UNDATED
from index.store.few import few
from index.store.reader import Index

__all__ = ["Filters", "Matches", "count", "evaluate"]

_NEVER = np.iinfo(np.int32).max

Counted = tuple[Totals, dict[str, dict[str, int]]]
"""What is counted of an answer: totals and facets."""

_WHOLE: WeakKeyDictionary[Index, Counted] = WeakKeyDictionary()


def evaluate(
    ix: Index,
    query: Query,
    filters: Filters,
    sort: str,
    offset: int,
    limit: int,
    budget: Budget | None = None,
    rising: Sequence[Rising] = (),
) -> Matches:
    """All that a page of results tells of the passages that match a query under filters.

    ``sort`` is relevance (the first by their words with words near each other before others, and
    with what is ``rising`` higher; equal scores newest first), newest or oldest (undated last in
    both; hits have their scores all the same), or ARRIVED (what came in last first); then document
    id and ordinal decide, so that the order is total and the same whatever segments the index has.
    Hits are those from offset to offset + limit. Words beyond the budget count as found nowhere
    and are named in ``cut``.
    """
    query, cut = expanded(ix, query)
    budget = budget or Budget()
    parts = [Part(segment, query, filters, budget) for segment in ix.segments]
    shown = slice(offset, offset + limit)
    ranked = _ranked(parts, query, _weights(ix, parts), sort, shown, rising)
    totals, facets = _counted(ix, query, parts, filters)
    return Matches(totals, ranked.hits(), facets, (*cut, *budget.cut))


def _ranked(
    parts: Sequence[Part],
    query: Query,
    weights: Weights,
    sort: str,
    shown: slice,
    rising: Sequence[Rising],
) -> Ranked:
    """The hits of a stretch of the answer, near words before others where words decide."""
    # Words of which no score is worked out have no nearness either.
    scored = bool(weights) and shown.start < shown.stop
    pairs, typed = sought(query) if scored else ((), ())
    by_words = sort == "relevance"
    nearer = by_words and scored and bool(pairs or rising)
    most = max(shown.stop, WINDOW if nearer else 0)
    firsts = [part.first(sort, weights, most) for part in parts]
    ranked = _in_order(parts, firsts, sort) if parts else Ranked.none()
    if not len(ranked.passages):
        return ranked
    segments = [part.segment for part in parts]
    if nearer:
        ranked = nearest_first(segments, ranked, pairs, weights, typed, shown.stop, rising)
    ranked = ranked.taken(shown)
    if pairs and not by_words:
        ranked = with_nearness(segments, ranked, pairs, weights, typed)
    return ranked


def count(ix: Index, query: Query, filters: Filters) -> int:
    """How many passages match a query under filters."""
    query, _ = expanded(ix, query)
    budget = Budget()
    return sum(len(Part(segment, query, filters, budget).docs) for segment in ix.segments)


def _weights(ix: Index, parts: Sequence[Part]) -> Weights:
    """Rarity and score table of each term, by the live passages of all segments."""
    terms = parts[0].matching.leaves if parts else ()
    return {
        term: (
            rarity(ix.count, sum([part.matching.live(term) for part in parts])),
            code_scores(ix.average_length[term.field]),
        )
        for term in terms
    }


def _in_order(parts: Sequence[Part], firsts: Sequence[tuple[Array, Array]], sort: str) -> Ranked:
    """The first passages of all segments in one order."""
    if len(firsts) == 1:
        docs, scores = firsts[0]
        return Ranked(np.zeros(len(docs), np.int64), docs, scores)
    segments = np.repeat(np.arange(len(firsts)), [len(docs) for docs, _ in firsts])
    ranked = Ranked(segments, *(np.concatenate(each) for each in zip(*firsts, strict=True)))
    if sum(len(docs) > 0 for docs, _ in firsts) <= 1:
        return ranked
    keys = [_keys(part, docs) for part, (docs, _) in zip(parts, firsts, strict=True)]
    first, last, ids, ordinals = (np.concatenate(key) for key in zip(*keys, strict=True))
    if sort == "oldest":
        day = np.where(first == UNDATED, _NEVER, first)
        return ranked.taken(np.lexsort((ordinals, ids, -last, day)))
    if sort == ARRIVED:
        brought = np.concatenate(
            [part.changes(docs) for part, (docs, _) in zip(parts, firsts, strict=True)]
        )
        return ranked.taken(np.lexsort((ordinals, ids, last, -first, -brought)))
    scores = ranked.scores if sort == "relevance" else np.zeros(len(ids), np.float32)
    return ranked.taken(np.lexsort((ordinals, ids, last, -first, -scores)))


def _keys(part: Part, docs: Array) -> tuple[Array, Array, Array, Array]:
    """First and last day, document id (bytes) and number of each passage: what breaks ties."""
    arrays = part.segment.arrays
    document = arrays["document"].take(docs)
    ids = Strings(arrays["ids"], arrays["ids.offsets"])
    return (
        arrays["first_day"].take(document).astype(np.int64),
        arrays["last_day"].take(document).astype(np.int64),
        np.array([ids[each] for each in document.tolist()], np.bytes_),
        docs,
    )


def _counted(ix: Index, query: Query, parts: Sequence[Part], filters: Filters) -> Counted:
    """Totals and facets; those of the whole index are counted once a commit."""
    if not isinstance(query, Everything) or filters != Filters():
        return _totals(ix, parts), _facets(ix, parts, filters)
    known = _WHOLE.get(ix)
    if known is None:
        known = _WHOLE[ix] = _totals(ix, parts), _facets(ix, parts, filters)
    return known


def _totals(ix: Index, parts: Sequence[Part]) -> Totals:
    """Passages, their documents, and events; a document without an event is its own."""
    passages = sum([len(part.docs) for part in parts])
    if few(passages):
        return _totals_of_few(ix, parts, passages)
    documents, alone = 0, 0
    seen = np.zeros(len(ix.events), bool)
    for part, numbers in zip(parts, ix.event_numbers, strict=True):
        events = part.events()
        named = events.compress(events >= 0)
        seen[numbers.take(named)] = True
        documents += len(events)
        alone += len(events) - len(named)
    return Totals(passages, documents, alone + int(np.count_nonzero(seen)))


def _totals_of_few(ix: Index, parts: Sequence[Part], passages: int) -> Totals:
    """``_totals`` of few passages, one document after another."""
    documents, alone, seen = 0, 0, set[int]()
    for part, numbers in zip(parts, ix.event_numbers, strict=True):
        told = [part.segment.event_of[document] for document in part.documents()]
        number_of = numbers.data
        named = [number_of[event] for event in told if event >= 0]
        seen.update(named)
        documents += len(told)
        alone += len(told) - len(named)
    return Totals(passages, documents, alone + len(seen))


def _facets(ix: Index, parts: Sequence[Part], filters: Filters) -> dict[str, dict[str, int]]:
    """Counts of every facet under all filters but its own; chosen values stay at zero."""
    counts = _added([part.counts() for part in parts], ix.value_numbers, len(ix.values))
    cells = _added([part.cells() for part in parts], ix.cell_numbers, len(ix.cells))
    facets: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    for facet in facets.keys() & filters.values.keys():
        facets[facet] = dict.fromkeys(filters.values[facet], 0)
    held = counts.nonzero()[0]
    if few(len(held)):
        for number, count in zip(held.tolist(), counts.take(held).tolist(), strict=True):
            facet, value = ix.values[number]
            facets[facet][value] = count
    else:
        every = counts.tolist()
        for facet, (values, stretch) in ix.facets.items():
            facets[facet] |= nonzero(values, every[stretch])
    facets["date"] = ix.calendar.facet(cells)
    return facets


def _added(counts: Sequence[Array], numbers: Sequence[Array], size: int) -> Array:
    """Counts of all segments (int64) under the numbers that their names have in the index."""
    if len(counts) == 1:
        return counts[0]
    total = np.zeros(size, np.int64)
    for mine, number in zip(counts, numbers, strict=True):
        total[number] += mine
    return total
