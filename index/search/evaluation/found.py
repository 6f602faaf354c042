"""What a part of a query found in one segment: passages now, their scores when asked.

``part`` narrows a find to a stretch or a selection of its passages, so that only what
passes every filter is scored. Scores are float32, added in the order of the query, so
that equal passages tie exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from index.search.evaluation.kernels import aligned, bounds, indices, scratch
from index.search.query import Term
from index.store.arrays import Array

Selection = slice | Array
Weights = Mapping[Term, tuple[np.float32, Array]]
"""The rarity of each term of the query and the score table of its field."""

# Scattering all scores of an alternative costs about as much as gathering so many times more.
_GATHER = 4


def selected(values: Array, selection: Selection) -> Array:
    """A view of a stretch, or a copy of what a bool array picks."""
    return values[selection] if isinstance(selection, slice) else values.compress(selection)


class Plain(NamedTuple):
    """Passages without a score."""

    docs: Array

    def part(self, selection: Selection) -> Plain:
        """The selected ones."""
        return Plain(selected(self.docs, selection))

    def scores(self, weights: Weights) -> Array:  # noqa: ARG002 - as every find
        """Zeros."""
        return np.zeros(len(self.docs), np.float32)

    def scores_at(self, docs: Array, weights: Weights) -> Array:  # noqa: ARG002
        """Zeros."""
        return np.zeros(len(docs), np.float32)


class Leaf(NamedTuple):
    """The passages of a term, with the codes of its postings (uint16)."""

    term: Term
    docs: Array
    codes: Array
    presence: Array | None = None  # of all passages of a frequent term, see ``store.presence``

    def part(self, selection: Selection) -> Leaf:
        """The selected ones."""
        return Leaf(self.term, selected(self.docs, selection), selected(self.codes, selection))

    def scores(self, weights: Weights) -> Array:
        """The table's score of each code, times the term's rarity."""
        return self._scored(self.codes, weights)

    def scores_at(self, docs: Array, weights: Weights) -> Array:
        """The score of each of some passages, 0 where the term is not."""
        return self._scored(aligned(docs, self.docs, self.codes), weights)

    def _scored(self, codes: Array, weights: Weights) -> Array:
        rarity, table = weights[self.term]
        scores: Array = table.take(codes)
        scores *= rarity
        return scores


class Family(NamedTuple):
    """The passages of a term's kin, the term's own among them."""

    docs: Array
    own: Leaf
    wide: Leaf
    share: np.float32

    def part(self, selection: Selection) -> Family:
        """The selected ones."""
        wide = self.wide.part(selection)
        return Family(wide.docs, self.own, wide, self.share)

    def scores(self, weights: Weights) -> Array:
        """The larger of the term's score and a share of its kin's."""
        scores = self.wide.scores(weights) * self.share
        return np.maximum(scores, self.own.scores_at(self.docs, weights), out=scores)

    def scores_at(self, docs: Array, weights: Weights) -> Array:
        """The score of each of some passages, 0 where none of the kin is."""
        scores = self.wide.scores_at(docs, weights) * self.share
        return np.maximum(scores, self.own.scores_at(docs, weights), out=scores)


class All(NamedTuple):
    """Passages that all children hold; leaves among the children are aligned to them."""

    docs: Array
    children: tuple[Found, ...]

    def part(self, selection: Selection) -> All:
        """The selected ones; aligned children are narrowed with them."""
        docs = selected(self.docs, selection)
        children = (self._narrowed(child, selection, docs) for child in self.children)
        return All(docs, tuple(children))

    def _narrowed(self, child: Found, selection: Selection, docs: Array) -> Found:
        if isinstance(child, Leaf) and child.docs is self.docs:
            return Leaf(child.term, docs, selected(child.codes, selection))
        return child

    def scores(self, weights: Weights) -> Array:
        """The sum over the children."""
        return added([child.scores_at(self.docs, weights) for child in self.children], self.docs)

    def scores_at(self, docs: Array, weights: Weights) -> Array:
        """The score of each of some passages, 0 where not all children are."""
        return aligned(docs, self.docs, self.scores(weights))


class Some(NamedTuple):
    """Passages that at least one child holds."""

    docs: Array
    children: tuple[Found, ...]

    def part(self, selection: Selection) -> Some:
        """The selected ones; a stretch narrows the children too."""
        docs = selected(self.docs, selection)
        if not isinstance(selection, slice) or not len(docs):
            return Some(docs, self.children)
        low, high = int(docs[0]), int(docs[-1]) + 1
        children = (child.part(bounds(child.docs, low, high)) for child in self.children)
        return Some(docs, tuple(children))

    def scores(self, weights: Weights) -> Array:
        """The sum over the children that hold each passage."""
        if _GATHER * len(self.docs) < sum(len(child.docs) for child in self.children):
            return added([each.scores_at(self.docs, weights) for each in self.children], self.docs)
        # All scores first: a child may need the same scratch cells.
        scored = [
            (indices(each.docs), each.scores(weights)) for each in self.children if len(each.docs)
        ]
        cells = scratch.zeros(np.float32, 1 + max((int(at[-1]) for at, _ in scored), default=0))
        for number, (at, scores) in enumerate(scored):
            cells[at] = scores if number == 0 else np.add(cells.take(at), scores, out=scores)
        total = cells.take(self.docs)
        for at, _ in scored:
            cells[at] = 0
        return total

    def scores_at(self, docs: Array, weights: Weights) -> Array:
        """The score of each of some passages, 0 where no child is."""
        return aligned(docs, self.docs, self.scores(weights))


class Nearer(NamedTuple):
    """Passages of some words, and others near them in meaning, for which there is a bonus."""

    docs: Array
    words: Found
    near: Array  # passages with a bonus (int32, ascending)
    bonus: Array  # of each (float32)

    def part(self, selection: Selection) -> Nearer:
        """The selected ones."""
        return Nearer(selected(self.docs, selection), self.words, self.near, self.bonus)

    def scores(self, weights: Weights) -> Array:
        """The scores by the words, with the bonus."""
        return self.words.scores_at(self.docs, weights) + aligned(self.docs, self.near, self.bonus)

    def scores_at(self, docs: Array, weights: Weights) -> Array:
        """The score of each of some passages, 0 where none of these is."""
        return aligned(docs, self.docs, self.scores(weights))


Found = Plain | Leaf | Family | All | Some | Nearer


def added(scores: Sequence[Array], docs: Array) -> Array:
    """The sum of several scores of the same passages, in order (float32), in the first of them."""
    if not scores:
        return np.zeros(len(docs), np.float32)
    total, *others = scores
    for each in others:
        total += each
    return total
