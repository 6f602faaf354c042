"""Which priority areas a passage speaks of, and by which words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from index.documents.document import AreaScore, Mention, Sentence
from index.language import Token, analyze
from index.policy.beginnings import Beginnings
from index.policy.leanings import Around, Lean, Leanings
from index.policy.phrases import Find, PhraseBook, slots
from index.policy.priorities import Cue, Priorities
from index.policy.scouting import ANY_END, Look, Scout, Words, might, within
from index.policy.verdicts import SETTING, Areas, Verdicts, Weighing

_HINT = 1.0  # the weight of a word that tells of its area wherever it stands


class AreaScorer:
    """The cues of all areas, compiled once; words in the names of ``offices`` are none."""

    def __init__(
        self,
        priorities: Priorities,
        offices: Collection[str],
        scout: Scout,
        leanings: Leanings,
    ) -> None:
        self.leanings = leanings
        self._offices = frozenset(offices)
        cues = [cue for area in priorities.areas.values() for cue in area.cues]
        whole = (cue for cue in cues if not cue.text.endswith(ANY_END))
        self._book = PhraseBook(((slots(cue.text, cue.language), cue) for cue in whole), scout)
        self._begun: Beginnings[Cue] = Beginnings(scout)
        self._verdicts, self._lone = Verdicts(priorities), priorities.lone
        self._setting = _watched(priorities.setting, scout)
        self._fields: dict[str, list[str]] = {}
        for area in priorities.areas.values():
            for agency in area.agencies:
                self._fields.setdefault(agency, []).append(area.id)
        for cue in cues:
            if cue.text.endswith(ANY_END):
                self._begun.add(_form(cue.text, cue.language), cue)

    def scores(
        self,
        text: str,
        tokens: Sequence[Token],
        named: Sequence[Mention] = (),
        titled: Collection[str] = (),
    ) -> tuple[AreaScore, ...]:
        """The areas of a passage that stands alone; see ``weigh`` and ``in_context``."""
        return self.in_context([self.weigh(text, tokens, named)], titled)[0].told

    def weigh(
        self,
        text: str,
        tokens: Sequence[Token],
        named: Sequence[Mention] = (),
        sentences: Sequence[Sentence] = (),
    ) -> Weighing:
        """What the words of a passage say by themselves.

        Words in the name of an office are silent: who it is counts, «министр здравоохранения», and
        less. A word counts once for its area, wherever it stands; inside a longer cue a shorter is
        silent.
        """
        spoken = _unnamed(tokens, [one for one in named if one.agency in self._offices])
        begins = [one.start for one in sentences]
        words: dict[str, dict[str, float]] = {}
        places: dict[str, set[int]] = {}
        seen: set[tuple[str, object]] = set()
        for cue, first, last in _longest(self._finds(spoken)):
            start = spoken[first].start
            places.setdefault(cue.area, set()).add(bisect_right(begins, start))
            lemma = spoken[first].lemmas, spoken[last].lemmas
            if (cue.area, lemma) not in seen:
                seen.add((cue.area, lemma))
                wording = text[start : spoken[last].end].lower()
                words.setdefault(cue.area, {})[wording] = cue.weight
        agencies: dict[str, dict[str, str]] = {}
        for one in named:
            for area in self._fields.get(one.agency, ()):
                name = text[one.start : one.end].lower()
                agencies.setdefault(area, {}).setdefault(one.agency, name)
                places.setdefault(area, set()).add(bisect_right(begins, one.start))
        digital = bool(words or agencies) and might(tokens, self._setting)
        return Weighing(words, places, digital, agencies)

    def in_context(
        self,
        weighings: Sequence[Weighing],
        titled: Collection[str] = (),
        passages: Sequence[Around] = (),
        title: Sequence[Token] = (),
    ) -> list[Areas]:
        """The areas of each passage of a document whose title speaks of these areas.

        ``passages`` are their words and agencies, for what they lean to; a document without any
        cue leans to nothing.
        """
        leans: Sequence[Lean] = ()
        cued = {number for number, one in enumerate(weighings) if one.words or one.agencies}
        if passages and self.leanings.areas and any(one.words for one in weighings):
            digital = SETTING in titled or any(one.digital for one in weighings)
            leans = self.leanings.of_document(passages, title, titled, cued, digital=digital)
        return list(self._verdicts.in_context(weighings, titled, leans))

    def cued(self, one: Weighing, told: Collection[str], *, ordering: bool) -> Mapping[str, float]:
        """What the cues of a passage say for each area as log odds, where these have it by them."""
        return self._verdicts.cued(one, told, ordering=ordering)

    def might(self, look: Look, named: Sequence[Mention]) -> bool:
        """Whether a passage may hold a cue."""
        if self._book.might(look) or self._begun.might(look):
            return True
        return any(mention.agency in self._fields for mention in named)

    def titled(self, tokens: Sequence[Token]) -> frozenset[str]:
        """The areas that a title speaks of."""
        sums: dict[str, float] = {}
        for find in _longest(self._finds(tokens)):
            sums[find.value.area] = sums.get(find.value.area, 0.0) + find.value.weight
        spoken = {area for area, score in sums.items() if score >= self._lone}
        return frozenset(spoken | ({SETTING} if might(tokens, self._setting) else set()))

    def _finds(self, tokens: Sequence[Token]) -> list[Find[Cue]]:
        return self._book.find(tokens) + self._begun.find(tokens)


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
