"""A document as it is read: its passages in order, with the way from one found to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.documents.document import Passage


@dataclass(frozen=True)
class Leaf:
    """A passage on the page: its text as HTML, and the found passages before and after it."""

    passage: Passage
    html: str
    matched: bool
    continues: bool  # the paragraph of the passage before
    previous: int | None
    next: int | None


@dataclass(frozen=True)
class Reading:
    """All leaves of a document, and the ordinals of the found ones."""

    leaves: tuple[Leaf, ...]
    found: tuple[int, ...]


def reading(passages: Sequence[Passage], texts: Sequence[str]) -> Reading:
    """The passages with their texts as HTML, in which ``<mark>`` tells what was found."""
    found = tuple(
        passage.ordinal for passage, html in zip(passages, texts, strict=True) if "<mark>" in html
    )
    return Reading(tuple(_leaves(passages, texts, found)), found)


def _leaves(
    passages: Sequence[Passage], texts: Sequence[str], found: Sequence[int]
) -> Iterator[Leaf]:
    paragraph = 0
    for passage, html in zip(passages, texts, strict=True):
        before = bisect_left(found, passage.ordinal)
        after = bisect_right(found, passage.ordinal)
        yield Leaf(
            passage,
            html,
            matched=before < after,
            continues=passage.paragraph == paragraph,
            previous=found[before - 1] if before else None,
            next=found[after] if after < len(found) else None,
        )
        paragraph = passage.paragraph
