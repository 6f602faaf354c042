"""From a text to its tokens with lemmas; word forms are remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, NamedTuple, overload

from index.documents.document import Sentence
from index.language import words
from index.language.marks import Marked
from index.language.memory import Memory
from index.language.tokens import Token, spelled
from index.language.words import Word

# Surfaces remembered in each of two generations; 120,000 Russian ones take some 45 MB.
_KEPT = {"ru": 60_000}
_KEPT_ELSE = 15_000


class Stretch(NamedTuple):
    """Part of a text that is in one language."""

    start: int
    end: int
    language: str


_MEMORIES = {
    language: Memory(partial(words.read, language=language), _KEPT.get(language, _KEPT_ELSE))
    for language in words.LANGUAGES
}


class Tokens(Sequence[Token]):
    """The tokens of a text, made when somebody asks for them.

    Indexing asks for its words alone, or for ``runs`` of them where it was read in such;
    ``words`` are told where they are known already.
    """

    __slots__ = ("_made", "_stretches", "_text", "_words", "runs")

    def __init__(
        self,
        text: str,
        stretches: Sequence[Stretch],
        words: list[Word] | None = None,
        *,
        runs: Marked[Any] | None = None,
    ) -> None:
        self._text, self._stretches, self._words, self.runs = text, stretches, words, runs
        self._made: list[Token] | None = None

    @classmethod
    def of(cls, text: str, language: str, sentences: Sequence[Sentence] = ()) -> Tokens:
        """The tokens of a text in one language, or each sentence's in its own where told."""
        return cls(text, stretches(sentences) or [Stretch(0, len(text), language)])

    @property
    def words(self) -> list[Word]:
        """The words of the text in order, one a surface."""
        if self._words is None:
            self._words = list(chain.from_iterable(self._rows()))
        return self._words

    def _rows(self) -> Iterable[Iterable[Word]]:
        if self.runs is not None:
            return (self.runs.words,)
        return (words_of(self._text[start:end], name) for start, end, name in self._stretches)

    @property
    def all(self) -> list[Token]:
        """The tokens as a list."""
        if self._made is None:
            self._made = made = list[Token]()
            position, words = 0, iter(self.words)
            for start, end, _ in self._stretches:
                position = _extend(made, self._text[start:end], start, position, words)
        return self._made

    def chosen(self, wanted: Callable[[Iterable[Word]], frozenset[Word]]) -> list[Token]:
        """The tokens of those words that are wanted: few, where a query is marked in a text."""
        tokens: list[Token] = []
        position = 0
        for start, end, language in self._stretches:
            text = self._text[start:end]
            surfaces = spelled(text)
            words = list(map(memory_of(language).__getitem__, surfaces))
            spelt, kept = zip(surfaces, words, strict=True), wanted(words)
            if kept:
                position = _pick(tokens, text, start, position, spelt, kept)
            else:
                position += sum(word.places for word in words)
        return tokens

    def reworded(self, word_for: Callable[[Word], Word]) -> Tokens:
        """The same text with other words for its own."""
        return Tokens(self._text, self._stretches, list(map(word_for, self.words)))

    def __len__(self) -> int:
        return len(self.all)

    @overload
    def __getitem__(self, number: int) -> Token: ...

    @overload
    def __getitem__(self, number: slice) -> list[Token]: ...

    def __getitem__(self, number: int | slice) -> Token | list[Token]:
        return self.all[number]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.all == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return Tokens, (self._text, self._stretches, self.words)


def analyze(text: str, language: str) -> Sequence[Token]:
    """The tokens of a text in one language; an unknown language is read as Russian."""
    return Tokens.of(text, language).all


def analyze_sentences(text: str, sentences: Sequence[Sentence]) -> Sequence[Token]:
    """The tokens of a text, each sentence in its own language; positions run through."""
    return Tokens(text, stretches(sentences))


def words_of(text: str, language: str) -> list[Word]:
    """The words of a text in one language."""
    return list(map(memory_of(language).__getitem__, spelled(text)))


def memory_of(language: str) -> Memory[Word]:
    """What is remembered of a language; an unknown one is read as Russian."""
    return _MEMORIES[language if language in _MEMORIES else "ru"]  # an empty memory is false


def stretches(sentences: Sequence[Sentence]) -> list[Stretch]:
    """Neighbouring sentences of one language in one go."""
    joined: list[Stretch] = []
    for sentence in sentences:
        if joined and joined[-1].language == sentence.language:
            joined[-1] = Stretch(joined[-1].start, sentence.end, sentence.language)
        else:
            joined.append(Stretch(sentence.start, sentence.end, sentence.language))
    return joined


def _extend(
    tokens: list[Token], text: str, offset: int, position: int, words: Iterator[Word]
) -> int:
    """Append the tokens of a text that has these words; the position after the last."""
    append, new, find = tokens.append, tuple.__new__, text.find
    end = 0
    for surface, word in zip(spelled(text), words, strict=False):
        # Nothing between two surfaces could begin one, so the next such text is the surface.
        start = find(surface, end)
        end = start + len(surface)
        if word.parts is None:
            append(new(Token, (word.form, word.lemmas, start + offset, end + offset, position)))
        else:
            tokens += _parts(word, start + offset, position)
        position += word.places
    return position


def _pick(
    tokens: list[Token],
    text: str,
    offset: int,
    position: int,
    spelt: Iterable[tuple[str, Word]],
    kept: frozenset[Word],
) -> int:
    """Append the tokens of those words of a text that are kept; the position after the last."""
    find, end = text.find, 0
    for surface, word in spelt:
        start = find(surface, end)
        end = start + len(surface)
        if word in kept:
            whole = Token(word.form, word.lemmas, start + offset, end + offset, position)
            tokens += [whole] if word.parts is None else _parts(word, start + offset, position)
        position += word.places
    return position


def _parts(word: Word, start: int, position: int) -> list[Token]:
    """The tokens of a compound that begins so."""
    return [
        Token(
            each.form, each.lemmas, each.start + start, each.end + start, each.position + position
        )
        for each in word.parts or ()
    ]
