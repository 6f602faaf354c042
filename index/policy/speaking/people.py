"""Full names of those whom a text calls by their surname: «заявил Мадиев»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from index.language.declension import of_instrumental
from index.language.grammar import is_first_name
from index.language.known_words import is_known
from index.language.letters import UPPER
from index.language.surnames import folded, surname_stem
from index.policy.remembering import Remembered

_WORD = rf"[{UPPER}][\w’'-]+"
_PAIRS = re.compile(rf"(?<!\w)(?=({_WORD})[ \u00a0]({_WORD}))")
_SINGLE = re.compile(rf"(?<!\w)(?:(\w+)\s)?(?<![«„“\"])({_WORD})")
_ENDS = frozenset('.!?…:«„“”»"–—-')  # behind them, or nothing, a sentence begins
_LATIN = re.compile(r"[A-Za-z]")
_STEMS = Remembered(surname_stem)
_TIMES = 100  # between two changes of office, whose officials are remembered

Pair = tuple[str, str]


class People:
    """Whom a document may mean by a surname: those whom it names in full, and officials."""

    def __init__(
        self,
        texts: Sequence[str] = (),
        officials: tuple[str, ...] = (),
        offices: Collection[str] = (),
    ) -> None:
        """Take the paragraphs of a document, the full names of those in office, and offices."""
        self._texts, self._officials, self._offices = texts, officials, offices

    def full(self, surname: str) -> str:
        """The full name, in the nominative, or nothing; a surname may stand in any case."""
        stem = _STEMS[surname]
        told = self._told.get(stem, ()) if stem else ()
        known = _in_office(self._officials).get(stem, ()) if stem else ()
        called: tuple[Pair, ...] = (
            *(pair for pair in told if pair[1] == surname),
            *(pair for pair in known if _LATIN.match(pair[1]) or not _LATIN.match(surname)),
            *(pair for pair in told if folded(pair[1]) == stem),
        )
        return " ".join(next(iter(called), ()))

    def beside(self, clause: str, prepositions: Collection[str]) -> str:
        """The full name of the first whom a clause calls by the surname alone, or nothing.

        He acts: not «помощник Мадиева», nor "an aide to Trump".
        """
        for match in _SINGLE.finditer(clause):
            led = match[1] and match[1].lower() in prepositions
            name = "" if led else self.full(match[2])
            if name and name.endswith(match[2]):
                return name
        return ""

    @cached_property
    def _told(self) -> Mapping[str, Sequence[Pair]]:
        return _by_stem(pair for text in self._texts for pair in self._pairs(text))

    def _pairs(self, text: str) -> Iterator[Pair]:
        """Two words that may be a name: «Вчера Мадиев» is none, nor «Сарапшы Есімова»."""
        for match in _PAIRS.finditer(text):
            first, last = match.groups()
            if first.isupper():
                continue  # «министр ИИ Мадиев»
            for pair in ((first, last), of_instrumental(first, last)):
                if pair and self._is_first_name(pair[0].lower(), text[: match.start()].rstrip()):
                    yield pair

    def _is_first_name(self, form: str, before: str) -> bool:
        if form in self._offices:
            return False
        return is_first_name(form) or (
            not is_known(form) and bool(before) and before[-1] not in _ENDS
        )


@lru_cache(_TIMES)
def _in_office(officials: tuple[str, ...]) -> Mapping[str, Sequence[Pair]]:
    """First name and surname of each by the stem of the surname."""
    found = (_PAIRS.search(name) for name in officials)
    return _by_stem((match[1], match[2]) for match in found if match)


def _by_stem(pairs: Iterable[Pair]) -> Mapping[str, Sequence[Pair]]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(_STEMS[pair[1]], []).append(pair)
    return found
