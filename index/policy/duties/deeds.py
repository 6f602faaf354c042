"""What a body did itself: «МЦРИАП за утечку уже извинилось» beside an order to another body."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.language import Token
from index.language.grammar import cases, is_finite_passive, is_past, is_person

_REACH = 6  # tokens behind a name in which its verb stands
# Whose deed it is then, not that of the body: «МЦРИАП Президент поручил …».
_OTHERS = frozenset({"президент", "токаев", "глава", "он", "который", "которое", "которая"})
_NEUTER = ("ло", "лось", "ли", "лись")  # no person did it: a body, or several
_ALREADY = {
    "bg": frozenset({"вече", "междувременно"}),
    "en": frozenset({"has", "have", "had", "already"}),
}
_DONE = {
    "bg": re.compile(r"\w+(?:и|а|я|е|ха|ше)"),
    "en": re.compile(r"\w+(?:ed|en)|made|done|set|said|told|paid|found|put|begun|taken|built"),
}
_NOT_DONE = frozenset({"да", "ще", "to", "been", "until", "till", "weeks", "months", "days"})


def did(
    tokens: Sequence[Token], last: int, first: int, language: str, told: Collection[int]
) -> bool:
    """Whether the body whose name goes from ``first`` to ``last`` did what stands behind it.

    ``told`` are the tokens that order: «Минтранс получил поручение» is no deed of its own.
    """
    behind = _beside(tokens, last)
    if not behind or any(number in told for number in behind):
        return False
    if language == "ru":
        return "nomn" in cases(tokens[first].form) and _russian(tokens, behind)
    return language in _DONE and _is_done([tokens[n].form for n in behind], language)


def _beside(tokens: Sequence[Token], last: int) -> range:
    """The tokens behind a name as far as no sign stands between them."""
    end = last
    while end + 1 < len(tokens) and end - last < _REACH:
        if tokens[end + 1].start - tokens[end].end > 1:
            break
        end += 1
    return range(last + 1, end + 1)


def _russian(tokens: Sequence[Token], behind: range) -> bool:
    for number in behind:
        form = tokens[number].form
        if form in _OTHERS or is_person(form):
            return False
        if is_past(form) and not is_finite_passive(form):
            return form.endswith(_NEUTER)
    return False


def _is_done(forms: Sequence[str], language: str) -> bool:
    """«Вече се извини», «has already apologised»."""
    if not _NOT_DONE.isdisjoint(forms) or forms[0] not in _ALREADY[language]:
        return False
    return any(map(_DONE[language].fullmatch, forms[1:3]))
