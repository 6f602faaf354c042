"""«Министр, у вас полгода», "Minister, you have a month": who is spoken to, and time for him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language.grammar import cases
from index.policy.duties.builds.surroundings import WHOM
from index.policy.scouting import Words
from index.policy.wordings import Cue

_OPENS = re.compile(
    r"(?:\A|[.!?…:;,«„“\"–—-])\s*(?:(?:уважаем|дорог|господ|г-н|коллег|dear|mr|mister|уважаем|скъп"
    r"|господин|құрметті|қадірлі)\w*\.?\s)?\Z",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s*[,!]")
_YOU = re.compile(
    r"\b(?:вам|вас|вы|вашему|ваше|you|your|ви|вие|вашето|сіз|сізге|сіздің|сіздерге)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:дней|дня|день|недел\w*|месяц\w*|год|года|лет|сут\w+|часов|полгода|врем\w+|срок\w*"
    r"|days?|weeks?|months?|years?|time|ден|дни|дена|седмиц\w*|месец\w*|годин\w*"
    r"|күн\w*|апта\w*|ай|айға|айыңыз|жыл\w*|уақыт\w*)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*,\s+(?:\d+|[^\W\d]+)\s(?:[^\W\d]+)\s+[–—-]\s")  # «…, сто дней – и …»
_THANKS = re.compile(r"спасибо|благодар|thank|рахмет|рақмет", re.IGNORECASE)
_REACH = 40  # characters in which the time stands
_TELLING = frozenset({"orders", "duties", "needs", "elided", "bids", "gives"})


def spoken_to(
    text: str, mentions: Sequence[Mention], tokens: Words, cues: Sequence[Cue], language: str
) -> Iterator[Cue]:
    """Cues at a name that is spoken to where something is told to it, or time is given."""
    begin, end = tokens[0].start, tokens[-1].end
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        if not inside or not _CLOSES.match(text, mention.end, end):
            continue
        if language == "ru" and "nomn" not in cases(tokens[inside.start].form):
            continue
        if not _OPENS.search(text[begin : mention.start]):
            continue
        behind = text[mention.end : min(mention.end + _REACH, end)]
        timed = (
            not _THANKS.search(behind)
            and _TIME.search(behind)
            and (_YOU.search(behind) or _NUMBERED.match(behind))
        )
        bid = _YOU.search(text, begin, end) and any(cue.kind in _TELLING for cue in cues)
        bid = bid or any(cue.kind == "bids" for cue in cues)
        if timed or bid:
            yield Cue(WHOM, inside.start, inside.start)
        if timed and inside.stop < len(tokens):
            yield Cue("elided", inside.stop, inside.stop)
        if timed or bid:
            return
