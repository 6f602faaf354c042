"""The same instruction told by several texts of one event, made one with several sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import is_

from index.documents.dates import PartialDate
from index.documents.document import Document, Instruction

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_STEM, _SHORTEST = 5, 4  # letters of a word that count; shorter words say little
_START = "start"  # «с 1 января»: what begins then, not what must be done by then
_SHARED = 4  # words that two tellings have in common at least …
_SHARE = 0.6  # … and of the shorter one's

Heirs = Callable[[str], Sequence[str]]
"""The agencies that took over from an agency."""


@dataclass(frozen=True, slots=True)
class Source:
    """An instruction as one passage tells it."""

    document: Document
    passage: int  # its ordinal
    language: str
    speaker: str  # his role
    duty: Instruction
    place: tuple[str, int]  # segment and number of the passage in the index
    was_due: str = ""  # what the passage says the deadline was before

    @property
    def event(self) -> str:
        """The event of its document."""
        return self.document.event or self.document.id


@dataclass(frozen=True, slots=True)
class Duty:
    """One instruction with all who tell of it; the first source is the one that is shown."""

    sources: tuple[Source, ...]
    charged: frozenset[str]  # its agencies, and those that took over from them
    areas: frozenset[str]
    dues: tuple[str, ...]  # every date on which it falls due by some source, and those before
    due: str  # the one that counts: of the source that is shown, else of any

    @property
    def shown(self) -> Instruction:
        """The instruction as the best source tells it."""
        return self.sources[0].duty

    @property
    def date(self) -> PartialDate | None:
        """When it was given."""
        return self.sources[0].document.date

    @property
    def begins(self) -> str:
        """The day on which it begins, where it tells of a beginning: that is no deadline."""
        return self.shown.due if self.shown.kind == _START else ""

    @property
    def other_dues(self) -> tuple[str, ...]:
        """The dates that it had before, or that other sources give."""
        return tuple(each for each in self.dues if each != self.due)


Merged = dict[str, tuple[tuple[Source, ...], tuple[Duty, ...]]]
"""What was merged of each event, and what came of it."""


def merged(sources: Iterable[Source], heirs: Heirs, before: Merged) -> Merged:
    """The instructions of some sources, those of one event told again made one.

    What ``before`` has of an event that is told by the same sources is taken from there.
    """
    events: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        events[source.event].append(source)
    found: Merged = {}
    for event, told in events.items():
        known = before.get(event)
        if known and len(known[0]) == len(told) and all(map(is_, known[0], told)):
            found[event] = known
        else:
            found[event] = tuple(told), tuple(_duty(each, heirs) for each in _clusters(told))
    return found


def _clusters(told: Sequence[Source]) -> list[list[Source]]:
    clusters: list[list[tuple[Source, frozenset[str]]]] = []
    for source in told:
        said = words(source.duty.text)
        for cluster in clusters:
            if _fits(cluster, source, said):
                cluster.append((source, said))
                break
        else:
            clusters.append([(source, said)])
    return [[source for source, _ in cluster] for cluster in clusters]


def _fits(
    cluster: Sequence[tuple[Source, frozenset[str]]], source: Source, said: frozenset[str]
) -> bool:
    """Whether a source tells what others tell; two instructions of a passage are two."""
    if any(each.place == source.place for each, _ in cluster):
        return False
    return any(_same(each, theirs, source, said) for each, theirs in cluster)


def _same(one: Source, said: frozenset[str], other: Source, others: frozenset[str]) -> bool:
    charged, also = set(one.duty.agencies), set(other.duty.agencies)
    if one.language == other.language:
        shared = len(said & others)
        alike = shared >= _SHARED and shared >= _SHARE * min(len(said), len(others))
        return alike and (not charged or not also or bool(charged & also))
    if one.document.id == other.document.id or not charged or charged != also:
        return False
    # Across languages dates and numbers tell: «до 1 июля», 417 schools.
    if one.duty.due != other.duty.due or not one.duty.due:
        return False
    first, second = (set(_NUMBER.findall(each.duty.text)) for each in (one, other))
    return first == second


def _duty(held: Sequence[Source], heirs: Heirs) -> Duty:
    ranked = sorted(held, key=_fullest)
    named = {agency for source in held for agency in source.duty.agencies}
    dated = (source for source in held if source.duty.kind != _START)
    dues = sorted({due for source in dated for due in (source.duty.due, source.was_due)} - {""})
    return Duty(
        tuple(ranked),
        frozenset(named | {heir for agency in named for heir in heirs(agency)}),
        frozenset(area for source in held for area in source.duty.areas),
        tuple(dues),
        _due(ranked[0].duty, dues),
    )


def _due(shown: Instruction, dues: Sequence[str]) -> str:
    if shown.kind == _START:
        return ""
    return shown.due or (dues[-1] if dues else "")


def _fullest(source: Source) -> tuple[bool, bool, bool, int, str, int]:
    duty = source.duty
    told = duty.kind == "recalled", not duty.due, not duty.agencies, -len(duty.text)
    return (*told, source.document.id, source.passage)


def words(text: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    found = _WORD.findall(text.lower())
    return frozenset(word[:_STEM] for word in found if len(word) >= _SHORTEST)
