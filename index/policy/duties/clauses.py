"""Clauses of a sentence that say one thing each: where an instruction begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from index.policy.duties.addressees.joining import Span, joined
from index.policy.duties.builds.listed import LISTED
from index.policy.duties.builds.surroundings import WHOM
from index.policy.duties.directives import Directives
from index.policy.duties.lexicon import Cut
from index.policy.duties.timing.turning import turns
from index.policy.openings import Sought
from index.policy.scouting import Words
from index.policy.wordings import Cue, new_cue
from index.policy.wordlists import before_end, made_of

# Without one nothing strong stands in a text; two patterns are quicker than one of two kinds.
_SIGN, _HYPHEN = re.compile(r"[;:—–―“”»\"]"), re.compile(r"-\s")
_COMMA = re.compile(r",\s+")
_AIM = 10  # characters of «ради того»
_EDGES = " \t\n–—―-«»„“”\"',;:"
_QUOTES = '“”»"'
_NEAR = 8  # tokens from a conjunction to the cue of its clause

_LED = 7  # tokens from «а» to the name of who must
_DAY = r"\s[^,;:]{3,40},\s*"  # «не в мае, а в июне»
_DASH = re.compile(r"[»”\"]?\s[—–―-]\s")
_SHARED = frozenset({"orders", "needs", "duties"})


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
    gaps = _gaps(text, commas, tokens, cues, directives, agents)
    pieces = _pieces(text, span, tokens, cues, directives, gaps, agents, commas)
    found = []
    if len(pieces) > 1:
        pieces = joined(text, pieces, tokens, cues, agents, directives)
    for begins, end in pieces:
        start = begins
        inside = tokens.between(start, end)
        own = tuple(_moved(cue, begin) for cue in cues if cue.first in inside)
        if all(cue.kind == WHOM for cue in own):
            own += _borrowed(begins, end, cues, begin, gaps, directives)
        if own:
            opening = tokens[inside.start]
            if start > span[0] and opening.form in directives.conjunctions and len(inside) > 1:
                start = tokens[inside.start + 1].start
            first, last = _stripped(text, start, end, directives.words.cut)
            found.append(Clause(first, last, inside.start + begin, inside.stop + begin, own))
    return found


def _is_next(
    text: str, place: int, cues: Sequence[Cue], number: int, agents: Mapping[int, int]
) -> bool:
    """«Правительству взять это под контроль, акимам – докладывать»: another who must."""
    end = agents.get(place)
    if end is None or _DASH.match(text, end) is None:
        return False
    return any(cue.kind in _SHARED or cue.kind == "elided" for cue in cues if cue.first < number)


def _is_led_to_dash(text: str, number: int, tokens: Words, agents: Mapping[int, int]) -> bool:
    """«…, а спасателям под началом МЧС – закупить лодки»: another who must, told at length."""
    return any(
        token.start in agents and _DASH.match(text, agents[token.start])
        for token in tokens[number + 1 : number + _LED]
    )


def _gaps(
    text: str,
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
        if number + 1 >= len(tokens) or tokens[number].form not in directives.words.cut.contrast:
            if _is_next(text, comma.end(), cues, number, agents):
                found.append(comma.end())
            continue
        before = any(cue.kind in _SHARED and cue.first < number for cue in cues)
        behind = any(cue.first > number and cue.kind != WHOM for cue in cues)
        named = tokens[number + 1].start in agents
        named = named or _is_led_to_dash(text, number, tokens, agents)
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
    shared = [cue for cue in cues if cue.kind in _SHARED or cue.kind == "elided"]
    lent = shared[-1:] if directives.language == "kk" else shared[:1]
    return tuple(_moved(cue, begin) for cue in lent)


def _moved(cue: Cue, begin: int) -> Cue:
    """A cue of a sentence as the passage counts its tokens."""
    kind, first, last = cue
    return new_cue(Cue, (kind, first + begin, last + begin))


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
    marks = [*gaps, *_signs(text, span, tokens, cues, gaps, agents, directives.words.cut)]
    marks += turns(text, span, tokens, cues, directives, agents)
    numbers, words = tokens.places, directives.words.cut
    aimed_at, timed, denied = _before_comma(words.for_that, words.time, words.not_so)
    for comma in commas:
        number = numbers[comma.end()]
        behind = next((one for one in cues if one.first >= number and one.kind != "closes"), None)
        if behind is None:
            break  # no clause begins behind the last cue
        if aimed_at.search(text, max(span[0], comma.start() - _AIM), comma.start()):
            continue
        form = tokens[number].form
        if form in words.so_that and timed.search(text, span[0], comma.start()):
            continue
        if form in words.but and denied.search(text, span[0], comma.end()):
            continue
        last = max([span[0], *(mark for mark in marks if mark <= comma.start())])
        before = any(last <= tokens[cue.first].start < comma.start() for cue in cues)
        joins = tokens[number].form in directives.conjunctions and not _adds(tokens, number, words)
        near = _NEAR * (2 if directives.language == "kk" else 1)  # the verb comes last
        opened = numbers.get(_letter(text, last))
        trails = opened is not None and tokens[opened].form in directives.subordinate
        aimed = before and _is_aimed(tokens, number, behind, near, directives)
        parts = joins and (not before or behind.first - number <= near)
        if aimed or parts or (trails and not before):
            marks.append(comma.end())
    return [
        (start, end) for start, end in pairwise([span[0], *sorted(marks), span[1]]) if start < end
    ]


def _is_aimed(tokens: Words, number: int, behind: Cue, near: int, directives: Directives) -> bool:
    """«…, к 2030 году рассчитываем …»: behind the comma something is aimed at."""
    close = behind.kind == "aims" and behind.first - number <= near
    return close and tokens[number].form not in directives.relative


def _signs(
    text: str,
    span: Span,
    tokens: Words,
    cues: Sequence[Cue],
    gaps: Sequence[int],
    agents: Mapping[int, int],
    words: Cut,
) -> Iterator[int]:
    """Where something begins behind a colon or a dash, but for dashes in place of a verb."""
    if not _SIGN.search(text, *span) and not _HYPHEN.search(text, *span):
        return
    bare = any(cue.kind in {"elided", "entrusts"} for cue in cues)
    put = {tokens[cue.first].start for cue in cues if cue.kind in {"entrusts", "elided", LISTED}}
    # «ключи – только у прокуратуры»: a word may stand between
    put |= {tokens[max(cue.first - 1, 0)].start for cue in cues if cue.kind == "entrusts"}
    shared = min(gaps, default=span[1])
    for sign in _strong(words.said).finditer(text, *span):
        behind = sign.start() > shared
        end = sign.start() - (text[sign.start() - 1] == ",")  # «задача, министр, – перевести»
        verbless = (bare or behind) and end in agents.values()
        quoted = sign[0][0] in _QUOTES
        if not verbless and (quoted or not behind) and sign.end() + 1 not in put:
            yield sign.end()


def _adds(tokens: Words, number: int, words: Cut) -> bool:
    """«МВД, а также КНБ»: no clause begins there."""
    return any(token.form in words.also for token in tokens[number + 1 : number + 2])


def _letter(text: str, place: int) -> int:
    while place < len(text) and not text[place].isalnum():
        place += 1
    return place


def _stripped(text: str, start: int, end: int, words: Cut) -> Span:
    """The piece without blanks, dashes and quotes around it; a last full stop stays."""
    cut = _behind_comma(words.afterthought).search(text, start, end)
    if cut:
        end = cut.start()
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end - start > 1 and text[end - 1] == "." and text[end - 2] in _EDGES:
        return _stripped(text, start, end - 1, words)
    return start, end


@made_of("cut.said")
def _strong(said: Sought) -> re.Pattern[str]:
    """Signs behind which something begins; behind a quotation words of saying may stand."""
    return re.compile(
        r",[”\"](?=\s)|[;:](?=\s)|\s[—–―-](?=\s)|[“”»\"]\s*,?\s*[–—―-](?=\s)"
        rf"|[“”»\"]\s*,(?=\s+(?:\w+\s+){{0,2}}?{said.pattern})"
    )


@made_of("cut.for_that", "cut.time", "cut.not_so")
def _before_comma(for_that: Sought, time: Sought, not_so: Sought) -> tuple[Sought, Sought, Sought]:
    """What stands before a comma behind which no clause begins."""
    return before_end(for_that), before_end(time), before_end(not_so, _DAY)


@made_of("cut.afterthought")
def _behind_comma(afterthought: Sought) -> re.Pattern[str]:
    return re.compile(rf",\s{afterthought.pattern}")
