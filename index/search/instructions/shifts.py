"""Deadlines that later words moved: told in another passage, or on another occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.language.traits import traits
from index.search.instructions.duties import Duty, Source, words

_MOVED = "moved"
_SHARED = 3  # words that the new wording has in common with the old at least …
_MONTH = len("2025-12")
_ACROSS = 3  # things, names and numbers, across languages …
_SHARE = 0.5  # … and of the shorter one's
# Beginnings of words with which any deadline is moved: of days, of moving, of who says it to whom.
_COMMON = (
    *("срок", "дедла", "перен", "продл", "сдвин", "отодв", "отлож", "отсро", "вмест", "прежн"),
    *("ранее", "конца", "конец", "концу", "года", "году", "месяц", "кварт", "полуг", "недел"),
    *("январ", "февра", "март", "апрел", "июня", "июню", "июля", "июлю", "авгус", "сентя"),
    *("октяб", "ноябр", "декаб", "прези", "глава", "главы", "госуд", "токае", "поруч", "обяза"),
    *("должн", "надле", "необх", "следу", "завер", "прави", "минис", "акима", "агент", "комит"),
    *("мерзі", "ауыст", "ұзарт", "шегер", "дейін", "жыл", "соңын", "үкіме", "тапсы", "мемле"),
    *("басшы", "орнын", "қаңта", "ақпан", "науры", "сәуір", "мамыр", "маусы", "шілде", "тамыз"),
    *("қыркү", "қазан", "қараш", "желто", "удълж", "измес", "края", "годин", "месец", "възло"),
    *("трябв", "нареж", "яну", "юни", "юли", "септе", "октом", "ноемв", "декем", "deadl"),
    *("exten", "postp", "moved", "pushe", "until", "befor", "inste", "year", "month", "presi"),
    *("gover", "minis", "instr", "order", "must", "shoul", "janua", "febru", "march", "april"),
    *("june", "july", "augus", "septe", "octob", "novem", "decem", "tokay", "quart", "date"),
)
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
    told = {place for place in dated - recalled if _had(duties[place], moved)}
    ranked = [(_alike(duties[place], moved), place) for place in told]
    share, place = max(ranked, default=(0.0, -1))
    return recalled | {place} if share >= _SHARE else recalled


def _of_one(early: Duty, moved: Duty) -> bool:
    """Whether both may charge the same; who must act is not always said again."""
    return not (early.charged and moved.charged and early.charged.isdisjoint(moved.charged))


def _had(early: Duty, moved: Duty) -> bool:
    """Whether the deadline was what the mover says it was, to the month; he need not say it."""
    told = {source.was_due[:_MONTH] for source in moved.sources} - {""}
    return not told or any(due[:_MONTH] in told for due in early.dues)


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
        first, second = _subject(early), _subject(late)
        least = _SHARED
    else:
        first, second = _lasting(early), _lasting(late)
        least = _ACROSS
    shared = len(first & second)
    return shared / min(len(first), len(second)) if shared >= least else 0.0


def _subject(source: Source) -> frozenset[str]:
    """The words that say what is to be done, not by when or by whom."""
    said = words(source.duty.text)
    return frozenset(word for word in said if not word.startswith(_COMMON) and word.isalpha())


def _lasting(source: Source) -> frozenset[str]:
    """The things, names and numbers of an instruction; its dates are what moves."""
    told = traits(source.duty.text, source.language).told
    return frozenset(trait for trait in told if trait[0] != "&")
