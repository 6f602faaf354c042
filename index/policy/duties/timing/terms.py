"""Which of the deadlines told in and around a clause binds, and which it took the place of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from index.documents.dates import PartialDate
from index.documents.document import Instruction
from index.policy.duties.builds.surroundings import WHOM
from index.policy.duties.modality.binding import Reading
from index.policy.duties.timing.carrying import carried
from index.policy.duties.timing.deadlines import DateGrammar, Deadline
from index.policy.duties.timing.moves import as_recalled, before, contrasted, moved_from, shifted

_LOOSE = frozenset({"month", "year", "end-of-year"})  # «в октябре», «в этом году»: may tell when
_YEAR = re.compile(r"\b20\d\d\b")
_BESIDE = 2  # characters between «ежегодно» and its day
_EDGE, _STOP = re.compile(r"[\s.»”“\"]*"), re.compile(r"[^.!?]{1,40}")
_LONGEST = 30  # characters of «Крайний срок»
_ERE_LONG = 31  # days of a term that runs anew for each case: «сообщать в течение суток»


def binding_term(
    reading: Reading, grammar: DateGrammar, spoken: PartialDate | None, *, recalled: bool = False
) -> Deadline | None:
    """The deadline of a clause; one that was moved has the day before it too.

    That of an order ``recalled`` may be gone by.
    """
    dated = grammar.might(reading.text)
    moved = contrasted(reading.text, grammar, spoken) if dated else None
    if moved is not None:
        return moved
    if dated and reading.is_changed():
        shift = shifted(reading.text, _cue(reading), grammar, spoken)
        if shift is not None and (shift.was is not None or "shifts" in reading.kinds):
            return shift if shift.was else _with_former(shift, reading, grammar, spoken)
    found = _lasting(_of_deed(reading, grammar, spoken), reading, spoken) if dated else ()
    if recalled:
        found = [as_recalled(one, grammar, spoken) for one in found]
    chosen = _chosen(found, grammar, None if recalled else spoken) or _named_term(
        reading, grammar, spoken
    )
    chosen = chosen or carried(reading, grammar, spoken)
    if chosen is None and WHOM in reading.kinds:
        return grammar.given(reading.text, spoken)
    if chosen is None or chosen.due is None:
        return chosen
    if "shifts" not in reading.kinds and not grammar.moves.calls_new(reading.text):
        return chosen
    return moved_from(chosen, _before(reading, grammar, spoken), grammar, spoken)


def _of_deed(
    reading: Reading, grammar: DateGrammar, spoken: PartialDate | None
) -> Sequence[Deadline]:
    """The days of a clause but for that of the order: «на этой неделе поручил»."""
    found = grammar.find(reading.text, spoken)
    if not any(one.rule == "running" for one in found) or "orders" not in reading.kinds:
        return found
    told = min(
        reading.around[one.first].start for one in reading.clause.cues if one.kind == "orders"
    )
    by, place = reading.words.scheduled.by, told - reading.clause.start
    return [
        one
        for one in found
        if one.rule != "running" or one.start > place or by.match(one.text.lower())
    ]


def _lasting(
    found: Sequence[Deadline], reading: Reading, spoken: PartialDate | None
) -> Sequence[Deadline]:
    """«С 1 мая все должны отвечать в течение суток»: a short term of a lasting duty is no end."""
    begins = any(one.rule == "start" for one in found)
    if not begins or spoken is None or not reading.kinds.isdisjoint({"orders", "proposes"}):
        return found
    return [
        one
        for one in found
        if one.rule != "within" or not one.due or (one.due - spoken.first).days > _ERE_LONG
    ]


def _named_term(
    reading: Reading, grammar: DateGrammar, spoken: PartialDate | None
) -> Deadline | None:
    """The day that the word «срок» names in the same sentence: «…, крайний срок – 1 июня»."""
    clause, passage = reading.clause, reading.passage
    end = next((one.end for one in passage.sentences if one.start <= clause.start < one.end), 0)
    text = passage.text[clause.start : max(end, clause.end)]
    told = grammar.term.search(text.lower())
    named = grammar.named(text[slice(*told.span(1))], spoken) if told else None
    if named is None or told is None:
        return None
    start = told.start(1) + named.start
    return named._replace(start=start, end=start + len(named.text))


def _cue(reading: Reading) -> int:
    """Where in the clause the word stands that says that something was moved."""
    clause = reading.clause
    told = (cue for cue in clause.cues if cue.kind == "shifts")
    first = next((reading.around[cue.first].start for cue in told), clause.start)
    return first - clause.start


def _with_former(
    shift: Deadline, reading: Reading, grammar: DateGrammar, spoken: PartialDate | None
) -> Deadline:
    """The day before as the sentence tells it ahead of the clause, else the sentence before."""
    clause = reading.clause
    begin = max(one.start for one in reading.passage.sentences if one.start <= clause.start)
    ahead = before(reading.passage.text[begin : clause.start], shift, grammar, spoken)
    return (
        ahead
        if ahead.was
        else moved_from(shift, _before(reading, grammar, spoken), grammar, spoken)
    )


def _before(reading: Reading, grammar: DateGrammar, spoken: PartialDate | None) -> Deadline | None:
    """The deadline that the sentence before calls a former one."""
    passage, start = reading.passage, reading.clause.start
    ends = [one for one in passage.sentences if one.end <= start]
    text = passage.text[ends[-1].start : ends[-1].end] if ends else ""
    if not grammar.moves.calls_former(text):
        return None
    found = [one for one in grammar.find(text, spoken) if one.due]
    return found[-1] if found else grammar.named(text, spoken)


def with_term_behind(
    found: Instruction,
    reading: Reading,
    grammar: DateGrammar,
    spoken: PartialDate | None,
    behind: int,
) -> Instruction:
    """The instruction with the deadline that a sentence of its own gives: «Срок – 1 декабря».

    ``behind`` is where the sentence ends that tells who answers for it, else the instruction.
    """
    if found.due or found.kind in {"recurring", "recalled"}:
        return found
    text = reading.passage.text
    told = term_alone(text, found.end, grammar) or term_alone(text, behind, grammar)
    deadline = grammar.named(told, spoken) if told else None
    if deadline is None:
        return found
    due, rule = str(deadline.due), deadline.rule
    return replace(found, deadline=deadline.text, due=due, rule=rule)


def term_alone(text: str, start: int, grammar: DateGrammar) -> str:
    """What stands from an offset on if it is a term by itself: «Срок – 1 декабря»."""
    edge = _EDGE.match(text, start)
    begin = edge.end() if edge else start
    told = grammar.beside.term_alone.match(text[begin : begin + _LONGEST].lower())
    stop = _STOP.match(text, begin + told.end()) if told else None
    return text[begin : stop.end()] if stop else ""


def _chosen(
    deadlines: Sequence[Deadline], grammar: DateGrammar, spoken: PartialDate | None
) -> Deadline | None:
    """Of several wordings the one that binds: dated before undated, strict before loose."""
    standing = [
        one
        for one in deadlines
        if one.due is None or spoken is None or one.due >= spoken.first or one.rule == "start"
    ] or [one for one in deadlines if one.rule == "day" and _YEAR.search(one.text)]
    if len(standing) > 1:
        standing = [one for one in standing if not one.former] or standing
    return _again(standing) or min(standing, key=partial(_looseness, grammar=grammar), default=None)


def _looseness(deadline: Deadline, grammar: DateGrammar) -> tuple[bool, ...]:
    rule = deadline.rule
    when = rule in _LOOSE and bool(grammar.beside.when.match(deadline.text.lower()))
    return deadline.due is None, rule == "in-season", rule == "start", rule in _LOOSE, when


def _again(deadlines: Sequence[Deadline]) -> Deadline | None:
    """«Ежегодно, до 1 апреля»: the day comes back every year."""
    for one, other in pairwise(deadlines):
        if "recurring" in {one.rule, other.rule} and other.start - one.end <= _BESIDE:
            return one if one.rule == "recurring" else other
    return None
