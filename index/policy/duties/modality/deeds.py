"""What a body did itself: «МЦРИАП за утечку уже извинилось» beside an order to another body."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.language import Token
from index.language.grammar import cases, is_finite_passive, is_past, is_person
from index.policy.duties.lexicon import Deeds

_REACH = 6  # tokens behind a name in which its verb stands


def did(
    tokens: Sequence[Token],
    last: int,
    first: int,
    language: str,
    words: Deeds,
    told: Collection[int],
) -> bool:
    """Whether the body whose name goes from ``first`` to ``last`` did what stands behind it.

    ``told`` are the tokens that order: «Минтранс получил поручение» is no deed of its own.
    """
    behind = _beside(tokens, last)
    if not behind or any(number in told for number in behind):
        return False
    if language == "ru":
        return "nomn" in cases(tokens[first].form) and _russian(tokens, behind, words)
    return _is_done([tokens[n].form for n in behind], words)


def _beside(tokens: Sequence[Token], last: int) -> range:
    """The tokens behind a name as far as no sign stands between them."""
    end = last
    while end + 1 < len(tokens) and end - last < _REACH:
        if tokens[end + 1].start - tokens[end].end > 1:
            break
        end += 1
    return range(last + 1, end + 1)


def _russian(tokens: Sequence[Token], behind: range, words: Deeds) -> bool:
    for number in behind:
        form = tokens[number].form
        if form in words.others or is_person(form):
            return False
        if is_past(form) and not is_finite_passive(form):
            return form.endswith(words.neuter)
    return False


def _is_done(forms: Sequence[str], words: Deeds) -> bool:
    """«Вече се извини», «has already apologised»."""
    if forms[0] not in words.already or not words.undone.isdisjoint(forms):
        return False
    return any(map(words.done.fullmatch, forms[1:3]))
