"""Russian words: the set of lemmas that a form may have."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pymorphy3
from pymorphy3.analyzer import Parse

from index.language import declension
from index.language.overlay import overlay

_SHARE = 0.15
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})


def lemmas(word: str) -> tuple[str, ...]:
    """Give the lemmas whose parses together score enough beside the best; ё stands in them.

    The word is clean, with its capitals: an unknown word with a capital may be a name in any
    case («Жомарту»), and a known one keeps its reading as a name («Роман»).
    """
    form = word.lower()
    fixed = overlay().fixed.get(form.replace("ё", "е"))
    if fixed:
        return fixed
    parses = _morph().parse(form)
    likely = _likely(parses)
    if not word[0].isupper():
        return likely or (form,)
    if not _morph().word_is_known(form):
        return tuple(dict.fromkeys((*declension.names(form), *likely)))
    named = [parse.normal_form for parse in parses if parse.tag.grammemes & _NAMES]
    if form.endswith(("ов", "ев")):  # «Мамаев» is known only as «мамай»
        named.append(form)
    return tuple(dict.fromkeys((*likely, *named)))


def is_known(form: str) -> bool:
    """Whether the dictionary has the lower-case form."""
    return bool(_morph().word_is_known(form))


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def _likely(parses: list[Parse]) -> tuple[str, ...]:
    scores: dict[str, float] = defaultdict(float)
    for parse in parses:
        scores[_lemma(parse)] += parse.score
    least = max(scores.values(), default=0) * _SHARE
    return tuple(lemma for lemma, score in scores.items() if score >= least)


def _lemma(parse: Parse) -> str:
    """A superlative is a word of its own: «важнейшие» is «важнейший», not «важный»."""
    if "Supr" in parse.tag:
        superlative = parse.inflect({"masc", "sing", "nomn"})
        if superlative:
            return str(superlative.word)
    return str(parse.normal_form)
