"""What a word, a phrase or a field of a query asks of the index."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from index.documents.dates import PartialDate
from index.language import QueryWord, fold, query_words
from index.search.lexer import EDGES, Lexeme, is_plain
from index.search.notes import Notes
from index.search.query import Chosen, Dated, Phrase, Prefix, Query, Term
from index.search.syntax import Leaf, conjunction, disjunction

MAX_WORDS = 50
MAX_LETTERS = 1_000  # of all words; with operators between they stay below the lexer's MAX_TEXT
MIN_PREFIX = 3

_STEM = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?")
_PLAIN_VALUE = re.compile(r"\w(?:[\w.-]*\w)?")
_RANGE = re.compile(r"([\d-]*)(\.\.)?([\d-]*)\.?", re.ASCII)


class Reader:
    """Reads leaves one after the other, within the bounds of one query."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._words = MAX_WORDS
        self._letters = MAX_LETTERS

    def leaf(self, lexeme: Lexeme) -> Leaf | None:
        """What the word or phrase asks; None when that is nothing, or one thing too many."""
        if lexeme.field == "date":
            dated = _dated(lexeme.text)
            if dated:
                return self._within_bounds(dated, 1)
            self._notes.add("bad-date", lexeme.text)
            lexeme = _unnamed(lexeme)
        elif lexeme.field not in ("", "title"):
            return self._within_bounds(_chosen(lexeme), 1)
        if "*" in lexeme.text:
            prefix = self._prefix(lexeme)
            if prefix:
                return self._within_bounds(prefix, 1)
            lexeme = _starless(lexeme)
        return self._words_of(self._as_title(lexeme))

    def _prefix(self, lexeme: Lexeme) -> Leaf | None:
        stem = lexeme.text.rstrip("*")
        if lexeme.kind != "word" or not _STEM.fullmatch(stem):
            self._notes.add("wildcard-as-text", lexeme.text)
            return None
        prefix = fold(stem)
        if len(prefix) < MIN_PREFIX:
            self._notes.add("short-prefix", lexeme.text)
            return None
        lower = stem.lower()
        name = _name(lexeme.field)
        text = lower if fold(lower) == prefix else stem
        return Leaf(Prefix(prefix, lexeme.field or "exact"), f"{name}{text}*", f"{name}{stem}*")

    def _as_title(self, lexeme: Lexeme) -> Lexeme:
        if not (lexeme.exact and lexeme.field):
            return lexeme
        self._notes.add("no-exact-title", lexeme.text)
        return replace(lexeme, exact=False)

    def _words_of(self, lexeme: Lexeme) -> Leaf | None:
        if lexeme.kind == "phrase":
            lexeme = self._shortened(lexeme)
        query = _asked(lexeme, lexeme.text)
        if query is None:
            self._notes.add("not-searchable", lexeme.text)
            return None
        name = _name(lexeme.field) or "!" * lexeme.exact
        leaf = Leaf(query, name + _spelling(lexeme, query), name + _as_typed(lexeme, query))
        return self._within_bounds(leaf, sum(len(word.slots) for word in _found(lexeme.text)))

    def _shortened(self, phrase: Lexeme) -> Lexeme:
        """The phrase up to the last word for which there is room."""
        room = self._words
        for word in _found(phrase.text):
            room -= len(word.slots)
            if room < 0 or word.end + len('title:""') > self._letters:
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


@lru_cache(maxsize=2_000)
def _found(text: str) -> tuple[QueryWord, ...]:
    return tuple(query_words(text))


def _asked(lexeme: Lexeme, text: str, *, apart: bool = False) -> Query | None:
    """What a text asks that is written as the lexeme is: in quotation marks, or ``apart``."""
    words = _found(text)
    if not words:
        return None
    apart = apart or lexeme.kind == "word" or len(words) == 1
    if lexeme.exact:
        if apart:
            return conjunction(Term((word.form,), "exact") for word in words)
        return Phrase(tuple(slot for word in words for slot in word.exact), "exact")
    field = lexeme.field or "text"
    if apart:
        return conjunction(_any_inflection(word, field) for word in words)
    return Phrase(tuple(slot for word in words for slot in word.slots), field)


def _any_inflection(word: QueryWord, field: str) -> Query:
    """«ИИ-стартап»: its parts side by side, or the whole as it stands."""
    if len(word.slots) == 1:
        return Term(word.slots[0], field)
    return disjunction([Phrase(word.slots, field), Term((word.form,), field)])


def _spelling(lexeme: Lexeme, query: Query) -> str:
    """The plainest text that asks the same: lower case and bare where that changes nothing."""
    lower = lexeme.text.lower()
    if len(lower) == len(lexeme.text):
        for text in (_bare(lexeme, lower, query), _quoted(lexeme, lower, query)):
            if text:
                return text
    return _as_typed(lexeme, query)


def _as_typed(lexeme: Lexeme, query: Query) -> str:
    return _bare(lexeme, lexeme.text, query) or f'"{lexeme.text}"'


def _bare(lexeme: Lexeme, text: str, query: Query) -> str:
    return text if is_plain(text) and _asked(lexeme, text, apart=True) == query else ""


def _quoted(lexeme: Lexeme, text: str, query: Query) -> str:
    same = lexeme.kind == "phrase" and _asked(lexeme, text) == query
    return f'"{text}"' if same else ""


def _unnamed(lexeme: Lexeme) -> Lexeme:
    """The value of a field as a word of the text."""
    text = lexeme.text.strip(EDGES)
    kind = lexeme.kind if is_plain(text) else "phrase"
    return replace(lexeme, kind=kind, field="", text=text)


def _starless(lexeme: Lexeme) -> Lexeme:
    text = " ".join(lexeme.text.replace("*", " ").split()).strip(" " + EDGES)
    return replace(lexeme, kind="phrase", text=text)


def _name(field: str) -> str:
    return f"{field}:" if field else ""


def _chosen(lexeme: Lexeme) -> Leaf:
    """Values of a facet; several stand side by side with commas."""
    text = lexeme.text if lexeme.field == "source" else lexeme.text.lower()
    values = {value.strip(EDGES) for value in text.split(",")} - {""}
    if lexeme.kind == "word" and all(map(_PLAIN_VALUE.fullmatch, values)):
        written = ",".join(sorted(values))
    else:
        values = {text}
        written = text if _PLAIN_VALUE.fullmatch(text) else f'"{text}"'
    leaf = f"{lexeme.field}:{written}"
    return Leaf(Chosen(lexeme.field, frozenset(values)), leaf, leaf)


def _dated(text: str) -> Leaf | None:
    """A date or a range of dates; None when it is none."""
    form = _RANGE.fullmatch(text)
    if not form or not any((form[1], form[3])):
        return None
    try:
        since, until = (PartialDate.parse(part) if part else None for part in form.group(1, 3))
    except ValueError:
        return None
    if not form[2]:
        until = since
    if since and until and since.first > until.last:
        return None
    written = str(since) if since == until else f"{since or ''}..{until or ''}"
    return Leaf(Dated(since, until), f"date:{written}", f"date:{written}")
