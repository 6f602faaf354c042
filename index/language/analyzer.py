"""From a text to its tokens with lemmas; word forms are remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.documents.document import Sentence
from index.language import words
from index.language.tokens import Token, spelled

# Surfaces remembered in each of two generations; 120,000 Russian ones take some 45 MB.
_KEPT = {"ru": 60_000}
_KEPT_ELSE = 15_000


class Memory(dict[str, words.Entry]):
    """What a surface is made of, remembered in two generations so that it stays bounded."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._kept = _KEPT.get(language, _KEPT_ELSE)
        self._older: dict[str, words.Entry] = {}

    def __missing__(self, surface: str) -> words.Entry:
        if len(self) >= self._kept:
            self._older = dict(self)
            self.clear()
        entry = self._older.get(surface) or words.entry(surface, self._language)
        self[surface] = entry
        return entry


class _Stretch(NamedTuple):
    start: int
    end: int
    language: str


_MEMORIES = {language: Memory(language) for language in words.LANGUAGES}


def analyze(text: str, language: str) -> list[Token]:
    """The tokens of a text in one language; an unknown language is read as Russian."""
    tokens: list[Token] = []
    _extend(tokens, text, 0, 0, _memory(language))
    return tokens


def analyze_sentences(text: str, sentences: Sequence[Sentence]) -> list[Token]:
    """The tokens of a text, each sentence in its own language; positions run through."""
    tokens: list[Token] = []
    position = 0
    for start, end, language in _stretches(sentences):
        memory = _memory(language)
        position = _extend(tokens, text[start:end], start, position, memory)
    return tokens


def _memory(language: str) -> Memory:
    return _MEMORIES[language if language in _MEMORIES else "ru"]  # an empty memory is false


def _stretches(sentences: Sequence[Sentence]) -> list[_Stretch]:
    """Neighbouring sentences of one language in one go."""
    joined: list[_Stretch] = []
    for sentence in sentences:
        if joined and joined[-1].language == sentence.language:
            joined[-1] = _Stretch(joined[-1].start, sentence.end, sentence.language)
        else:
            joined.append(_Stretch(sentence.start, sentence.end, sentence.language))
    return joined


def _extend(tokens: list[Token], text: str, offset: int, position: int, memory: Memory) -> int:
    """Append the text's tokens; the position after the last. The hot loop of indexing."""
    append, new, find = tokens.append, tuple.__new__, text.find
    end = 0
    for surface in spelled(text):
        # Nothing between two surfaces could begin one, so the next such text is the surface.
        start = find(surface, end)
        end = start + len(surface)
        form, lemmas, parts = memory[surface]
        if parts is None:
            append(new(Token, (form, lemmas, start + offset, end + offset, position)))
            position += 1
            continue
        start += offset
        for part in parts:
            append(
                new(
                    Token,
                    (
                        part.form,
                        part.lemmas,
                        part.start + start,
                        part.end + start,
                        part.position + position,
                    ),
                )
            )
        if parts:
            position += parts[-1].position + 1
    return position
