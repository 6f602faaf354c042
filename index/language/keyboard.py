"""Words typed with the wrong keyboard layout: «ghbdtn» is «привет», «йфяеуср» is «qaztech»."""

from __future__ import annotations

import re
from collections.abc import Callable

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
# The Kazakh layout has its own letters on the row of digits.
_DIGITS = "234589-=0"
_KAZAKH = "әіңғүұөһқ"

_TO_RUSSIAN = str.maketrans(
    # «[» has no upper case: what is said of it last, «х», holds.
    _LATIN.upper() + '{}:"<>~' + _LATIN,
    _RUSSIAN.upper() + "ХЪЖЭБЮЁ" + _RUSSIAN,
)
_TO_LATIN = str.maketrans(_RUSSIAN + _RUSSIAN.upper(), _LATIN + _LATIN.upper())
_TO_KAZAKH = str.maketrans(_DIGITS, _KAZAKH)

_WORD = re.compile(r"\S+")
_LATIN_LETTER = re.compile(r"[A-Za-z]")
_CYRILLIC_LETTER = re.compile(r"[Ѐ-ӿ]")


def switched(text: str) -> list[str]:
    """The text as the other layouts would have written it, most likely first; may be empty.

    Latin keys become Russian or Kazakh letters, Russian keys Latin ones; digits inside a word
    («0азақстан», «0fpf0cnfy») become Kazakh letters. Numbers standing alone stay.
    """
    readings = [_each(text, _russian), _each(text, _kazakh), _each(text, _latin)]
    return [reading for reading in dict.fromkeys(readings) if reading != text]


def _each(text: str, rewrite: Callable[[re.Match[str]], str]) -> str:
    return _WORD.sub(rewrite, text)


def _russian(word: re.Match[str]) -> str:
    return word[0].translate(_TO_RUSSIAN) if _LATIN_LETTER.search(word[0]) else word[0]


def _kazakh(word: re.Match[str]) -> str:
    cyrillic = _russian(word)
    return cyrillic.translate(_TO_KAZAKH) if _CYRILLIC_LETTER.search(cyrillic) else cyrillic


def _latin(word: re.Match[str]) -> str:
    return word[0].translate(_TO_LATIN) if _CYRILLIC_LETTER.search(word[0]) else word[0]
