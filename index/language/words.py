"""What one surface is made of: a word, a number, or the parts of a compound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Protocol

from index.language import bulgarian, english, kazakh, russian
from index.language.forms import APOSTROPHES, HYPHENS, clean, fold
from index.language.numbers import SIGNS, number
from index.language.overlay import overlay
from index.language.tokens import Token


class Worded(Protocol):
    """What stands for words in a row: a run of them, or a single one."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in order."""


@dataclass(eq=False, slots=True)  # not frozen: that takes three times as long to make
class Word:
    """What one surface is made of: a form and lemmas, or the tokens of a compound's parts.

    Offsets and positions of the parts count in the surface. A word is equal to itself only,
    which makes it a quick key: who remembers words gives the same one for the same surface.
    """

    form: str
    lemmas: tuple[str, ...]
    parts: tuple[Token, ...] | None = None
    places: int = 1
    """How many places in a row it takes."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Itself alone: a word stands wherever a run of words may."""
        return (self,)

    def __reduce__(self) -> tuple[Any, ...]:
        return same_word, (self.form, self.lemmas, self.parts, self.places)


@lru_cache(maxsize=100_000)
def same_word(
    form: str, lemmas: tuple[str, ...], parts: tuple[Token, ...] | None, places: int
) -> Word:
    """The word that is so made: the same one again while it is remembered."""
    return Word(form, lemmas, parts, places)


LANGUAGES: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ru": russian.lemmas,
    "bg": bulgarian.lemmas,
    "kk": kazakh.lemmas,
    "en": english.lemmas,
}
KNOWN_IN: Mapping[str, Callable[[str], bool]] = {"bg": bulgarian.is_known, "kk": kazakh.is_known}
"""Whether a dictionary that guesses at what it lacks has a folded form, by language."""

_PLAIN = re.compile(r"[А-ЯЁ]?[а-яё]+")
_PART = re.compile(rf"[^{HYPHENS}.,/_]+")
_LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f'-]+")
_CYRILLIC = "\u0400"  # and what is behind it
# «QazTech-а», «eGov’е», «МЦРИАПа», «ЖИ-дің»: a brand or an abbreviation with a case ending.
_ENDING = (
    "а|я|у|ю|ом|ем|е|ы|и|й|ов|ев|ам|ами|ах|ой|ою"
    "|ът|та|то|те|ове|овете"
    "|[нтд][ыі]ң|[нтд][ыі]|[ғгқк][ае]|[дт][ае]|[дтн][ае]н|[мбп]ен|[лдт][ае]р|с[ыі]|нда|нде|ы|і"
)
_BRAND = re.compile(rf"([A-Za-z][A-Za-z0-9]+)[{HYPHENS}{APOSTROPHES}]?(?:{_ENDING})")
_ABBREVIATION = re.compile(
    rf"([А-ЯЁӘҒҚҢӨҰҮҺІ]{{2,}})(?:[{HYPHENS}{APOSTROPHES}](?:{_ENDING})|(?:а|у|ом|е|ы|ов|ам|ами|ах))"
)
_SHORT_CAPITALS = range(2, 7)
_NEVER_A_WORD = 2  # in capitals, two letters are an abbreviation; «ГОД» may be a heading
# кто-то, кое-как, из-за, по-русски, най-добрия: one word each, though a hyphen stands in it.
_PARTICLE = re.compile(r".+-(?:то|либо|нибудь|ка|таки|ли)|кое-.+|из-(?:за|под)|(?:по|най)-.+")
_NO_SPELLINGS = 4
_NOTHING: Mapping[str, tuple[str, ...]] = {}
# pymorphy3 asks for the names of letters, and letters of some scripts have none.
_READABLE = re.compile(r"[\u0000-\u052f]+")


def read(surface: str, language: str) -> Word:
    """Read the surface in a language."""
    if _PLAIN.fullmatch(surface):
        form = surface.lower().replace("ё", "е")
        return Word(form, _listed(form, language) or _told(surface, form, language))
    word = clean(surface)
    if surface in SIGNS:
        return Word(surface, SIGNS[surface])
    if not word:  # nothing but marks and underscores
        return Word("", (), (), 0)
    if word[0].isdigit() and (values := number(word)):
        return Word(fold(word), values)
    parts = [part for part in _PART.finditer(surface) if clean(part[0])]
    if len(parts) <= 1 or _is_one(word):
        return Word(fold(word), lemmas(word, language))
    compound = _compound(surface, word, parts, language)
    return Word(fold(word), (), compound, 1 + compound[-1].position)


def lemmas(word: str, language: str) -> tuple[str, ...]:
    """Give the lemmas of a clean word in a language, lower case, ё folded; never none."""
    form = fold(word)
    known = _listed(form, language)
    if known:
        return known
    ended = _BRAND.fullmatch(word) or _ABBREVIATION.fullmatch(word)
    if ended:
        return lemmas(ended[1], language)
    if not _READABLE.fullmatch(word):
        return (form,)
    found: list[str] = []
    if word.isupper() and len(word) in _SHORT_CAPITALS:
        if len(word) == _NEVER_A_WORD:
            return (form,)
        found, word = [form], word.lower()
    return tuple(dict.fromkeys((*found, *_told(word, form, language))))


def _told(word: str, form: str, language: str) -> tuple[str, ...]:
    """The lemmas of a word that no list has, among them the name that its capital may mean."""
    found = _read(word, language)
    if language in KNOWN_IN:
        found = (*found, *_shared(word, form, language))
    if word[0].isupper():
        found = (*overlay().also.get(form, ()), *found)
    return _each_once(found) or (form,)


def _shared(word: str, form: str, language: str) -> Iterable[str]:
    """What Russian makes of a form that only its dictionary knows.

    «Трансформация» in a Bulgarian text: a reader's word of this form is read as Russian alone.
    """
    shared = not KNOWN_IN[language](form) and russian.is_known(form)
    return _read(word, "ru") if shared else ()


def _listed(form: str, language: str) -> tuple[str, ...] | None:
    table = overlay()
    return table.names.get(form) or table.short.get(language, _NOTHING).get(form)


def _read(word: str, language: str) -> tuple[str, ...]:
    """The lemmas of a word in order."""
    names, found = overlay().names, _reader(word, language)(word)
    if len(found) == 1:
        lemma = found[0].replace("ё", "е")
        return names.get(lemma) or (lemma,)
    folded = [lemma.replace("ё", "е") for lemma in found]
    if names.keys().isdisjoint(folded):
        return tuple(folded)
    return tuple(chain.from_iterable(names.get(lemma, (lemma,)) for lemma in folded))


def _each_once(lemmas: tuple[str, ...]) -> tuple[str, ...]:
    return lemmas if len(lemmas) == 1 else tuple(dict.fromkeys(lemmas))


def _reader(word: str, language: str) -> Callable[[str], tuple[str, ...]]:
    """Latin words are read as English everywhere, others in an English text as Russian."""
    if word[0] < _CYRILLIC and _LATIN.fullmatch(word):
        return english.lemmas
    return LANGUAGES["ru" if language == "en" else language]


def _is_one(word: str) -> bool:
    return bool(
        _PARTICLE.fullmatch(word.lower()) or _BRAND.fullmatch(word) or _ABBREVIATION.fullmatch(word)
    )


def _compound(
    surface: str, word: str, parts: list[re.Match[str]], language: str
) -> tuple[Token, ...]:
    """Put the whole at the place of its first part, then the parts."""
    tokens: list[Token] = []
    for place, part in enumerate(parts):
        piece = clean(part[0])
        values = number(piece) if piece[:1].isdigit() else ()
        tokens.append(
            Token(fold(piece), values or lemmas(piece, language), part.start(), part.end(), place)
        )
    whole = Token(fold(word), _wholes(fold(word), tokens), 0, len(surface), 0)
    return whole, *tokens


def _wholes(form: str, parts: list[Token]) -> tuple[str, ...]:
    """«научно-технического» is «научно-технический», «города-спутника» «город-спутник»."""
    last = parts[-1]
    if not form.endswith(last.form):
        return (form,)
    before = form[: len(form) - len(last.form)]
    named = "".join(f"{part.lemmas[0]}-" for part in parts[:-1])
    prefixes = (before, named) if "-" in before else (before,)
    spelt = [prefix + lemma for lemma in last.lemmas for prefix in prefixes]
    return tuple(dict.fromkeys(spelt))[:_NO_SPELLINGS]
