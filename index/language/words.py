"""What one surface is made of: a word, a number, or the parts of a compound."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.language import bulgarian, english, kazakh, russian
from index.language.forms import APOSTROPHES, HYPHENS, clean, fold
from index.language.numbers import SIGNS, number
from index.language.tokens import Token

Entry = tuple[str, tuple[str, ...], tuple[Token, ...] | None]
"""Form and lemmas of a simple surface; or the tokens of its parts, offsets counted in it."""

LANGUAGES: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ru": russian.lemmas,
    "bg": bulgarian.lemmas,
    "kk": kazakh.lemmas,
    "en": english.lemmas,
}
_PART = re.compile(rf"[^{HYPHENS}.,/]+")
_LATIN = re.compile(r"[A-Za-z0-9]+")
_ENDED = re.compile(rf"([A-Za-z][A-Za-z0-9]*)[{HYPHENS}{APOSTROPHES}]?([а-яёәғқңөұүһі]{{1,4}})")
# кто-то, кое-как, из-за, по-русски: one word each, though a hyphen stands in it.
_PARTICLE = re.compile(r".+-(?:то|либо|нибудь|ка|таки|ли)|кое-.+|из-(?:за|под)|по-.+(?:ски|ки|ому)")


def entry(surface: str, language: str) -> Entry:
    """What the surface is made of, read in a language."""
    word = clean(surface)
    if surface in SIGNS:
        return surface, SIGNS[surface], None
    if not word:  # nothing but marks and underscores
        return "", (), ()
    if word[0].isdigit() and (values := number(word)):
        return fold(word), values, None
    parts = list(_PART.finditer(surface))
    if len(parts) == 1 or _is_one(word):
        return fold(word), lemmas(word, language), None
    return fold(word), (), _compound(surface, word, parts, language)


def lemmas(word: str, language: str) -> tuple[str, ...]:
    """The lemmas of a clean word in a language, lower case, ё folded; never none."""
    ended = _ENDED.fullmatch(word)
    if ended:
        return (ended[1].lower(),)
    reader = english.lemmas if _LATIN.fullmatch(word) else LANGUAGES[language]
    found = tuple(dict.fromkeys(lemma.replace("ё", "е") for lemma in reader(word) if lemma))
    return found or (fold(word),)


def _is_one(word: str) -> bool:
    return bool(_PARTICLE.fullmatch(word.lower()) or _ENDED.fullmatch(word))


def _compound(
    surface: str, word: str, parts: list[re.Match[str]], language: str
) -> tuple[Token, ...]:
    """The whole at the place of its first part, then the parts."""
    whole = (fold(word),)
    tokens = [Token(whole[0], whole, 0, len(surface), 0)]
    for place, part in enumerate(parts):
        piece = clean(part[0])
        values = number(piece) if piece[:1].isdigit() else ()
        tokens.append(
            Token(fold(piece), values or lemmas(piece, language), part.start(), part.end(), place)
        )
    return tuple(tokens)
