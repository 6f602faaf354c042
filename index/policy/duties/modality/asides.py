"""What only seems to order: talk of oneself, wishes, asking by others, words of a reporter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language.grammar import is_infinitive
from index.policy.duties.lexicon import Asides

_SPOKEN = re.compile(r"(?:[–—―-]|[»“”\"]\s*,?)\s*\Z")
_OPENING = ' \t\n«„“"'
_LONGEST = 6  # words of «потребовал Касым-Жомарт Кемелевич Токаев»


def is_aside(low: str, words: Asides) -> bool:
    """«Должен признаться …», «возложил цветы»: the speaker tells of himself or of a ceremony.

    The clause is given in small letters, as it is below.
    """
    return words.aside.search(low) is not None


def is_complained(before: str, words: Asides) -> bool:
    """«Граждане жалуются, что за справкой надо ехать»; ``before`` stands before what they must."""
    return words.complained.search(before.lower()) is not None


def is_wish(low: str, words: Asides) -> bool:
    """«Пусть Родина процветает!»: an order only where somebody is named who may fulfil it."""
    return words.wish.match(low.lstrip(_OPENING)) is not None


def is_to_strangers(low: str, words: Asides) -> bool:
    """«Предложил американским фондам …»: who is asked is none of those he may order about."""
    return words.to_strangers.search(low) is not None


def is_asking(low: str, words: Asides) -> bool:
    """«Депутат потребовал от Правительства …»: who asks has nobody to order about."""
    return words.asking.search(low) is not None


def is_attribution(before: str, forms: Sequence[str], words: Asides) -> bool:
    """«…», – потребовал Токаев: the order stands before it; ``before`` is the text there."""
    if len(forms) > _LONGEST or not _SPOKEN.search(before):
        return False
    return not names_work(forms, words)


def names_work(forms: Sequence[str], words: Asides) -> bool:
    """Whether words tell what is to be done."""
    return not words.to_do.isdisjoint(forms) or any(is_infinitive(form) for form in forms)
