"""Clauses of a sentence that say one thing each: where an instruction begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.policy.duties.directives import Directives
from index.policy.grammar import is_verb
from index.policy.scouting import Words
from index.policy.wordings import Cue

_STRONG = re.compile(
    r",[”\"](?=\s)|[;:](?=\s)|\s[—–―-](?=\s)|[“”»\"]\s*,?\s*[–—―-](?=\s)"
    r"|[“”»\"]\s*,(?=\s+(?:\w+\s+){0,2}?(?:каза|заяви|подчерта|предупреди|посочи|отбеляза|добави|допълни"
    r"|увери|обясни|напомни|изтъкна|акцентира|сподели|съобщи|обобщи|завърши|изрази|настоя)\b)"
)
_SIGN = re.compile(r"[;:—–―“”»\"]|\s-\s")  # without one nothing strong stands in a text
_COMMA = re.compile(r",\s+")
_EDGES = " \t\n–—―-«»„“”\"',;:"
_SPOKEN = '»“”",.!?…'  # before a dash: «…», — сказал он
_OPENS = frozenset("–—-:")
_FIGURE = re.compile(r"\d")
_HEAD = 10  # tokens of what stands before the verb and holds a day
_NEAR = 8  # tokens from a conjunction to the cue of its clause
_SHARE = 0.6  # of a clause that what a colon adds to it may have

_CONTRAST = frozenset({"а", "ал", "while", "and", "и", "докато"})
_SHARED = frozenset({"orders", "needs", "duties"})

Span = tuple[int, int]


class Clause(NamedTuple):
    """A stretch of a passage with its cues; token numbers count in the passage."""

    start: int
    end: int
    first: int
    after: int
    cues: tuple[Cue, ...]


def clauses(
    text: str,
    span: Span,
    tokens: Words,
    begin: int,
    cues: Sequence[Cue],
    directives: Directives,
    agents: Mapping[int, int],
) -> list[Clause]:
    """The clauses of a sentence with a cue; ``tokens`` are its own, ``begin`` their first.

    ``agents`` are where names of agencies begin and end: one behind «а» shares the cue of the
    clause before: «Минфину надлежит …, а акиматам – …».
    """
    commas = [comma for comma in _COMMA.finditer(text, *span) if comma.end() in tokens.places]
    gaps = _gaps(commas, tokens, cues, directives, agents)
    pieces = _pieces(text, span, tokens, cues, directives, gaps, agents, commas)
    found = []
    if len(pieces) > 1:
        pieces = _joined(text, pieces, tokens, cues)
        pieces = _dated(text, pieces, tokens, cues, directives.language)
        if directives.language == "kk":
            pieces = _led(text, pieces, tokens, cues, agents)
    for begins, end in pieces:
        start = begins
        inside = tokens.between(start, end)
        own = tuple(
            Cue(cue.kind, cue.first + begin, cue.last + begin)
            for cue in cues
            if cue.first in inside
        ) or _borrowed(begins, end, cues, begin, gaps, directives)
        if own:
            opening = tokens[inside.start]
            if start > span[0] and opening.form in directives.conjunctions and len(inside) > 1:
                start = tokens[inside.start + 1].start
            first, last = _stripped(text, start, end)
            found.append(Clause(first, last, inside.start + begin, inside.stop + begin, own))
    return found


def _gaps(
    commas: Iterable[re.Match[str]],
    tokens: Words,
    cues: Sequence[Cue],
    directives: Directives,
    agents: Mapping[int, int],
) -> list[int]:
    """Where a clause without a cue of its own begins: «…, а акиматам – …»."""
    found = []
    for comma in commas:
        number = tokens.places[comma.end()]
        if number + 1 >= len(tokens) or tokens[number].form not in _CONTRAST:
            continue
        before = any(cue.kind in _SHARED and cue.first < number for cue in cues)
        behind = any(cue.first > number for cue in cues)
        named = tokens[number + 1].start in agents
        if (before and not behind and named) or (
            directives.language == "kk" and behind and not before
        ):
            found.append(comma.end())
    return found


def _borrowed(
    start: int,
    end: int,
    cues: Sequence[Cue],
    begin: int,
    gaps: Sequence[int],
    directives: Directives,
) -> tuple[Cue, ...]:
    """The cue of the clause beside, for one that leaves it out; in Kazakh the verb comes last."""
    if not gaps or not (start in gaps or (directives.language == "kk" and end == gaps[0])):
        return ()
    shared = [cue for cue in cues if cue.kind in _SHARED]
    lent = shared[-1:] if directives.language == "kk" else shared[:1]
    return tuple(Cue(cue.kind, cue.first + begin, cue.last + begin) for cue in lent)


def _pieces(
    text: str,
    span: Span,
    tokens: Words,
    cues: Sequence[Cue],
    directives: Directives,
    gaps: Sequence[int],
    agents: Mapping[int, int],
    commas: Iterable[re.Match[str]],
) -> list[Span]:
    """Parts between colons and dashes, and behind commas where another clause has its cue."""
    elided = any(cue.kind == "elided" for cue in cues)
    dashes = [
        match.end()
        for match in (_STRONG.finditer(text, *span) if _SIGN.search(text, *span) else ())
        if not (elided and match.start() in agents.values())
    ]
    marks = [mark for mark in dashes if not any(gap < mark for gap in gaps)] + list(gaps)
    numbers = tokens.places
    for comma in commas:
        number = numbers[comma.end()]
        last = max([span[0], *(mark for mark in marks if mark <= comma.start())])
        before = any(last <= tokens[cue.first].start < comma.start() for cue in cues)
        behind = next((cue for cue in cues if cue.first >= number), None)
        if behind is None:
            continue
        joins = tokens[number].form in directives.conjunctions
        opened = numbers.get(_letter(text, last))
        trails = opened is not None and tokens[opened].form in directives.subordinate
        if (joins and (not before or behind.first - number <= _NEAR)) or (trails and not before):
            marks.append(comma.end())
    return [
        (start, end) for start, end in pairwise([span[0], *sorted(marks), span[1]]) if start < end
    ]


def _joined(text: str, pieces: Sequence[Span], tokens: Words, cues: Sequence[Cue]) -> list[Span]:
    """A piece without a cue goes to the one before if it only lists or adds a little to it."""
    joined: list[Span] = []
    starts = [tokens[cue.first].start for cue in cues]
    for start, end in pieces:
        own = any(start <= place < end for place in starts)
        if joined and not own and joined[-1][1] == start:
            head, tail = start - joined[-1][0], end - start
            before = text[joined[-1][0] : start].rstrip()
            sign = "" if before[:-1].rstrip()[-1:] in _SPOKEN else before[-1:]
            share = _SHARE if sign == ":" and not _gives_day(text, joined[-1], start, end) else 1
            little = tail <= head * share
            if sign and sign in "—–―-:" and (little or _lists(tokens, start, end)):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _gives_day(text: str, before: Span, start: int, end: int) -> bool:
    """«Срок передвинут: был 1 мая, стал 1 июня»: behind the colon stand the days."""
    return bool(_FIGURE.search(text, start, end)) and not _FIGURE.search(text, *before)


def _dated(
    text: str, pieces: Sequence[Span], tokens: Words, cues: Sequence[Cue], language: str
) -> list[Span]:
    """«Прежний срок – 1 мая – переношу …»: a day told first belongs to what is done about it."""
    dated: list[Span] = []
    starts = [tokens[cue.first].start for cue in cues]
    for start, end in pieces:
        if dated and dated[-1][1] == start:
            first = dated[-1][0]
            before = text[first:start].rstrip()
            opens = before[-1:] in _OPENS and before[:-1].rstrip()[-1:] not in _SPOKEN
            idle = not any(first <= place < start for place in starts)
            heads = len(tokens.between(first, start)) <= _HEAD and (
                language != "ru" or _lists(tokens, first, start)
            )
            if opens and idle and heads and _FIGURE.search(before):
                dated[-1] = (first, end)
                continue
        dated.append((start, end))
    return dated


def _led(
    text: str, pieces: Sequence[Span], tokens: Words, cues: Sequence[Cue], agents: Mapping[int, int]
) -> list[Span]:
    """In Kazakh the verb comes last: who must, before a dash, belongs to what must be done."""
    led: list[Span] = []
    starts = [tokens[cue.first].start for cue in cues]
    for start, end in pieces:
        before = text[led[-1][0] : start].rstrip() if led else ""
        if before[-1:] in {"–", "—", "-"} and before[:-1].rstrip()[-1:] not in _SPOKEN:
            own = any(led[-1][0] <= place < start for place in starts)
            named = any(led[-1][0] <= place < start for place in agents)
            if named and not own and any(start <= place < end for place in starts):
                led[-1] = (led[-1][0], end)
                continue
        led.append((start, end))
    return led


def _lists(tokens: Words, start: int, end: int) -> bool:
    """Whether a piece only lists things: it has no verb."""
    return not any(is_verb(tokens[number].form) for number in tokens.between(start, end))


def _letter(text: str, place: int) -> int:
    while place < len(text) and not text[place].isalnum():
        place += 1
    return place


def _stripped(text: str, start: int, end: int) -> Span:
    """The piece without blanks, dashes and quotes around it; a last full stop stays."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end - start > 1 and text[end - 1] == "." and text[end - 2] in _EDGES:
        return _stripped(text, start, end - 1)
    return start, end
