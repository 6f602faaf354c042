"""Which priority areas a passage speaks of, and by which words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from index.documents.document import AreaScore, Mention
from index.language import Token
from index.policy.phrases import Find, PhraseBook, slots
from index.policy.priorities import Cue, Priorities
from index.policy.scouting import Look, Scout, Words, within

_SHOWN = 6  # words of evidence kept
_CUE = 1.0  # of a passage itself, for its title to count
_HINT = 1.0  # the weight of a word that tells of its area wherever it stands
_PLACE = 0.3  # of a broad area's score that a narrow one must have to take its place


class AreaScorer:
    """The cues of all areas, compiled once."""

    def __init__(self, priorities: Priorities, scout: Scout | None = None) -> None:
        self._enough, self._share = priorities.enough, priorities.share
        self._lone, self._titled = priorities.lone, priorities.titled
        self._book: PhraseBook[Cue] = PhraseBook(scout)
        self._narrows = {
            area.id: area.narrows for area in priorities.areas.values() if area.narrows
        }
        for area in priorities.areas.values():
            for cue in area.cues:
                self._book.add(slots(cue.text, cue.language), cue)

    def scores(
        self,
        text: str,
        tokens: Sequence[Token],
        named: Sequence[Mention] = (),
        titled: Collection[str] = (),
    ) -> tuple[AreaScore, ...]:
        """The areas that reach enough, best first, each with the words that decided.

        Words inside a name are silent: «министр здравоохранения» attends, no more. ``titled``
        are the areas that the document's title speaks of.
        """
        weighed = self._weighed(text, _unnamed(tokens, named))
        if not weighed:
            return ()
        sums = {area: sum(words.values()) for area, words in weighed.items()}
        for area in titled:
            if sums.get(area, 0.0) >= _CUE:
                sums[area] += self._titled
        for narrow, broad in self._narrows.items():
            if sums.get(narrow, 0.0) >= max(self._enough, _PLACE * sums.get(broad, 0.0)):
                sums.pop(broad, None)
        return tuple(
            AreaScore(area, round(score, 2), _heaviest(weighed[area]))
            for area, score in self._reaching(sums)
        )

    def might(self, look: Look) -> bool:
        """Whether a passage may hold a cue."""
        return self._book.might(look)

    def titled(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The areas that a title speaks of."""
        sums: dict[str, float] = {}
        for find in _longest(self._book.find(tokens)):
            sums[find.value.area] = sums.get(find.value.area, 0.0) + find.value.weight
        return frozenset(area for area, score in sums.items() if score >= self._lone)

    def _reaching(self, sums: Mapping[str, float]) -> list[tuple[str, float]]:
        """The areas that score enough beside the best; else one that stands out alone."""
        ranked = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
        best = ranked[0][1] if ranked else 0.0
        bar = max(self._enough, self._share * best)
        reaching = [pair for pair in ranked if pair[1] >= bar]
        if not reaching and best >= self._lone and all(score < best for _, score in ranked[1:]):
            return ranked[:1]
        return reaching

    def _weighed(self, text: str, tokens: Sequence[Token]) -> dict[str, dict[str, float]]:
        """By area the words found and their weights; inside a longer cue a shorter is silent."""
        weighed: dict[str, dict[str, float]] = {}
        seen: set[tuple[str, object]] = set()
        for find in _longest(self._book.find(tokens)):
            cue = find.value
            lemma = tokens[find.first].lemmas, tokens[find.last].lemmas
            if (cue.area, lemma) not in seen:
                seen.add((cue.area, lemma))
                words = text[tokens[find.first].start : tokens[find.last].end].lower()
                weighed.setdefault(cue.area, {})[words] = cue.weight
        return weighed


def _unnamed(tokens: Sequence[Token], named: Sequence[Mention]) -> Sequence[Token]:
    if not named:
        return tokens
    words = tokens if isinstance(tokens, Words) else Words(tokens)
    return words.without(
        number for mention in named for number in within(tokens, mention.start, mention.end)
    )


def _longest(finds: Sequence[Find[Cue]]) -> list[Find[Cue]]:
    """Of the cues of one area that overlap, the longest and heaviest; none in a longer one."""
    if len(finds) == 1:
        return list(finds)
    kept: list[Find[Cue]] = []
    taken: dict[str, int] = {}  # by area the numbers of the tokens, one bit each
    whole: list[tuple[int, int]] = []  # how long, and where
    for find in sorted(finds, key=_length_and_weight):
        cue, first, last = find
        length = last - first + 1
        places = ((1 << length) - 1) << first
        before = taken.get(cue.area, 0)
        inside = cue.weight > _HINT and any(
            length < long and places & ~far == 0 for long, far in whole
        )
        if before & places or inside:
            continue
        taken[cue.area] = before | places
        whole.append((length, places))
        kept.append(find)
    return kept


def _length_and_weight(find: Find[Cue]) -> tuple[int, float]:
    return find.first - find.last, -find.value.weight


def _heaviest(words: dict[str, float]) -> tuple[str, ...]:
    ranked = sorted(words, key=lambda word: -words[word])
    return tuple(ranked[:_SHOWN])
