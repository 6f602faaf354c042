"""«Министр, у вас полгода», "Minister, you have a month": who is spoken to, and time for him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language.grammar import cases
from index.policy.duties.builds.surroundings import WHOM
from index.policy.duties.directives import Directives
from index.policy.openings import Sought
from index.policy.scouting import Words
from index.policy.wordings import Cue
from index.policy.wordlists import made_of

_CLOSES = re.compile(r"\s*[,!]")
_NUMBERED = re.compile(r"\s*,\s+(?:\d+|[^\W\d]+)\s(?:[^\W\d]+)\s+[–—-]\s")  # «…, сто дней – и …»
_REACH = 40  # characters in which the time stands
_TELLING = frozenset({"orders", "duties", "needs", "elided", "bids", "gives"})


def spoken_to(
    text: str,
    mentions: Sequence[Mention],
    tokens: Words,
    cues: Sequence[Cue],
    directives: Directives,
) -> Iterator[Cue]:
    """Cues at a name that is spoken to where something is told to it, or time is given."""
    begin, end = tokens[0].start, tokens[-1].end
    words = directives.words.vocative
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        if not inside or not _CLOSES.match(text, mention.end, end):
            continue
        if directives.language == "ru" and "nomn" not in cases(tokens[inside.start].form):
            continue
        if not _opens(words.calling).search(text[begin : mention.start].lower()):
            continue
        behind = text[mention.end : min(mention.end + _REACH, end)].lower()
        timed = (
            not words.thanks.search(behind)
            and words.time.search(behind)
            and (words.you.search(behind) or _NUMBERED.match(behind))
        )
        bid = words.you.search(text[begin:end].lower()) and any(
            cue.kind in _TELLING for cue in cues
        )
        bid = bid or any(cue.kind == "bids" for cue in cues)
        if timed or bid:
            yield Cue(WHOM, inside.start, inside.start)
        if timed and inside.stop < len(tokens):
            yield Cue("elided", inside.stop, inside.stop)
        if timed or bid:
            return


@made_of("vocative.calling")
def _opens(calling: Sought) -> re.Pattern[str]:
    """What stands before a name that is spoken to: a sign, and how one is called."""
    return re.compile(rf"(?:\A|[.!?…:;,«„“\"–—-])\s*(?:{calling.pattern}\.?\s)?\Z")
