"""Passages of one event that say the same in the same language, put one under the other.

Nothing is left out and no count changes: what is folded stands on the page all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
    known = [(hit, stems(hit.passage.text)) for hit in before]
    kept: list[tuple[Hit, frozenset[str], list[Hit]]] = []
    for hit in hits:
        words = stems(hit.passage.text)
        for first, theirs, repeats in kept:
            if _comparable(first, hit) and alike(theirs, words) >= ALIKE:
                repeats.append(hit)
                break
        else:
            kept.append((hit, words, []))
    return tuple(Fold(hit, tuple(again), _shown(hit, words, known)) for hit, words, again in kept)


def _shown(
    hit: Hit, words: frozenset[str], known: Sequence[tuple[Hit, frozenset[str]]]
) -> Hit | None:
    alikes = (
        one for one, theirs in known if _comparable(one, hit) and alike(theirs, words) >= ALIKE
    )
    return next(alikes, None)


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
