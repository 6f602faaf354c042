"""Numbers that stand in several words: «он жеті», “forty-eight”, «двести сорок», «сорок и пет»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.language.times import number_named, wordings

_TEN, _HUNDRED = 10, 100
_LONGEST = 6  # words of a number below a thousand, with «и» between


def numeral(tokens: Sequence[str], place: int) -> tuple[int, int]:
    """The number that the words from a place on tell, and how many they are; (0, 0) for none."""
    words = tokens[place].split("-")
    number, length = _told(words)
    if len(words) > 1:
        return (number, 1) if length == len(words) else (0, 0)
    return _told(tokens[place : place + _LONGEST])


@lru_cache(maxsize=100_000)
def begins(token: str) -> bool:
    """Whether a number in words may begin with a word."""
    word = token.lower()
    return word in wordings().tens or any(map(_part, word.split("-")))


def _part(word: str) -> int:
    return 0 if word.isdecimal() else number_named(word)


def _told(words: Sequence[str]) -> tuple[int, int]:
    """The number of the words that belong to one, and how many they are."""
    number = length = 0
    for place, word in enumerate(words):
        part = _part(word) or _tens(words, place) or _one(word, number)
        if part and _fits(number, part):
            number = number * part if part == _HUNDRED and number else number + part
            length = place + 1
        elif not (number and length == place and word.lower() in wordings().joins):
            break
    return number, length


def _tens(words: Sequence[str], place: int) -> int:
    """What is ten only before a unit: «он жеті»."""
    if words[place].lower() not in wordings().tens or place + 1 == len(words):
        return 0
    return _TEN if words[place + 1].lower() in wordings().units_of_tens else 0


def _one(word: str, number: int) -> int:
    """What is one only behind tens: «сорок один»."""
    return int(number >= _TEN and word.lower() in wordings().ones)


def _fits(number: int, part: int) -> bool:
    """Whether a word may stand behind what was told: units behind tens, tens behind hundreds."""
    if part == _HUNDRED:
        return number < _TEN
    if part < _TEN:
        return number % _TEN == 0
    return number % _HUNDRED == 0
