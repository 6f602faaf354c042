"""The same question in Whoosh's own terms: slow, but written by others.

The arrays answer the site; this translation lets Whoosh's searcher, matchers and postings
answer the same query, so that tests can hold one against the other. Searchers must be
asked with ``optimize=False``: otherwise Whoosh loses true hits of large intersections.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from whoosh import query as wq
from whoosh.matching import DisjunctionMaxMatcher, ListMatcher
from whoosh.scoring import BaseScorer, WeightingModel

from index.documents.document import Document, Passage
from index.search.evaluation.expansion import expanded
from index.search.evaluation.scoring import DELTA, K1, B, rarity
from index.search.query import And, Chosen, Dated, Kin, Most, Not, Nothing, Or, Phrase, Query, Term
from index.store.facts import interval, values
from index.store.reader import Index
from index.store.stored import document_from_json, passage_from_json

Fact = Callable[[Passage, Document], bool]


class Tree:
    """Translates queries of one open index for a Whoosh searcher over the same commit."""

    def __init__(self, ix: Index, searcher: Any) -> None:
        self._ix, self._searcher = ix, searcher

    def scores(self, query: Query) -> dict[tuple[str, int], float]:
        """The score of every live passage that matches, by document id and ordinal."""
        tree = self.tree(expanded(self._ix, query)[0])
        searcher = self._searcher
        found = searcher.search(tree, limit=None, optimize=False)
        passages = [passage_from_json(hit["passage"]) for hit in found]
        return {
            (passage.document, passage.ordinal): hit.score
            for passage, hit in zip(passages, found, strict=True)
        }

    def tree(self, query: Query) -> Any:  # noqa: C901, PLR0911 - a return a construct
        """The Whoosh query of a query without prefixes."""
        match query:
            case Term():
                return self._term(query)
            case Kin(term, wide, share):
                return Best([self._term(term), self._term(wide, float(np.float32(share)))])
            case Phrase(slots, field):
                scored = [self._term(Term(slot, field)) for slot in slots]
                return wq.Require(wq.And(scored), wq.SpanNear2(scored)) if scored else wq.NullQuery
            case And(children):
                return wq.And([self.tree(child) for child in children])
            case Or(children):
                either = wq.Or([self.tree(child) for child in children])
                # The matcher that Whoosh takes for few passages loses those that score 0.
                either.matcher_type = wq.Or.DEFAULT_MATCHER
                return either
            case Most(children, weights, least):
                kids = [self.tree(child) for child in children]
                return wq.Require(self.tree(Or(children)), Enough(kids, weights, least))
            case Not(child):
                return Outside(self.tree(child))
            case Nothing():
                return wq.NullQuery
            case Chosen("event", events):
                return Where(lambda _, header: (header.event or header.id) in events)
            case Chosen(facet, chosen):
                wanted = {(facet, value) for value in chosen}
                return Where(lambda passage, header: bool(values(passage, header) & wanted))
            case Dated(since, until):
                first = since.first.toordinal() if since else 0
                last = until.last.toordinal() if until else float("inf")
                return Where(
                    lambda _, header: interval(header)[0] <= last and interval(header)[1] >= first
                )
            case _:
                return Where(lambda passage, header: True)  # noqa: ARG005

    def _term(self, term: Term, share: float = 1) -> Any:
        """Alternatives score as one: the best of them, with the rarity of their union."""
        reader = self._searcher.reader()
        held = [text for text in term.terms if (term.field, text) in reader]
        passages = {n for text in held for n in reader.postings(term.field, text).all_ids()}
        live = sum(not reader.is_deleted(n) for n in passages)
        weight = share * float(rarity(self._ix.count, live))
        terms = [wq.Term(term.field, text, boost=weight) for text in held]
        return Best(terms) if len(terms) > 1 else (terms or [wq.NullQuery])[0]


class Best(wq.DisjunctionMax):  # type: ignore[misc]
    """Passages of any of some terms; each scores as the best of those that it holds."""

    def _matcher(self, subs: Any, searcher: Any, context: Any) -> Any:
        size = searcher.reader().doc_count_all()
        return self._tree_matcher(subs, _BestMatcher, searcher, context, lambda _: size)


class _BestMatcher(DisjunctionMaxMatcher):  # type: ignore[misc]
    def score(self) -> float:
        # Whoosh's own takes the larger score even where the terms stand at different passages.
        heads = [each for each in (self.a, self.b) if each.is_active()]
        return float(max(each.score() for each in heads if each.id() == self.id()))


class Where(wq.Query):  # type: ignore[misc]
    """Passages of which a fact is true by what Whoosh stores of them; no score."""

    def __init__(self, fact: Fact) -> None:
        self._fact = fact

    def estimate_size(self, ixreader: Any) -> int:
        """All passages at most."""
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Any, context: Any = None) -> Any:  # noqa: ARG002
        """The passages one by one, from their stored fields."""
        stored = _stored(searcher.reader())
        ids = [number for number, passage, header in stored if self._fact(passage, header)]
        return ListMatcher(ids, [0.0] * len(ids))


class Outside(wq.Query):  # type: ignore[misc]
    """Passages that another query does not match; no score."""

    def __init__(self, child: Any) -> None:
        self._child = child

    def estimate_size(self, ixreader: Any) -> int:
        """All passages at most."""
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Any, context: Any = None) -> Any:  # noqa: ARG002
        """All passages but those of the child."""
        without = set(self._child.matcher(searcher, searcher.boolean_context()).all_ids())
        ids = [number for number, *_ in _stored(searcher.reader()) if number not in without]
        return ListMatcher(ids, [0.0] * len(ids))


class Enough(wq.Query):  # type: ignore[misc]
    """Passages whose queries weigh enough together; no score."""

    def __init__(self, children: Sequence[Any], weights: Sequence[int], least: int) -> None:
        self._children, self._weights, self._least = children, weights, least

    def estimate_size(self, ixreader: Any) -> int:
        """All passages at most."""
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Any, context: Any = None) -> Any:  # noqa: ARG002
        """The passages one by one, weighed."""
        held: Counter[int] = Counter()
        for child, weight in zip(self._children, self._weights, strict=True):
            for number in child.matcher(searcher, searcher.boolean_context()).all_ids():
                held[number] += weight
        ids = sorted(number for number, weight in held.items() if weight >= self._least)
        return ListMatcher(ids, [0.0] * len(ids))


class Saturation(WeightingModel):  # type: ignore[misc]
    """BM25's saturated frequency by the mean lengths of an open index; rarity is the boost."""

    def __init__(self, ix: Index) -> None:
        self._average = ix.average_length

    def scorer(self, searcher: Any, fieldname: str, text: str, qf: float = 1) -> Any:  # noqa: ARG002
        """The scorer of one term's postings."""
        return _Saturated(searcher, fieldname, self._average[fieldname])


class _Saturated(BaseScorer):  # type: ignore[misc]
    def __init__(self, searcher: Any, field: str, average: float) -> None:
        self._length = searcher.doc_field_length
        self._field, self._average = field, average

    def score(self, matcher: Any) -> float:
        frequency = matcher.weight()
        length = self._length(matcher.id(), self._field, 0) or 0
        norm = K1 * (1 - B + B * length / self._average)
        return float(frequency * (K1 + 1) / (frequency + norm) + DELTA)


def _stored(reader: Any) -> Iterator[tuple[int, Passage, Document]]:
    """The live passages of a segment; Whoosh's collector leaves out the dead of terms only."""
    header = None
    for number in range(reader.doc_count_all()):
        fields = reader.stored_fields(number)
        if "header" in fields:
            header = document_from_json(fields["header"])
        if header is not None and not reader.is_deleted(number):
            yield number, passage_from_json(fields["passage"]), header
