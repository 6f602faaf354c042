"""The words by which speech is told, as staff list them in ``speech.toml``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.language import Token
from index.policy.phrases import PhraseBook, after, slots
from index.policy.reading import LANGUAGES, Table

_NEAR = 4  # tokens between «по словам» and whose they are
_FORMS = ("he", "president", "whose", "others", "ordered", "prepositions")
_LABELS = ("asks", "answers", "tells")


@dataclass(frozen=True)
class Voice:
    """Who is told to speak: president, another, or he who was named last."""

    who: str  # president, other, he or ordered
    token: int  # where it is told


class Manner:
    """How one language tells of speech."""

    def __init__(self, book: Table, language: str) -> None:
        self._verbs: PhraseBook[str] = PhraseBook()
        for key in ("said", "by", "his"):
            for wording in book.texts(key):
                self._verbs.add(slots(wording, language), key)
        forms = {key: frozenset(book.texts(key)) for key in (*_FORMS, *_LABELS)}
        self._he, self._president, self._whose = forms["he"], forms["president"], forms["whose"]
        self._others, self._ordered = forms["others"], forms["ordered"]
        self._prepositions = forms["prepositions"]
        self.asks, self.answers, self.tells = forms["asks"], forms["answers"], forms["tells"]
        self._reach = int(book.number("reach"))
        self._goes_on = frozenset(
            lemma
            for wording in book.texts("goes_on")
            for slot in slots(wording, language)
            for lemma in slot
        )
        self._subjects = self._he | self._president | self._others

    def voices(self, tokens: Sequence[Token]) -> list[Voice]:
        """Everyone who is told to speak in a sentence, in order."""
        voices: dict[int, Voice] = {}
        reached = -1
        for find in sorted(self._verbs.find(tokens), key=lambda one: (one.first, -one.last)):
            if find.first <= reached:  # «по его словам» holds no other wording
                continue
            reached = find.last
            if find.first and tokens[find.first - 1].form == "to":
                continue  # «ordered the Ministry to set up …»
            who = self._of(find.value, tokens, find.first, find.last)
            if who:
                voices.setdefault(find.first, Voice(who, find.first))
        for number in [n for n, token in enumerate(tokens) if token[0] in self._ordered]:
            voices.setdefault(number, Voice("ordered", number))
        return [voices[number] for number in sorted(voices)]

    def is_president(self, words: Collection[str]) -> bool:
        """Whether the label of a line names the President."""
        return not self._president.isdisjoint(words)

    def has_president(self, tokens: Sequence[Token]) -> bool:
        """Whether the President stands as a subject in a text."""
        named = [number for number, token in enumerate(tokens) if token[0] in self._president]
        return any(
            self._is_his(tokens, number)
            and not (number and tokens[number - 1].form in self._prepositions)
            for number in named
        )

    def goes_on(self, tokens: Sequence[Token]) -> bool:
        """Whether a passage reads on as what was said: tasks, priorities, what must be."""
        return any(not self._goes_on.isdisjoint(token.lemmas) for token in tokens)

    def _of(self, kind: str, tokens: Sequence[Token], first: int, last: int) -> str:
        if kind == "his":
            return "he"
        if kind == "by":
            return self._whose_words(tokens, last)
        return self._subject(tokens, first, last)

    def _whose_words(self, tokens: Sequence[Token], last: int) -> str:
        behind = [token.form for token in tokens[after(tokens, last) :][:_NEAR]]
        before = [token.form for token in tokens[max(last - _NEAR, 0) : last]]
        if not self._whose.isdisjoint(behind):
            return "president"
        if not self._whose.isdisjoint(before):
            return "president"
        return "" if self._others.isdisjoint(behind) else "other"

    def _subject(self, tokens: Sequence[Token], first: int, last: int) -> str:
        """The nearest subject to a verb, behind it or before."""
        around = sorted(
            range(max(first - self._reach, 0), min(last + self._reach, len(tokens))),
            key=lambda number: first - number if number < first else number - last,
        )
        charged = ""
        for number in around:
            form = tokens[number].form
            if form not in self._subjects or first <= number <= last:
                continue
            if number and tokens[number - 1].form in self._prepositions:
                continue
            if form in self._he:
                return "he"
            if form in self._president and self._is_his(tokens, number):
                return "president"
            if number == last + 1 and form.endswith("о"):
                charged = "other"  # «обязал Правительство»: no subject if one stands before
                continue
            return "other"
        return charged

    def _is_his(self, tokens: Sequence[Token], number: int) -> bool:
        """«Глава» and «head» are the President only as head of the state."""
        if tokens[number].form not in self._others:
            return True
        behind = tokens[number + 1].form if number + 1 < len(tokens) else ""
        return behind.startswith(("государств", "держав"))


def read_manners(book: Table) -> dict[str, Manner]:
    """The manners by language; TableError for a slip."""
    return {language: Manner(book.table(language), language) for language in LANGUAGES}
