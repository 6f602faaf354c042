"""Which priority areas a passage speaks of, and by which words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from index.documents.document import AreaScore, Mention
from index.language import Token, analyze
from index.policy.beginnings import Beginnings
from index.policy.phrases import Find, PhraseBook, slots
from index.policy.priorities import Cue, Priorities
from index.policy.scouting import ANY_END, Look, Scout, Words, might, within

_SHOWN = 6  # words of evidence kept
_CUE = 1.0  # of a passage itself, for its title to count
_HINT = 1.0  # the weight of a word that tells of its area wherever it stands
_BESIDE = 2  # areas that may stand out together
SETTING = ""  # stands among the areas of a title where it speaks of digital things
_PLACE = 0.3  # of a broad area's score that a narrow one must have to take its place


class Weighing(NamedTuple):
    """By area the words of a passage and their weights; whether it speaks of digital things."""

    words: Mapping[str, Mapping[str, float]]
    digital: bool


SILENT = Weighing({}, digital=False)


class Areas(NamedTuple):
    """The areas of a passage, best first: as it stands, and if it orders something."""

    told: tuple[AreaScore, ...]
    ordered: tuple[AreaScore, ...]


class AreaScorer:
    """The cues of all areas, compiled once."""

    def __init__(self, priorities: Priorities, scout: Scout | None = None) -> None:
        self._enough, self._share = priorities.enough, priorities.share
        self._lone, self._ordered = priorities.lone, priorities.ordered
        self._titled, self._before = priorities.titled, priorities.before
        scout = scout or Scout()
        self._book: PhraseBook[Cue] = PhraseBook(scout)
        self._begun: Beginnings[Cue] = Beginnings(scout)
        self._setting = _watched(priorities.setting, scout)
        self._bare = {area.id: area.bare for area in priorities.areas.values() if area.bare}
        self._narrows = [
            (area.id, broad) for area in priorities.areas.values() for broad in area.narrows
        ]
        for area in priorities.areas.values():
            for cue in area.cues:
                if cue.text.endswith(ANY_END):
                    self._begun.add(_form(cue.text, cue.language), cue)
                else:
                    self._book.add(slots(cue.text, cue.language), cue)

    def scores(
        self,
        text: str,
        tokens: Sequence[Token],
        named: Sequence[Mention] = (),
        titled: Collection[str] = (),
    ) -> tuple[AreaScore, ...]:
        """The areas of a passage that stands alone; see ``weigh`` and ``in_context``."""
        return self.in_context([self.weigh(text, tokens, named)], titled)[0].told

    def weigh(self, text: str, tokens: Sequence[Token], named: Sequence[Mention] = ()) -> Weighing:
        """What the words of a passage say by themselves.

        Words inside a name are silent: «министр здравоохранения» attends, no more.
        """
        words = self._weighed(text, _unnamed(tokens, named))
        bare = words.keys() & self._bare.keys()
        return Weighing(words, bool(bare) and might(tokens, self._setting))

    def in_context(
        self, weighings: Sequence[Weighing], titled: Collection[str] = ()
    ) -> list[Areas]:
        """The areas of each passage of a document.

        ``titled`` are the areas that the document's title speaks of. They weigh more, and so do
        the areas of the passage before.
        """
        found = []
        before: set[str] = set()
        for one in weighings:
            alone = self._sums(one, titled)
            sums = self._sums(one, titled, before) if before else alone
            found.append(self._areas(one, sums, titled))
            before = {area for area, _ in self._reaching(alone, titled)}.difference(titled)
        return found

    def _areas(self, one: Weighing, sums: Mapping[str, float], titled: Collection[str]) -> Areas:
        """Those that score enough beside the best; else what stands out.

        Who orders something speaks of an area nearly always: there a plainer word tells it.
        """
        first = _told(one, self._reaching(sums, titled))
        if first or not sums:
            return Areas(first, first)
        best = self._best(sums, titled)
        plain = len(best) == 1 and max(one.words[best[0][0]].values()) >= self._ordered
        return Areas((), _told(one, best) if plain else ())

    def _sums(
        self,
        one: Weighing,
        titled: Collection[str],
        before: Collection[str] = (),
    ) -> dict[str, float]:
        """What each area weighs, with what the title and the passage before add."""
        sums = {area: sum(words.values()) for area, words in one.words.items()}
        for area, own in sums.items():
            if own >= _CUE:
                sums[area] += self._titled * (area in titled) + self._before * (area in before)
        if SETTING not in titled and not one.digital:
            for area, bare in self._bare.items():
                if sums.get(area, bare) < bare:
                    del sums[area]
        for narrow, broad in self._narrows:
            if sums.get(narrow, 0.0) >= max(self._enough, _PLACE * sums.get(broad, 0.0)):
                sums.pop(broad, None)
        return sums

    def might(self, look: Look) -> bool:
        """Whether a passage may hold a cue."""
        return self._book.might(look) or self._begun.might(look)

    def titled(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The areas that a title speaks of."""
        sums: dict[str, float] = {}
        for find in _longest(self._finds(tokens)):
            sums[find.value.area] = sums.get(find.value.area, 0.0) + find.value.weight
        spoken = {area for area, score in sums.items() if score >= self._lone}
        return frozenset(spoken | ({SETTING} if might(tokens, self._setting) else set()))

    def _finds(self, tokens: Sequence[Token]) -> list[Find[Cue]]:
        return self._book.find(tokens) + self._begun.find(tokens)

    def _reaching(
        self, sums: Mapping[str, float], titled: Collection[str]
    ) -> list[tuple[str, float]]:
        """The areas that score enough beside the best; else one or two that stand out."""
        best = max(sums.values(), default=0.0)
        bar = max(self._enough, self._share * best)
        reaching = [pair for pair in sums.items() if pair[1] >= bar]
        if reaching:
            return sorted(reaching, key=_score_and_name)
        return self._best(sums, titled) if best >= self._lone else []

    def _best(self, sums: Mapping[str, float], titled: Collection[str]) -> list[tuple[str, float]]:
        """The best area or the best two; none where the title speaks of others."""
        best = max(sums.values())
        first = sorted(pair for pair in sums.items() if pair[1] == best)
        told = {SETTING}.issuperset(titled) or any(area in titled for area, _ in first)
        return first if told and len(first) <= _BESIDE else []

    def _weighed(self, text: str, tokens: Sequence[Token]) -> dict[str, dict[str, float]]:
        """By area the words found and their weights; inside a longer cue a shorter is silent."""
        weighed: dict[str, dict[str, float]] = {}
        seen: set[tuple[str, object]] = set()
        for find in _longest(self._finds(tokens)):
            cue = find.value
            lemma = tokens[find.first].lemmas, tokens[find.last].lemmas
            if (cue.area, lemma) not in seen:
                seen.add((cue.area, lemma))
                words = text[tokens[find.first].start : tokens[find.last].end].lower()
                weighed.setdefault(cue.area, {})[words] = cue.weight
        return weighed


def _score_and_name(scored: tuple[str, float]) -> tuple[float, str]:
    return -scored[1], scored[0]


def _told(one: Weighing, reaching: Sequence[tuple[str, float]]) -> tuple[AreaScore, ...]:
    return tuple(
        AreaScore(area, round(score, 2), _heaviest(one.words[area])) for area, score in reaching
    )


def _watched(words: Sequence[str], scout: Scout) -> int:
    """A mark on these words, and on what begins as those of an open end."""
    mark = scout.mark()
    begun = [_form(word, "ru") for word in words if word.endswith(ANY_END)]
    whole = [_form(word, "ru") for word in words if not word.endswith(ANY_END)]
    scout.watch(mark, forms=whole, beginnings=begun)
    return mark


def _form(word: str, language: str) -> str:
    """A word or its beginning as the tokens of a text have it: lower case, no ё."""
    return analyze(word.removesuffix(ANY_END), language)[0].form


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
    whole: list[tuple[int, int]] = []  # how long, and where: of phrases
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
        if length > 1:
            whole.append((length, places))
        kept.append(find)
    return kept


def _length_and_weight(find: Find[Cue]) -> tuple[int, float]:
    return find.first - find.last, -find.value.weight


def _heaviest(words: Mapping[str, float]) -> tuple[str, ...]:
    ranked = sorted(words, key=lambda word: -words[word])
    return tuple(ranked[:_SHOWN])
