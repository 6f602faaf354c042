"""Agencies through time: who took over from whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from index.documents.document import Passage
from index.policy.naming.authority import Agency


def heirs(agencies: Mapping[str, Agency], agency: str) -> tuple[str, ...]:
    """The agencies that took over from one, the nearest first; empty for an unknown one."""
    found: list[str] = []
    while agency in agencies and agencies[agency].successor not in {"", *found}:
        agency = agencies[agency].successor
        found.append(agency)
    return tuple(found)


def with_heirs(passage: Passage, agencies: Mapping[str, Agency]) -> Passage:
    """The passage with the heirs of every agency it names."""
    known = {each.agency: heirs(agencies, each.agency) for each in passage.agencies}
    if not any(known.values()):
        return passage
    named = (replace(each, heirs=known[each.agency]) for each in passage.agencies)
    return replace(passage, agencies=tuple(named))
