"""Deadlines that later words moved: told in another passage, or on another occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.language.traits import traits
from index.search.instructions.duties import Duty, Source, words

_MOVED = "moved"
_SHARED = 3  # words that the new wording has in common with the old at least …
_ACROSS = 3  # things, names and numbers, across languages …
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
            for before in _before(found, duty, known):
                early = found[before]
                dues = tuple(sorted({*early.dues, *found[place].dues}))
                found[before] = replace(early, dues=dues, due=duty.due, was=early.due)
                found[place] = replace(found[place], dues=dues, was=found[place].was or early.due)
        for key in _keys(duty):
            known[key].append(place)
    return found


def _keys(duty: Duty) -> Iterator[str]:
    """Under what an instruction is looked for: whom it charges, where it was told, its dates."""
    yield from (f"agency {agency}" for agency in sorted(duty.charged))
    yield f"event {duty.sources[0].event}"
    yield from (f"due {due}" for due in duty.dues)


def _before(duties: Sequence[Duty], moved: Duty, known: dict[str, list[int]]) -> set[int]:
    """The instructions whose deadline was moved: recalled just before, and the one most alike."""
    places = {place for key in _keys(moved) for place in known[key][-_LATEST:]}
    places = {place for place in places if _of_one(duties[place], moved)}
    dated = {place for place in places if duties[place].due not in {"", moved.due}}
    recalled = {place for place in dated if _recalls(duties[place], moved)}
    ranked = [(_alike(duties[place], moved), place) for place in dated - recalled]
    share, place = max(ranked, default=(0.0, -1))
    return recalled | {place} if share >= _SHARE else recalled


def _of_one(early: Duty, moved: Duty) -> bool:
    """Whether both may charge the same; who must act is not always said again."""
    return not (early.charged and moved.charged and early.charged.isdisjoint(moved.charged))


def _recalls(early: Duty, moved: Duty) -> bool:
    """«Ранее ставилась задача до 2027 года … завершить эту работу до конца 2025 года»."""
    told = {(source.place, source.duty.due) for source in early.sources}
    return any(
        source.was_due and (source.place, source.was_due) in told for source in moved.sources
    )


def _alike(one: Duty, other: Duty) -> float:
    """The share of the shorter that both have: of its words, else of what survives translation."""
    return max(_in_common(early, late) for early in one.sources for late in other.sources)


def _in_common(early: Source, late: Source) -> float:
    if early.language == late.language:
        first, second = words(early.duty.text), words(late.duty.text)
        least = _SHARED
    else:
        first, second = _lasting(early), _lasting(late)
        least = _ACROSS
    shared = len(first & second)
    return shared / min(len(first), len(second)) if shared >= least else 0.0


def _lasting(source: Source) -> frozenset[str]:
    """The things, names and numbers of an instruction; its dates are what moves."""
    told = traits(source.duty.text, source.language).told
    return frozenset(trait for trait in told if trait[0] != "&")
