"""A reader's words, ready to be looked up in the index."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language import russian, words
from index.language.forms import APOSTROPHES, HYPHENS, fold
from index.language.overlay import overlay
from index.language.tokens import surfaces

Slots = tuple[tuple[str, ...], ...]
"""For each place in a row, the terms that may stand there."""

_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_NOT_BULGARIAN = re.compile(r"[ыэё]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
# «КазТех-а», «КазТех’е»: a Cyrillic brand, told by the capital inside it, with a case ending.
_UPPER, _LOWER = "А-ЯЁӘҒҚҢӨҰҮҺІ", "а-яёәғқңөұүһі"
_ENDING = (
    rf"[{HYPHENS}{APOSTROPHES}]"
    r"(?:а|у|ом|е|ы|ов|ам|ами|ах|[нтд][ыі]ң|[нтд][ыі]|[ғгқк][ае]|[дт][ае]|[дтн][ае]н)"
)
_BRAND = re.compile(rf"([{_UPPER}][{_LOWER}]+[{_UPPER}][{_LOWER}]+){_ENDING}")
# «казтех-а», «жи-ді»: what no dictionary has, or a name of the table, with an ending.
_SHORTEST_NAME = 3  # letters of one that the table does not have
_UNKNOWN = re.compile(rf"([{_UPPER}{_LOWER}][{_LOWER}]+){_ENDING}")


@dataclass(frozen=True)
class QueryWord:
    """A word as a reader typed it, and what the index has for it.

    ``slots`` hold lemmas (one slot for a plain word, one a part for a hyphenated one),
    ``exact`` the forms for the field ``exact``, place by place as well. ``capitals`` says
    that the word as typed reads differently from its lower case («КИБ»). ``languages`` are
    those it was read in. ``start`` and ``end`` count in the text that was read.
    """

    text: str
    form: str
    slots: Slots
    exact: Slots
    capitals: bool
    languages: tuple[str, ...]
    start: int
    end: int


def query_words(text: str, languages: Sequence[str] = ()) -> list[QueryWord]:
    """The words of a text, each read in every language that its letters allow.

    ``languages`` narrows that to some (those of a filter).
    """
    found = (_word(match, languages) for match in surfaces(text))
    return [word for word in found if word is not None]


def languages_of(word: str) -> tuple[str, ...]:
    """The languages that the letters of a word allow."""
    if not _CYRILLIC.search(word):
        return ("en",)
    if _KAZAKH.search(word):
        return ("kk", "ru", "bg")
    return ("ru", "kk") if _NOT_BULGARIAN.search(word) else ("ru", "bg", "kk")


def _word(match: re.Match[str], wanted: Sequence[str]) -> QueryWord | None:
    surface = match[0]
    allowed = languages_of(surface)
    tried = tuple(name for name in allowed if name in wanted) or allowed
    slots, exact = _slots(_without_ending(surface), tried)
    if not slots:
        return None
    capitals = not surface.islower() and _slots(surface.lower(), tried)[0] != slots
    form = words.read(surface, tried[0]).form
    used = tuple(dict.fromkeys(language for _, language in _readings(surface, tried)))
    return QueryWord(surface, form, slots, exact, capitals, used, *match.span())


def _without_ending(surface: str) -> str:
    """A brand without the case ending that a hyphen or an apostrophe parts from it."""
    brand = _BRAND.fullmatch(surface)
    if brand:
        return brand[1]
    word = _UNKNOWN.fullmatch(surface)
    return word[1] if word and _is_a_name(fold(word[1])) else surface


def _is_a_name(form: str) -> bool:
    """Whether a form is a name of the table, or long and in no dictionary."""
    known = (russian.is_known, *words.KNOWN_IN.values())
    long = len(form) >= _SHORTEST_NAME
    return form in overlay().names or (long and not any(has(form) for has in known))


def _slots(surface: str, languages: Sequence[str]) -> tuple[Slots, Slots]:
    """Terms of a surface place by place: lemmas of all languages, and forms.

    Where a surface is cut depends on its capitals, but not on the language.
    """
    exact: Slots = ()
    lemmas: list[dict[str, None]] = []
    for reading, language in _readings(surface, languages):
        word = words.read(reading, language)
        places = [part[:2] for part in (word.parts or ())[1:]]
        if word.parts is None:
            places = [(word.form, word.lemmas)]
        exact = exact or tuple((place[0],) for place in places)
        lemmas = lemmas or [{} for _ in places]
        if len(places) == len(lemmas):  # «Мцриап-А» would be cut where «мцриап-а» is not
            for known, (_, found) in zip(lemmas, places, strict=True):
                known.update(dict.fromkeys(found))
    return tuple(tuple(place) for place in lemmas), exact


def _readings(surface: str, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """In every language; but a Russian word is not guessed at in another, «работал» as «работа».

    «жомарту» that no dictionary has is also read as a name, and so is «семей», a city.
    """
    form = fold(surface)
    in_russian = "ru" in languages and russian.is_known(form)
    for language in languages:
        known = words.KNOWN_IN.get(language)
        if not in_russian or known is None or known(form):
            yield surface, language
    if "ru" in languages and surface.islower() and (not in_russian or form in overlay().also):
        yield surface.title(), "ru"
