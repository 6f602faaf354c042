"""Orders given before, of which a text tells how they fared: «выполнено лишь наполовину»."""

from __future__ import annotations

from collections.abc import Sequence

from index.language.grammar import cases
from index.policy.duties.lexicon import Again

KINDS = ("missed", "stalls", "spoke", "owed")


def is_told(
    kind: str,
    told: Sequence[str],
    low: str,
    language: str,
    words: Again,
    *,
    charges: bool,
    dated: bool,
) -> bool:
    """Whether a clause tells of an order given before; ``told`` are the words that say so.

    ``low`` is the clause in small letters.
    «Минюст сорвал срок», «поручение Минздраву не исполнено» charge somebody, «Минздраву следовало
    до 1 мая …» by a day; «об этом я говорил ещё в мае» need not.
    """
    if kind == "owed":
        return charges and dated
    if kind == "spoke":
        return bool(words.before.search(low)) and any(map(words.said.fullmatch, told))
    return charges and (kind == "missed" or _is_subject(told, language))


def _is_subject(told: Sequence[str], language: str) -> bool:
    """Whether the first of the words may be a subject: not «по поручению … выполнил»."""
    return language != "ru" or any("nomn" in cases(form) for form in told[:1])
