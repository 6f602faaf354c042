"""A question with the time it names read as dates: «что говорилось об утечках в 2025 году?»."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from index.search.advice import relaxing
from index.search.advice.answering import understood
from index.search.advice.notes import Notes
from index.search.advice.quoting import has_quotes, unquoted
from index.search.advice.times import Time, said_time
from index.search.page import Dates, Note
from index.search.parsing.lexer import clean
from index.search.parsing.parser import parse
from index.search.request import SearchRequest
from index.store.reader import Index
from index.today import today

LONGEST = 300
"""Letters of a query in which a time is looked for; a longer one is a pasted text."""

_BEFORE_SIGN = re.compile(r"\s+(?=[?!.,;:]|$)")
_TOKEN = re.compile(r"\w{3,}")


@dataclass(frozen=True)
class Timed:
    """A request as it is to be answered.

    ``dates`` are those that a time in its words was read as, ``notes`` say what was done.
    """

    wanted: SearchRequest
    dates: Dates | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class _Said:
    """A text with a time: its other words, those of the time, these in marks, the time itself."""

    rest: str
    words: str
    as_words: str
    time: Time


def timed(ix: Index, wanted: SearchRequest) -> Timed:
    """The request with the time it names as its range of dates, where that finds anything.

    Where it does not, who asked what was said is told what was said at any time; else the words
    of the time are words of the text. Only words that no operator, field or mark stands beside
    are read so, and only where no dates are chosen. What it comes to depends on the text, the
    day and the index alone.
    """
    plain = wanted.helped and not (wanted.since or wanted.until) and len(wanted.text) <= LONGEST
    said = _said(wanted.text, today().isoformat()) if plain and wanted.text else None
    if said is None:
        return Timed(wanted)
    for since, until in said.time.ways:
        if _finds(ix, SearchRequest(said.rest, since=since, until=until)):
            read = dataclasses.replace(wanted, text=said.rest, since=since, until=until)
            dates = Dates(said.words, since, until, said.as_words)
            return Timed(read, dates, (Note("dates", said.words),))
    if said.time.said and _finds(ix, SearchRequest(said.rest)):
        anytime = dataclasses.replace(wanted, text=said.rest)
        return Timed(anytime, None, (Note("no-dates", said.words),))
    return Timed(wanted, None, (Note("dates-as-words", said.words),))


def _finds(ix: Index, asked: SearchRequest) -> bool:
    return understood(ix, asked).matches.totals.passages > 0


@lru_cache(maxsize=256)
def _said(text: str, day: str) -> _Said | None:
    """A text apart from the time it names, as asked on a day; None where it names none."""
    line = clean(text, Notes())
    asked_on = dt.date.fromisoformat(day)
    plain = unquoted(line)
    time = None if has_quotes(plain) else said_time(plain, asked_on)
    if time is None or not _is_plain(line):
        return None
    rest = _BEFORE_SIGN.sub("", " ".join((line[: time.start] + line[time.end :]).split()))
    tree = parse(rest).tree
    if tree is None:
        return None
    if not relaxing.tells(tree):
        rest = ""  # «что говорилось в 2025 году?» asks for all of it
    as_words = _as_words(line, time.start, time.end, asked_on)
    return _Said(rest, line[time.start : time.end], as_words, time)


def _is_plain(line: str) -> bool:
    """Whether a query is words and phrases alone."""
    tree = parse(line).tree
    return tree is not None and relaxing.is_wordy(tree)


def _as_words(line: str, start: int, end: int, day: dt.date) -> str:
    """The line with marks around words of its time, so many that it is no time any more."""
    for word in _TOKEN.finditer(line, start, end):
        marked = f'{line[: word.start()]}"{word[0]}"{line[word.end() :]}'
        if said_time(unquoted(marked), day) is None:
            return marked
    return f'{line[:start]}"{line[start:end]}"{line[end:]}'
