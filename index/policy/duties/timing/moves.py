"""Deadlines that were moved: the day that holds now, and the one that held before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from index.documents.dates import PartialDate
from index.language.letters import plain
from index.policy.duties.lexicon import More
from index.policy.duties.timing.deadlines import DateGrammar, Deadline
from index.policy.duties.timing.vocabulary import last_of
from index.policy.openings import Sought
from index.policy.wordlists import made_of

_YEARLY = frozenset({"day", "month", "end-of-month", "quarter", "half", "season", "holiday"})
_YEAR = re.compile(r"\d{4}")


class _Day(NamedTuple):
    """A day in a text: where its words stand, and the deadline it would be by itself."""

    start: int
    end: int
    due: Deadline
    begin: int = 0  # where the words before the day stand that belong to it


def contrasted(text: str, grammar: DateGrammar, spoken: PartialDate | None) -> Deadline | None:
    """«Не к 1 мая, а к 1 июня», «вместо 1 мая – 1 июня»: the words alone say what was before."""
    low = plain(text)
    if not grammar.moves.might(low):
        return None
    return _pair(text, low, grammar.moves.contrasts, grammar, spoken)


def shifted(
    text: str, cue: int, grammar: DateGrammar, spoken: PartialDate | None
) -> Deadline | None:
    """The day to which a deadline was moved, and from which where that is told.

    ``cue`` is where the word stands that says that it was moved.
    """
    low = plain(text)
    pair = _pair(text, low, grammar.moves.shifts, grammar, spoken)
    if pair is not None:
        return pair
    days = list(_days(low, grammar.moves.targets, grammar, spoken))
    old = former(text, grammar, spoken)
    found = [day for day in days if old is None or not _meets(day, old)] or days
    behind = [day for day in found if day.start > cue]
    now = next(iter(behind or found[-1:]), None)
    if now is None:
        return None
    if old is None or _meets(now, old):
        ahead = [day for day in found if day.end <= cue < now.start]
        old = ahead[-1] if ahead else None
    moved = now.due._replace(text=text[now.begin : now.end], start=now.begin, end=now.end)
    return moved._replace(was=_earlier(old, moved, grammar, spoken)) if old else moved


def moved_from(
    moved: Deadline, told: Deadline | None, grammar: DateGrammar, spoken: PartialDate | None
) -> Deadline:
    """The moved deadline with one told before it, if that is of another day."""
    day = _earlier(_Day(told.start, told.end, told), moved, grammar, spoken) if told else None
    return moved._replace(was=day) if day else moved


def as_recalled(told: Deadline, grammar: DateGrammar, spoken: PartialDate | None) -> Deadline:
    """The deadline of an order given before: of two years the one nearer to the speech."""
    return told._replace(due=_nearer(told, grammar, spoken)) if told.due else told


def is_more_time(low: str, words: More) -> bool:
    """Whether a text tells of time that comes on top: «ещё год», "another year"."""
    return _more(words.more, words.time, words.ago).search(low) is not None


@made_of("more.more", "more.time", "more.ago")
def _more(more: Sought, time: Sought, ago: Sought) -> Sought:
    return Sought(
        re.compile(
            rf"{more.pattern}\s(?:[^\W\d]+\s|\d+\s){{0,2}}?{time.pattern}(?!\s{ago.pattern})"
        )
    )


def former(text: str, grammar: DateGrammar, spoken: PartialDate | None) -> _Day | None:
    """The day that the words beside it call the one before: «прежний срок, 1 мая»."""
    return next(_days(plain(text), grammar.moves.formers, grammar, spoken), None)


def before(
    text: str, moved: Deadline, grammar: DateGrammar, spoken: PartialDate | None
) -> Deadline:
    """The moved deadline with the day that the words before it call the former one."""
    old = former(text, grammar, spoken)
    return moved._replace(was=_earlier(old, moved, grammar, spoken)) if old else moved


def _pair(
    text: str,
    low: str,
    wordings: Iterable[Sought],
    grammar: DateGrammar,
    spoken: PartialDate | None,
) -> Deadline | None:
    """The first wording that names both days."""
    for wording in wordings:
        for match in wording.finditer(low):
            now, was = (grammar.day(match[name], spoken) for name in ("now", "was"))
            if now is None or was is None:
                continue
            start, end = match.span()
            moved = now._replace(text=text[start:end], start=start, end=end)
            day = _earlier(
                _Day(*match.span("was"), was._replace(text=match["was"])), moved, grammar, spoken
            )
            if day is not None:
                return moved._replace(was=day)
    return None


def _days(
    low: str,
    wordings: Iterable[Sought],
    grammar: DateGrammar,
    spoken: PartialDate | None,
) -> Iterator[_Day]:
    for wording in wordings:
        for match in wording.finditer(low):
            due = grammar.day(match["day"], spoken)
            if due is not None:
                start = match.start("day")
                yield _Day(start, match.end(), due._replace(text=match["day"]), match.start())


def _meets(one: _Day, other: _Day) -> bool:
    return one.start < other.end and other.start < one.end


def _earlier(
    old: _Day, moved: Deadline, grammar: DateGrammar, spoken: PartialDate | None
) -> dt.date | None:
    """The day before; of two years that may be meant the one nearer to the speech.

    «Срок, 1 июня, перенесён на 1 сентября» said in August tells of the June that is gone.
    """
    was, due = old.due.due, moved.due
    if was is None or due is None or was == due:
        return None
    return was if was < due else _nearer(old.due, grammar, spoken)


def _nearer(told: Deadline, grammar: DateGrammar, spoken: PartialDate | None) -> dt.date | None:
    was = told.due
    if spoken is None or was is None or told.rule not in _YEARLY or _names_year(told.text, grammar):
        return was
    year = was.year - 1
    gone = was.replace(year=year, day=min(was.day, last_of(year, was.month).day))
    nearer = abs(gone - spoken.first) < abs(was - spoken.first)
    return gone if nearer else was


def _names_year(text: str, grammar: DateGrammar) -> bool:
    return bool(_YEAR.search(text) or grammar.beside.which_year.search(text.lower()))
