"""The words, phrases and fields of one query, read in turn and within bounds."""

from __future__ import annotations

import re
from dataclasses import replace

from index.language import fold
from index.search.advice.notes import Notes
from index.search.parsing import leaves
from index.search.parsing.lexer import EDGES, Lexeme, is_plain
from index.search.parsing.syntax import Leaf

MAX_WORDS = 50
MAX_LETTERS = 1_000  # of all words; with operators between they stay below the lexer's MAX_TEXT
MIN_PREFIX = 2
PREFIX_WORDS = 5  # a prefix stands for many terms and takes the room of so many words

_STEM = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?")
_NAMED = len('title:""')


class Reader:
    """Reads leaves one after the other, within the bounds of one query."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._words = MAX_WORDS
        self._letters = MAX_LETTERS
        self._read: dict[Lexeme, Leaf | None] = {}

    def leaf(self, lexeme: Lexeme) -> Leaf | None:
        """What the word or phrase asks; None when that is nothing, or one thing too many.

        Said again, it is the same leaf and takes no more room.
        """
        said = replace(lexeme, negated=False)
        if said not in self._read:
            self._read[said] = self._new(said)
        return self._read[said]

    def _new(self, lexeme: Lexeme) -> Leaf | None:
        if not self._words:
            self._notes.add("too-many-words", lexeme.text)
            return None
        if lexeme.field == "date":
            dated = leaves.dated(lexeme.text)
            if dated:
                return self._within_bounds(dated, 1)
            self._notes.add("bad-date", lexeme.text)
            lexeme = _unnamed(lexeme)
        elif lexeme.field not in ("", "title"):
            return self._within_bounds(leaves.chosen(lexeme), 1)
        if "*" in lexeme.text:
            if self._is_prefix(lexeme):
                return self._within_bounds(leaves.prefix(lexeme), PREFIX_WORDS)
            lexeme = _starless(lexeme)
        return self._words_of(lexeme)

    def _is_prefix(self, lexeme: Lexeme) -> bool:
        stem = lexeme.text.rstrip("*")
        if lexeme.kind != "word" or not _STEM.fullmatch(stem):
            self._notes.add("wildcard-as-text", lexeme.text)
            return False
        if len(fold(stem)) < MIN_PREFIX:
            self._notes.add("short-prefix", lexeme.text)
            return False
        return True

    def _words_of(self, lexeme: Lexeme) -> Leaf | None:
        if lexeme.exact and lexeme.field:
            self._notes.add("no-exact-title", lexeme.text)
            lexeme = replace(lexeme, exact=False)
        if lexeme.kind == "phrase":
            lexeme = self._shortened(lexeme)
        leaf = leaves.worded(lexeme)
        if leaf is None:
            if lexeme.text:  # of a lone star another note speaks
                self._notes.add("not-searchable", lexeme.text)
            return None
        return self._within_bounds(leaf, leaves.places(lexeme.text))

    def _shortened(self, phrase: Lexeme) -> Lexeme:
        """The phrase up to the last word for which there is room."""
        room = self._words
        for word in leaves.found(phrase.text):
            room -= len(word.slots)
            if room < 0 or word.end + _NAMED > self._letters:
                self._notes.add("too-many-words", phrase.text[word.start :])
                return replace(phrase, text=phrase.text[: word.start].strip(" " + EDGES))
        return phrase

    def _within_bounds(self, leaf: Leaf, words: int) -> Leaf | None:
        if words > self._words or len(leaf.text) > self._letters:
            self._notes.add("too-many-words", leaf.typed)
            return None
        self._words -= words
        self._letters -= len(leaf.text)
        return leaf


def _unnamed(lexeme: Lexeme) -> Lexeme:
    """The value of a field as a word of the text."""
    text = lexeme.text.strip(EDGES)
    kind = lexeme.kind if is_plain(text) else "phrase"
    return replace(lexeme, kind=kind, field="", text=text)


def _starless(lexeme: Lexeme) -> Lexeme:
    text = " ".join(lexeme.text.replace("*", " ").split()).strip(" " + EDGES)
    return replace(lexeme, kind="phrase", text=text)
