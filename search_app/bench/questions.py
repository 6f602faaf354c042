"""Twelve kinds of queries over the words of a corpus, and the whole job that each one is."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.documents.dates import PartialDate
from search_app.bench.corpus import AGENCIES

KINDS = ("frequent", "rare", "and2", "and3", "or3", "phrase")
SINCE, UNTIL, AGENCY = PartialDate(2018), PartialDate(2020), AGENCIES[1]

FREQUENT, MIDDLE, RARE = 0.02, 0.002, 0.0005
"""Shares of the passages that hold a term of each sort, at least; rare ones at most."""

_SAMPLED = 0.01  # of the passages lend phrases


@dataclass(frozen=True)
class Question:
    """Words joined in one way, alone or with a range of dates and an agency."""

    kind: str
    words: tuple[str, ...]
    filtered: bool

    @property
    def name(self) -> str:
        """The kind as the table names it."""
        return f"{self.kind} filtered" if self.filtered else self.kind


@dataclass(frozen=True)
class Answer:
    """What every engine must tell: the exact total, the counts, and the best scores."""

    total: int
    agencies: dict[str, int]
    areas: dict[str, int]
    months: dict[str, int]
    scores: tuple[float, ...]

    def agrees(self, other: Answer) -> bool:
        """Whether totals and counts are the same; formulas of scores differ."""
        mine = (self.total, self.agencies, self.areas, self.months)
        return mine == (other.total, other.agencies, other.areas, other.months)


def questions(texts: Iterable[Sequence[str]], each: int) -> list[Question]:
    """So many questions of each kind, over passages given as lists of lemmas."""
    drawn = random.Random(each)  # noqa: S311 - the same questions every time
    held, some, count = Counter[str](), list[Sequence[str]](), 0
    for text in texts:
        count += 1
        held.update(set(text))
        if len(text) > 2 and drawn.random() < _SAMPLED:  # noqa: PLR2004
            some.append(text)
    ordered = sorted(held, key=lambda word: (-held[word], word))
    frequent = [word for word in ordered if held[word] > FREQUENT * count]
    middle = [word for word in ordered if MIDDLE < held[word] / count < FREQUENT]
    rare = [word for word in ordered if 3 < held[word] < max(RARE * count, 10)]  # noqa: PLR2004
    sorts = {
        "frequent": (frequent,),
        "rare": (rare,),
        "and2": (frequent, middle),
        "and3": (frequent, frequent, middle),
        "or3": (frequent, middle, middle),
    }
    made = []
    for kind in KINDS:
        for _ in range(each):
            if kind == "phrase":
                words = _neighbours(drawn.choice(some), drawn)
            else:
                words = tuple(drawn.choice(among) for among in sorts[kind])
            made += [Question(kind, words, filtered) for filtered in (False, True)]
    return made


def _neighbours(text: Sequence[str], drawn: random.Random) -> tuple[str, ...]:
    start = drawn.randrange(len(text) - 1)
    return tuple(text[start : start + 2])


def months(days: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Counts by month from counts of written dates: YYYY-MM, or YYYY for a whole year.

    A passage dated only in a year counts in each of its months that another one names.
    """
    counts = Counter[str]()
    for date, count in days:
        counts[date[:7]] += count
    return {
        month: count + counts[month[:4]]
        for month, count in counts.items()
        if len(month) > 4  # noqa: PLR2004
    }
