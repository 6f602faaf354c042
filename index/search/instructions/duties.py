"""The same instruction told by several texts of one event, made one with several sources."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from operator import is_

from index.documents.dates import PartialDate
from index.documents.document import Document, Instruction
from index.search.instructions.linking import APART, linked
from index.search.instructions.retelling import Retelling, Telling

_WORD = re.compile(r"\w+")
_STEM, _SHORTEST = 5, 4  # letters of a word that count; shorter words say little
_START = "start"  # «с 1 января»: what begins then, not what must be done by then
_SHARED = 4  # words that a text must repeat at least …
_EQUAL = 0.8  # … and of the longer wording, to say the same twice
_SURE = 50.0

Heirs = Callable[[str], Sequence[str]]
"""The agencies that took over from an agency."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """An instruction as one passage tells it."""

    document: Document
    passage: int  # its ordinal
    language: str
    speaker: str  # his role
    duty: Instruction
    place: tuple[str, int]  # segment and number of the passage in the index
    was_due: str = ""  # what the passage says the deadline was before
    seen: int = 0  # the archive's change that brought the passage's words
    came: int = 0  # when that was, in seconds since 1970; 0 where nobody knows
    event_year: int | None = None  # of the event of its text, where the date contradicts it
    charge: tuple[str, ...] = ()  # the words that name whom it charges

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
    was: str = ""  # the one that counted before it was moved
    nth: int = 1  # of those that are told in one document in the same words

    @property
    def id(self) -> str:
        """That of the source that came in first, whichever is fuller and shown."""
        name = min(self.sources, key=_first_told).duty.id
        return name if self.nth == 1 else f"{name}-{self.nth}"

    @property
    def seen(self) -> int:
        """The archive's change that brought the last of its sources."""
        return max(source.seen for source in self.sources)

    @property
    def came(self) -> int:
        """When the last of its sources came in, in seconds since 1970; 0 where nobody knows."""
        return max(source.came for source in self.sources)

    @property
    def shown(self) -> Instruction:
        """The instruction as the best source tells it."""
        return self.sources[0].duty

    def in_language(self, language: str) -> Duty:
        """The same with a source in a language shown first, if one says the same of its days.

        Whom the text charges that was shown, it goes on charging where the other names nobody.
        """
        first = self.sources[0]
        told = (each for each in self.sources if each.language == language)
        mine = next((each for each in told if _agrees(each, first)), first)
        if mine is first:
            return self
        if not mine.duty.agencies:
            charged = replace(mine.duty, agencies=first.duty.agencies, joint=first.duty.joint)
            shown = replace(mine, duty=charged)
        else:
            shown = mine
        return replace(self, sources=(shown, *(each for each in self.sources if each is not mine)))

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

    @property
    def told_dues(self) -> tuple[str, ...]:
        """The dates that other sources give, without the one that counted before."""
        return tuple(each for each in self.other_dues if each != self.was)


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
    """Sources of one event that tell the same, the surest first; each source stands once."""
    if len(told) == 1:
        return [list(told)]
    documents = {source.document.id for source in told}
    said = functools.cache(lambda source: words(source.duty.text))
    if len(documents) == 1:
        return linked(told, combinations(told, 2), lambda one, other: _repeats(one, other, said))
    tellings = _tellings(told)
    retelling = Retelling(list(tellings.values()), len(documents))

    def speaks(one: Source, other: Source) -> float:
        if one.document.id == other.document.id:
            return _repeats(one, other, said)
        return retelling.speaks(tellings[one], tellings[other])

    return linked(told, retelling.pairs(tellings), speaks)


def _tellings(told: Sequence[Source]) -> dict[Source, Telling]:
    found = {}
    within: dict[str, list[Source]] = defaultdict(list)
    for source in told:
        within[source.document.id].append(source)
    for sources in within.values():
        sources.sort(key=lambda source: (source.passage, source.duty.start))
        for number, source in enumerate(sources):
            place = number / len(sources)
            found[source] = Telling.of(
                source.duty, source.language, source.passage, place, source.charge
            )
    return found


def _repeats(one: Source, other: Source, said: Callable[[Source], frozenset[str]]) -> float:
    """Sure where a text repeats itself word for word, or nearly; a passage never does."""
    if one.place == other.place or one.duty.due != other.duty.due:
        return APART
    if set(one.duty.agencies) != set(other.duty.agencies):
        return APART
    first, second = said(one), said(other)
    least = max(_SHARED, _EQUAL * max(len(first), len(second)))
    return _SURE if len(first & second) >= least else APART


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
        due := _due(ranked[0].duty, dues),
        next((one.was_due for one in ranked if one.was_due not in {"", due}), ""),
    )


def _agrees(other: Source, shown: Source) -> bool:
    """Whether another text has no other day, when it was given or is due, than the one shown."""
    if other.document.date != shown.document.date:
        return False
    one, two = other.duty, shown.duty
    starts = one.kind == _START, two.kind == _START
    return starts[0] == starts[1] and (one.due == two.due or not (one.due or starts[0]))


def _first_told(source: Source) -> tuple[int, str, int, int]:
    return source.seen, source.document.id, source.passage, source.duty.start


def told_apart(duties: Sequence[Duty]) -> list[Duty]:
    """The same instructions, those that one document tells in the same words numbered."""
    held: Counter[str] = Counter()
    numbered = {}
    for duty in sorted(duties, key=lambda each: min(map(_first_told, each.sources))):
        held[duty.id] += 1
        numbered[duty] = held[duty.id]
    return [duty if numbered[duty] == 1 else replace(duty, nth=numbered[duty]) for duty in duties]


def _due(shown: Instruction, dues: Sequence[str]) -> str:
    if shown.kind == _START:
        return ""
    return shown.due or (dues[-1] if dues else "")


def _fullest(source: Source) -> tuple[bool, bool, bool, bool, int, str, int]:
    """What says most stands first: a new order, its day, who must act, the President's words."""
    duty = source.duty
    told = duty.kind == "recalled", not duty.due, not duty.agencies
    own = source.speaker != "president"
    return (*told, own, -len(duty.text), source.document.id, source.passage)


def words(text: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    found = _WORD.findall(text.lower())
    return frozenset(word[:_STEM] for word in found if len(word) >= _SHORTEST)
