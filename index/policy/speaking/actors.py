"""Who acts in a Russian sentence without any word that says what he is: «встал слесарь»."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.language import Token
from index.language.grammar import is_finite_passive, is_past, is_person, may_be_verb


def acting(tokens: Sequence[Token], named: Collection[str], many: tuple[str, ...]) -> bool:
    """Whether a person, none of those ``named``, stands beside a verb of the past.

    ``many`` are ends of verbs that tell of several.
    """
    return any(
        is_past(token.form)
        and not is_finite_passive(token.form)
        and any(is_person(one.form) for one in _beside(tokens, n) if one.form not in named)
        for n, token in enumerate(tokens)
        if may_be_verb(token.lemmas) and not token.form.endswith(many)
    )


def _beside(tokens: Sequence[Token], number: int) -> Sequence[Token]:
    """The token before one and that behind."""
    return [*tokens[max(number - 1, 0) : number], *tokens[number + 1 : number + 2]]
