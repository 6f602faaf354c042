"""Passages of one event that say the same in the same language, put one under the other.

Nothing is left out and no count changes: what is folded stands on the page all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.documents.document import Document, Passage
from index.search.page import Hit

_WORD = re.compile(r"\w+")
_STEM = 5  # letters: «поручил» and «поручила» are one word here
ALIKE = 0.6
"""The share of the words of both that two versions of a passage have in common."""


@dataclass(frozen=True)
class Fold:
    """A hit, and those further down the page that repeat it."""

    hit: Hit
    repeats: tuple[Hit, ...] = ()
    shown: Hit | None = None
    """The hit of the page before that it repeats itself."""


def folded(hits: Sequence[Hit], before: Sequence[Hit] = ()) -> tuple[Fold, ...]:
    """The hits in their order, each with its repetitions; ``before`` are those shown already."""
    repeats = _Repeats()
    kept: list[tuple[Hit, list[Hit]]] = []
    for hit in hits:
        first = next((again for one, again in kept if repeats(one, hit)), None)
        if first is None:
            kept.append((hit, []))
        else:
            first.append(hit)
    return tuple(
        Fold(hit, tuple(again), next((one for one in before if repeats(one, hit)), None))
        for hit, again in kept
    )


class _Repeats:
    """Whether two hits say the same; words are looked at only where they might."""

    def __init__(self) -> None:
        self._stems = lru_cache(maxsize=None)(stems)

    def __call__(self, one: Hit, other: Hit) -> bool:
        if not _comparable(one, other):
            return False
        return alike(self._stems(one.passage.text), self._stems(other.passage.text)) >= ALIKE


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all words of two texts that stand in both (Jaccard 1901)."""
    return len(one & other) / max(len(one | other), 1)


def _comparable(one: Hit, other: Hit) -> bool:
    """Whether two passages are of different texts of one event, in one language."""
    return (
        one.document.id != other.document.id
        and _event(one.document) == _event(other.document)
        and _language(one.passage, one.document) == _language(other.passage, other.document)
    )


def _event(document: Document) -> str:
    return document.event or document.id


def _language(passage: Passage, document: Document) -> str:
    return passage.language or document.language
