"""«Әкімдіктерге – жыл соңына дейін камера орнату»: an item of a list of orders."""

from __future__ import annotations

from index.language.endings import KK_INFINITIVE, KK_TO_WHOM
from index.policy.duties.builds.lexicon import Build
from index.policy.duties.builds.surroundings import Order, Place

_FEW = 2  # words behind the name: what is done, and doing it
_ENDS = '.;»”"'
_DASHES = frozenset({"–", "—", "-"})


def order(place: Place, words: Build) -> Order | None:
    """Doing what the body in the dative is to do, where the clause ends in it; else none."""
    if len(place.behind) < _FEW or not _is_told(place, words):
        return None
    last = place.behind[-1]
    end = place.tokens[last].end
    closes = last == len(place.tokens) - 1 or place.text[end : end + 1] in _ENDS
    doing = place.form(last).endswith(KK_INFINITIVE)
    return Order(last, verbless=True) if closes and doing else None


def _is_told(place: Place, words: Build) -> bool:
    """Whether the name is in the dative, or the one is that «мен» joins to it."""
    name = place.inside.stop - 1
    if place.form(name).endswith(KK_TO_WHOM):
        return True
    joined = place.form(name + 1) in words.also
    return joined and any(
        place.form(n).endswith(KK_TO_WHOM) and place.gap(n + 1).strip() in _DASHES
        for n in place.behind[:-1]
    )
