"""From a query to the passages of one segment that match it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import accumulate

import numpy as np

from index.search.evaluation import dates
from index.search.evaluation.budget import Budget
from index.search.evaluation.found import All, Family, Found, Leaf, Nearer, Plain, Some
from index.search.evaluation.kernels import among, common, everything, joined, largest, union
from index.search.query import (
    And,
    Chosen,
    Dated,
    Everything,
    Kin,
    Most,
    Near,
    Not,
    Nothing,
    Or,
    Phrase,
    Query,
    Term,
)
from index.store.arrays import Array, changes
from index.store.segment import Segment

Test = Callable[[Array], Array]
_TESTS = (Not, Chosen, Dated, Everything)


class Matching:
    """The evaluation of one query in one segment; remembers its leaves for their rarity."""

    def __init__(self, segment: Segment, budget: Budget) -> None:
        self._segment = segment
        self._budget = budget
        self.leaves: dict[Term, Leaf] = {}

    def found(self, query: Query) -> Found:  # noqa: PLR0911 - a return a construct
        """The passages that match, dead ones among them."""
        match query:
            case Term():
                return self.leaf(query)
            case Kin(term, wide, share):
                kin = self.leaf(wide)
                return Family(kin.docs, self.leaf(term), kin, np.float32(share))
            case Near():
                return self._near(query)
            case Phrase():
                return self._phrase(query)
            case And(children):
                return self._all(children)
            case Or(children):
                kids = tuple(self.found(child) for child in children)
                return Some(union([kid.docs for kid in kids], self._segment.count), kids)
            case Most():
                return self._most(query)
            case Nothing():
                return Plain(np.zeros(0, np.int32))
            case Everything():
                return Plain(everything(self._segment.count))
            case _:
                docs = everything(self._segment.count)
                return Plain(np.compress(self._test(query)(docs), docs))

    def leaf(self, term: Term) -> Leaf:
        """The postings of a term: the union of its alternatives, each with its largest code."""
        known = self.leaves.get(term)
        if known is None:
            known = self.leaves[term] = self._leaf(term)
        return known

    def _leaf(self, term: Term) -> Leaf:
        words = self._segment.fields[term.field]
        numbers = [words.find(each.encode()) for each in term.terms]
        held = [words.postings(number) for number in numbers if number >= 0]
        if not held or not self._budget.allows(sum([len(each.docs) for each in held]), term.terms):
            return Leaf(term, np.zeros(0, np.int32), np.zeros(0, np.uint16))
        if len(held) == 1:
            return Leaf(term, *held[0])
        lists = [(docs, codes) for docs, codes, _ in held]
        return Leaf(term, *largest(lists, self._segment.count))

    def live(self, term: Term) -> int:
        """How many live passages a term of the query has."""
        docs, dead = self.leaves[term].docs, self._segment.dead
        return len(docs) - (0 if dead is None else int(np.count_nonzero(dead.take(docs))))

    def _near(self, query: Near) -> Found:
        """The passages of the words, and those of this segment that mean the like."""
        words, name = self.found(query.words), self._segment.name
        near = sorted(number for segment, number in query.found if segment == name)
        bonus = sorted((number, score) for segment, number, score in query.bonus if segment == name)
        docs = union([words.docs, np.array(near, np.int32)], self._segment.count)
        places = np.array([number for number, _ in bonus], np.int32)
        return Nearer(docs, words, places, np.array([score for _, score in bonus], np.float32))

    def _all(self, children: tuple[Query, ...]) -> Found:
        """The intersection, smallest first; codes of leaves are kept aligned to it."""
        kids = [self.found(each) for each in children if not isinstance(each, _TESTS)]
        tests = [self._test(each) for each in children if isinstance(each, _TESTS)]
        docs, codes = self._intersection(kids)
        for test in tests:
            keep = test(docs)
            docs = docs.compress(keep)
            codes = {n: each.compress(keep) for n, each in codes.items()}
        for number, kid in enumerate(kids):
            if isinstance(kid, Leaf):
                kids[number] = Leaf(kid.term, docs, codes[number])
        return All(docs, tuple(kids))

    def _intersection(self, kids: Sequence[Found]) -> tuple[Array, dict[int, Array]]:
        """Passages of all children, and by the number of each leaf its codes there."""
        if not kids:
            return everything(self._segment.count), {}
        sizes = [len(kid.docs) for kid in kids]
        first, *others = sorted(range(len(kids)), key=sizes.__getitem__)
        rarest = kids[first]
        docs = rarest.docs
        codes = {first: rarest.codes} if isinstance(rarest, Leaf) else {}
        for number in others:
            kid = kids[number]
            if isinstance(kid, Leaf):
                keep, mine = common(docs, kid.docs, kid.codes, kid.presence)
                codes = {n: each.compress(keep) for n, each in codes.items()} | {number: mine}
            else:
                keep = among(docs, kid.docs)
                codes = {n: each.compress(keep) for n, each in codes.items()}
            docs = docs.compress(keep)
        return docs, codes

    def _most(self, query: Most) -> Some:
        """Only passages of the rarer children are weighed: the others alone weigh too little."""
        kids = tuple(self.found(child) for child in query.children)
        order = sorted(range(len(kids)), key=lambda number: -len(kids[number].docs))
        spared = accumulate(query.weights[number] for number in order)
        light = sum(1 for weight in spared if weight < query.least)
        docs = union([kids[number].docs for number in order[light:]], self._segment.count)
        held = np.zeros(len(docs), np.int32)
        for weight, kid in zip(query.weights, kids, strict=True):
            held += weight * among(docs, kid.docs)
        return Some(docs.compress(held >= query.least), kids)

    def _test(self, query: Query) -> Test:
        """Which of some passages pass a part that has no score."""
        match query:
            case Not(child):
                without = self.found(child).docs
                return lambda docs: ~among(docs, without)
            case Chosen("event", events):
                telling = self._segment.telling(event.encode() for event in events)
                return lambda docs: telling.take(self._segment.arrays["document"].take(docs))
            case Chosen(facet, values):
                profiles = self._segment.profiles
                passing = profiles.passing({facet: values})
                return lambda docs: passing.take(profiles.of_passage.take(docs))
            case Dated(since, until):
                spans = dates.stretches(self._segment, since, until)
                return lambda docs: _within(docs, spans)
            case _:
                return lambda docs: np.ones(len(docs), bool)

    def _phrase(self, phrase: Phrase) -> Found:
        """Passages where the slots stand side by side; they score as the slots' terms.

        A place is a passage's base plus a position, so a phrase is an intersection of the
        slots' places, each moved back by the slot's number; the slot of fewest places is
        looked up in the others.
        """
        slots = tuple(self.leaf(Term(slot, phrase.field)) for slot in phrase.slots)
        if not slots:
            return Plain(np.zeros(0, np.int32))
        held = [self._places(slot, phrase.field) for slot in phrase.slots]
        fewest, *others = sorted(range(len(held)), key=lambda n: sum(map(len, held[n])))
        starts = joined(held[fewest]) - np.int32(fewest)
        for n in others:
            found = [among(starts + np.int32(n), places) for places in held[n]]
            starts = starts.compress(reduce(np.logical_or, found, np.zeros(len(starts), bool)))
        docs = self._segment.arrays["bases"].searchsorted(starts, "right") - 1
        return All(docs.compress(changes(docs)).astype(np.int32), slots)

    def _places(self, terms: tuple[str, ...], field: str) -> list[Array]:
        """The places of each of some terms that stand anywhere, ascending (int32)."""
        held = self._segment.places(terms, field)
        return held if self._budget.allows(sum(map(len, held)), terms) else []


def _within(docs: Array, spans: list[tuple[int, int]]) -> Array:
    inside = np.zeros(len(docs), bool)
    for low, high in spans:
        inside |= (docs >= low) & (docs < high)
    return inside
