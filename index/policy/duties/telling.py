"""What of a clause is the text of an instruction, and of which areas it is."""

from __future__ import annotations

from index.documents.document import Passage
from index.policy.duties.modality.binding import Reading
from index.policy.duties.timing.deadlines import Deadline


def areas_of(passage: Passage, text: str, *, back: bool) -> tuple[str, ...]:
    """Of the areas of a passage those of which the instruction holds a word, or no word at all."""
    low = text.lower()
    own = tuple(
        score.area
        for score in passage.areas
        if not score.evidence or any(word in low for word in score.evidence)
    )
    return own or tuple(score.area for score in passage.areas[:1] if back)


def beginning(reading: Reading, deadline: Deadline | None, kind: str) -> tuple[int, str]:
    """What comes into force is told from its day on: «Для роста с января вводится …»."""
    start = reading.clause.start
    if kind != "start" or deadline is None:
        return start, reading.text
    cue = next((cue for cue in reading.clause.cues if cue.kind == "starts"), None)
    if cue is None:
        return start, reading.text
    told = reading.tokens[cue.first - reading.clause.first].start
    begins = deadline.start if start + deadline.start < told else 0
    return start + begins, reading.text[begins:]
