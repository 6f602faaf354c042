"""Russian forms as pymorphy3's dictionary has them, read without building its parses.

What ``MorphAnalyzer.parse`` says of such a form follows from the paradigms it belongs to. What
a paradigm makes of a form is worked out once, and probabilities are asked for only where the
form may belong to several lemmas: a quarter of the time of parsing.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from pymorphy3.analyzer import Parse

from index.language.guessing import guesses
from index.language.paradigms import NAMES, RULES, Place, found, morph

_SCORE, _IS_NAME = itemgetter(1), itemgetter(2)
_RULE = RULES.__getitem__


Reading = tuple[str, float, bool]
"""What a form may be: a lemma (ё stands in it), how likely, and whether a name."""


def is_known(form: str) -> bool:
    """Whether the dictionary has the lower-case form, also with ё for е."""
    return bool(found(form))


def readings(form: str) -> Sequence[Reading]:
    """All that a lower-case form may be, the likeliest first; of an unknown word what is guessed.

    They are those of pymorphy3's parses, but one where all have the same lemma.
    """
    entries = found(form)
    if not entries:
        return _guessed(form)
    if len(entries) == 1:
        ((spelling, places),) = entries
        shared = _SHARED[tuple(places)]
        if shared:
            start, end, prefix, suffix, is_name = shared
            return [(prefix + spelling[start:end] + suffix, 1.0, is_name)]
    made = [
        (prefix + spelling[start:end] + suffix, tag, is_name)
        for spelling, places in entries
        for start, end, prefix, suffix, tag, is_name, _ in map(_RULE, places)
    ]
    first = made[0][0]
    for lemma, _, _ in made:
        if lemma != first:
            return _scored(form, made)
    return [(first, 1.0, any(map(_IS_NAME, made)))]


class _Shared(dict[tuple[Place, ...], tuple[int, int | None, str, str, bool] | None]):
    """How forms at some places all become their lemmas, and whether any is a name, else None.

    The 180,000 forms of 100,000 passages stand at 33,000 such sets of places.
    """

    def __missing__(
        self, places: tuple[Place, ...]
    ) -> tuple[int, int | None, str, str, bool] | None:
        rules = [RULES[place] for place in places]
        ways = {rule[:4] for rule in rules}
        shared = (*ways.pop(), any(rule.is_name for rule in rules)) if len(ways) == 1 else None
        self[places] = shared
        return shared


_SHARED = _Shared()


def tags(form: str) -> Sequence[tuple[str, float]]:
    """All tags that a lower-case form may have, and how likely each is, the likeliest first."""
    may = [RULES[place].tag for place in places(form)]
    if not may:
        return _tags_guessed(form)
    if len(may) == 1:
        return [(may[0], 1.0)]
    prob = morph().prob_estimator.p_t_given_w.prob
    scores = [prob(form, each) for each in may]
    if not any(scores):
        return [(each, 1.0 / len(may)) for each in may]
    return sorted(zip(may, scores, strict=True), key=_SCORE, reverse=True)


def places(form: str) -> tuple[Place, ...]:
    """Where a lower-case form stands in paradigms of the dictionary; nowhere if it is unknown."""
    return tuple(place for _, places in found(form) for place in places)


def _tags_guessed(form: str) -> Sequence[tuple[str, float]]:
    guessed = guesses(form) or ()
    if not guessed or guessed[0].place is None:
        return [(str(parse.tag), parse.score) for parse in _parsed(form)]
    return [(RULES[each.place].tag, each.score) for each in guessed if each.place]


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


def _guessed(form: str) -> list[Reading]:
    guessed = guesses(form)
    if guessed is None:
        return [
            (_lemma(parse), parse.score, bool(parse.tag.grammemes & NAMES))
            for parse in _parsed(form)
        ]
    return [
        (lemma, score, place is not None and RULES[place].is_name)
        for _, place, lemma, score in guessed
    ]


def _parsed(form: str) -> list[Parse]:
    try:
        return list(morph().parse(form))
    except ValueError:  # pymorphy3 asks for the names of letters: those of Tangut have none
        return [each._replace(word=form, normal_form=form) for each in morph().parse("〇")]


def _lemma(parse: Parse) -> str:
    """A superlative is a word of its own: «важнейшие» is «важнейший», not «важный»."""
    superlative = "Supr" in parse.tag and parse.inflect({"masc", "sing", "nomn"})
    return str(superlative.word if superlative else parse.normal_form)
