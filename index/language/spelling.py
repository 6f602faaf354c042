"""Did you mean: a word of the index one slip away from a word that the index does not have."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from index.language.forms import fold, words_of

_RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_KAZAKH = "әғқңөұүһі"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm")
# Letters that are heard alike, and so written for one another.
_ALIKE = words_of("оа еи ия еэ тд бп гк зс вф шщ жш цс йи ьъ ыи юу қк ғг ңн үу ұу өо әа іи")

_SHORTEST = 3
_FAR = 6  # a word of so many letters may also hold two slips
# What a slip is worth beside the natural logarithm of a word's count. A letter lost or swapped
# can be put right in one way at its place, a wrong one came in from any of some thirty keys.
_TRANSPOSED, _LOST, _DOUBLED, _NEAR, _OTHER = 3.0, 3.0, 2.0, 1.0, 0.0
_FIRST_LETTER = -1.0


Among = Callable[[Iterable[str]], Mapping[str, int]]
"""Which of some forms the index has, with how often each stands there."""


class Speller:
    """Corrections from the words of an index; the mapping is read, not copied."""

    def __init__(self, counts: Mapping[str, int], among: Among | None = None) -> None:
        """Take the index's own forms, folded, with how often each stands there.

        ``among`` looks up many forms at once, where that is faster than one by one.
        """
        self._counts = counts
        self._among = among or self._one_by_one

    def _one_by_one(self, forms: Iterable[str]) -> dict[str, int]:
        return {form: self._counts[form] for form in forms if form in self._counts}

    def correction(self, word: str) -> str | None:
        """The likeliest word meant, or None when the word is known or nothing is near."""
        found = self.corrections(word)
        return found[0] if found else None

    def corrections(self, word: str, limit: int = 5) -> list[str]:
        """Words meant, likeliest first; empty when the word is known, short, or nothing is near."""
        return [] if fold(word) in self._counts else self.near(word, limit)

    def near(self, word: str, limit: int = 5) -> list[str]:
        """Words like this one, likeliest first, though it is known itself."""
        form = fold(word)
        if len(form) < _SHORTEST or any(map(str.isdigit, form)):
            return []
        scores = self._near(form) or (self._farther(form) if len(form) >= _FAR else {})
        return sorted(scores, key=lambda known: (-scores[known], known))[:limit]

    def _near(self, form: str) -> dict[str, float]:
        return self._scores(_slips(form))

    def _farther(self, form: str) -> dict[str, float]:
        """Two slips, of which one is of a common kind: lost, doubled, swapped or heard alike."""
        return self._scores(chain.from_iterable(map(_slips, _common_slips(form))))

    def _scores(self, slips: Iterable[tuple[str, float]]) -> dict[str, float]:
        """What each of the index's words among these is worth."""
        best: dict[str, float] = {}
        for known, worth in slips:
            if worth > best.get(known, -math.inf):
                best[known] = worth
        counts = self._among(best)
        return {known: best[known] + math.log(count) for known, count in counts.items() if count}


def _slips(form: str) -> Iterator[tuple[str, float]]:
    """Every string one edit away, and what the edit is worth."""
    letters = _alphabet(form)
    for place in range(len(form) + 1):
        before, after = form[:place], form[place:]
        first = _FIRST_LETTER if place == 0 else 0.0
        if after:
            doubled = after[0] in (before[-1:], after[1:2])
            yield before + after[1:], first + (_DOUBLED if doubled else _OTHER)
            for letter in letters:
                near = letter in _NEIGHBOURS.get(after[0], "")
                yield before + letter + after[1:], first + (_NEAR if near else _OTHER)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:], first + _TRANSPOSED
        for letter in letters:
            yield before + letter + after, first + _LOST


def _common_slips(form: str) -> Iterator[str]:
    for place in range(len(form)):
        before, letter, after = form[:place], form[place], form[place + 1 :]
        yield before + after
        yield before + letter + letter + after  # «искуственый» lacks a letter of both pairs
        yield before + after[:1] + letter + after[1:]
        yield from (before + other + after for other in _SOUNDS.get(letter, ""))


def _alphabet(form: str) -> str:
    if any(letter in _LATIN for letter in form):
        return _LATIN
    return _RUSSIAN + _KAZAKH if any(letter in _KAZAKH for letter in form) else _RUSSIAN


def _pairs(pairs: Iterable[str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for one, other in map(tuple, pairs):
        known[one] = known.get(one, "") + other
        known[other] = known.get(other, "") + one
    return known


_SOUNDS = _pairs(_ALIKE)
_NEIGHBOURS = _pairs(
    {*_ALIKE, *(row[place : place + 2] for row in _ROWS for place in range(len(row) - 1))}
)
