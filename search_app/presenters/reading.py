"""A document as it is read: its passages in order, with the way from one found to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.documents.document import Passage
from index.search.snippets import Snippets, plain


@dataclass(frozen=True)
class Leaf:
    """A passage on the page: its text as HTML, and the found passages before and after it."""

    passage: Passage
    html: str
    continues: bool  # the paragraph of the passage before
    turn: bool  # somebody else speaks than in the passage before
    place: int  # among the found ones, from 1; 0 where it is none
    previous: int | None
    next: int | None


@dataclass(frozen=True)
class Reading:
    """All leaves of a document, and the ordinals of the found ones."""

    leaves: tuple[Leaf, ...]
    found: tuple[int, ...]

    @property
    def is_dialogue(self) -> bool:
        """Whether more than one speaks, so that turns have to be told apart."""
        return len({leaf.passage.speaker.role for leaf in self.leaves}) > 1


def reading(passages: Sequence[Passage], marks: Snippets, found: Sequence[int]) -> Reading:
    """The passages as HTML; what was found (ordinals, ascending) has its words marked."""
    return Reading(tuple(_leaves(passages, marks, found)), tuple(found))


def _leaves(passages: Sequence[Passage], marks: Snippets, found: Sequence[int]) -> Iterator[Leaf]:
    places = {ordinal: place for place, ordinal in enumerate(found, 1)}
    paragraph, role = 0, ""
    for passage in passages:
        place = places.get(passage.ordinal, 0)
        yield Leaf(
            passage,
            marks.marked(passage) if place else plain(passage),
            continues=passage.paragraph == paragraph,
            turn=passage.speaker.role != role,
            place=place,
            previous=found[place - 2] if place > 1 else None,
            next=found[place] if 0 < place < len(found) else None,
        )
        paragraph, role = passage.paragraph, passage.speaker.role
