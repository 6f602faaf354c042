"""What comes near a query in meaning, in whatever language: the optional part of a search.

Cosines of one model lie close together and differ from query to query and from language to
language, so they are measured by how far they stand out among the passages of their language,
in standard deviations. Which passages are found so
depends on the text of the query alone, not on filters: a facet's count is what its link shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from index.meaning import Meaning
from index.search.advice.relaxing import telling_words
from index.search.parsing.syntax import Node
from index.search.query import Near, Query
from index.store.arrays import Array
from index.store.reader import Index
from index.store.segment import Segment
from index.store.vectors import NONE, similarities

MOST_FOUND = 5
"""Passages of a language that may be found by their meaning alone."""

STANDS_OUT = 1.5
"""Standard deviations above the mean from which on a passage is found so."""

REWARDED = 50
"""Passages of a language nearest in meaning that score more for it."""

REWARD = 6.0
"""What each standard deviation above ``LEAST`` is worth, in the scale of words' scores."""

LEAST = 1.5
_FEWEST_WORDS = 2
_FEWEST_PASSAGES = 3
_NOTHING = 1e-6


@dataclass(frozen=True)
class Nearest:
    """The passages nearest to a query, as ``Near`` has them."""

    found: tuple[tuple[str, int], ...]
    bonus: tuple[tuple[str, int, float], ...]

    def around(self, words: Query) -> Near:
        """What matches the words, with these."""
        return Near(words, self.found, self.bonus)


def nearest(ix: Index, text: str, tree: Node) -> Nearest | None:
    """What comes near a text; None where it has operators, too few words, or there is no model."""
    model = Meaning.model
    if model is None or len(telling_words(tree)) < _FEWEST_WORDS:
        return None
    parts = [_Part(each, model.query(text)) for each in ix.segments if each.vectors is not None]
    languages, _ = ix.facets.get("lang", ((), None))
    picked = [near for language in languages for near in _picked(parts, language)]
    if not picked:
        return None
    found = {(near.segment, near.passage) for near in picked if near.is_found}
    bonus: dict[tuple[str, int], float] = {}
    for near in picked:
        place = near.segment, near.passage
        bonus[place] = max(REWARD * near.above, bonus.get(place, 0.0))
    return Nearest(tuple(sorted(found)), tuple((*place, out) for place, out in bonus.items()))


class _Near(NamedTuple):
    """A passage, how far it stands out in its language, and whether that is enough to show it."""

    segment: str
    passage: int
    above: float
    is_found: bool


class _Part:
    """The passages of one segment and how near they are."""

    def __init__(self, segment: Segment, query: Array) -> None:
        self._segment = segment
        self.name = segment.name
        near = similarities(segment.vectors or {}, query)
        known = near > NONE
        self._known = known if segment.dead is None else known & ~segment.dead
        self._near = near

    def of(self, language: str) -> tuple[Array, Array]:
        """The live passages with a sentence in a language, and their cosines."""
        profiles = self._segment.profiles
        mask = profiles.passing({"lang": {language}}).take(profiles.of_passage)
        passages = np.flatnonzero(mask & self._known)
        return passages, self._near.take(passages)


def _picked(parts: Sequence[_Part], language: str) -> Iterator[_Near]:
    """The passages of a language that stand out among all of it, the nearest first."""
    held = [(part.name, *part.of(language)) for part in parts]
    cosines = np.concatenate([np.zeros(0, np.float32), *(near for _, _, near in held)])
    if len(cosines) < _FEWEST_PASSAGES:
        return
    names = [name for name, passages, _ in held for _ in range(len(passages))]
    passages = np.concatenate([each for _, each, _ in held])
    above = (cosines - cosines.mean()) / max(float(cosines.std()), _NOTHING)
    for rank, each in enumerate(np.argsort(-above, kind="stable")[:REWARDED].tolist()):
        out = float(above[each])
        if out >= LEAST:
            is_found = rank < MOST_FOUND and out >= STANDS_OUT
            yield _Near(names[each], int(passages[each]), out - LEAST, is_found)
