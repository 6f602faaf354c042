"""«Раз в полгода буду слушать отчёт», «и далее ежемесячно докладывать»: reports that come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.policy.duties.builds.lexicon import Reporting
from index.policy.scouting import Words
from index.policy.wordings import Cue

REPORTED = "reports"
"""The kind of a cue at reporting: an order where it is told how often."""

_REACH = 5  # tokens behind a word that binds in which it is known already


def reported(text: str, tokens: Words, binding: Sequence[Cue], words: Reporting) -> Iterator[Cue]:
    """A cue at what tells of reporting, if the sentence tells how often; ``binding`` is known."""
    begin, end = tokens[0].start, tokens[-1].end
    low = text[begin:end].lower()
    told = words.told.search(low) if words.often.search(low) else None
    if told is None:
        return
    place = begin + told.start()
    number = next((n for n, token in enumerate(tokens) if token.end > place), -1)
    if number >= 0 and not any(0 <= number - cue.first <= _REACH for cue in binding):
        yield Cue(REPORTED, number, number)


def tells_of_report(forms: Sequence[str], words: Reporting) -> bool:
    """Whether any of the words is of reporting."""
    return any(form.startswith(words.stems) for form in forms)
