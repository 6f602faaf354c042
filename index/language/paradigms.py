"""Russian paradigms of pymorphy3's dictionary: how a form at a place in one becomes its lemma."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pymorphy3
from pymorphy3.tagset import OpencorporaTag

NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})
_NOMINATIVE = frozenset({"masc", "sing", "nomn"})
_KEPT = 5_000  # forms: who asks for a lemma may ask for the grammar soon
_UNLIKE = 0.1  # what a grammeme that one of two tags lacks takes from their likeness

Place = tuple[int, int]
"""The number of a paradigm, and of a form in it."""


Found = Sequence[tuple[str, Sequence[Place]]]
"""Spellings of a form, with ё where it may stand, each with its paradigms and places there."""


class Rule(NamedTuple):
    """How the form at a place in a paradigm becomes its lemma: its stem in other affixes.

    Words of parts of speech that are not ``productive`` are never like an unknown word.
    """

    start: int
    end: int | None
    prefix: str
    suffix: str
    tag: str
    is_name: bool
    productive: bool

    def lemma(self, spelling: str) -> str:
        """The lemma of a form at this place."""
        return self.prefix + spelling[self.start : self.end] + self.suffix


@cache
def morph() -> pymorphy3.MorphAnalyzer:
    """pymorphy3 with its Russian dictionary, opened once a process."""
    return pymorphy3.MorphAnalyzer(lang="ru")


def entries(form: str) -> Found:
    """What the dictionary has of a lower-case form, also where it stands there with ё."""
    sought, substitutes = _words()
    return sought(form, substitutes)


found = lru_cache(maxsize=_KEPT)(entries)
"""The same, remembered for a while."""


@cache
def _words() -> tuple[Callable[[str, Any], Found], Any]:
    """The dictionary's look-up, and the letters that may stand for others."""
    return morph().dictionary.words.similar_items, morph().char_substitutes


class _Rules(dict[Place, Rule]):
    """Rules by paradigm and place; the dictionary has 142,000 of them, few of which are met."""

    def __missing__(self, place: Place) -> Rule:
        number, at = place
        paradigm = morph().dictionary.paradigms[number]
        tag, is_name, productive, is_superlative = _told(paradigm[len(paradigm) // 3 + at])
        prefix, suffix = _affixes(number, at)
        lemma = _affixes(number, _superlative(number, at) if is_superlative else 0)
        stem = len(prefix), -len(suffix) or None
        rule = self[place] = Rule(*stem, *lemma, tag, is_name, productive)
        return rule


@cache
def _told(number: int) -> tuple[str, bool, bool, bool]:
    """A tag as it is written, whether of a name, productive, a superlative; there are 5,000."""
    tag: OpencorporaTag = morph().dictionary.gramtab[number]
    has = tag.grammemes
    return str(tag), bool(has & NAMES), bool(tag.is_productive()), "Supr" in has


RULES = _Rules()
"""The rule of each place."""


def _affixes(number: int, at: int) -> tuple[str, str]:
    """What a paradigm puts before a stem and behind it at a place.

    Of all its forms a paradigm has the numbers of suffixes, then tags, then prefixes.
    """
    dictionary = morph().dictionary
    paradigm = dictionary.paradigms[number]
    prefix, suffix = paradigm[len(paradigm) // 3 * 2 + at], paradigm[at]
    return dictionary.paradigm_prefixes[prefix], dictionary.suffixes[suffix]


def _superlative(number: int, form: int) -> int:
    """The place of a superlative's own nominative: «важнейшие» is «важнейший», not «важный».

    It is the one that ``Parse.inflect`` finds: the likest by what they share and what they do not.
    """
    wanted = morph().dictionary.build_tag_info(number, form).updated_grammemes(_NOMINATIVE)
    forms = [each.grammemes for _, each, _ in morph().dictionary.build_paradigm_info(number)]

    def likeness(at: int) -> float:
        return len(wanted & forms[at]) - _UNLIKE * len(wanted ^ forms[at])

    nominatives = (at for at, has in enumerate(forms) if has >= _NOMINATIVE)
    return max(nominatives, key=likeness, default=0)
