"""One order with several days: «до 1 марта принять программу, а до 15 мая утвердить бюджет»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents.dates import PartialDate
from index.policy.duties.clauses import Clause
from index.policy.duties.directives import Directives
from index.policy.duties.modality.asides import names_work
from index.policy.duties.timing.deadlines import DateGrammar
from index.policy.openings import Sought
from index.policy.scouting import Words
from index.policy.wordlists import made_of

_DAY_LAST = frozenset({"en"})  # "to adopt it by May 1 and to report by June 1"
_TELLING = frozenset({"orders", "needs", "duties"})


def staged(
    text: str,
    clause: Clause,
    tokens: Words,
    directives: Directives,
    grammar: DateGrammar,
    spoken: PartialDate | None,
) -> list[Clause]:
    """The clause, or one for each day by which something else is to be done.

    ``tokens`` are those of the passage. A part without a cue has that of the first.
    """
    if all(cue.kind not in _TELLING for cue in clause.cues):
        return [clause]
    joint = _joint(directives.words.cut.and_by)
    joints = [*joint.finditer(text, clause.start, clause.end)]
    days = _days(text, clause, grammar, spoken) if joints else ()
    if len(days) < 2:  # noqa: PLR2004
        return [clause]
    own = tokens.part(clause.first, clause.after)
    forms = [token.form for token in own]
    start, spans = clause.start, list[tuple[int, int]]()
    for sign in joints:
        parts = own.between(start, sign.start()), own.between(sign.end(), clause.end)
        if _meets(days, start, sign, directives) and all(
            names_work(forms[part.start : part.stop], directives.words.asides) for part in parts
        ):
            spans.append((start, sign.start()))
            start = sign.end()
    return _parts(clause, own, [*spans, (start, clause.end)]) if spans else [clause]


def _days(
    text: str, clause: Clause, grammar: DateGrammar, spoken: PartialDate | None
) -> Sequence[tuple[int, int]]:
    """Where the days of a clause stand by which something must be done."""
    told = text[clause.start : clause.end]
    found = grammar.find(told, spoken) if grammar.might(told) else ()
    ends = [one for one in found if one.due and one.rule != "start"]
    return [(clause.start + one.start, clause.start + one.end) for one in ends]


def _meets(
    days: Sequence[tuple[int, int]], start: int, sign: re.Match[str], directives: Directives
) -> bool:
    """Whether a day stands before a sign and another behind it, none across: «May 1, 2027»."""
    place, anywhere = sign.end(), directives.language in _DAY_LAST
    if anywhere and sign[0].strip() == ",":  # "Speaking to mayors this week, he told …"
        return False
    before = any(start <= begin and end <= sign.start() for begin, end in days)
    behind = any(begin == place or (anywhere and begin > place) for begin, _ in days)
    return before and behind and not any(begin < place <= end for begin, end in days)


def _parts(clause: Clause, own: Words, spans: Sequence[tuple[int, int]]) -> list[Clause]:
    found = []
    for start, end in spans:
        inside = own.between(start, end)
        first, after = inside.start + clause.first, inside.stop + clause.first
        cues = tuple(cue for cue in clause.cues if first <= cue.first < after)
        found.append(Clause(start, end, first, after, cues or clause.cues[:1]))
    return found


@made_of("cut.and_by")
def _joint(and_by: Sought) -> re.Pattern[str]:
    """What stands before another day: a comma, «а», «и», or both."""
    return re.compile(rf"(?:,?\s+{and_by.pattern}\s+|,\s+)(?=\w)")
