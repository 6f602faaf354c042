"""A word, a phrase, values of a facet or dates: what each asks, and how it is spelled."""

from __future__ import annotations

import re
from functools import lru_cache

from index.documents.dates import PartialDate
from index.language import QueryWord, fold, query_words
from index.search.parsing.lexer import EDGES, Lexeme, is_plain
from index.search.parsing.syntax import Leaf, conjunction, disjunction
from index.search.query import Chosen, Dated, Phrase, Prefix, Query, Term

_AS_WRITTEN = frozenset({"source", "event"})
_PLAIN_VALUE = re.compile(r"\w(?:[\w.-]*\w)?")
_RANGE = re.compile(r"([\d-]*)(\.\.)?([\d-]*)\.?", re.ASCII)


@lru_cache(maxsize=2_000)
def found(text: str) -> tuple[QueryWord, ...]:
    """The words of a text, ready for the index."""
    return tuple(query_words(text))


def places(text: str) -> int:
    """How many places in a row the words of a text take."""
    return sum(len(word.slots) for word in found(text))


def worded(lexeme: Lexeme) -> Leaf | None:
    """A word or a phrase in the text or in the title; None when there is no word in it."""
    query = _asked(lexeme, lexeme.text)
    if query is None:
        return None
    name = _name(lexeme) or "!" * lexeme.exact
    return Leaf(query, name + _plainest(lexeme, query), name + _as_typed(lexeme, query))


def prefix(lexeme: Lexeme) -> Leaf:
    """The beginning of a word, with stars at its end."""
    stem = lexeme.text.rstrip("*")
    lower = stem.lower()
    same = len(lower) == len(stem) and fold(lower) == fold(stem)
    text = lower if same else stem
    query = Prefix(fold(stem), lexeme.field or "exact")
    return Leaf(query, f"{_name(lexeme)}{text}*", f"{_name(lexeme)}{stem}*")


def chosen(lexeme: Lexeme) -> Leaf:
    """Values of a facet; several stand side by side with commas."""
    text = lexeme.text if lexeme.field in _AS_WRITTEN else lexeme.text.lower()
    values = {value.strip(EDGES) for value in text.split(",")} - {""}
    if lexeme.kind == "word" and all(map(_PLAIN_VALUE.fullmatch, values)):
        written = ",".join(sorted(values))
    else:
        values = {text}
        written = text if _PLAIN_VALUE.fullmatch(text) else f'"{text}"'
    spelled = _name(lexeme) + written
    return Leaf(Chosen(lexeme.field, frozenset(values)), spelled, spelled)


def dated(text: str) -> Leaf | None:
    """A date or a range of dates; None when it is none."""
    form = _RANGE.fullmatch(text)
    if not form or not (form[1] or form[3]):
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


def _asked(lexeme: Lexeme, text: str, *, apart: bool = False) -> Query | None:
    """What a text asks that is written as the lexeme is: in quotation marks, or ``apart``."""
    words = found(text)
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
        return Term(word.slots[0], field, word.form)
    return disjunction([Phrase(word.slots, field), Term((word.form,), field)])


def _plainest(lexeme: Lexeme, query: Query) -> str:
    """The plainest text that asks the same: lower case and bare where that changes nothing."""
    lower = lexeme.text.lower()
    if len(lower) != len(lexeme.text):
        return _as_typed(lexeme, query)
    return _bare(lexeme, lower, query) or _quoted(lexeme, lower, query) or _as_typed(lexeme, query)


def _as_typed(lexeme: Lexeme, query: Query) -> str:
    return _bare(lexeme, lexeme.text, query) or f'"{lexeme.text}"'


def _bare(lexeme: Lexeme, text: str, query: Query) -> str:
    return text if is_plain(text) and _asked(lexeme, text, apart=True) == query else ""


def _quoted(lexeme: Lexeme, text: str, query: Query) -> str:
    same = lexeme.kind == "phrase" and _asked(lexeme, text) == query
    return f'"{text}"' if same else ""


def _name(lexeme: Lexeme) -> str:
    return f"{lexeme.field}:" if lexeme.field else ""
