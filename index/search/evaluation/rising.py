"""What goes up in an answer to a question, among its first passages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.search.evaluation.ranking import Ranked
from index.search.query import Rising
from index.store.arrays import Array
from index.store.segment import Segment

NEAR = np.float32(0.8)
"""A text of the same event in the reader's language stands first, if its score is so near."""

_LANGUAGE = "lang"


def risen(
    segments: Sequence[Segment], ranked: Ranked, rising: Sequence[Rising], window: int
) -> Ranked:
    """The hits in their order, scores in the window grown by the shares of what they have.

    Of the texts of one event one in a language that rises comes before those it translates.
    """
    top = ranked.taken(slice(window))
    holding = [(each, _having(segments, top, each)) for each in rising]
    factor = np.ones(len(top.scores), np.float32)
    for each, having in holding:
        factor += np.float32(each.share) * having
    grown = top.scores * factor
    own = [having for each, having in holding if each.facet == _LANGUAGE]
    asked = [having for each, having in holding if each.facet != _LANGUAGE]
    if own and asked:
        _before_translations(grown, _events(segments, top), _any(own), _any(asked))
    return ranked._replace(scores=np.append(grown, ranked.scores[window:]))


def _before_translations(scores: Array, events: Sequence[bytes], own: Array, asked: Array) -> None:
    """Of each event lift the best text in the reader's language above the best one in another.

    Both have what is asked for; a text that says much less of it stays where it is.
    """
    best: dict[bytes, np.float32] = {}
    settled = {b""}
    for place in np.argsort(-scores, kind="stable").tolist():
        event = events[place]
        if event in settled or not asked[place]:
            continue
        if own[place]:
            settled.add(event)
            above = best.get(event, scores[place])
            if NEAR * above <= scores[place] < above:
                scores[place] = np.nextafter(above, np.float32(np.inf))
        else:
            best.setdefault(event, scores[place])


def _having(segments: Sequence[Segment], top: Ranked, wanted: Rising) -> Array:
    """Which hits have the value (bool)."""
    having = np.zeros(len(top.passages), bool)
    for number, segment in enumerate(segments):
        here = np.flatnonzero(top.segments == number)
        profiles = segment.profiles.of_passage.take(top.passages[here])
        having[here] = segment.profiles.passing({wanted.facet: (wanted.value,)}).take(profiles)
    return having


def _events(segments: Sequence[Segment], top: Ranked) -> list[bytes]:
    """The event of each hit, empty for none."""
    found = []
    for number, passage in zip(top.segments.tolist(), top.passages.tolist(), strict=True):
        segment = segments[number]
        event = int(segment.arrays["event"][segment.arrays["document"][passage]])
        found.append(segment.events[event] if event >= 0 else b"")
    return found


def _any(masks: Sequence[Array]) -> Array:
    held: Array = np.logical_or.reduce(masks)
    return held
