"""Other countries beside a name: «Нацбанк Швейцарии», «Жапонияның Премьер-министрі»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel import Locale

from index.language import Token
from index.language.endings import KK_OF_WHOM
from index.language.letters import plain
from index.policy.naming.beside import Beside
from index.policy.phrases import Slots, slots
from index.policy.reading import LANGUAGES
from index.policy.scouting import Scout

_HOME = "KZ"
_CODE = 2  # letters of a country; three digits stand for a part of the world
_STEMMED = frozenset({"en", "bg"})  # their lemmas are no words; those of the others are names
_POSSESSIVE = ("'s", "’s", "s'", "s’")


class Abroad:
    """Countries but our own by one word, as CLDR names them in four languages."""

    def __init__(self, words: Beside, scout: Scout | None, mark: int) -> None:
        """Take the scout and its mark of words by which names are guarded."""
        self._between = words.of | words.articles
        self._lemmas = frozenset(lemma for (slot,) in _names() for lemma in slot)
        if scout:
            scout.watch(mark, lemmas=self._lemmas)

    def is_behind(self, text: str, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Whether whose the name is stands behind it: from a token on, the name ends before."""
        while place < len(tokens) and tokens[place].form in self._between:
            place += 1
        if place >= len(tokens) or not self._is_country(text, tokens[place]):
            return False
        return not set(text[end : tokens[place].start]) & set(".,;:!?()–—«»")

    def is_before(self, text: str, tokens: Sequence[Token], place: int, language: str) -> bool:
        """Whether the token says whose the name is that stands behind it: in Kazakh a bare one."""
        token = tokens[place]
        if not self._is_country(text, token):
            return False
        whose = token.form.endswith((*KK_OF_WHOM, *_POSSESSIVE))
        return whose or (language == "kk" and token.form in token.lemmas)

    def _is_country(self, text: str, token: Token) -> bool:
        return text[token.start].isupper() and not self._lemmas.isdisjoint(token.lemmas)


def _names() -> Iterator[Slots]:
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) > _CODE or code == _HOME or not name.isalpha():
                continue
            if language in _STEMMED:
                yield slots(name, language)
            else:
                yield (frozenset({plain(name)}),)
