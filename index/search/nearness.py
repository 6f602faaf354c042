"""A bonus for passages where the words of a query stand near each other and in order.

It is worked out from the places of the words, for the first passages of an answer only:
the first ``WINDOW`` by their words alone are put in order anew, all others follow as they
were. A bonus is never negative, so no passage of the window falls behind one outside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from index.search.found import Weights
from index.search.query import And, Kin, Most, Query, Term
from index.search.ranking import Ranked
from index.store.arrays import Array
from index.store.facts import ranges
from index.store.schema import GAP
from index.store.segment import Segment

WINDOW = 300
"""Passages whose words are looked at; those of the first pages."""

NEARNESS = np.float32(0.5)
"""What two words side by side are worth, beside the rarity of the commoner one."""

REACH = GAP - 1
"""Words farther apart are not near; places of two passages are always farther apart."""

_CLOSENESS = np.zeros(2 * GAP + 1, np.float32)
_CLOSENESS[GAP + 1 : -1] = 1 / np.arange(1, GAP)  # in order, by how many places later
_CLOSENESS[1:GAP] = 0.5 / np.arange(REACH, 0, -1)  # the other way round

Pair = tuple[Term, Term]


def neighbours(query: Query) -> tuple[Pair, ...]:
    """The words that stand side by side in a query and are looked up in one field."""
    children = query.children if isinstance(query, And | Most) else ()
    asked = (child.term if isinstance(child, Kin) else child for child in children)
    words = [word for word in asked if isinstance(word, Term)]
    return tuple((one, other) for one, other in pairwise(words) if one.field == other.field)


def nearest_first(
    segments: Sequence[Segment], ranked: Ranked, pairs: Sequence[Pair], weights: Weights
) -> Ranked:
    """The hits, the first WINDOW of them by their scores with the bonus; ties as they were."""
    scores = ranked.scores.copy()
    for number, segment in enumerate(segments):
        here = np.flatnonzero(ranked.segments[:WINDOW] == number)
        here = here[np.argsort(ranked.passages[here])]
        scores[here] += bonus(segment, ranked.passages[here], pairs, weights)
    order = np.arange(len(scores))
    order[:WINDOW] = np.argsort(-scores[:WINDOW], kind="stable")
    return ranked._replace(scores=scores).taken(order)


def bonus(segment: Segment, docs: Array, pairs: Sequence[Pair], weights: Weights) -> Array:
    """What each of some passages (sorted numbers) gains, as float32.

    Of two words the closest places count: in order 1 / distance, else half of that, times
    the rarity of the commoner word.
    """
    gained = np.zeros(len(docs), np.float32)
    held = {term: _places(segment, docs, term) for pair in pairs for term in pair}
    for one, other in pairs:
        rarity = min(weights[one][0], weights[other][0])
        gained += NEARNESS * rarity * _closest(held[one], held[other], len(docs))
    return gained


def _places(segment: Segment, docs: Array, term: Term) -> tuple[Array, Array]:
    """The places of a term in some passages, ascending, and the index of each one's passage."""
    bases, words = segment.arrays["bases"], segment.fields[term.field]
    begin, end = bases.take(docs), bases.take(docs + 1)
    found, owners = [np.zeros(0, np.int32)], [np.zeros(0, np.int64)]
    for each in term.terms:
        number = words.find(each.encode())
        if number >= 0:
            places = words.places(number)
            first = places.searchsorted(begin)
            count = places.searchsorted(end) - first
            found.append(places.take(ranges(first, count)))
            owners.append(np.repeat(np.arange(len(docs)), count))
    places, owner = np.concatenate(found), np.concatenate(owners)
    order = np.argsort(places, kind="stable")
    return places[order], owner[order]


def _closest(one: tuple[Array, Array], other: tuple[Array, Array], size: int) -> Array:
    """The best closeness of two words in each passage (float32), 0 where they are far apart."""
    best = np.zeros(size, np.float32)
    (places, owner), (others, _) = one, other
    if len(others):
        after = others.searchsorted(places, "right")
        before = others.searchsorted(places) - 1
        for at in (after, before):
            distance = others.take(at, mode="clip") - places
            near = np.clip(distance, -GAP, GAP) + GAP
            np.maximum.at(best, owner, _CLOSENESS.take(near))
    return best
