"""A day told in the sentence before, to which a clause points: «Срок – 1 мая. К этому дню …»."""

from __future__ import annotations

import re

from index.documents.dates import PartialDate
from index.policy.duties.binding import Reading
from index.policy.duties.deadlines import DateGrammar, Deadline

_POINTING = re.compile(
    r"\b(?:к (?:этому|тому|названному|указанному) (?:же )?(?:сроку|времени|дню|моменту|числу)"
    r"|(?:за|в) (?:это|то) (?:же )?время|в (?:этот|тот|названный|указанный) (?:же )?срок"
    r"|до (?:этого|того) (?:срока|времени|дня|момента)"
    r"|(?:дотогава|дотолкова време)|(?:до|към|в) (?:този|онзи|тоя) (?:срок|ден|момент)"
    r"|(?:през|за|в) това време"
    r"|by (?:then|that (?:time|date|day|deadline))"
    r"|(?:in|within|during|over) (?:that|this) (?:time|period|term|span)"
    r"|(?:осы|сол|бұл) (?:мерзімге|уақытқа|күнге|кезге) (?:дейін|қарай)"
    r"|(?:осы|сол|бұл) (?:мерзімде|уақытта|мерзім ішінде|уақыт ішінде))\b"
)

# Of these words one stands wherever that matches, which is seen sooner.
_POINTERS = frozenset(
    {
        *("этому", "тому", "названному", "указанному", "это", "то", "этот", "тот", "названный"),
        *("указанный", "этого", "того", "дотогава", "дотолкова", "този", "онзи", "тоя", "това"),
        *("then", "that", "this", "осы", "сол", "бұл"),
    }
)


def carried(reading: Reading, grammar: DateGrammar, spoken: PartialDate | None) -> Deadline | None:
    """The last day told before the clause, in its sentence or the one before it, if it points."""
    if _POINTERS.isdisjoint(reading.forms) or not _POINTING.search(reading.low):
        return None
    start, sentences = reading.clause.start, reading.passage.sentences
    begun = [one.start for one in sentences if one.start <= start]
    begin = begun[-2:][0] if begun else 0
    text = reading.passage.text[begin:start]
    dated = [one for one in grammar.find(text, spoken) if one.due and one.rule != "start"]
    told = dated[-1] if dated else grammar.given(text, spoken) or grammar.named(text, spoken)
    if told is None or told.due is None or (spoken is not None and told.due < spoken.first):
        return None
    return told._replace(start=told.start + begin - start, end=told.end + begin - start)
