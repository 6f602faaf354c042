"""What the words of a passage lean to, learned from marked texts: where cues say little or mislead.

A logistic model, one area against the rest, of words and how they begin; those of the title and of
the passages around count in part. Its weights are a table, made by ``bench learned``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.language import Token, Tokens
from index.language.words import Word, same_word
from index.policy.reading import HERE
from index.policy.remembering import Remembered
from index.policy.scouting import ANY_END

TABLE = "leanings.tsv"
BASE, ORDERED, AGENCY, TITLED = "=", "!", "@", "#"  # of keys that are no words
TITLE, BEFORE, AFTER = 0.5, 0.25, 0.2  # how far the words around a passage count
NAMED = 0.7  # how far an area counts that the title speaks of
_LONG, _MIDDLE, _SHORT = 6, 5, 4  # letters of a beginning
_BEGINNINGS = ((_LONG, 1.0), (_MIDDLE, 0.7), (_SHORT, 0.5))  # and how far it counts
_PARTS = {letters + len(ANY_END): part for letters, part in _BEGINNINGS}
_LEMMAS: Callable[[Word], tuple[str, ...]] = attrgetter("lemmas")
_COMPOUND: Callable[[Word], object] = attrgetter("parts")
_SHORTEST = 3  # letters of a word that says something
_USUAL = 15  # words of a passage that count in full
_SHOWN = 4  # words of evidence
_BESIDE = (-1, 0, 1, 2)  # passages that count beside one with a cue, or beside that behind it
_TELLING = 0.3  # the weight of a word that is shown

Vector = npt.NDArray[np.float32]


class Around(NamedTuple):
    """A passage as it is weighed: its words, the agencies that it names."""

    tokens: Sequence[Token]
    agencies: Collection[str]


class Lean(NamedTuple):
    """What the words of a passage and around it say, by area as log odds; and its own words.

    Only a text that names a body, an official or a digital thing somewhere speaks for areas that
    cues do not tell.
    """

    odds: Mapping[str, float]
    ordered: Mapping[str, float]  # the odds if the passage orders something
    words: Leanings
    texts: Sequence[Sequence[Token]]  # the passage, the title, the passage before
    official: bool

    def evidence(self, area: str) -> tuple[str, ...]:
        """The words that say most for an area: of the passage, else of the title or before it."""
        told = (self.words.evidence(tokens, area) for tokens in self.texts)
        return next(filter(None, told), ())


class Leanings:
    """The weights of words for each area; none where there is no table."""

    def __init__(self, areas: Sequence[str], weights: Mapping[str, Vector]) -> None:
        """Take the names of the columns, and a row of them for each key."""
        self.areas, self.weights = tuple(areas), weights
        self._none: Vector = np.zeros(len(self.areas), np.float32)
        self._whole: dict[str, int] = {}
        self._begun: dict[str, int] = {}
        rows = [self._none]
        for key in sorted(weights, key=_shorter_first):
            begun = key.endswith(ANY_END)
            letters = key.removesuffix(ANY_END)
            own = _PARTS[len(key)] * weights[key] if begun else weights[key]
            rows.append(own + rows[self._longest(letters)])
            (self._begun if begun else self._whole)[letters] = len(rows) - 1
        self._rows: Vector = np.array(rows)
        self._columns: dict[str, list[float]] = {}
        self._row = Remembered(self._longest)

    def of_document(
        self,
        passages: Sequence[Around],
        title: Sequence[Token],
        titled: Collection[str],
        cued: Collection[int] | None = None,
        *,
        digital: bool = False,
    ) -> list[Lean]:
        """What each passage of a document leans to, titled so and about these areas.

        ``cued`` are the numbers of those with a cue, None for all. Of a text that names no body
        and nothing ``digital`` the others are not asked for: their words count beside them alone.
        """
        official = digital or any(one.agencies for one in passages)
        cued = range(len(passages)) if cued is None else cued
        beside = {number + step for number in cued for step in _BESIDE}
        own = self._own(
            [one.tokens if official or n in beside else () for n, one in enumerate(passages)]
        )
        odds = own + TITLE * self._own([title], usual=0) + self._weight(BASE)
        odds[1:] += BEFORE * own[:-1]
        odds[:-1] += AFTER * own[1:]
        for area in titled:
            odds += NAMED * self._weight(TITLED + area)
        for number, one in enumerate(passages):
            for agency in one.agencies:
                odds[number] += self._weight(AGENCY + agency)
        ordered = odds + self._weight(ORDERED)
        texts = [one.tokens for one in passages]
        return [
            Lean(self._named(told), self._named(then), self, (tokens, title, before), official)
            for told, then, tokens, before in zip(
                odds.tolist(), ordered.tolist(), texts, ((), *texts), strict=False
            )
        ]

    def evidence(self, tokens: Sequence[Token], area: str) -> tuple[str, ...]:
        """The words that say most for an area, as they stand in the text, lower case."""
        if area not in self._columns:
            self._columns[area] = self._rows[:, self.areas.index(area)].tolist()
        column = self._columns[area]
        told = {
            word.form: sum([column[self._row[lemma]] for lemma in lemmas(word)])
            for word in distinct(tokens)
        }
        ranked = sorted((form for form in told if told[form] >= _TELLING), key=lambda w: -told[w])
        return tuple(ranked[:_SHOWN])

    def _own(self, texts: Sequence[Sequence[Token]], usual: int = _USUAL) -> Vector:
        """What the words of each text say together, each once; in a long one each says less."""
        numbers: list[int] = []
        begins: list[int] = []
        scales: list[float] = []
        for tokens in texts:
            words = distinct(tokens)
            begins.append(len(numbers))
            scales.append(scale(len(words), usual))
            numbers.append(0)  # no text is without a row
            told = chain(map(_LEMMAS, words), map(lemmas, filter(_COMPOUND, words)))
            numbers += map(self._row.__getitem__, chain.from_iterable(told))
        sums: Vector = np.add.reduceat(self._rows[numbers], begins)
        return sums * np.array(scales, np.float32)[:, None]

    def _longest(self, lemma: str) -> int:
        """The row of the longest key of a lemma, in which all shorter ones are counted; or 0."""
        whole, begun = self._whole.get(lemma), self._begun.get
        return whole or begun(lemma[:_LONG]) or begun(lemma[:_MIDDLE]) or begun(lemma[:_SHORT]) or 0

    def _weight(self, key: str) -> Vector:
        return self.weights.get(key, self._none)

    def _named(self, odds: Sequence[float]) -> dict[str, float]:
        return dict(zip(self.areas, odds, strict=True))


def _shorter_first(key: str) -> tuple[bool, int]:
    """Beginnings before whole words, shorter ones before longer: each counts in what goes on."""
    return not key.endswith(ANY_END), len(key)


def distinct(tokens: Sequence[Token]) -> Collection[Word]:
    """The words of a text, each spelling once, in order: so that every run sums them alike."""
    if isinstance(tokens, Tokens):
        return dict.fromkeys(tokens.words)
    return dict.fromkeys(same_word(token.form, token.lemmas, None, 1) for token in tokens)


def lemmas(word: Word) -> Collection[str]:
    """The lemmas of a word, of a compound those of its parts too."""
    if word.parts is None:
        return word.lemmas
    return dict.fromkeys(lemma for part in word.parts for lemma in part.lemmas)


def keys(word: Word) -> Iterator[tuple[str, float]]:
    """The keys of a word in the table, its lemmas and their beginnings, and how far each counts."""
    for lemma in lemmas(word):
        if len(lemma) >= _SHORTEST:
            yield lemma, 1.0
        for letters, part in _BEGINNINGS:
            if len(lemma) >= letters:
                yield lemma[:letters] + ANY_END, part


def scale(words: int, usual: int = _USUAL) -> float:
    """How far each of so many words counts."""
    return (usual / words) ** 0.5 if words > usual > 0 else 1.0


def parts(
    passages: Sequence[Around], title: Sequence[Token], titled: Collection[str]
) -> list[dict[str, float]]:
    """By key what counts in each passage of a document: what a table is learned from."""
    own = [_keyed(one.tokens) for one in passages]
    heading = _keyed(title, usual=0)
    found: list[dict[str, float]] = []
    for number, one in enumerate(passages):
        around = [(own[number], 1.0), (heading, TITLE)]
        around += [(own[number - 1], BEFORE)] if number else []
        around += [(own[number + 1], AFTER)] if number + 1 < len(own) else []
        told = {BASE: 1.0}
        for keyed, part in around:
            for key, value in keyed.items():
                told[key] = told.get(key, 0.0) + part * value
        told |= {TITLED + area: NAMED for area in titled}
        found.append(told | {AGENCY + agency: 1.0 for agency in one.agencies})
    return found


def _keyed(tokens: Sequence[Token], usual: int = _USUAL) -> dict[str, float]:
    told: dict[str, float] = {}
    words = distinct(tokens)
    for word in words:
        for key, part in keys(word):
            told[key] = told.get(key, 0.0) + part * scale(len(words), usual)
    return told


def read_leanings(folder: Path = HERE) -> Leanings:
    """The table of a folder; one without words where it has none."""
    path = folder / TABLE
    if not path.exists():
        return Leanings((), {})
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    areas = head.split("\t")[1:]
    numbers = np.array([row.split("\t")[1:] for row in rows], np.float32)
    return Leanings(
        areas, dict(zip((row.partition("\t")[0] for row in rows), numbers, strict=True))
    )
