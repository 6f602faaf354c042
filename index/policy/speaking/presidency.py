"""Whether «президент» in a text is ours: others stand with their country, their firm or a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.language import Token
from index.language.endings import BG_NAMED, is_oblique
from index.language.grammar import cases
from index.policy.phrases import after
from index.policy.reading import Table
from index.policy.speaking.lexicon import Beside

_KEPT = 500  # answers remembered
_FAR = 5  # words from «President of» to the country
_LONG = 5  # letters of a demonym: «Greek»; «Then» is none
_SENTENCE = re.compile(r"[.!?:«»„“”\"–—-]\s*$")
_LATIN = re.compile(r"[A-Za-z]")


class Presidency:
    """The words of one language by which one president is told from another."""

    def __init__(self, book: Table, language: str, words: Beside) -> None:
        self._language, self._words = language, words
        self._subjects = frozenset(book.texts("president"))
        self._known: dict[tuple[str, int], bool] = {}  # asked of a word several times in a row
        self._own, self._home, self._firms, self._aides, self._of, self._houses = (
            frozenset(book.texts(key)) for key in ("own", "home", "firms", "aides", "of", "houses")
        )

    @property
    def own(self) -> tuple[str, ...]:
        """The parts of his name, in small letters."""
        return tuple(self._own)

    def is_his(self, token: Token) -> bool:
        """Whether the word is a part of his name, or of what he is president of."""
        return _is_among(token, self._own) or _is_among(token, self._home)

    def is_own_name(self, token: Token) -> bool:
        """Whether the word is a part of his name."""
        return _is_among(token, self._own)

    def is_owner(self, tokens: Sequence[Token], number: int) -> bool:
        """Whether an English "president's" is ours, whatever of his stands behind it."""
        whose = tokens[number]
        if not whose.form.endswith("'s") or self.is_own_name(whose):
            return whose.form.endswith("'s")
        return not number or tokens[number - 1].form in self._words.owner_before

    def is_ours(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        """Whether this «президент» or «глава» is the President of Kazakhstan, and no aide of his.

        The tokens are of ``text``, whose capitals and commas tell names; without it all are ours.
        """
        key = text, tokens[number].start
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[key] = self._is_ours(tokens, number, text)
        return known

    def _is_ours(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        token = tokens[number]
        if token.form.endswith("'s") or (
            token.start and text[token.start - 1 : token.start] == "-"
        ):
            return False  # «Tokayev's adviser», «экс-президент»
        if self.is_own_name(token):
            then = _following(tokens, number, text)
            return then < 0 or tokens[then].form not in self._houses
        if token.form.startswith(self._words.leader):
            return self._before(tokens, number, text)  # no name is behind him
        behind = self._behind(tokens, number, text)
        return self._before(tokens, number, text) if behind is None else behind

    def _behind(self, tokens: Sequence[Token], number: int, text: str) -> bool | None:
        """What the words behind tell; None if nothing."""
        here, led = number, False
        for _ in range(_FAR):
            here = _following(tokens, here, text)
            whom = led and self._language == "bg"  # «заяви сръбският президент на Токаев»
            if here < 0 or (whom and _is_among(tokens[here], self._own)):
                return None
            token = tokens[here]
            if _is_among(token, self._own) or _is_among(token, self._home):
                return not self._is_of_another_state(tokens, number, here, text)
            firm = _is_among(token, self._firms) and (led or self._language != "bg")
            if token.form in self._aides or firm:
                return False  # «на президента банките» holds no president of a bank
            if token.form in self._of:
                led = True
            elif len(token.form) > 1 and is_capital(token, text):
                if not token.form.startswith(self._words.republic):
                    return False if led else self._of_name(tokens, here, text)
            elif not self._goes_on(token, text, led=led):
                return None
        return None

    def _is_of_another_state(
        self, tokens: Sequence[Token], number: int, state: int, text: str
    ) -> bool:
        """«Глава государства Узбекистана»; the name of an aide stands behind other cases."""
        then = _following(tokens, state, text)
        if tokens[number].form not in self._subjects or then < 0:
            return False
        whose = tokens[then]
        named = is_capital(whose, text) and not self.is_his(whose)
        return named and {"gent", "nomn"} & cases(whose.form) == {"gent"}

    def _goes_on(self, token: Token, text: str, *, led: bool) -> bool:
        """Whether a word may still stand between him and his country, or is an initial."""
        if len(token.form) == 1:
            return is_capital(token, text)  # «в» in «Президента в Таразе» is none
        if self._language == "ru":
            return "gent" in cases(token.form)
        return led

    def _of_name(self, tokens: Sequence[Token], number: int, text: str) -> bool | None:
        """Whether a word with a capital behind is of another: «Узбекистана», «Садыр»."""
        token = tokens[number]
        if self._language == "ru":
            other = bool(_LATIN.match(token.form)) or not cases(token.form).isdisjoint(
                {"nomn", "gent"}
            )
            return False if other else None
        if self._language == "kk":  # the object stands here too: «Президент Үкіметке тапсырды»
            then = -1 if _LATIN.match(token.form) else _following(tokens, number, text)
            named = then >= 0 and is_capital(tokens[then], text)
            return False if named and not is_oblique(tokens[then].form) else None
        if token.form.endswith(BG_NAMED) or text[token.start : token.end].isupper():
            return None  # «според президента ИИ трябва …», «президентът Министерството …»
        return False

    def _before(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        """What the word before tells: «Azerbaijani President», «Өзбекстан Президенті»."""
        before = _preceding(tokens, number, text)
        if before < 0:
            return True
        token = tokens[before]
        if self._language == "kk":
            return self._is_of_home(tokens, before, number, text)
        if _is_among(token, self._home):
            return True
        if token.form.endswith("'s") or token.form in self._aides:
            return False
        demonym = token.form.endswith(self._words.demonym)
        if self._language != "en":
            return not demonym
        opens = not token.start or bool(_SENTENCE.search(text, 0, token.start))
        return not is_capital(token, text) or (opens and not (demonym and len(token.form) >= _LONG))

    def _is_of_home(self, tokens: Sequence[Token], before: int, number: int, text: str) -> bool:
        """«Қазақстан Республикасының Президенті», but not «Үкімет басшысы»."""
        if not tokens[number].form.startswith(self._words.of_country):
            return True
        if tokens[before].form.startswith(self._words.republic):
            country = _preceding(tokens, before, text)
            named = country >= 0 and is_capital(tokens[country], text)
            return not named or _is_among(tokens[country], self._home)
        return _is_among(tokens[before], self._home)


def _is_among(token: Token, words: frozenset[str]) -> bool:
    return token.form in words or not words.isdisjoint(token.lemmas)


def is_capital(token: Token, text: str) -> bool:
    """Whether a word stands with a capital in its text."""
    return text[token.start : token.start + 1].isupper()


def _following(tokens: Sequence[Token], number: int, text: str) -> int:
    """The number of the next token if but a blank, or the stop of an initial, is between; or -1."""
    then = after(tokens, number)
    if then >= len(tokens):
        return -1
    between = text[tokens[number].end : tokens[then].start]
    initial = len(tokens[number].form) == 1 and between.strip() == "."
    return then if initial or between.isspace() else -1


def _preceding(tokens: Sequence[Token], number: int, text: str) -> int:
    if not number:
        return -1
    between = text[tokens[number - 1].end : tokens[number].start]
    return number - 1 if between.isspace() else -1
