"""What a reader may be about to write: phrases, agencies, areas and titles of the index."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.language import fold
from index.search.frequent import phrases
from index.store.reader import Index

LIMIT = 8
MOST_TITLES = 5_000  # of a segment
SHORTEST = 2
LONGEST = 100
_OF_A_KIND = 4  # of one kind while others wait
_LOOKED_AT = 200
_GAP = re.compile(r"[^\w-]+")


@dataclass(frozen=True)
class Completion:
    """A text to go on with.

    ``kind`` is phrase, agency, area or document; ``id`` names one of the last three.
    """

    kind: str
    text: str
    id: str = ""


class Completions:
    """Completions ready to be found by the beginnings of their words."""

    def __init__(self, completions: Iterable[Completion]) -> None:
        """Take them in order, the likeliest first."""
        self._all = tuple(completions)
        self._text = "".join(f"\n {_plain(each.text)}" for each in self._all) + "\n"
        self._starts = [match.start() for match in re.finditer("\n", self._text)]

    def find(self, text: str, limit: int = LIMIT) -> list[Completion]:
        """Those with words that go on as the text does; whole beginnings before others."""
        wanted = _plain(text[:LONGEST])
        if len(wanted) < SHORTEST:
            return []
        found = dict.fromkeys(self._beginning(f"\n {wanted}"))
        found |= dict.fromkeys(self._beginning(f" {wanted}"))
        return _mixed(list(found), limit)

    def _beginning(self, wanted: str) -> Iterator[Completion]:
        """In order; no more than can be shown of every kind."""
        place = self._text.find(wanted)
        for _ in range(_LOOKED_AT):
            if place < 0:
                return
            number = bisect_right(self._starts, place) - 1
            yield self._all[number]
            place = self._text.find(wanted, self._starts[number + 1])


def _mixed(found: list[Completion], limit: int) -> list[Completion]:
    """The first of every kind, then what room is left, in the order of the kinds."""
    taken: list[Completion] = []
    for each in found:
        if sum(other.kind == each.kind for other in taken) < _OF_A_KIND:
            taken.append(each)
    taken += [each for each in found if each not in taken]
    return taken[:limit]


def of_index(ix: Index) -> tuple[Completion, ...]:
    """Frequent phrases, then titles, the newest first."""
    return (
        *(Completion("phrase", text) for text in phrases(ix)),
        *dict.fromkeys(_titles(ix)),
    )


def _titles(ix: Index) -> Iterator[Completion]:
    """The titles that documents were given; those of a segment stand by date."""
    for segment in ix.segments:
        for number in reversed(list(segment.documents())[-MOST_TITLES:]):
            header = segment.header(number)
            if header.title and not header.title_derived:
                yield Completion("document", header.title, header.id)


def _plain(text: str) -> str:
    return _GAP.sub(" ", fold(text.lower())).strip()
