"""Versions of one event side by side: which passages of them tell the same.

Texts are laid against one another in order (Needleman and Wunsch 1970), the most complete
first. Within a language what counts is shared words; across languages names, numbers, things,
agencies and due dates, which survive translation, the rarer the more.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.documents.document import Passage
from index.language.traits import Traits, traits, weight

_WORD = re.compile(r"\w+")
_STEM = 5  # letters: «поручил» and «поручила» are one word here
_SAME = 0.45  # of the stems of the shorter passage that a version shares
_ACROSS = 0.34  # of what the traits of the poorer one weigh, across languages …
_LEAST = 1.0  # … and how much
_WHOLE = 2.0  # what the traits of a passage weigh at least: one thing decides nothing
_SHORTEST = 4  # stems: fewer say too little
_LONGER = 0.4  # the power by which the share counts less where one passage is much longer
MOST = 400
"""Passages of a version that are compared; the rest stand by themselves."""

Cells = tuple[tuple[Passage, ...], ...]
"""What each version says in one place, in the order of the versions."""


@dataclass(frozen=True)
class _Feature:
    """A passage as it is compared."""

    passage: Passage
    stems: frozenset[str]
    traits: frozenset[str]  # that survive translation
    kin: frozenset[str]  # words that languages share
    weights: Mapping[str, float]

    @classmethod
    def of(cls, passage: Passage, weights: Mapping[str, float]) -> _Feature:
        words = _WORD.findall(passage.text.lower())
        stems = frozenset(word[:_STEM] for word in words if len(word) > 3)  # noqa: PLR2004
        return cls(passage, stems, _lasting(passage), _found(passage).kin, weights)

    @cached_property
    def weight(self) -> float:
        return max(self.sum(self.traits), _WHOLE)

    def sum(self, traits: Iterable[str]) -> float:
        return sum(self.weights[trait] for trait in traits)


def _found(passage: Passage) -> Traits:
    return traits(passage.text, passage.language)


def _lasting(passage: Passage) -> frozenset[str]:
    found = {f"${each.agency}" for each in passage.agencies}
    found |= {f"!{each.due}" for each in passage.instructions if each.due}
    return _found(passage).told | found


def _weights(versions: Sequence[Sequence[Passage]]) -> dict[str, float]:
    """What a trait tells: less if more passages hold it than there are versions."""
    held = Counter(
        trait
        for version in versions
        for passage in version
        for trait in _lasting(passage) | _found(passage).kin
    )
    every = math.log(max(map(len, versions), default=0) + 2)
    return {
        trait: weight(trait) * max(1 - math.log(max(count / len(versions), 1)) / every, 0.0)
        for trait, count in held.items()
    }


Row = dict[int, list[_Feature]]
"""Passages that tell the same, by the number of their version."""


def aligned(versions: Sequence[Sequence[Passage]]) -> list[Cells]:
    """Rows of all passages of all versions, each once, in an order that keeps that of each."""
    rows: list[Row] = []
    weights = _weights(versions)
    for number, version in enumerate(versions):
        rows = _joined(rows, [_Feature.of(passage, weights) for passage in version], number)
    return [
        tuple(tuple(each.passage for each in row.get(n, ())) for n in range(len(versions)))
        for row in rows
    ]


def alike(one: _Feature, other: _Feature) -> float:
    """How much two passages tell the same, from 0 to 1; 0 where it is too little to say so."""
    if one.passage.language == other.passage.language:
        return _share(one.stems, other.stems, _SHORTEST, _SAME)
    shared = one.sum(one.traits & other.traits) + one.sum(one.kin & other.kin)
    less, more = sorted((one.weight, other.weight))
    share = min(shared / less, 1.0) * (less / more) ** _LONGER
    return share if shared >= _LEAST and share >= _ACROSS else 0.0


def _share(one: frozenset[str], other: frozenset[str], fewest: int, least: float) -> float:
    shared = len(one & other)
    if shared < fewest:
        return 0.0
    # Of two short ones the longer overlap wins; the shorter text decides whether there is one.
    share = shared / min(len(one), len(other))
    return share * (0.75 + 0.25 * shared / max(len(one), len(other))) if share >= least else 0.0


def _joined(rows: Sequence[Row], features: Sequence[_Feature], number: int) -> list[Row]:
    """The rows with one more version laid against them."""
    partner = dict(_pairs(rows, features))
    made: list[Row] = []
    place = 0
    for index, row in enumerate(rows):
        if index not in partner:
            made.append(row)
            continue
        _put(made, features[place : partner[index]], number)
        place = partner[index] + 1
        made.append(row | {number: [features[partner[index]]]})
    _put(made, features[place:], number)
    return made


def _put(made: list[Row], features: Iterable[_Feature], number: int) -> None:
    """Passages without a partner: with the row before them if it tells the same, else alone."""
    for feature in features:
        if made and number in made[-1] and _best(made[-1], feature, number):
            made[-1][number].append(feature)
        else:
            made.append({number: [feature]})


def _best(row: Row, feature: _Feature, without: int = -1) -> float:
    every = (each for number, cell in row.items() if number != without for each in cell)
    return max((alike(each, feature) for each in every), default=0.0)


def _pairs(rows: Sequence[Row], features: Sequence[_Feature]) -> Iterator[tuple[int, int]]:
    """Which row and which passage tell the same: in order, alike as much as can be in all."""
    height, width = min(len(rows), MOST), min(len(features), MOST)
    scores = [[_best(row, each) for each in features[:width]] for row in rows[:height]]
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for row in range(height - 1, -1, -1):
        for column in range(width - 1, -1, -1):
            together = best[row + 1][column + 1] + scores[row][column]
            best[row][column] = max(best[row + 1][column], best[row][column + 1], together)
    row = column = 0
    while row < height and column < width:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield row, column
            row, column = row + 1, column + 1
