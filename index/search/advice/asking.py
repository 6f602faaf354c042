"""Questions of who must do something and by when: what they are about, and what should go up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from index.search.advice.notes import Notes
from index.search.advice.quoting import unquoted
from index.search.advice.relaxing import is_question, is_wordy, tells
from index.search.parsing.lexer import clean
from index.search.parsing.parser import parse
from index.search.parsing.syntax import Node
from index.search.query import Rising
from index.search.request import SearchRequest
from index.tables import Table, read_table

LONGEST = 300
"""Letters of a query that may be such a question; a longer one is a pasted text."""

WHO = (Rising("role", "instructed", 0.2), Rising("instruction", "1", 0.1))
WHEN = (Rising("due", "1", 0.3), Rising("instruction", "1", 0.1))
"""What passages gain, as a share of their scores."""

OWN = 0.2
"""What those in the language of the question gain besides: translations say the same."""

Span = tuple[int, int]


class Asked(NamedTuple):
    """What a question is about, the words that only ask, and what should go up.

    ``text`` is the question without the words that only ask: it parses to ``about``.
    """

    text: str
    about: Node
    words: tuple[str, ...]
    rising: tuple[Rising, ...]


@lru_cache(maxsize=256)
def asked(text: str) -> Asked | None:
    """A text as a question of who or when; None for all others, and where it is about nothing."""
    line = clean(text[: LONGEST + 1], Notes())
    low = unquoted(line).lower().replace("ё", "е")
    if len(low) != len(line) or len(line) > LONGEST:
        return None
    spans = {key: found for key in wordings() if (found := _spans(low, key))}
    every = sorted({span for found in spans.values() for span in found})
    tree = parse(line).tree
    if not every or tree is None or not is_wordy(tree):
        return None
    if all(" " not in low[start:end] for start, end in every) and not is_question(line, tree):
        return None  # «когда» joins clauses too
    rest = _without(line, every)
    about = parse(rest).tree
    if about is None or not tells(about):
        return None
    words = tuple(line[start:end] for start, end in every)
    return Asked(rest, about, words, tuple(_rising(spans)))


def rising(wanted: SearchRequest) -> tuple[Rising, ...]:
    """What goes up by relevance among the passages that answer a request."""
    asks = asked(wanted.text) if wanted.helped else None
    return asks.rising if asks else ()


def without_asking(wanted: SearchRequest) -> SearchRequest:
    """A request for what its question is about; any other as it is."""
    asks = asked(wanted.text)
    return wanted.with_text(asks.text) if asks else wanted


@cache
def wordings() -> dict[tuple[str, str], re.Pattern[str]]:
    """What asks who and what asks when in each language, by language and kind; TableError."""
    read = read_table("asks.toml", Path(__file__).parent)
    made: dict[tuple[str, str], re.Pattern[str]] = {}
    for language in read:
        table = read.table(language)
        made |= {(language, kind): _any(table, kind) for kind in ("who", "when")}
        table.close()
    return made


def _any(table: Table, kind: str) -> re.Pattern[str]:
    ways = "|".join(table.texts(kind))
    return table.pattern(kind, rf"(?<!\w)(?:{ways})(?!\w)")


def _rising(asking: Collection[tuple[str, str]]) -> Iterator[Rising]:
    """What goes up for languages and kinds of asking."""
    kinds = {kind for _, kind in asking}
    yield from WHO * ("who" in kinds) + WHEN * ("when" in kinds)
    yield from (Rising("lang", language, OWN) for language in sorted({name for name, _ in asking}))


def _spans(text: str, key: tuple[str, str]) -> list[Span]:
    return [found.span() for found in wordings()[key].finditer(text)]


def _without(line: str, spans: list[Span]) -> str:
    for start, end in reversed(spans):
        line = line[:start] + " " + line[end:]
    return " ".join(line.split())
