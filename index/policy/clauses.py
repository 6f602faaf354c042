"""Clauses of a sentence that say one thing each: where an instruction begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language import Token
from index.policy.directives import Cue, Directives

_STRONG = re.compile(r"[;:](?=\s)|\s[—–―-](?=\s)|[“”»\"]\s*,?\s*[–—―-](?=\s)")
_COMMA = re.compile(r",\s+")
_EDGES = " \t\n–—―-«»„“”\"',;:"


@dataclass(frozen=True)
class Clause:
    """A stretch of a passage with its cues; token numbers count in the passage."""

    start: int
    end: int
    first: int
    after: int
    cues: tuple[Cue, ...]


def clauses(
    text: str, span: tuple[int, int], tokens: Sequence[Token], begin: int, directives: Directives
) -> list[Clause]:
    """The clauses of a sentence that hold a cue; ``tokens`` are its own, ``begin`` their first."""
    cues = directives.cues(tokens)
    if not cues:
        return []
    found: list[Clause] = []
    for start, end in _pieces(text, span, tokens, cues, directives):
        inside = [n for n, token in enumerate(tokens) if start <= token.start < end]
        if not inside:
            continue
        own = tuple(
            Cue(cue.kind, cue.first + begin, cue.last + begin)
            for cue in cues
            if inside[0] <= cue.first <= inside[-1]
        )
        if own:
            first, last = _stripped(text, start, end)
            found.append(Clause(first, last, inside[0] + begin, inside[-1] + 1 + begin, own))
    return found


def _pieces(
    text: str,
    span: tuple[int, int],
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    directives: Directives,
) -> list[tuple[int, int]]:
    """Parts between colons and dashes, and behind commas where another clause has its cue."""
    marks = [match.end() for match in _STRONG.finditer(text, *span)]
    starts = {token.start: number for number, token in enumerate(tokens)}
    for comma in _COMMA.finditer(text, *span):
        number = starts.get(comma.end())
        if number is None or tokens[number].form not in directives.conjunctions:
            continue
        before = [cue for cue in cues if marks_before(marks, tokens, cue, comma.start())]
        behind = [cue for cue in cues if cue.first > number]
        if behind and (not before or _apart(tokens, number, behind[0])):
            marks.append(comma.end())
    edges = [span[0], *sorted(marks), span[1]]
    return [(start, end) for start, end in zip(edges, edges[1:], strict=False) if start < end]


def marks_before(marks: Sequence[int], tokens: Sequence[Token], cue: Cue, comma: int) -> bool:
    """Whether a cue stands between the last mark and a comma."""
    last = max((mark for mark in marks if mark <= comma), default=0)
    return last <= tokens[cue.first].start < comma


def _apart(tokens: Sequence[Token], number: int, cue: Cue) -> bool:
    """Whether the cue behind a conjunction is near enough to be that of its clause."""
    return cue.first - number <= _NEAR


_NEAR = 8


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The piece without blanks, dashes and quotes around it; a last full stop stays."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
