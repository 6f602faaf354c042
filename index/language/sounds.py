"""Words by their sounds in Latin letters, so that a name is one in every alphabet."""

from __future__ import annotations

import re

_PLAIN = "абвгдезийклмнопрстуфхыэәғқңөұүһіё"
_LETTERS = str.maketrans(_PLAIN, "abvgdeziiklmnoprstufhyeagknouuhie") | str.maketrans(
    dict(zip("жцчшщюяъь", ("zh", "ts", "ch", "sh", "sh", "yu", "ya", "", ""), strict=True))
)
_DUMB = re.compile(r"[aeiouy'’-]|h(?=[^aeiou]|$)")
_TWICE = re.compile(r"(.)\1+")


def latin(word: str) -> str:
    """A word in small letters, in Latin: «щука» is «shuka»."""
    return word.translate(_LETTERS)


def consonants(word: str) -> str:
    """What is heard of a word in small letters but for vowels: «стубб» and «stubb» are «stb»."""
    return _TWICE.sub(r"\1", _DUMB.sub("", latin(word)))
