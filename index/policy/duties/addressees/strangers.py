"""Bodies of other countries as those who must: nobody here is told to do anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.documents.document import Mention
from index.language import Token
from index.language.endings import KK_TO_WHOM
from index.language.grammar import cases
from index.policy.duties.directives import Directives
from index.policy.duties.lexicon import Strange
from index.policy.naming.countries import Abroad
from index.policy.phrases import PhraseBook, telling
from index.policy.scouting import within

_AHEAD = 2  # tokens before a name in which «на», "to the" stands
_REACH = 4  # tokens behind «министерство» in which its country stands


class Strangers:
    """Tells a subject that is another country's by the country beside it."""

    def __init__(
        self, abroad: Abroad, before: Iterable[str] = (), behind: Iterable[str] = ()
    ) -> None:
        """Take the names of countries, and what else stands beside a body of one: «РФ»."""
        self._abroad = abroad
        self._before, self._behind = _book(before), _book(behind)

    def are_subject(
        self, text: str, tokens: Sequence[Token], directives: Directives, before: int
    ) -> bool:
        """Whether one stands before a token of the clause: «правительство Греции должно»."""
        return any(
            self._is_theirs(text, tokens, number, directives)
            for number in range(min(before, len(tokens)))
            if tokens[number].form.startswith(directives.bodies)
        )

    def are_told(self, text: str, tokens: Sequence[Token], directives: Directives, at: int) -> bool:
        """Whether they stand before an order as those who are told: «Правительству РФ поручено»."""
        return directives.language == "ru" and any(
            self._is_theirs(text, tokens, number, directives)
            for number in range(min(at, len(tokens)))
            if tokens[number].form.startswith(directives.bodies)
            and "datv" in cases(tokens[number].form)
        )

    def _is_theirs(
        self, text: str, tokens: Sequence[Token], number: int, directives: Directives
    ) -> bool:
        if (
            number
            and tokens[number - 1].form in directives.prepositions | directives.words.abroad.beside
        ):
            return False
        end = tokens[number].end
        if _is_seated(text, tokens, number, directives.words.abroad):
            return True
        if number and self._before.at(tokens, number - 1):
            return True
        if number + 1 < len(tokens) and self._behind.at(tokens, number + 1):
            return True
        if number and self._abroad.is_before(text, tokens, number - 1, directives.language):
            return True
        return any(
            self._abroad.is_behind(text, tokens, place, end)
            for place in range(number + 1, min(number + _REACH, len(tokens)))
        )


def is_told(tokens: Sequence[Token], mention: Mention, directives: Directives) -> bool:
    """Whether a body of the world is whom something is told or offered, by its case or «на»."""
    inside = within(tokens, mention.start, mention.end)
    if not inside:
        return False
    before = tokens[inside.start - 1].form if inside.start else ""
    if directives.language == "kk":
        return tokens[inside.stop - 1].form.endswith(KK_TO_WHOM)
    if directives.language == "ru":
        dative = "datv" in cases(tokens[inside.start].form)
        return dative and before not in directives.prepositions
    ahead = {token.form for token in tokens[max(inside.start - _AHEAD, 0) : inside.start]}
    return not ahead.isdisjoint(directives.words.whom.to_whom)


def _is_seated(text: str, tokens: Sequence[Token], number: int, words: Strange) -> bool:
    """«Lawmakers in Paris»: a place of ours would be one that the tables know."""
    return any(
        before.form in words.inside
        and text[seat.start].isupper()
        and not seat.form.startswith(words.ours)
        for before, seat in pairwise(tokens[number + 1 : number + 3])
    )


def _book(phrases: Iterable[str]) -> PhraseBook[str]:
    return PhraseBook(map(telling, phrases))
