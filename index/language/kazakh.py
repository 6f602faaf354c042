"""Kazakh words: suffixes taken off from the end, in the order in which they are put on."""

from __future__ import annotations

import re

_CASES = re.compile(
    r"(?<=...)(?:[нтд][ыі]ң|[нтд][ыі]|[дт][ае]н|н[ае]н|[дт][ае]|нд[ае]|[ғқ]а|[гк]е|[мпб]ен)$"
)
_PERSONS = re.compile(r"(?<=...)(?:с[ыі]н?|[ыі]м[ыі]з|[ыі]ң[ыі]з)$")
_PLURAL = re.compile(r"(?<=..)(?:[лдт][ае]р[ыі]?н?)$")


def lemmas(word: str) -> tuple[str, ...]:
    """The stem of a clean word, lower case."""
    form = word.lower()
    stem = form
    for suffix in (_CASES, _PERSONS, _PLURAL):
        stem = suffix.sub("", stem)
    return (stem,)
