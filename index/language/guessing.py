"""What a Russian form that no dictionary has may be: as pymorphy3 guesses, without its parses.

pymorphy3 builds tags, lemmas and the road by which it came to each; here only lemmas and scores
are kept, and what an ending says is worked out once: a quarter of the time. The order of the
guesses, their scores and what is left out are pymorphy3's own (``pymorphy3.units``; Korobov
2015, «Morphological Analyzer and Generator for Russian and Ukrainian Languages»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from pymorphy3.dawg import PrefixMatcher
from pymorphy3.lang.ru import KNOWN_PREFIXES, PARTICLES_AFTER_HYPHEN

from index.language.paradigms import RULES, Found, Place, entries, found, morph

Seen = set[tuple[str, str | None, int | None]]

_LETTERS = re.compile(r"[а-яё]+")
_ENDED = re.compile(rf"([а-яё]+)({'|'.join(PARTICLES_AFTER_HYPHEN)})")
_UNLIKE_ANY = "UNKN"  # pymorphy3's tag for it
_SHORTEST = 3  # letters of what a prefix stands before
_LONGEST_PREFIX = 5  # letters of a prefix that is not a known one
_SHORTEST_BY_ENDING = 4
_AFTER_KNOWN_PREFIX, _AFTER_ANY_PREFIX, _BY_ENDING, _WITH_PARTICLE = 0.75, 0.5, 0.5, 0.9
_KEPT = 20_000  # endings remembered


class Guess(NamedTuple):
    """What a form may be: how it is spelt (with ё), its place in a paradigm, its lemma, a score.

    A word unlike any has no place, and is its own lemma.
    """

    spelling: str
    place: Place | None
    lemma: str
    score: float


_score = itemgetter(3)


def guesses(form: str) -> Sequence[Guess] | None:
    """All that a lower-case form may be, the likeliest first.

    None where pymorphy3 must be asked: words of other letters than Russian ones, or with a hyphen
    that is not before a particle.
    """
    if _LETTERS.fullmatch(form):
        return _likely(form)
    ended = _ENDED.fullmatch(form)
    if not ended:
        return None
    bare, particle = ended.groups()
    said = (
        Guess(spelling + particle, place, lemma + particle, score * _WITH_PARTICLE)
        for spelling, place, lemma, score in _likely(bare)
    )
    return _scored(form, _each_once(said, set()))


def _likely(form: str) -> list[Guess]:
    return _scored(form, _guesses(found(form)) or _unknown(form))


def _guesses(known: Found) -> list[Guess]:
    return [
        Guess(spelling, place, RULES[place].lemma(spelling), 1.0)
        for spelling, places in known
        for place in places
    ]


def _unknown(form: str) -> list[Guess]:
    seen: Seen = set()
    made = _each_once(_with_known_prefix(form), seen)
    if not made:
        made = _each_once(_with_any_prefix(form), seen)
        made += sorted(_each_once(_by_ending(form), seen), key=_score, reverse=True)
    return made or [Guess(form, None, form, 1.0)]


def _with_known_prefix(form: str) -> Iterator[Guess]:
    """«псевдокошка» is «псевдо» before «кошка», which may be unknown itself."""
    for prefix in sorted(_prefixes().prefixes(form), key=len, reverse=True):
        rest = form[len(prefix) :]
        if len(rest) >= _SHORTEST:
            yield from _before(prefix, _likely(rest), _AFTER_KNOWN_PREFIX)


def _with_any_prefix(form: str) -> Iterator[Guess]:
    """«байткод» is «байт» before «код», which the dictionary has."""
    for end in range(1, 1 + min(_LONGEST_PREFIX, len(form) - _SHORTEST)):
        known = entries(form[end:])
        if known:
            yield from _before(form[:end], _guesses(known), _AFTER_ANY_PREFIX)


def _before(prefix: str, rest: Iterable[Guess], times: float) -> Iterator[Guess]:
    for spelling, place, lemma, score in rest:
        if place is None or RULES[place].productive:
            yield Guess(prefix + spelling, place, prefix + lemma, score * times)


def _by_ending(form: str) -> Iterator[Guess]:
    """«бутявкать» is what the words of the dictionary are that end alike."""
    if len(form) < _SHORTEST_BY_ENDING:
        return
    longest = form[-_longest_ending() :]
    for number, prefix in reversed([*enumerate(morph().dictionary.paradigm_prefixes)]):
        if form.startswith(prefix):
            for length, ending, place, share in _ended(number, longest):
                spelling = form[:-length] + ending
                lemma = RULES[place].lemma(spelling) if place[1] else spelling
                yield Guess(spelling, place, lemma, share * _BY_ENDING)


@lru_cache(maxsize=_KEPT)
def _ended(number: int, tail: str) -> Sequence[tuple[int, str, Place, float]]:
    """What words with such a tail are, by the longest ending that says anything.

    The length of the ending, how it is spelt, a place in a paradigm, in what share of the words.
    """
    endings = morph().dictionary.prediction_suffixes_dawgs[number]
    for length in range(_longest_ending(), 0, -1):
        counted = [
            (length, ending, (paradigm, at), count)
            for ending, places in endings.similar_items(tail[-length:], morph().char_substitutes)
            for count, paradigm, at in places
            if RULES[paradigm, at].productive
        ]
        if counted:
            total = 1 + sum(map(_score, counted))
            return [(*each, count / total) for *each, count in counted]
    return ()


def _scored(form: str, made: list[Guess]) -> list[Guess]:
    """The guesses by what is known of the form, else by their scores in proportion."""
    known = morph().prob_estimator.p_t_given_w
    scores: list[float] = []
    if known.keys(f"{form}:"):
        tags = (_UNLIKE_ANY if place is None else RULES[place].tag for _, place, _, _ in made)
        scores = [known.prob(form, tag) for tag in tags]
    if any(scores):
        pairs = zip(made, scores, strict=True)
        return sorted((Guess(*each[:3], score) for each, score in pairs), key=_score, reverse=True)
    share = 1.0 / sum(map(_score, made))
    return [Guess(spelling, place, lemma, score * share) for spelling, place, lemma, score in made]


def _each_once(made: Iterable[Guess], seen: Seen) -> list[Guess]:
    """Those that were not seen yet, by spelling, tag and paradigm."""
    fresh = []
    for each in made:
        place = each.place
        key = (each.spelling, place and RULES[place].tag, place and place[0])
        if key not in seen:
            seen.add(key)
            fresh.append(each)
    return fresh


@cache
def _prefixes() -> Any:
    return PrefixMatcher(KNOWN_PREFIXES)


@cache
def _longest_ending() -> int:
    return int(morph().dictionary.meta["compile_options"]["max_suffix_length"])
