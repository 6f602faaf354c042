"""Where a sentence turns from one body to the next: «потребовал от A …, B дал месяц …»."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from index.policy.duties.builds.scheduled import SCHEDULED
from index.policy.duties.directives import Directives
from index.policy.scouting import Words
from index.policy.wordings import Cue

_TURN = re.compile(r",\s+|\s(?:и|and|және)\s+")
_TELLING = frozenset(
    {"orders", "elided", "duties", "needs", "gives", "entrusts", "future", "shifts", SCHEDULED}
)
# What begins no clause of its own about who must.
_BOUND = frozenset({"что", "чтобы", "как", "где", "че", "за", "that", "to", "деп"})


def turns(
    text: str,
    span: tuple[int, int],
    tokens: Words,
    cues: Sequence[Cue],
    directives: Directives,
    agents: Mapping[int, int],
) -> list[int]:
    """Offsets behind a comma or «и» at which another body is told something else."""
    told = [tokens[cue.first].start for cue in cues if cue.kind in _TELLING]
    if len(told) < 2 or len(agents) < 2:  # noqa: PLR2004
        return []
    found: list[int] = []
    signs = [sign for sign in _TURN.finditer(text, *span) if sign.end() in tokens.places]
    for sign in signs:
        start = sign.end()
        form = tokens[tokens.places[start]].form
        if form in _BOUND or form in directives.relative or form in directives.subordinate:
            continue
        if text[sign.start()] != "," and start not in told:
            continue  # «A и B», but «… и поручил B»
        begin = max([span[0], *found])
        end = next(
            (one.start() for one in signs if one.start() > start and one[0][0] == ","), span[1]
        )
        if _tells(told, agents, begin, sign.start()) and _tells(told, agents, start, end):
            found.append(start)
    return found


def _tells(told: Collection[int], agents: Collection[int], start: int, end: int) -> bool:
    """Whether somebody is told something between two offsets."""
    return any(start <= one < end for one in told) and any(start <= one < end for one in agents)
