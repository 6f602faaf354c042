"""How alike two documents are in what they tell of: days, names, numbers, copied words."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import combinations

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy.anchors import anchors, days, months
from index.policy.reading import read_table

_SHINGLE = 4  # words
COPIED = 0.5  # of the shorter text's shingles that a copy shares
# What two texts must share of the anchors of the poorer one, by how their dates agree …
_ALIKE = {"day": 0.3, "near": 0.6, "month": 0.38, "unknown": 0.6, "far": 0.8}
_FEWEST = {"far": 10, "near": 10}  # … and how many, else:
_FEW = 3
_NEAR = 1  # days
_AFTERWARDS = 31  # days in which others still tell of a day that they name
_COMMON = 0.5  # of all documents: what more hold tells nothing
_ALL = 150  # documents of which every pair is compared
_BLOCK = 12  # documents that may share an anchor by which others are compared


@dataclass(eq=False)
class Told:
    """A document as it is compared."""

    document: Document
    anchors: frozenset[str]
    days: frozenset[tuple[int, int]]
    months: frozenset[tuple[int, int]]
    opens: bool = False  # the first of its month to tell of an occasion that comes once a year
    weight: float = 0.0
    weighed: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of all runs of four words."""
        words = re.findall(r"\w+", self.document.text.lower())
        return frozenset(
            hash(tuple(words[place : place + _SHINGLE]))
            for place in range(max(len(words) - _SHINGLE + 1, 0))
        )

    @classmethod
    def of(cls, document: Document) -> Told:
        """A document made ready to be compared."""
        return cls(document, anchors(document, occasions()), days(document), months(document))


@cache
def occasions() -> dict[str, tuple[str, ...]]:
    """Word beginnings by the kind of occasion they tell of."""
    kinds = read_table("occasions.toml").table("kinds")
    return {kind: kinds.texts(kind) for kind in kinds}


@cache
def _once_a_day() -> frozenset[str]:
    return frozenset(f"={kind}" for kind in read_table("occasions.toml").texts("once_a_day"))


@cache
def _once_a_year() -> frozenset[str]:
    return frozenset(f"={kind}" for kind in read_table("occasions.toml").texts("once_a_year"))


def _mark_openings(told: Sequence[Told]) -> None:
    """An address is what the first texts of its month tell of; later ones look back."""
    first: dict[str, PartialDate] = {}
    yearly = [one for one in told if one.anchors & _once_a_year()]
    for one in yearly:
        date = one.document.date
        if date is not None and date.day:
            month = str(date)[:7]
            first[month] = min(first.get(month, date), date, key=str)
    for one in yearly:
        date = one.document.date
        one.opens = date is not None and date == first.get(str(date)[:7])


def weigh(told: Sequence[Told]) -> None:
    """Rare anchors weigh more: log of the documents by those that hold it."""
    _mark_openings(told)
    held = Counter(anchor for one in told for anchor in one.anchors)
    many = max(len(told) * _COMMON, 2)
    weights = {
        anchor: math.log((len(told) + 1) / count) for anchor, count in held.items() if count <= many
    }
    for one in told:
        one.weighed = {anchor: weights[anchor] for anchor in one.anchors if anchor in weights}
        one.weight = sum(one.weighed.values())


def candidates(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs worth a look: of one event, of days that may be one, or sharing a rare anchor.

    Of few documents every pair.
    """
    if len(told) <= _ALL:
        return combinations(told, 2)
    return _sharing(told)


def _sharing(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    vague = {str(one)[:7] for one in map(_date, told) if one is not None and not one.day}
    for number, one in enumerate(told):
        date = _date(one)
        if date is not None:
            month = str(date)[:7]
            blocks[f"@{month if month in vague else date}"].append(number)
        if one.anchors & _once_a_year():
            dated = {(date.year, date.month)} if date is not None and date.month else set()
            for named in dated | one.months:
                blocks[f"@~{named}"].append(number)
        if one.document.event:
            blocks[f"@@{one.document.event}"].append(number)
        for anchor in one.weighed:
            blocks[anchor].append(number)
    seen: set[tuple[int, int]] = set()
    for key, numbers in blocks.items():
        if len(numbers) <= _BLOCK or key.startswith("@"):
            seen.update(combinations(numbers, 2))
    for first, second in sorted(seen):
        yield told[first], told[second]


def _date(one: Told) -> PartialDate | None:
    return one.document.date or one.document.published


def same(one: Told, other: Told) -> bool:
    """Whether two documents tell of one event: as given, by the day, or by what they share."""
    if one.document.event and other.document.event:
        return one.document.event == other.document.event
    shared = one.weighed.keys() & other.weighed.keys()
    agreement = _agreement(one, other)
    kinds = _kinds(one) & _kinds(other)
    if kinds:
        if agreement == "day" and (kinds & _once_a_day() or (one.anchors & other.anchors) - kinds):
            return True  # one President, one day, one kind of occasion
        if len(shared) >= _FEW and _names_day(one, other):
            return True
        if kinds & _once_a_year() and _names_month(one, other):
            return True
    if len(shared) >= _FEWEST.get(agreement, _FEW):
        alike = sum(one.weighed[anchor] for anchor in shared) / min(one.weight, other.weight)
        if alike >= _ALIKE[agreement]:
            return True
    return one.document.language == other.document.language and copied(one, other) >= COPIED


def _names_day(one: Told, other: Told) -> bool:
    """Whether a text told later names the day of the other's speech."""
    first, second = one.document.date, other.document.date
    if first is None or second is None or not first.day or not second.day:
        return False
    if abs((first.first - second.first).days) > _AFTERWARDS:
        return False
    return (first.month, first.day) in other.days or (second.month, second.day) in one.days


def _names_month(one: Told, other: Told) -> bool:
    """Whether a text told later names the month of the other's speech, as of an address."""
    first, second = one.document.date, other.document.date
    if first is None or second is None or not first.day or not second.day:
        return False
    if first.first > second.first:
        return _names_month(other, one)
    late = one.opens and 0 < (second.first - first.first).days <= _AFTERWARDS
    return late and (first.year, first.month) in other.months


def _kinds(one: Told) -> frozenset[str]:
    return frozenset(anchor for anchor in one.anchors if anchor.startswith("="))


def _agreement(one: Told, other: Told) -> str:
    """How the dates of two speeches agree; far where they cannot be one."""
    first, second = _date(one), _date(other)
    if first is None or second is None:
        return "unknown"
    if first.first > second.last or second.first > first.last:
        gap = max((second.first - first.last).days, (first.first - second.last).days)
        return "near" if gap <= _NEAR else "far"
    return "day" if first.day and second.day else "month"


def copied(one: Told, other: Told) -> float:
    """The share of the shorter text's runs of words that stand in the other."""
    fewer = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) / fewer if fewer else 0.0
