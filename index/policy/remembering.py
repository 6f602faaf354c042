"""Marks of words that were looked at before: most words of a text are met again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from index.language.words import Word

SEVERAL = -1
"""For the marks of a word of several tokens."""
_KEPT = 60_000  # words whose marks are remembered

Key = tuple[str, tuple[str, ...]]


class Remembered(dict[Key, int]):
    """The marks of tokens by form and lemmas, so many at most."""

    def __init__(self, marks: Callable[[str, Iterable[str]], int]) -> None:
        super().__init__()
        self._of = marks

    def __missing__(self, token: Key) -> int:
        if len(self) >= _KEPT:
            self.clear()
        marks = self[token] = self._of(*token)
        return marks


class RememberedWords(dict[Word, int]):
    """The marks of words that are one token each, so many at most."""

    def __init__(self, marks: Callable[[str, Iterable[str]], int]) -> None:
        super().__init__()
        self._of = marks

    def __missing__(self, word: Word) -> int:
        if len(self) >= _KEPT:
            self.clear()
        single = word.parts is None
        marks = self[word] = self._of(word.form, word.lemmas) if single else SEVERAL
        return marks
