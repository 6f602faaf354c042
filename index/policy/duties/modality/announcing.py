"""Orders announced before they are told: «дал задание и вузам: МНВО за месяц должно …»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.documents.document import Instruction
from index.language.grammar import is_infinitive
from index.policy.duties.modality.binding import Reading

Found = tuple[Reading, Instruction]


def told_in_full(found: Iterable[Found]) -> Iterator[Found]:
    """The instructions of a sentence but for those that only announce the one behind a colon.

    Whom the announcement names is charged by what it announces if nobody is named there.
    """
    waiting: Found | None = None
    for reading, one in found:
        told = one if waiting is None else _as_announced(reading, one, waiting[1])
        waiting = (reading, told) if _only_announces(reading) else None
        if waiting is None:
            yield reading, told
    if waiting is not None:
        yield waiting


def _as_announced(reading: Reading, one: Instruction, before: Instruction) -> Instruction:
    if one.agencies or not before.agencies:
        return one
    return replace(
        one,
        text=reading.passage.text[before.start : one.end],
        start=before.start,
        agencies=before.agencies,
        joint=before.joint,
        deadline=one.deadline or before.deadline,
        due=one.due or before.due,
        rule=one.rule or before.rule,
    )


def _only_announces(reading: Reading) -> bool:
    behind = reading.passage.text[reading.clause.end :].lstrip()[:1]
    if behind != ":" or reading.kinds.isdisjoint({"orders", "elided"}):
        return False
    if reading.directives.language == "bg":
        return reading.words.shades.to_do.isdisjoint(reading.forms)
    return reading.directives.language == "ru" and not any(map(is_infinitive, reading.forms))
