"""Every word of a passage looked at once, for all tables: whether anything may begin with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import compress, pairwise
from operator import itemgetter, or_
from typing import Any

from index.language import Token, Tokens
from index.language.words import Word
from index.policy.remembering import Remembered

_SEVERAL = -1  # for the marks of a word of several tokens
BEGUN = 4  # letters at least that tell how a word begins
ANY_END = "*"  # of a beginning in a table: «железнодорож*»
COMPOUND = 1  # the mark of a token that others follow at its place: parts of a compound
_START: Callable[[Token], int] = itemgetter(2)

Key = tuple[str, tuple[str, ...]]
Test = Callable[[str, Iterable[str]], bool]


class Words(list[Token]):
    """The tokens of a passage or a part of it, each with marks: what may begin with it."""

    __slots__ = (
        *("_any", "_known", "_places", "_starts", "_whole"),
        *("first", "found", "marks"),
    )

    def __init__(
        self,
        tokens: Iterable[Token],
        marks: list[int] | None = None,
        known: int = 0,
        whole: Words | None = None,
        first: int = 0,
    ) -> None:
        """Take the tokens, the marks of each, which marks were looked for, and of what a part is.

        ``first`` is the number of its first token in the whole.
        """
        super().__init__(tokens)
        self.marks, self._known = [0] * len(self) if marks is None else marks, known
        self._whole, self.first = whole, first
        self.found: dict[object, Any] = {}  # by who found it: asked for more than once
        self._any = reduce(or_, self.marks, 0)
        self._starts: list[int] | None = None
        self._places: dict[int, int] | None = None

    @property
    def whole(self) -> Words:
        """All the words of which these are a part."""
        return self if self._whole is None else self._whole

    @property
    def starts(self) -> list[int]:
        """Where each token begins in the text."""
        if self._starts is None:
            self._starts = list(map(_START, self))
        return self._starts

    @property
    def places(self) -> dict[int, int]:
        """The number of the token that begins at an offset of the text; of two the part."""
        if self._places is None:
            self._places = {start: number for number, start in enumerate(self.starts)}
        return self._places

    def knows(self, marks: int) -> bool:
        """Whether the words were looked at for these marks."""
        return self._known & marks == marks

    def might(self, marks: int) -> bool:
        """Whether anything marked so may begin here; true where the words were not looked at."""
        return bool(self._any & marks) or self._known & marks != marks

    def where(self, marks: int) -> Sequence[int]:
        """The numbers of the tokens marked so; all where the words were not looked at."""
        if self._known & marks != marks:
            return range(len(self))
        if not self._any & marks:
            return ()
        return [number for number, have in enumerate(self.marks) if have & marks]

    def part(self, first: int, after: int) -> Words:
        """The tokens from one on and before another, with their marks."""
        if first == 0 and after >= len(self):
            return self
        tokens, marks = self[first:after], self.marks[first:after]
        return Words(tokens, marks, self._known, self.whole, self.first + first)

    def between(self, start: int, end: int) -> range:
        """The numbers of the tokens that begin from one offset of the text on, before another."""
        starts = self.starts
        first = bisect_left(starts, start)
        return range(first, bisect_left(starts, end, first))

    def within(self, start: int, end: int) -> Words:
        """The tokens that begin from one offset of the text on and before another."""
        numbers = self.between(start, end)
        return self.part(numbers.start, numbers.stop)

    def without(self, numbers: Iterable[int]) -> Words:
        """The tokens but for those with these numbers."""
        kept = bytearray(b"\1") * len(self)
        for number in numbers:
            kept[number] = 0
        if all(kept):
            return self
        return Words(compress(self, kept), list(compress(self.marks, kept)), self._known)


class Look:
    """What one look at a passage tells: most have nothing in them, and need no tokens."""

    __slots__ = ("_any", "_known", "_parts", "_tokens", "_words", "marks")

    def __init__(self, tokens: Sequence[Token], marks: list[int], known: int) -> None:
        """Take the tokens and the marks of each; of each part of a compound too."""
        self._tokens, self.marks, self._known = tokens, marks, known
        self._any = reduce(or_, marks, 0)
        self._words: Words | None = None
        self._parts: dict[tuple[int, int], Words] = {}

    def might(self, marks: int) -> bool:
        """Whether the passage has a word marked so."""
        return bool(self._any & marks)

    @property
    def words(self) -> Words:
        """The tokens with their marks."""
        if self._words is None:
            tokens = self._tokens
            every = tokens.all if isinstance(tokens, Tokens) else tokens
            self._words = Words(every, self.marks, self._known)
        return self._words

    def within(self, start: int, end: int) -> Words:
        """The tokens that begin from one offset of the text on and before another.

        Each part is made once: several rules read the same sentence.
        """
        part = self._parts.get((start, end))
        if part is None:
            part = self._parts[start, end] = self.words.within(start, end)
        return part


class Scout:
    """Knows by which words the phrases of all tables begin; each table has marks of its own."""

    def __init__(self) -> None:
        self._next = COMPOUND << 1
        self._lemmas: dict[str, int] = {}
        self._forms: dict[str, int] = {}
        self._tests: dict[str, list[tuple[tuple[str, ...], Test, int]]] = {}  # by last letter
        self._beginnings: dict[str, list[tuple[str, int]]] = {}
        self._of_token = Remembered(self._of_key)
        self._of_word = Remembered(self._marks)

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
        beginnings: Iterable[str] = (),
        endings: Iterable[str] = (),
        test: Test | None = None,
    ) -> None:
        """Put a mark on the words with these lemmas or forms, or so ended that pass the test.

        Or on those that begin so, with BEGUN letters or more.
        """
        self._of_token.clear()
        self._of_word.clear()
        for words, table in ((lemmas, self._lemmas), (forms, self._forms)):
            for word in words:
                table[word] = table.get(word, 0) | mark
        for beginning in beginnings:
            self._beginnings.setdefault(beginning[:BEGUN], []).append((beginning, mark))
        if test is not None:
            ends = tuple(endings)
            for letter in {ending[-1] for ending in ends}:
                self._tests.setdefault(letter, []).append((ends, test, mark))

    def look(self, tokens: Sequence[Token]) -> Look:
        """What the words of a passage are marked with."""
        if not isinstance(tokens, Tokens):
            marks = [self._of_token[token[:2]] for token in tokens]
            wholes = (n for n, (one, then) in enumerate(pairwise(tokens)) if then[2] < one[3])
            for number in wholes:
                marks[number] |= COMPOUND
            return Look(tokens, marks, self._next - 1)
        marks = list(map(self._of_word.__getitem__, tokens.words))
        if _SEVERAL in marks:
            marks = [one for word in tokens.words for one in self._of_each(word)]
        return Look(tokens, marks, self._next - 1)

    def words(self, tokens: Sequence[Token]) -> Words:
        """The tokens with their marks."""
        return self.look(tokens).words

    def _of_each(self, word: Word) -> Iterator[int]:
        """The marks of each token of a word; a blank to fill in, «____», has none."""
        if word.parts is None:
            yield self._of_word[word]
        elif word.parts:
            whole, *parts = (self._of_token[token[:2]] for token in word.parts)
            yield whole | COMPOUND
            yield from parts

    def _of_key(self, token: Key) -> int:
        return self._marks(Word(*token))

    def _marks(self, word: Word) -> int:
        """The marks of a word; in this order, for most words have none of the later ones."""
        if word.parts is not None:
            return _SEVERAL
        form, known = word.form, self._lemmas
        marks = self._forms.get(form, 0)
        for lemma in word.lemmas:
            if lemma in known:
                marks |= known[lemma]
        for beginning, mark in self._beginnings.get(form[:BEGUN], ()):
            if form.startswith(beginning):
                marks |= mark
        for endings, test, mark in self._tests.get(form[-1:], ()):
            if form.endswith(endings) and test(form, word.lemmas):
                marks |= mark
        return marks


def followed(marks: Sequence[int], number: int, wanted: int) -> bool:
    """Whether what may stand behind a token is marked so; anything behind a whole with parts.

    Behind a part may come a whole: two tokens count.
    """
    if marks[number] & COMPOUND:
        return True
    for mark in marks[number + 1 : number + 3]:  # noqa: SIM110 - in half the time of ``any``
        if mark & wanted:
            return True
    return False


def where(tokens: Sequence[Token], marks: int) -> Iterable[int]:
    """The numbers of the tokens marked so; all where nobody looked at them."""
    return tokens.where(marks) if isinstance(tokens, Words) else range(len(tokens))


def might(tokens: Sequence[Token], marks: int) -> bool:
    """Whether any of the tokens is marked so; true where nobody looked at them."""
    return tokens.might(marks) if isinstance(tokens, Words) else True


def within(tokens: Sequence[Token], start: int, end: int) -> range:
    """The numbers of the tokens that begin from one offset of the text on and before another."""
    if isinstance(tokens, Words):
        return tokens.between(start, end)
    first = bisect_left(tokens, start, key=_START)
    return range(first, bisect_left(tokens, end, first, key=_START))
