"""Orders given before, of which a text tells how they fared: «выполнено лишь наполовину»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.grammar import cases

KINDS = ("missed", "stalls", "spoke")
_BEFORE = re.compile(
    r"\bещ[её] (?:в|во|на|весной|летом|осенью|зимой|год|месяц|неделю)\b"
    r"|\bоще (?:през|миналия|миналата)"
    r"|\bback in\b|\b(?:a year|months?|weeks?) ago\b|\bas early as\b|былтыр|жыл бұрын|ай бұрын"
)
_SAID = re.compile(
    r"\w+(?:ил|ала|ила|ал|ял)|(?:каз|предупреди|говор|предупреждав)\w*х|говорил|spoken?|warned|raised"
    r"|айтқан\w*|ескерткен\w*"
)


def is_told(kind: str, told: Sequence[str], text: str, language: str, *, charges: bool) -> bool:
    """Whether a clause tells of an order given before; ``told`` are the words that say so.

    «Минюст сорвал срок», «поручение Минздраву не исполнено» charge somebody; «об этом я говорил
    ещё в мае» need not.
    """
    if kind == "spoke":
        return bool(_BEFORE.search(text.lower())) and any(map(_SAID.fullmatch, told))
    return charges and (kind == "missed" or _is_subject(told, language))


def _is_subject(told: Sequence[str], language: str) -> bool:
    """Whether the first of the words may be a subject: not «по поручению … выполнил»."""
    return language != "ru" or any("nomn" in cases(form) for form in told[:1])
