"""A query's matches in one segment: under all filters, and without some for the facets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from index.search.arrivals import ARRIVED, Arrivals
from index.search.evaluation import dates, ranking
from index.search.evaluation.budget import Budget
from index.search.evaluation.filters import Filters
from index.search.evaluation.found import Found, Plain, Weights
from index.search.evaluation.kernels import bounds, indices
from index.search.evaluation.matching import Matching
from index.search.query import Query
from index.store.arrays import Array, changes
from index.store.facts import UNDATED
from index.store.segment import Segment


class Part:
    """What one segment contributes to a page of results."""

    def __init__(
        self, segment: Segment, query: Query, filters: Filters, budget: Budget | None = None
    ) -> None:
        self.segment = segment
        self.matching = Matching(segment, budget or Budget())
        self._profiles = segment.profiles
        self._masks = {
            facet: self._profiles.passing({facet: values})
            for facet, values in filters.values.items()
        }
        self._mask = reduce(np.logical_and, self._masks.values()) if self._masks else None
        self._anytime = self._told(self._alive(self.matching.found(query)), filters)
        self._inside = self._within(filters)
        self._pieces = [self._passing(piece) for piece in self._inside]
        self.docs = _joined([piece.docs for piece in self._pieces])
        """The passages that match under all filters (int32, ascending)."""
        self._at = indices(self.docs)

    def _alive(self, found: Found) -> Found:
        dead = self.segment.dead
        return found if dead is None else found.part(~dead.take(found.docs))

    def _told(self, found: Found, filters: Filters) -> Found:
        """The matches in the chosen events and documents that came in when they should.

        What is excluded counts in no facet, its own included.
        """
        if filters.added:
            found = found.part(_arrived(self.segment, found.docs, filters.added))
        for facet, value in filters.excluded:
            shut = self._profiles.passing({facet: frozenset({value})})
            found = found.part(~shut.take(self._profile(found.docs)))
        if not filters.events and not filters.documents:
            return found
        mask = np.ones(len(self.segment.arrays["event"]), bool)
        if filters.events:
            mask &= self.segment.telling(event.encode() for event in filters.events)
        if filters.documents:
            mask &= self.segment.among(name.encode() for name in filters.documents)
        return found.part(mask.take(self.segment.arrays["document"].take(found.docs)))

    def _within(self, filters: Filters) -> list[Found]:
        """The matches of each stretch of passages that the range of dates lets through."""
        if filters.since is None and filters.until is None:
            return [self._anytime]
        spans = dates.stretches(self.segment, filters.since, filters.until)
        docs = self._anytime.docs
        return [self._anytime.part(bounds(docs, low, high)) for low, high in spans]

    def _passing(self, found: Found) -> Found:
        """The matches that have a chosen value in every facet."""
        if self._mask is None:
            return found
        return found.part(self._mask.take(self._profile(found.docs)))

    def counts(self) -> Array:
        """Passages by facet value: each facet under all filters but its own (int64)."""
        counts = self._profiles.counts(self._profile(self._at))
        facets = self._masks.keys() & self._profiles.facets.keys() if self._masks else ()
        if facets:
            inside = self._profile(_joined([piece.docs for piece in self._inside]))
        for facet in facets:
            _, mine = self._profiles.facets[facet]
            others = [mask for other, mask in self._masks.items() if other != facet]
            passing = inside
            if others:
                passing = inside.compress(reduce(np.logical_and, others).take(inside))
            counts[mine] = self._profiles.counts(passing)[mine]
        return counts

    def _profile(self, docs: Array) -> Array:
        return self._profiles.of_passage.take(indices(docs), mode="clip")

    def cells(self) -> Array:
        """Passages by cell of dates, under all filters but the range of dates (int64)."""
        if self._inside and self._inside[0] is self._anytime:
            return dates.counts(self.segment, self.docs)
        return dates.counts(self.segment, self._passing(Plain(self._anytime.docs)).docs)

    def events(self) -> Array:
        """The event of each document that the matches belong to, -1 for none (int32)."""
        document: Array = self.segment.arrays["document"].take(self._at, mode="clip")
        # Passages of a document stand together.
        each: Array = self.segment.arrays["event"].take(document.compress(changes(document)))
        return each

    def documents(self) -> set[int]:
        """The numbers of the documents that the matches belong to."""
        return set(self.segment.arrays["document"].take(self._at, mode="clip").tolist())

    def first(self, sort: str, weights: Weights, k: int) -> tuple[Array, Array]:
        """The first k passages in an order, and their scores by their words."""
        if not len(self.docs):
            return self.docs, np.zeros(0, np.float32)
        every = self.segment.arrays["dates.starts"]
        if sort == "relevance":
            scores = _joined([piece.scores(weights) for piece in self._pieces], np.float32)
            chosen = ranking.best(scores, self.docs, every, k)
            return self.docs[chosen], scores[chosen]
        if sort == "newest":
            chosen = ranking.newest(self.docs, every, k)
        elif sort == ARRIVED:
            chosen = np.argsort(-self.changes(self.docs), kind="stable")[:k]
        else:
            chosen = np.roll(np.arange(len(self.docs)), -self._undated())[:k]
        return self.docs[chosen], self._scores(chosen, weights)

    def changes(self, docs: Array) -> Array:
        """The change of the archive that brought each of some passages."""
        return self.segment.arrays["seen"].take(docs)

    def _scores(self, chosen: Array, weights: Weights) -> Array:
        """The scores of some of the passages (indices among ``docs``), and of no others."""
        scores = np.zeros(len(self.docs), np.float32)
        if not weights:
            return scores[chosen]
        wanted = np.zeros(len(self.docs), bool)
        wanted[chosen] = True
        begin = 0
        for piece in self._pieces:
            mine = wanted[begin : begin + len(piece.docs)]
            scores[begin : begin + len(mine)][mine] = piece.part(mine).scores(weights)
            begin += len(mine)
        return scores[chosen]

    def _undated(self) -> int:
        """How many of the matches have no date; they stand before all others."""
        first_day = self.segment.arrays["first_day"]
        documents = first_day.searchsorted(np.int32(UNDATED), "right")
        passages = self.segment.arrays["starts"][documents : documents + 1]
        return int(self.docs.searchsorted(passages)[0])


def _arrived(segment: Segment, docs: Array, added: Arrivals) -> Array:
    seen = segment.arrays["seen"].take(docs)
    arrived: Array = seen > added.after
    return arrived if added.until is None else arrived & (seen <= added.until)


def _joined(arrays: Sequence[Array], dtype: type[np.generic] = np.int32) -> Array:
    if len(arrays) == 1:
        return arrays[0]
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype)
