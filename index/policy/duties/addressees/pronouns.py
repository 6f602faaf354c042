"""Whom a pronoun charges: the bodies of the sentence before, «это касается акиматов. Им надо …»."""

from __future__ import annotations

from collections.abc import Sequence

from index.policy.duties.modality.binding import Reading

# Words between the pronoun and what binds; in Kazakh the verb comes last.
_REACH = {"ru": 2, "bg": 3, "en": 4, "kk": 20}
_MUST = frozenset({"duties", "needs"})
_TOLD = frozenset({"orders", "needs", "duties", "receives"})


def charged_before(reading: Reading, end: int) -> tuple[str, ...]:
    """The bodies that the sentence before names, if a pronoun of the clause charges them.

    ``end`` is where in the passage somebody was charged last, 0 for nowhere: who was charged in
    the sentence before is known already. Several are charged by «они» only.
    """
    number = _pronoun(reading)
    if number is None:
        return ()
    start, sentences = reading.clause.start, reading.passage.sentences
    ahead = [one for one in sentences if one.end <= start]
    if not ahead or end > ahead[-1].start:
        return ()
    named = [
        one.agency
        for one in reading.passage.agencies
        if ahead[-1].start <= one.start < ahead[-1].end and reading.may_act(one)
    ]
    bodies = tuple(dict.fromkeys(named))
    return bodies if len(bodies) == 1 or number == "several" else ()


def _pronoun(reading: Reading) -> str | None:
    """How many the pronoun means that stands beside the words that bind; None without one."""
    words, forms, clause = reading.words.pronouns, reading.forms, reading.clause
    reach = _REACH[reading.directives.language]
    for cue in clause.cues:
        first, last = cue.first - clause.first, cue.last - clause.first
        if not 0 <= first < len(forms):
            continue
        ahead, behind = forms[max(first - reach, 0) : first], forms[last + 1 : last + 3]
        if cue.kind in _MUST and (found := _which(ahead, words.one, words.several)):
            return found
        passive = words.passive and cue.kind in _TOLD
        if passive and (found := _which(ahead, words.one, words.several)):
            return None if words.passive.isdisjoint(ahead) else found
        if cue.kind in _TOLD and (
            found := _which([*ahead, *behind], words.to_one, words.to_several)
        ):
            return found
    return None


def _which(forms: Sequence[str], one: frozenset[str], several: frozenset[str]) -> str | None:
    if not several.isdisjoint(forms):
        return "several"
    return "one" if not one.isdisjoint(forms) else None
