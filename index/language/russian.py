"""Russian words: the set of lemmas that a form may have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.language import declension
from index.language.known_words import Reading, is_known, readings
from index.language.overlay import overlay

__all__ = ["is_known", "lemmas"]

_SHARE = 0.15


def lemmas(word: str) -> tuple[str, ...]:
    """Give the lemmas whose parses together score enough beside the best; ё stands in them.

    The word is clean, with its capitals: an unknown word with a capital may be a name in any
    case («Жомарту»), and a known one keeps its reading as a name («Роман»).
    """
    form = word.lower()
    fixed = overlay().fixed.get(form.replace("ё", "е"))
    if fixed:
        return fixed
    said = readings(form)
    likely = _likely(said)
    if not word[0].isupper():
        return likely or (form,)
    if not is_known(form):
        return tuple(dict.fromkeys((*declension.names(form), *likely)))
    named = [lemma for lemma, _, is_name in said if is_name]
    if form.endswith(("ов", "ев")):  # «Мамаев» is known only as «мамай»
        named.append(form)
    return tuple(dict.fromkeys((*likely, *named)))


def _likely(said: Sequence[Reading]) -> tuple[str, ...]:
    if len(said) == 1:
        return (said[0][0],)
    scores: dict[str, float] = defaultdict(float)
    for lemma, score, _ in said:
        scores[lemma] += score
    least = max(scores.values(), default=0) * _SHARE
    return tuple(lemma for lemma, score in scores.items() if score >= least)
