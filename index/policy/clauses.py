"""Clauses of a sentence that say one thing each: where an instruction begins and ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from itertools import pairwise

from index.language import Token
from index.policy.directives import Directives
from index.policy.grammar import is_verb
from index.policy.wordings import Cue

_STRONG = re.compile(r",[”\"](?=\s)|[;:](?=\s)|\s[—–―-](?=\s)|[“”»\"]\s*,?\s*[–—―-](?=\s)")
_COMMA = re.compile(r",\s+")
_EDGES = " \t\n–—―-«»„“”\"',;:"
_SPOKEN = '»“”",.!?…'  # before a dash: «…», — сказал он
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
    tokens: Sequence[Token],
    begin: int,
    cues: Sequence[Cue],
    directives: Directives,
    agents: Mapping[int, int],
) -> list[Clause]:
    """The clauses of a sentence with a cue; ``tokens`` are its own, ``begin`` their first.

    ``agents`` are where names of agencies begin and end: one behind «а» shares the cue of the
    clause before: «Минфину надлежит …, а акиматам – …».
    """
    gaps = _gaps(text, span, tokens, cues, directives, agents)
    pieces = _joined(
        text, _pieces(text, span, tokens, cues, directives, gaps, agents), tokens, cues
    )
    found = []
    for begins, end in pieces:
        start = begins
        inside = [number for number, token in enumerate(tokens) if start <= token.start < end]
        own = tuple(
            Cue(cue.kind, cue.first + begin, cue.last + begin)
            for cue in cues
            if inside and inside[0] <= cue.first <= inside[-1]
        ) or _borrowed(begins, end, cues, begin, gaps, directives)
        if own:
            opening = tokens[inside[0]]
            if start > span[0] and opening.form in directives.conjunctions and len(inside) > 1:
                start = tokens[inside[1]].start
            first, last = _stripped(text, start, end)
            found.append(Clause(first, last, inside[0] + begin, inside[-1] + 1 + begin, own))
    return found


def _gaps(
    text: str,
    span: Span,
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    directives: Directives,
    agents: Mapping[int, int],
) -> list[int]:
    """Where a clause without a cue of its own begins: «…, а акиматам – …»."""
    numbers = {token.start: number for number, token in enumerate(tokens)}
    found = []
    for comma in _COMMA.finditer(text, *span):
        number = numbers.get(comma.end(), len(tokens))
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
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    directives: Directives,
    gaps: Sequence[int],
    agents: Mapping[int, int],
) -> list[Span]:
    """Parts between colons and dashes, and behind commas where another clause has its cue."""
    elided = any(cue.kind == "elided" for cue in cues)
    dashes = [
        match.end()
        for match in _STRONG.finditer(text, *span)
        if not (elided and match.start() in agents.values())
    ]
    marks = [mark for mark in dashes if not any(gap < mark for gap in gaps)] + list(gaps)
    numbers = {token.start: number for number, token in enumerate(tokens)}
    for comma in _COMMA.finditer(text, *span):
        number = numbers.get(comma.end())
        if number is None:
            continue
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


def _joined(
    text: str, pieces: Sequence[Span], tokens: Sequence[Token], cues: Sequence[Cue]
) -> list[Span]:
    """A piece without a cue goes to the one before if it only lists or adds a little to it."""
    joined: list[Span] = []
    starts = [tokens[cue.first].start for cue in cues]
    for start, end in pieces:
        own = any(start <= place < end for place in starts)
        if joined and not own and joined[-1][1] == start:
            head, tail = start - joined[-1][0], end - start
            before = text[joined[-1][0] : start].rstrip()
            sign = "" if before[:-1].rstrip()[-1:] in _SPOKEN else before[-1:]
            words = [token for token in tokens if start <= token.start < end]
            lists = not any(is_verb(token.form) for token in words)
            if (
                sign
                and sign in "—–―-:"
                and (tail <= head * (_SHARE if sign == ":" else 1) or lists)
            ):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


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
