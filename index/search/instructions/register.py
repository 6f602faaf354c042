"""The register of instructions: read from the index once a commit, filtered for each request.

What a segment holds is read once in its life, so a commit costs what is new in it.
"""

from __future__ import annotations

import datetime as dt
import functools
import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

import numpy as np

from index.documents.dates import PartialDate
from index.documents.document import Instruction, Passage
from index.language.event_years import told_year
from index.search.arrivals import ARRIVED
from index.search.evaluation.engine import evaluate
from index.search.evaluation.filters import Filters
from index.search.instructions.duties import Duty, Heirs, Merged, Source, merged, told_apart
from index.search.instructions.register_request import DUE, RegisterRequest
from index.search.instructions.shifts import shifted
from index.search.parsing.parser import parse
from index.store.reader import Index
from index.store.segment import Segment

Thing = TypeVar("Thing")

_SEGMENTS = 32
_LISTED = 200  # events that a form offers
_COUNTED = ("agency", "area", "due")
_LATEST = dt.date.max.toordinal()


@dataclass(frozen=True)
class RegisterPage:
    """A page of the register; each facet is counted under all filters but its own."""

    duties: tuple[Duty, ...]
    total: int
    page: int
    pages: int
    facets: dict[str, dict[str, int]]  # agency, area, due
    events: dict[str, int]  # the newest ones, with how many each shows


@functools.lru_cache(maxsize=2)
def register(ix: Index, heirs: Heirs) -> tuple[Duty, ...]:
    """All instructions of an index, the last given first."""
    sources = (source for segment in ix.segments for source in _alive(segment))
    before = _merged.pop(heirs, {})
    _merged.clear()
    found = _merged[heirs] = merged(sources, heirs, before)
    duties = sorted((each for _, told in found.values() for each in told), key=_oldest_first)
    return tuple(sorted(told_apart(shifted(duties)), key=_newest_first))


def select(
    ix: Index, heirs: Heirs, wanted: RegisterRequest, today: dt.date, language: str = ""
) -> RegisterPage:
    """The instructions that a request asks for, shown in a language if a source has it."""
    duties = _told(ix, register(ix, heirs), wanted)
    falling = _falling(duties, today)
    checks = {
        "agency": [not wanted.agencies or bool(each.charged & wanted.agencies) for each in duties],
        "area": [not wanted.areas or bool(each.areas & wanted.areas) for each in duties],
        "due": [not wanted.due or wanted.due in held for held in falling],
        "event": [not wanted.events or _event(each) in wanted.events for each in duties],
    }
    found = [each for each, *kept in zip(duties, *checks.values(), strict=True) if all(kept)]
    if wanted.order == "oldest":
        found.sort(key=_oldest_first)
    if wanted.order == ARRIVED:
        found.sort(key=lambda each: -each.seen)
    if wanted.order == "due":
        found.sort(key=lambda each: _soonest_first(each.due, today))
    start = (wanted.page - 1) * wanted.per_page
    shown = found[start : start + wanted.per_page]
    return RegisterPage(
        duties=tuple(each.in_language(language) for each in shown),
        total=len(found),
        page=wanted.page,
        pages=-(-len(found) // wanted.per_page),
        facets={name: _counts(duties, checks, name, falling) for name in _COUNTED},
        events=_events(_passing(duties, checks, "event")),
    )


def terms(due: str, today: dt.date) -> frozenset[str]:
    """What a due date (YYYY-MM-DD or empty) is on a day, of ``DUE``."""
    if not due:
        return frozenset({"none"})
    left = (dt.date.fromisoformat(due) - today).days
    holds = {
        "overdue": left < 0,
        "30": 0 <= left <= 30,  # noqa: PLR2004 - as its name says
        "90": 0 <= left <= 90,  # noqa: PLR2004
        "year": due[:4] == f"{today.year:04}",
    }
    return frozenset(name for name, held in holds.items() if held)


def _falling(duties: Sequence[Duty], today: dt.date) -> list[frozenset[str]]:
    """Of each instruction what its deadline is, of ``DUE``."""
    known = {due: terms(due, today) for due in {each.due for each in duties}}
    return [known[each.due] | {"moved"} if each.was else known[each.due] for each in duties]


def _told(ix: Index, duties: Sequence[Duty], wanted: RegisterRequest) -> list[Duty]:
    """The instructions from passages that hold the words."""
    if not wanted.text:
        return list(duties)
    filters = Filters(values={"instruction": frozenset({"1"})})
    matches = evaluate(ix, parse(wanted.text).query, filters, "newest", 0, ix.count)
    places = {(ix.segments[ref.segment].name, ref.passage) for ref, _ in matches.hits}
    return [each for each in duties if any(one.place in places for one in each.sources)]


def _passing(things: Sequence[Thing], checks: Mapping[str, list[bool]], facet: str) -> list[Thing]:
    """What all filters but that of a facet let through; a thing an instruction."""
    others = [kept for name, kept in checks.items() if name != facet]
    passing = map(all, zip(*others, strict=True))
    return [each for each, passes in zip(things, passing, strict=True) if passes]


def _counts(
    duties: Sequence[Duty],
    checks: Mapping[str, list[bool]],
    facet: str,
    falling: Sequence[frozenset[str]],
) -> dict[str, int]:
    if facet == "due":
        held = Counter(chain.from_iterable(_passing(falling, checks, facet)))
        return {name: held[name] for name in DUE}
    found = _passing(duties, checks, facet)
    values = (each.charged if facet == "agency" else each.areas for each in found)
    return dict(Counter(chain.from_iterable(values)))


def _event(duty: Duty) -> str:
    return duty.sources[0].event


def _events(duties: Iterable[Duty]) -> dict[str, int]:
    """The events of some instructions (the newest first), and of how many each tells."""
    return dict(islice(Counter(map(_event, duties)).items(), _LISTED))


def _newest_first(duty: Duty) -> tuple[int, str, int, int]:
    shown = duty.sources[0]
    return -_day(shown.document.date), shown.document.id, shown.passage, shown.duty.start


def _oldest_first(duty: Duty) -> int:
    """Undated ones last; of one day in the order of the text."""
    return _day(duty.date) or _LATEST


def _day(date: PartialDate | None) -> int:
    return date.first.toordinal() if date else 0


def _soonest_first(due: str, today: dt.date) -> tuple[int, int]:
    """What falls due next, then what fell due last, then what has no date."""
    if not due:
        return 2, 0
    left = (dt.date.fromisoformat(due) - today).days
    return (0, left) if left >= 0 else (1, -left)


_known: OrderedDict[str, tuple[Source, ...]] = OrderedDict()
_merged: dict[Heirs, Merged] = {}
_lock = threading.Lock()


def _alive(segment: Segment) -> Iterator[Source]:
    dead = segment.dead
    with _lock:
        if segment.name not in _known:
            _known[segment.name] = tuple(_read(segment))
        _known.move_to_end(segment.name)
        while len(_known) > _SEGMENTS:
            _known.popitem(last=False)
        sources = _known[segment.name]
    return (each for each in sources if dead is None or not dead[each.place[1]])


def _read(segment: Segment) -> Iterator[Source]:
    """Every instruction of a segment, of deleted documents too: those may differ by commit."""
    profiles = segment.profiles
    holding = profiles.passing({"instruction": {"1"}}).take(profiles.of_passage)
    document, header, year = -1, None, None
    for number in np.flatnonzero(holding).tolist():
        passage = segment.passage(number)
        if document != (document := int(segment.arrays["document"][number])) or header is None:
            header = segment.header(document)
            whole = map(segment.passage, segment.passages_of(document))
            year = told_year(whole, header.date)
        for place, duty in enumerate(passage.instructions):
            yield Source(
                header,
                passage.ordinal,
                passage.language or header.language,
                passage.speaker.role,
                duty,
                (segment.name, number),
                _was_due(passage, place),
                passage.seen,
                passage.came,
                year,
                _charge(passage, duty),
            )


def _charge(passage: Passage, duty: Instruction) -> tuple[str, ...]:
    """The words of an instruction that name whom it charges."""
    return tuple(
        passage.text[max(each.start, duty.start) : min(each.end, duty.end)]
        for each in passage.agencies
        if each.agency in duty.agencies and each.start < duty.end and each.end > duty.start
    )


def _was_due(passage: Passage, place: int) -> str:
    """The deadline before it was moved: that of the instruction recalled last before it."""
    moved = passage.instructions[place]
    if moved.kind != "moved" or moved.was:
        return moved.was
    recalled = (each.due for each in passage.instructions[:place] if each.kind == "recalled")
    return next(filter(None, reversed(list(recalled))), "")
