"""The surface of a word: one spelling for all the ways that a word can be written."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphen, zero-width space, joiners, marks of direction, invisible operators, selectors of
# variants, byte order mark: never part of a word.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
# й may come as и + U+0306, ё as е + U+0308, a stress mark as U+0301 or U+0300.
MARKS = "\u0300-\u036f"
HYPHENS = "-\u2010\u2011"
APOSTROPHES = "'\u2019\u02bc"

_DROPPED = re.compile(f"[{INVISIBLE}\u0300\u0301_]")
_MARKED = re.compile(f"[{INVISIBLE}{MARKS}\u0450\u045d\u2010\u2011\u2019\u02bc_]")
_ONE_SIGN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2019": "'", "\u02bc": "'",
                           "\u0450": "е", "\u0400": "Е", "\u045d": "и", "\u040d": "И"})  # fmt: skip
_LATIN_LOOKALIKES = str.maketrans("aceopxyABCEHKMOPTXi", "асеорхуАВСЕНКМОРТХі")
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


def clean(word: str) -> str:
    """The word in NFC without stress marks, soft hyphens and look-alikes; case and ё stay."""
    if word.isascii():
        return word.replace("_", "")
    if _MARKED.search(word):
        composed = unicodedata.normalize("NFC", word)
        word = _DROPPED.sub("", composed).translate(_ONE_SIGN)
    if _LATIN.search(word) and _CYRILLIC.search(word):
        word = _of_one_script(word)
    return word


def fold(word: str) -> str:
    """The form that ``exact`` holds: clean, lower case, ё as е."""
    return clean(word).lower().replace("ё", "е")


def words_of(listed: str) -> frozenset[str]:
    """The words of a list written as a text, so that a table reads as one."""
    return frozenset(listed.split())


def _of_one_script(word: str) -> str:
    """«Kазахстан» with a Latin K becomes Cyrillic when no other Latin letter is in it."""
    cyrillic = word.translate(_LATIN_LOOKALIKES)
    return word if _LATIN.search(cyrillic) else cyrillic
