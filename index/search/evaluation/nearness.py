"""A bonus for passages where a query's words stand near each other, in order and as typed.

It is worked out from the places of the words, for the first passages of an answer only:
the first ``WINDOW`` by their words alone are put in order anew, all others follow as they
were. A bonus is never negative, so no passage of the window falls behind one outside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from index.search.evaluation.found import Weights
from index.search.evaluation.kernels import held
from index.search.evaluation.ranking import Ranked
from index.search.evaluation.rising import risen
from index.search.query import And, Kin, Most, Near, Query, Rising, Term
from index.store.arrays import Array
from index.store.schema import GAP
from index.store.segment import Segment

WINDOW = 300
"""Passages whose words are looked at; those of the first pages."""

FEW = 6
"""In so many passages places are compared one by one; more are left to numpy."""

MANY = 64
"""Terms of one word times terms of the other: two beginnings (по* за*) stand for more, and no
nearness of theirs is worked out, which would take a pass for each two of their terms."""

NEARNESS = np.float32(0.5)
"""What two words side by side are worth, beside the rarity of the commoner one."""

SAMENESS = np.float32(0.1)
"""What a word is worth that stands in the very form that was typed, beside its rarity."""

REACH = GAP - 1
"""Words farther apart are not near; places of two passages are always farther apart."""

_CLOSENESS = np.zeros(2 * GAP + 1, np.float32)
_CLOSENESS[GAP + 1 : -1] = 1 / np.arange(1, GAP)  # in order, by how many places later
_CLOSENESS[1:GAP] = 0.5 / np.arange(REACH, 0, -1)  # the other way round
_DISTANCES = range(-GAP, GAP + 1)
_IN_ORDER = _CLOSENESS, dict(zip(_DISTANCES, _CLOSENESS.tolist(), strict=True))
_TURNED = _CLOSENESS[::-1], dict(zip(_DISTANCES, _CLOSENESS[::-1].tolist(), strict=True))
_EDGES = np.arange(2)[:, None]
_AROUND = np.arange(-1, 2)[:, None]

_SIDE_BY_SIDE = (And, Most)

Pair = tuple[Term, Term]


def sought(query: Query) -> tuple[tuple[Pair, ...], tuple[Term, ...]]:
    """The words that stand side by side in a query, and those whose form is known.

    Words side by side are looked up in one field, and are not the beginnings of many.
    """
    if isinstance(query, Near):
        return sought(query.words)
    if not isinstance(query, _SIDE_BY_SIDE):
        return (), ()
    asked = [child.term if isinstance(child, Kin) else child for child in query.children]
    words = [word for word in asked if isinstance(word, Term)]
    pairs = tuple(
        (one, other)
        for one, other in pairwise(words)
        if one.field == other.field and len(one.terms) * len(other.terms) <= MANY
    )
    return pairs, tuple(word for word in words if word.form)


def nearest_first(
    segments: Sequence[Segment],
    ranked: Ranked,
    pairs: Sequence[Pair],
    weights: Weights,
    words: Sequence[Term] = (),
    most: int = WINDOW,
    rising: Sequence[Rising] = (),
) -> Ranked:
    """The hits, the first WINDOW of them by their scores with the bonus; ties as they were.

    Only the first ``most`` are wanted so: what cannot come among them, whatever its bonus, stays.
    """
    window = min(WINDOW, len(ranked.scores))
    if 0 < most < window and not rising:
        window = _reaching(ranked.scores[:window], most, _highest(pairs, weights, words))
    ranked = with_nearness(segments, ranked, pairs, weights, words, window)
    if rising:
        ranked = risen(segments, ranked, rising, window)
    order = (-ranked.scores[:window]).argsort(kind="stable")
    if window < len(ranked.scores):
        order = np.concatenate([order, np.arange(window, len(ranked.scores))])
    return ranked.taken(order)


def _reaching(scores: Array, most: int, bonus: float) -> int:
    """How many of some descending scores come up to the one that is number ``most`` with a bonus.

    A thousandth more than the bonus, as float32 rounds.
    """
    return int(np.count_nonzero(scores + np.float32(1.001 * bonus) >= scores[most - 1]))


def _highest(pairs: Sequence[Pair], weights: Weights, words: Sequence[Term]) -> float:
    """The most that a passage may gain."""
    near = sum(float(min(weights[one][0], weights[other][0])) for one, other in pairs)
    same = sum(float(weights[word][0]) for word in words)
    return float(NEARNESS) * near + float(SAMENESS) * same


def with_nearness(
    segments: Sequence[Segment],
    ranked: Ranked,
    pairs: Sequence[Pair],
    weights: Weights,
    words: Sequence[Term] = (),
    window: int = WINDOW,
) -> Ranked:
    """The hits in their order, the bonus added to the scores of those in the window."""
    scores = ranked.scores.copy()
    for number, segment in enumerate(segments):
        here: Array | slice = slice(window)
        if len(segments) > 1:
            here = np.flatnonzero(ranked.segments[:window] == number)
        docs = ranked.passages[here]
        gained = bonus(segment, docs, pairs, weights)
        if words:
            gained += sameness(segment, docs, words, weights)
        scores[here] += gained
    return Ranked(ranked.segments, ranked.passages, scores)


def sameness(segment: Segment, docs: Array, words: Sequence[Term], weights: Weights) -> Array:
    """What each of some passages (numbers) gains for words that stand just as typed."""
    gained = np.zeros(len(docs), np.float32)
    exact = segment.fields["exact"]
    for word in words:
        number = exact.find(word.form.encode())
        if number >= 0:
            same = held(docs, exact.postings(number).docs)
            gained += SAMENESS * weights[word][0] * same
    return gained


def bonus(segment: Segment, docs: Array, pairs: Sequence[Pair], weights: Weights) -> Array:
    """What each of some passages (numbers) gains, as float32.

    Of two words the closest places count: in order 1 / distance, else half of that, times
    the rarity of the commoner word.
    """
    gained = np.zeros(len(docs), np.float32)
    edges = segment.arrays["bases"].take(docs + _EDGES)
    for one, other in pairs:
        rarity = min(weights[one][0], weights[other][0])
        ones, others = (
            segment.places(one.terms, one.field),
            segment.places(other.terms, other.field),
        )
        gained += NEARNESS * rarity * _closest(ones, others, edges)
    return gained


def _closest(ones: Sequence[Array], others: Sequence[Array], edges: Array) -> Array:
    """The best closeness of two words in some passages (float32), 0 where they are far apart.

    Each word comes as the places of its terms in the whole segment, ``edges`` (int32, 2 rows)
    as where the passages begin and end. Only the rarer word is looked up in the passages: what
    stands near it stands in the same one.
    """
    closeness, by_distance = _IN_ORDER
    if sum(map(len, ones)) > sum(map(len, others)):
        ones, others, (closeness, by_distance) = others, ones, _TURNED
    if edges.shape[1] <= FEW:
        return _closest_of_few(ones, others, edges, by_distance)
    best = np.zeros(edges.shape[1], np.float32)
    for places in ones:
        first, end = places.searchsorted(edges)
        held = end - first
        owner = np.arange(len(held)).repeat(held)
        numbers = (end - held.cumsum()).repeat(held)
        numbers += np.arange(len(numbers))
        mine = places.take(numbers)
        for theirs in others:
            # Of each term of the other word the place before, perhaps the same, the place after.
            at = theirs.searchsorted(mine) + _AROUND
            distance = theirs.take(at, mode="clip")
            distance -= mine
            distance += GAP
            near = np.maximum.reduce(closeness.take(distance, mode="clip"))
            np.maximum.at(best, owner, near)
    return best


def _closest_of_few(
    ones: Sequence[Array], others: Sequence[Array], edges: Array, by_distance: dict[int, float]
) -> Array:
    """As ``_closest``, place by place: of so few sooner done than numpy is called."""
    mine = [places.data for places in ones]
    theirs = [places.data for places in others]
    best = []
    for begin, end in edges.T.tolist():
        near = 0.0
        for places in mine:
            for place in places[bisect_left(places, begin) : bisect_left(places, end)]:
                for around in theirs:
                    at = bisect_left(around, place)
                    for other in around[max(at - 1, 0) : at + 2]:
                        near = max(near, by_distance.get(other - place, 0.0))
        best.append(near)
    return np.array(best, np.float32)
