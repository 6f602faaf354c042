"""Bodies of other countries as those who must: nobody here is told to do anything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.language import Token
from index.policy.duties.directives import Directives
from index.policy.naming.countries import Abroad

_REACH = 4  # tokens behind «министерство» in which its country stands
_IN = frozenset({"in", "в", "във"})
# Places of ours that stand behind «in»; bodies elsewhere are none of ours.
_OURS = (
    *("астан", "алмат", "шымкент", "казахстан", "қазақстан", "караганд", "акорд", "шимкент"),
    *("astana", "almaty", "shymkent", "kazakhstan", "karaganda", "akorda"),
)
_WITH = frozenset({"с", "со", "with"})


class Strangers:
    """Tells a subject that is another country's by the country beside it."""

    def __init__(self, abroad: Abroad) -> None:
        """Take the names of countries."""
        self._abroad = abroad

    def are_subject(
        self, text: str, tokens: Sequence[Token], directives: Directives, before: int
    ) -> bool:
        """Whether one stands before a token of the clause: «правительство Греции должно»."""
        return any(
            self._is_theirs(text, tokens, number, directives)
            for number in range(min(before, len(tokens)))
            if tokens[number].form.startswith(directives.bodies)
        )

    def _is_theirs(
        self, text: str, tokens: Sequence[Token], number: int, directives: Directives
    ) -> bool:
        if number and tokens[number - 1].form in directives.prepositions | _WITH:
            return False
        end = tokens[number].end
        if self._is_seated(text, tokens, number):
            return True
        if number and self._abroad.is_before(text, tokens, number - 1, directives.language):
            return True
        return any(
            self._abroad.is_behind(text, tokens, place, end)
            for place in range(number + 1, min(number + _REACH, len(tokens)))
        )

    def _is_seated(self, text: str, tokens: Sequence[Token], number: int) -> bool:
        """«Lawmakers in Paris»: a place of ours would be one that the tables know."""
        return any(
            before.form in _IN and text[seat.start].isupper() and not seat.form.startswith(_OURS)
            for before, seat in pairwise(tokens[number + 1 : number + 3])
        )
