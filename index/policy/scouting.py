"""Every word of a passage looked at once, for all tables: whether anything may begin with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import itemgetter

from index.language import Token, Tokens
from index.language.words import Word

_KEPT = 60_000  # words whose marks are remembered
_FIRST = itemgetter(0)

Key = tuple[str, tuple[str, ...]]
Test = Callable[[str], bool]


class Words(list[Token]):
    """The tokens of a passage or a part of it, those marked with which something may begin."""

    def __init__(
        self,
        tokens: Iterable[Token],
        marked: Sequence[tuple[int, int]] = (),
        known: int = 0,
        first: int = 0,
    ) -> None:
        super().__init__(tokens)
        self.first = first  # the number of the first token in the passage
        self._marked, self._known = marked, known
        self._any = 0
        for _, marks in marked:
            self._any |= marks

    def might(self, marks: int) -> bool:
        """Whether anything marked so may begin here; true where the words were not looked at."""
        return bool(self._any & marks) or self._known & marks != marks

    def where(self, marks: int) -> Iterable[int]:
        """The numbers of the tokens marked so; all where the words were not looked at."""
        if self._known & marks != marks:
            return range(len(self))
        if not self._any & marks:
            return ()
        return [number for number, have in self._marked if have & marks]

    def part(self, first: int, after: int) -> Words:
        """The tokens from one on and before another, with their marks."""
        begin = bisect_left(self._marked, first, key=_FIRST)
        end = bisect_left(self._marked, after, begin, key=_FIRST)
        marked = [(number - first, marks) for number, marks in self._marked[begin:end]]
        return Words(self[first:after], marked, self._known, self.first + first)

    def within(self, start: int, end: int) -> Words:
        """The tokens that begin from one offset of the text on and before another."""
        numbers = within(self, start, end)
        return self.part(numbers.start, numbers.stop)

    def without(self, numbers: Iterable[int]) -> Words:
        """The tokens but for those with these numbers, which must be in order."""
        gone = list(numbers)
        if not gone:
            return self
        left_out = set(gone)
        tokens = [token for number, token in enumerate(self) if number not in left_out]
        marked = [
            (number - bisect_left(gone, number), marks)
            for number, marks in self._marked
            if number not in left_out
        ]
        return Words(tokens, marked, self._known, self.first)


class Look:
    """What one look at a passage tells: most have nothing in them, and need no tokens."""

    def __init__(self, scout: Scout, tokens: Sequence[Token], marks: int) -> None:
        self._scout, self._tokens, self._any = scout, tokens, marks

    def might(self, marks: int) -> bool:
        """Whether the passage has a word marked so."""
        return bool(self._any & marks)

    @cached_property
    def words(self) -> Words:
        """The tokens with their marks."""
        return self._scout.words(self._tokens)


class Scout:
    """Knows by which words the phrases of all tables begin; each table has marks of its own."""

    def __init__(self) -> None:
        self._next = 1
        self._lemmas: dict[str, int] = {}
        self._forms: dict[str, int] = {}
        self._tests: list[tuple[Test, int]] = []
        self._of_token = _Remembered(self._marks)
        self._of_word = _RememberedWords(self._of_token)

    def mark(self) -> int:
        """A new mark, one bit."""
        given, self._next = self._next, self._next << 1
        return given

    def watch(
        self,
        mark: int,
        *,
        lemmas: Iterable[str] = (),
        forms: Iterable[str] = (),
        test: Test | None = None,
    ) -> None:
        """Put a mark on the words with these lemmas or forms, or whose form passes the test."""
        self._of_token.clear()
        self._of_word.clear()
        for words, table in ((lemmas, self._lemmas), (forms, self._forms)):
            for word in words:
                table[word] = table.get(word, 0) | mark
        if test is not None:
            self._tests.append((test, mark))

    def look(self, tokens: Sequence[Token]) -> Look:
        """What the words of a passage are marked with, all in all."""
        if isinstance(tokens, Tokens):
            found = set(map(self._of_word.__getitem__, tokens.words))
        else:
            found = {self._of_token[token[:2]] for token in tokens}
        together = 0
        for marks in found:
            together |= marks
        return Look(self, tokens, together)

    def words(self, tokens: Sequence[Token]) -> Words:
        """The tokens with their marks."""
        every = tokens.all if isinstance(tokens, Tokens) else tokens
        of = self._of_token
        marked = [(number, marks) for number, token in enumerate(every) if (marks := of[token[:2]])]
        return Words(every, marked, self._next - 1)

    def _marks(self, form: str, lemmas: Iterable[str]) -> int:
        marks = self._forms.get(form, 0)
        for lemma in lemmas:
            marks |= self._lemmas.get(lemma, 0)
        for test, mark in self._tests:
            if test(form):
                marks |= mark
        return marks


class _Remembered(dict[Key, int]):
    """The marks of tokens by form and lemmas, so many at most."""

    def __init__(self, marks: Callable[[str, Iterable[str]], int]) -> None:
        super().__init__()
        self._of = marks

    def __missing__(self, token: Key) -> int:
        if len(self) >= _KEPT:
            self.clear()
        marks = self[token] = self._of(*token)
        return marks


class _RememberedWords(dict[Word, int]):
    """The marks of words, those of all their parts together, so many at most."""

    def __init__(self, of_token: _Remembered) -> None:
        super().__init__()
        self._of_token = of_token

    def __missing__(self, word: Word) -> int:
        if len(self) >= _KEPT:
            self.clear()
        marks = 0
        tokens = [(word.form, word.lemmas)] if word.parts is None else word.parts
        for token in tokens:
            marks |= self._of_token[token[:2]]
        self[word] = marks
        return marks


def where(tokens: Sequence[Token], marks: int) -> Iterable[int]:
    """The numbers of the tokens marked so; all where nobody looked at them."""
    return tokens.where(marks) if isinstance(tokens, Words) else range(len(tokens))


def within(tokens: Sequence[Token], start: int, end: int) -> range:
    """The numbers of the tokens that begin from one offset of the text on and before another."""
    first = bisect_left(tokens, start, key=_begins)
    return range(first, bisect_left(tokens, end, first, key=_begins))


def _begins(token: Token) -> int:
    return token.start
