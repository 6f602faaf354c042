"""Words by their sounds in Latin letters, so that a name is one in every alphabet."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = "абвгдезийклмнопрстуфхыэәғқңөұүһіё"
_LETTERS = str.maketrans(_PLAIN, "abvgdeziiklmnoprstufhyeagknouuhie") | str.maketrans(
    dict(zip("жцчшщюяъь", ("zh", "ts", "ch", "sh", "sh", "yu", "ya", "", ""), strict=True))
)
# How alphabets spell one sound: «Жапаров», “Japarov”; «Макрон», “Macron”; «Цзинь», “jin”, «дзин».
_SPELT = {
    "J": "tsz|dzh|dz|dj|zh|j|dg(?=e)",
    "ch": "tsch|tch|cz|ch",
    "sh": "sch",
    "s": "ts|z|c(?=[eiy])|^x",
    "f": "ph",
    "h": "kh",
    "k": "ck|qu?(?=[aeiou])|[cq](?!h)",
    "ks": "x",
    "v": "w",
}
_SPELLING = re.compile("|".join(f"({spelt})" for spelt in _SPELT.values()))
_SOUNDS = tuple(_SPELT)
_MARKED = str.maketrans("đøłıßæ", "dolise")
_DUMB = re.compile(r"[aeiouy'’-]|h(?=[^aeiou]|$)")
_TWICE = re.compile(r"(.)\1+")


def latin(word: str) -> str:
    """A word in small letters, in Latin: «щука» is «shuka»."""
    return word.translate(_LETTERS)


def consonants(word: str) -> str:
    """What is heard of a word in small letters but for vowels: «стубб» and «stubb» are «stb»."""
    return _TWICE.sub(r"\1", _DUMB.sub("", spelt(word)))


def spelt(word: str) -> str:
    """A word in Latin letters as if one alphabet had spelt it: «жапаров», “japarov”: «Japarov»."""
    letters = latin(word)
    if not letters.isascii():
        parts = unicodedata.normalize("NFKD", letters.translate(_MARKED))
        letters = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return _SPELLING.sub(_sound, letters)


def _sound(match: re.Match[str]) -> str:
    return _SOUNDS[(match.lastindex or 1) - 1]
