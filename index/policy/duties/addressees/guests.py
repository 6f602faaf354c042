"""Whom the President received: an order told behind that names nobody is his guest's."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.document import Passage
from index.policy.duties.modality.binding import Reading

_REACH = 3  # passages ahead in which he is said to receive him
_NEAR = 25  # characters between that and the name


def guest_of(reading: Reading, ahead: Sequence[Passage]) -> tuple[str, ...]:
    """The body whose head he received, in the passage of a clause or in those ``ahead``.

    None where another body is named between them, or behind the order.
    """
    told = [cue.first for cue in reading.clause.cues if cue.kind == "orders"]
    if not told:
        return ()
    ordered = reading.around[told[0]].start if reading.mentions else reading.clause.start
    if any(one.start > ordered for one in reading.mentions):
        return ()
    passages = [(reading.passage, ordered)]
    passages += [(one, len(one.text)) for one in ahead[: -_REACH - 1 : -1]]
    guests: set[str] = set()
    for passage, end in passages:
        named = {one.agency for one in passage.agencies if one.start < end and reading.may_act(one)}
        guests |= named
        if len(guests) > 1:
            return ()
        if named and _is_received(passage, end, named, reading):
            return tuple(guests)
    return ()


def _is_received(passage: Passage, end: int, named: set[str], reading: Reading) -> bool:
    """Whether a sentence of a passage says that he received whom it names."""
    him, received = reading.words.him.named, reading.words.guests.received
    names = [(one.start, one.end) for one in passage.agencies if one.agency in named]
    for sentence in passage.sentences:
        if sentence.start >= end:
            return False
        low = passage.text[sentence.start : sentence.end].lower()
        for told in received.finditer(low):
            begin, close = sentence.start + told.start(), sentence.start + told.end()
            beside = any(
                0 <= start - close < _NEAR or 0 <= begin - stop < _NEAR for start, stop in names
            )
            if beside and him.search(low):
                return True
    return False
