"""Deadlines that later words moved: told in another passage, or on another occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.search.instructions.duties import Duty, words

_MOVED = "moved"
_SHARED = 3  # words that the new wording has in common with the old at least …
_SHARE = 0.5  # … and of the shorter one's
_LATEST = 500  # instructions of an agency that are looked through, the last ones given


def shifted(duties: Sequence[Duty]) -> list[Duty]:
    """The same instructions; one whose deadline was moved and the one that moved it have both.

    ``duties`` are in the order of their dates. The date that counts is the one told last.
    """
    found = list(duties)
    known: dict[str, list[int]] = defaultdict(list)
    for place, duty in enumerate(found):
        if duty.due and any(source.duty.kind == _MOVED for source in duty.sources):
            before = _before(found, duty, known)
            if before is not None:
                early = found[before]
                dues = tuple(sorted({*early.dues, *duty.dues}))
                found[before] = replace(early, dues=dues, due=duty.due)
                found[place] = replace(duty, dues=dues)
        for key in _keys(duty):
            known[key].append(place)
    return found


def _keys(duty: Duty) -> Iterator[str]:
    """Under what an instruction is looked for: whom it charges, else where it was told."""
    yield from (f"agency {agency}" for agency in sorted(duty.charged))
    yield f"event {duty.sources[0].event}"


def _before(duties: Sequence[Duty], moved: Duty, known: dict[str, list[int]]) -> int | None:
    """The instruction whose deadline was moved: recalled just before, else the one most alike."""
    places = {place for key in _keys(moved) for place in known[key][-_LATEST:]}
    dated = [place for place in places if duties[place].due not in {"", moved.due}]
    recalled = [place for place in dated if _recalls(duties[place], moved)]
    if recalled:
        return max(recalled)
    ranked = [(_alike(duties[place], moved), place) for place in dated]
    share, place = max(ranked, default=(0.0, -1))
    return place if share >= _SHARE else None


def _recalls(early: Duty, moved: Duty) -> bool:
    """«Ранее ставилась задача до 2027 года … завершить эту работу до конца 2025 года»."""
    told = {(source.place, source.duty.due) for source in early.sources}
    return any(
        source.was_due and (source.place, source.was_due) in told for source in moved.sources
    )


def _alike(one: Duty, other: Duty) -> float:
    """The share of the words of the shorter that both have, in a language that both are told in."""
    best = 0.0
    for source in one.sources:
        for later in other.sources:
            if source.language != later.language:
                continue
            first, second = words(source.duty.text), words(later.duty.text)
            shared = len(first & second)
            if shared >= _SHARED:
                best = max(best, shared / min(len(first), len(second)))
    return best
