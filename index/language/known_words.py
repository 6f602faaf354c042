"""Russian forms that pymorphy3's dictionary has, read without building its parses.

What ``MorphAnalyzer.parse`` says of such a form follows from the paradigms it belongs to. What
a paradigm makes of a form is worked out once, and probabilities are asked for only where the
form may belong to several lemmas: a quarter of the time of parsing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

import pymorphy3
from pymorphy3.analyzer import Parse
from pymorphy3.tagset import OpencorporaTag

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})
_SCORE, _IS_NAME = itemgetter(1), itemgetter(2)
_KEPT = 1_000  # forms: who asks for one mostly asks again at once


Reading = tuple[str, float, bool]
"""What a form may be: a lemma (ё stands in it), how likely, and whether a name."""


class _Rule(NamedTuple):
    """How the form at a place in a paradigm becomes its lemma: its stem in other affixes.

    ``tag`` is empty for a superlative: its lemma must be asked for.
    """

    start: int
    end: int | None
    prefix: str
    suffix: str
    tag: str
    is_name: bool


Found = Sequence[tuple[str, Sequence[tuple[int, int]]]]
"""Spellings of a form, with ё where it may stand, each with its paradigms and places there."""


@cache
def morph() -> pymorphy3.MorphAnalyzer:
    """pymorphy3 with its Russian dictionary, opened once a process."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_KEPT)
def found(form: str) -> Found:
    """What the dictionary has of a lower-case form, also where it stands there with ё."""
    entries: Found = morph().dictionary.words.similar_items(form, morph().char_substitutes)
    return entries


def is_known(form: str) -> bool:
    """Whether the dictionary has the lower-case form, also with ё for е."""
    return bool(found(form))


def readings(form: str) -> Sequence[Reading]:
    """All that a lower-case form may be, the likeliest first; of an unknown word what is guessed.

    They are those of pymorphy3's parses, but one where all have the same lemma.
    """
    made = []
    for spelling, places in found(form):
        for place in places:
            start, end, prefix, suffix, tag, is_name = _RULES[place]
            if not tag:
                return _parsed(form)
            made.append((prefix + spelling[start:end] + suffix, tag, is_name))
    if not made:
        return _parsed(form)
    first = made[0][0]
    for lemma, _, _ in made:
        if lemma != first:
            return _scored(form, made)
    return [(first, 1.0, any(map(_IS_NAME, made)))]


def tags(form: str) -> Sequence[tuple[OpencorporaTag, float]]:
    """All that a lower-case form may be by its grammar, and how likely, the likeliest first."""
    may = [_tag(place) for _, places in found(form) for place in places]
    if not may:
        return [(parse.tag, parse.score) for parse in morph().parse(form)]
    if len(may) == 1:
        return [(may[0], 1.0)]
    prob = morph().prob_estimator.p_t_given_w.prob
    scores = [prob(form, str(tag)) for tag in may]
    if not any(scores):
        return [(tag, 1.0 / len(may)) for tag in may]
    return sorted(zip(may, scores, strict=True), key=_SCORE, reverse=True)


@cache
def _tag(place: tuple[int, int]) -> OpencorporaTag:
    return morph().dictionary.build_tag_info(*place)


def _scored(form: str, made: Sequence[tuple[str, str, bool]]) -> list[Reading]:
    """As pymorphy3's ``ProbabilityEstimator``: by what is known of the form, else all alike."""
    prob = morph().prob_estimator.p_t_given_w.prob
    scores = [prob(form, tag) for _, tag, _ in made]
    if not any(scores):
        return [(lemma, 1.0 / len(made), is_name) for lemma, _, is_name in made]
    scored = [
        (lemma, score, is_name) for (lemma, _, is_name), score in zip(made, scores, strict=True)
    ]
    return sorted(scored, key=_SCORE, reverse=True)


def _parsed(form: str) -> list[Reading]:
    return [
        (_lemma(parse), parse.score, bool(parse.tag.grammemes & _NAMES))
        for parse in morph().parse(form)
    ]


def _lemma(parse: Parse) -> str:
    """A superlative is a word of its own: «важнейшие» is «важнейший», not «важный»."""
    if "Supr" in parse.tag:
        superlative = parse.inflect({"masc", "sing", "nomn"})
        if superlative:
            return str(superlative.word)
    return str(parse.normal_form)


class _Rules(dict[tuple[int, int], _Rule]):
    """Rules by paradigm and place; the dictionary has 142,000 of them, few of which are met."""

    def __missing__(self, place: tuple[int, int]) -> _Rule:
        number, at = place
        dictionary = morph().dictionary
        paradigm, tag = dictionary.paradigms[number], dictionary.build_tag_info(number, at)
        # Of all its forms a paradigm has the numbers of suffixes, then tags, then prefixes.
        suffixes, prefixes = dictionary.suffixes, dictionary.paradigm_prefixes
        first = len(paradigm) // 3 * 2
        prefix, before = prefixes[paradigm[first + at]], prefixes[paradigm[first]]
        suffix, after = suffixes[paradigm[at]], suffixes[paradigm[0]]
        said = "" if "Supr" in tag.grammemes else str(tag)
        affixes = len(prefix), -len(suffix) or None, before, after
        rule = self[place] = _Rule(*affixes, said, bool(tag.grammemes & _NAMES))
        return rule


_RULES = _Rules()
