"""Orders by their build: whatever the verb, somebody is told to do something.

A list of verbs that order is never complete («наказал», «отмерил», «banned»), but the build of
such sentences is: in Russian whom in the dative and an infinitive, in Bulgarian «на» with whom
and «да», in English whom right behind the verb and «to». Verbs of the same build that order
nothing («помог», «позволил», «helped») are listed, for they are few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.documents.document import Mention
from index.language.grammar import is_finite_passive
from index.policy.duties.builds import bulgarian, english, kazakh, russian
from index.policy.duties.builds.lexicon import Build
from index.policy.duties.builds.surroundings import WHOM, Order, Place, place
from index.policy.duties.directives import Directives
from index.policy.scouting import Words
from index.policy.wordings import Cue

_TELLING = frozenset({"orders", "duties", "needs", "elided", "recalled", "bids"})
_READERS: dict[str, Callable[[Place, Build], Order | None]] = {
    "ru": russian.order,
    "bg": bulgarian.order,
    "en": english.order,
    "kk": kazakh.order,
}


def assigned(
    text: str,
    mentions: Sequence[Mention],
    tokens: Words,
    cues: Sequence[Cue],
    directives: Directives,
    may_order: Callable[[str], bool],
) -> Iterator[Cue]:
    """Cues at the words that order and at whom, for each of the mentions that is told to act.

    ``cues`` are those found by list: where one stands beside, the build tells nothing more.
    ``may_order`` says of a verb, by its form, whether it may be the President's here.
    """
    reader = _READERS.get(directives.language)
    if reader is None:
        return
    told = [cue.first for cue in cues if cue.kind in _TELLING and not _is_put(cue, tokens)]
    found: set[int] = set()
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        order = (
            reader(place(text, tokens, inside, mention), directives.words.build) if inside else None
        )
        if order is None or _is_told(told, inside, order):
            continue
        if not order.verbless and not may_order(tokens[order.number].form):
            continue
        yield Cue(WHOM, inside.start, inside.start)
        if order.number not in found:
            found.add(order.number)
            # What «told to» takes in English is read elsewhere; here it is known to be there.
            left_out = order.verbless or directives.language == "en"
            yield Cue("elided" if left_out else "orders", order.number, order.number)


def _is_put(cue: Cue, tokens: Words) -> bool:
    """«Запрещено»: somebody was told, where other needs are a matter of opinion."""
    return cue.kind == "needs" and is_finite_passive(tokens[cue.first].form)


def _is_told(told: Sequence[int], inside: range, order: Order) -> bool:
    first, last = sorted((inside.start, order.number))
    return any(first <= number <= last + 1 for number in told)
