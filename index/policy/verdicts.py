"""Which areas a passage has, by the weights of its words and what stands around it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from index.documents.document import AreaScore
from index.policy.leanings import Lean
from index.policy.priorities import Priorities

SETTING = ""  # stands among the areas of a title where it speaks of digital things
_SHOWN = 6  # words of evidence kept
_CUE = 1.0  # of a passage itself, for its title to count
_ALONE = 2  # areas that may stand out together
_PLACE = 0.3  # of a broad area's score that a narrow one must have to take its place

Scored = list[tuple[str, float]]


class Weighing(NamedTuple):
    """What the words of a passage say by themselves.

    By area its words and their weights, and the numbers of the sentences they stand in; whether
    the passage speaks of digital things (told only where an area asks); and by area the agencies
    of its field, each as it is first named.
    """

    words: Mapping[str, Mapping[str, float]]
    sentences: Mapping[str, Collection[int]]
    digital: bool
    agencies: Mapping[str, Mapping[str, str]]

    def with_agencies(self, weight: float) -> Weighing:
        """The same with the names of agencies among the words."""
        if not self.agencies:
            return self
        words = {**self.words}
        for area, named in self.agencies.items():
            told = words.get(area, {})
            names = {name: max(weight, told.get(name, 0.0)) for name in named.values()}
            words[area] = {**told, **names}
        return self._replace(words=words)


_NO_WORDS: Mapping[str, float] = {"": 0.0}
SILENT = Weighing({}, {}, digital=False, agencies={})


class Areas(NamedTuple):
    """The areas of a passage, best first: as it stands, and if it orders something."""

    told: tuple[AreaScore, ...]
    ordered: tuple[AreaScore, ...]


class Verdicts:
    """What the areas of a list must reach."""

    def __init__(self, priorities: Priorities) -> None:
        self._bars, self._areas = priorities, priorities.areas
        self._bare = {area.id: area.bare for area in priorities.areas.values() if area.bare}
        self._narrows = [
            (area.id, broad) for area in priorities.areas.values() for broad in area.narrows
        ]

    def in_context(
        self,
        weighings: Sequence[Weighing],
        titled: Collection[str] = (),
        leans: Sequence[Lean] = (),
    ) -> Iterator[Areas]:
        """The areas of each passage of a document.

        ``titled`` are the areas that the document's title speaks of. They weigh more, and so do
        the areas of the passage before. ``leans`` are what all words of each passage lean to,
        beyond its cues: a passage has the areas for which both speak together.
        """
        cued = self._by_cues(weighings, titled)
        if not leans:
            yield from cued
            return
        for one, areas, lean in zip(weighings, cued, leans, strict=True):
            believed = self._believed(one)
            told = self._leaning(areas.told, one, lean, added(lean.odds, believed))
            odds = added(lean.ordered, believed)
            yield Areas(told, self._leaning(areas.ordered, one, lean, odds, ordering=True))

    def cued(self, one: Weighing, told: Collection[str], *, ordering: bool) -> dict[str, float]:
        """What the cues of a passage say that by them alone has these areas, as log odds."""
        more = self._bars.belief.more(ordering=ordering)
        return {area: odds + more * (area in told) for area, odds in self._believed(one).items()}

    def _believed(self, one: Weighing) -> dict[str, float]:
        """What the words of a passage say for each area, as log odds."""
        sums = self._sums(one.with_agencies(self._bars.named), ())
        best, belief = max(sums.values(), default=0.0), self._bars.belief
        odds = dict.fromkeys(self._areas, belief.odds(0.0, best))
        for area, weight in sums.items():
            heaviest = max(one.words.get(area, _NO_WORDS).values())
            odds[area] = belief.odds(weight, best, heaviest)
        return odds

    def _leaning(
        self,
        areas: Sequence[AreaScore],
        one: Weighing,
        lean: Lean,
        odds: Mapping[str, float],
        *,
        ordering: bool = False,
    ) -> tuple[AreaScore, ...]:
        """The areas for which the cues and all words speak together."""
        bar, more = self._bars.belief.bar, self._bars.belief.more(ordering=ordering)
        told = {score.area: score for score in areas}
        kept = [score for score in areas if score.area not in odds]  # not learned of
        for area, chance in odds.items():
            known = told.get(area)
            if known and chance + more > bar:
                kept.append(
                    known if known.evidence else replace(known, evidence=lean.evidence(area))
                )
            elif chance > bar and lean.official and area in self._areas:
                shown = _shown(one.words.get(area, _NO_WORDS), lean, area)
                kept.append(AreaScore(area, self._bars.enough, shown))
        return tuple(sorted(kept, key=lambda score: -score.score))

    def _by_cues(self, weighings: Sequence[Weighing], titled: Collection[str]) -> Iterator[Areas]:
        """The areas of each passage by its cues, those of its title and of the passage before."""
        before: set[str] = set()
        for one in weighings:
            if not one.words and not one.agencies:
                yield Areas((), self._agreed(titled, before))
                before = set()
                continue
            named = one.with_agencies(self._bars.named)
            reaching = self._reaching(named, self._sums(named, titled, before), titled)
            told = _told(named, reaching)
            alike = told and named is one  # no agencies are among its words
            yield Areas(told, told if alike else self._ordered(one, titled, before))
            if before:  # what is before a passage does not reach beyond it
                reaching = self._reaching(named, self._sums(named, titled), titled)
            before = {area for area, _ in reaching}

    def _ordered(
        self, one: Weighing, titled: Collection[str], before: Collection[str]
    ) -> tuple[AreaScore, ...]:
        """The areas of a passage if it orders something.

        Who orders something speaks of an area nearly always: there a plainer word tells it, or
        the title and the passage before, where they agree on one.
        """
        charged = one.with_agencies(self._bars.charged)
        sums = self._sums(charged, titled, before)
        reaching = self._reaching(charged, sums, titled)
        if reaching:
            return _told(charged, reaching)
        best = _best(sums, titled)
        if len(best) == 1 and max(charged.words[best[0][0]].values()) >= self._bars.ordered:
            return _told(charged, best)
        return self._agreed(titled, before)

    def _agreed(self, titled: Collection[str], before: Collection[str]) -> tuple[AreaScore, ...]:
        """The one area that both the title and the passage before speak of."""
        agreed = [area for area in before if area in titled]
        score = self._bars.titled + self._bars.before
        return (AreaScore(agreed[0], score),) if len(agreed) == 1 else ()

    def _sums(
        self,
        one: Weighing,
        titled: Collection[str],
        before: Collection[str] = (),
    ) -> dict[str, float]:
        """What each area weighs, with what the title and the passage before add."""
        bars = self._bars
        sums = {area: sum(words.values()) for area, words in one.words.items()}
        for area, own in sums.items():
            if own >= _CUE:
                sums[area] += bars.titled if area in titled else bars.before * (area in before)
        if SETTING not in titled and not one.digital:
            for area, bare in self._bare.items():
                if sums.get(area, bare) < bare:
                    del sums[area]
        for narrow, broad in self._narrows:
            if sums.get(narrow, 0.0) >= max(bars.enough, _PLACE * sums.get(broad, 0.0)):
                sums.pop(broad, None)
        return sums

    def _reaching(
        self, one: Weighing, sums: Mapping[str, float], titled: Collection[str]
    ) -> Scored:
        """The areas that score enough beside the best; else one or two that stand out."""
        best = max(sums.values(), default=0.0)
        bar = max(self._bars.enough, self._bars.share * best)
        reaching = sorted(_ranked(sums, bar), key=_score_and_name)
        if len(reaching) > 1:
            return self._apart(one, reaching)
        return reaching or (_best(sums, titled) if best >= self._bars.lone else [])

    def _apart(self, one: Weighing, reaching: Scored) -> Scored:
        """Without areas that only lend a word to the sentences of the best."""
        best, most = reaching[0]
        spoken = set(one.sentences.get(best, ()))
        return [
            (area, score)
            for area, score in reaching
            if score >= min(most, self._bars.beside)
            or not spoken.issuperset(one.sentences.get(area, ()))
        ]


def added(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """What both say, of all that the first speaks of."""
    return {area: odds + other.get(area, 0.0) for area, odds in one.items()}


def _ranked(sums: Mapping[str, float], bar: float) -> Scored:
    return [pair for pair in sums.items() if pair[1] >= bar]


def _best(sums: Mapping[str, float], titled: Collection[str]) -> Scored:
    """The best area or the best two; none where the title speaks of others."""
    first = sorted(_ranked(sums, max(sums.values(), default=0.0)))
    told = {SETTING}.issuperset(titled) or any(area in titled for area, _ in first)
    return first if told and len(first) <= _ALONE else []


def _score_and_name(scored: tuple[str, float]) -> tuple[float, str]:
    return -scored[1], scored[0]


def _told(one: Weighing, reaching: Scored) -> tuple[AreaScore, ...]:
    return tuple(
        AreaScore(area, round(score, 2), _heaviest(one.words[area])) for area, score in reaching
    )


def _shown(words: Mapping[str, float], lean: Lean, area: str) -> tuple[str, ...]:
    """The words that speak for an area which cues alone do not tell."""
    named = _heaviest(words) if words is not _NO_WORDS else ()
    return (*named, *(one for one in lean.evidence(area) if one not in words))[:_SHOWN]


def _heaviest(words: Mapping[str, float]) -> tuple[str, ...]:
    ranked = sorted(words, key=lambda word: -words[word])
    return tuple(ranked[:_SHOWN])
