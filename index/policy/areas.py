"""Which priority areas a passage speaks of, and by which words."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.document import AreaScore
from index.language import Token
from index.policy.phrases import Find, PhraseBook, slots
from index.policy.priorities import Cue, Priorities

_SHOWN = 6  # words of evidence kept


class AreaScorer:
    """The cues of all areas, compiled once."""

    def __init__(self, priorities: Priorities) -> None:
        self._enough, self._share = priorities.enough, priorities.share
        self._book: PhraseBook[Cue] = PhraseBook()
        for area in priorities.areas.values():
            for cue in area.cues:
                self._book.add(slots(cue.text, cue.language), cue)

    def scores(self, text: str, tokens: Sequence[Token]) -> tuple[AreaScore, ...]:
        """The areas that reach enough, best first, each with the words that decided."""
        weighed = self._weighed(text, tokens)
        sums = {area: sum(words.values()) for area, words in weighed.items()}
        bar = max(self._enough, self._share * max(sums.values(), default=0.0))
        return tuple(
            AreaScore(area, round(score, 2), _heaviest(weighed[area]))
            for area, score in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
            if score >= bar
        )

    def _weighed(self, text: str, tokens: Sequence[Token]) -> dict[str, dict[str, float]]:
        """By area the words found and their weights; inside a longer cue a shorter is silent."""
        weighed: dict[str, dict[str, float]] = {}
        for find in _longest(self._book.find(tokens)):
            cue = find.value
            words = text[tokens[find.first].start : tokens[find.last].end].lower()
            found = weighed.setdefault(cue.area, {})
            found[words] = max(found.get(words, 0.0), cue.weight)
        return weighed


def _longest(finds: Sequence[Find[Cue]]) -> list[Find[Cue]]:
    """Of the cues of one area that overlap, the longest and heaviest."""
    kept: list[Find[Cue]] = []
    taken: set[tuple[str, int]] = set()
    for find in sorted(finds, key=lambda one: (one.first - one.last, -one.value.weight)):
        places = {(find.value.area, number) for number in range(find.first, find.last + 1)}
        if taken.isdisjoint(places):
            taken |= places
            kept.append(find)
    return kept


def _heaviest(words: dict[str, float]) -> tuple[str, ...]:
    ranked = sorted(words, key=lambda word: -words[word])
    return tuple(ranked[:_SHOWN])
