"""Where a sentence turns from one body to the next: «потребовал от A …, B дал месяц …»."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from index.policy.duties.builds.scheduled import SCHEDULED
from index.policy.duties.directives import Directives
from index.policy.openings import Sought
from index.policy.scouting import Words
from index.policy.wordings import Cue
from index.policy.wordlists import made_of

_TELLING = frozenset(
    {"orders", "elided", "duties", "needs", "gives", "entrusts", "future", "shifts", SCHEDULED}
)


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
    words = directives.words.turns
    found: list[int] = []
    signs = [
        sign for sign in _turn(words.and_words).finditer(text, *span) if sign.end() in tokens.places
    ]
    for sign in signs:
        start = sign.end()
        form = tokens[tokens.places[start]].form
        if form in words.bound or form in directives.relative or form in directives.subordinate:
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


@made_of("turns.and_words")
def _turn(and_words: Sought) -> re.Pattern[str]:
    """A comma, or «и» and the like, with the blanks behind."""
    return re.compile(rf",\s+|\s{and_words.pattern}\s+")


def _tells(told: Collection[int], agents: Collection[int], start: int, end: int) -> bool:
    """Whether somebody is told something between two offsets."""
    return any(start <= one < end for one in told) and any(start <= one < end for one in agents)
