"""How much two instructions of one event say the same, within a language or across."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from index.documents.document import Instruction
from index.language.traits import Traits, traits, weight

# What speaks for one instruction: the share of things and words in common, numbers and names,
# the deadline, who must act, the kind, the place in the text; and against it.
_SHARE, _NUMBERS, _NAMES, _DUE, _CHARGED, _KIND, _PLACE = 7.0, 1.5, 0.8, 2.5, 1.5, 0.5, 1.0
_OTHER_DUE, _ONE_DUE, _OTHER_CHARGED, _OTHER_START = 8.0, 1.5, 8.0, 3.0
_OTHER_NUMBERS = 3.0
_OTHER_TASK = 12.0  # against orders that tell another thing to be done …
_TASK = {True: 0.25, False: 0.15}  # … which share less of it, within a language or across …
_TOLD = {True: 0.5, False: 1.4}  # … and each tell so much
_DOUBT = 4.0
_LONGER = 0.3  # the power by which the share counts less where one text is much longer
_OTHERS = 20  # instructions that are thought of beside those compared
_PASSAGES = 30  # so many passages are as far as a whole text
_LEAST = 2.0  # what a text weighs at least, so that one word decides nothing
_ALL = 200  # instructions of which every pair is compared
_BLOCK = 30  # instructions that may share a trait by which others are compared
_START = "start"  # «с 1 января»: what begins then, not what must be done by then


Thing = TypeVar("Thing")


@dataclass(frozen=True, eq=False)
class Telling:
    """An instruction as it is compared."""

    duty: Instruction
    language: str
    traits: Traits
    task: Traits  # of what is to be done, without whom it charges and by when
    passage: int  # its ordinal
    place: float  # among the instructions of its document, from 0 to 1

    @classmethod
    def of(
        cls,
        duty: Instruction,
        language: str,
        passage: int,
        place: float,
        charge: Sequence[str] = (),
    ) -> Telling:
        """An instruction made ready to be compared; ``charge`` names whom it charges."""
        task = duty.text
        for frame in (*charge, duty.deadline, *duty.words):
            task = task.replace(frame, " ", 1) if frame else task
        found = traits(duty.text, language), traits(task, language)
        return cls(duty, language, *found, passage, place)

    @property
    def charged(self) -> frozenset[str]:
        """Who must act."""
        return frozenset((*self.duty.agencies, *self.duty.joint))


class Retelling:
    """Compares the instructions of one event, told by some documents."""

    def __init__(self, told: Sequence[Telling], documents: int) -> None:
        held = Counter(trait for one in told for trait in _every(one.traits))
        every = math.log(len(told) / documents + _OTHERS)
        # Each document may tell what another does: only what is said more often is common.
        self._weights: Mapping[str, float] = {
            trait: weight(trait) * max(1 - math.log(max(count / documents, 1)) / every, 0.0)
            for trait, count in held.items()
        }

    def pairs(self, tellings: Mapping[Thing, Telling]) -> Iterator[tuple[Thing, Thing]]:
        """What is worth comparing: of few instructions all, else those that share a rare trait."""
        if len(tellings) <= _ALL:
            yield from combinations(tellings, 2)
            return
        holding: dict[str, list[Thing]] = defaultdict(list)
        for thing, telling in tellings.items():
            for trait in _every(telling.traits):
                holding[trait].append(thing)
        few = (things for things in holding.values() if len(things) <= _BLOCK)
        yield from {pair: None for things in few for pair in combinations(things, 2)}

    def speaks(self, one: Telling, other: Telling) -> float:
        """What speaks for one instruction, above 0 if more than against it."""
        share, hard = self._likeness(one, other)
        hard -= _OTHER_TASK * self._differ(one, other)
        return _SHARE * share + hard + _terms(one, other, share) - _DOUBT

    def _differ(self, one: Telling, other: Telling) -> bool:
        """Whether both tell what is to be done, and hardly anything of it in common."""
        first, second = one.task, other.task
        tongue = one.language == other.language
        shared = first.told & second.told
        shared |= first.words & second.words if tongue else first.kin & second.kin
        told = (each.told | each.words if tongue else each.told for each in (first, second))
        less = min(map(self._sum, told))
        return less >= _TOLD[tongue] and self._sum(shared) < _TASK[tongue] * max(less, _LEAST)

    def _likeness(self, one: Telling, other: Telling) -> tuple[float, float]:
        """The share of what both say, and what numbers and names speak."""
        first, second = one.traits, other.traits
        tongue = one.language == other.language
        shared = first.told & second.told
        hard = _NUMBERS * self._sum(trait for trait in shared if trait[0] == "#")
        hard += _NAMES * self._sum(trait for trait in shared if trait[0] == "^")
        if first.numbers and second.numbers and not first.numbers & second.numbers:
            hard -= _OTHER_NUMBERS
        shared |= first.words & second.words if tongue else first.kin & second.kin
        less, more = sorted(self._whole(each.traits, tongue=tongue) for each in (one, other))
        return min(self._sum(shared) / less, 1.0) * (less / more) ** _LONGER, hard

    def _whole(self, found: Traits, *, tongue: bool) -> float:
        return max(self._sum(found.told | found.words if tongue else found.told), _LEAST)

    def _sum(self, found: Iterable[str]) -> float:
        # The day of a deadline is compared as such.
        return sum(self._weights.get(trait, 0.0) for trait in found if trait[0] != "&")


def _every(found: Traits) -> frozenset[str]:
    return found.told | found.words | found.kin


def _terms(one: Telling, other: Telling, share: float) -> float:
    """What deadlines, agencies, kinds and places speak; the same words may have two dates."""
    first, second = one.duty, other.duty
    apart = min(abs(one.place - other.place), abs(one.passage - other.passage) / _PASSAGES)
    said = _PLACE * (1 - 3 * apart)
    if first.due and second.due:
        said += _DUE if first.due == second.due else -_OTHER_DUE * (1 - share)
    elif first.due or second.due:
        said -= _ONE_DUE
    if one.charged and other.charged:
        both = len(one.charged & other.charged) / len(one.charged | other.charged)
        said += _CHARGED * both if both else -_OTHER_CHARGED
    if first.kind == second.kind:
        return said + _KIND
    return said - _OTHER_START * (_START in {first.kind, second.kind})
