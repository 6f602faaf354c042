"""Russian words: the set of lemmas that a form may have."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pymorphy3

_SHARE = 0.2
_ABBREVIATION = 6
# pymorphy3 asks for the names of letters, and some scripts' letters have none.
_READABLE = re.compile(r"[\u0000-\u024f\u0300-\u036f\u0400-\u052f]+")


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def lemmas(word: str) -> tuple[str, ...]:
    """Lemmas whose parses together score at least 0.2 of the best; ё still stands in them.

    A short word in capitals keeps its form: «ИИ» is not a form of «ия».
    """
    if word.isupper() and len(word) <= _ABBREVIATION and len(word) > 1:
        return (word.lower(),)
    if not _READABLE.fullmatch(word):
        return (word.lower(),)
    scores: dict[str, float] = defaultdict(float)
    for parse in _morph().parse(word):
        scores[parse.normal_form] += parse.score
    if not scores:
        return (word.lower(),)
    least = max(scores.values()) * _SHARE
    return tuple(lemma for lemma, score in scores.items() if score >= least)
