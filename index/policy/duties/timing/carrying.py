"""A day told in the sentence before, to which a clause points: «Срок – 1 мая. К этому дню …»."""

from __future__ import annotations

from index.documents.dates import PartialDate
from index.policy.duties.modality.binding import Reading
from index.policy.duties.timing.deadlines import DateGrammar, Deadline


def carried(reading: Reading, grammar: DateGrammar, spoken: PartialDate | None) -> Deadline | None:
    """The last day told before the clause, in its sentence or the one before it, if it points."""
    if not grammar.beside.pointing.search(reading.low):
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
