"""Whether two documents tell of one event: by days, names, numbers, things, copied words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from index.policy.occasions.evidence import alike, copied
from index.policy.occasions.told import Told, once_a_day, once_a_year, seldom_twice

COPIED = 0.5  # of the shorter text's shingles that a copy shares
_COPIED_LATER = 0.85  # the same of texts whose days are far apart: what is always said is no copy
_ALIKE = 0.8  # of the anchors of the poorer one that two texts of days far apart must share …
_FEWEST = 10  # … and how many
_FEW = 3  # anchors shared with a text that names the day of the other
_CERTAIN, _LIKELY = 100.0, 1.0
_MOST, _LEAST = 5.0, -6.0  # what a pair of texts says for or against putting their groups together
_SURER = {0: 0.0, 1: 1.8}  # what must remain, by the days between …
_EVE = 1.0  # for one event, where a text says that it was yesterday
_VAGUE = 4.0  # … where a date is vague and may be the other's …
_LATER = 6.0  # … else, and where a text has no date
_ENOUGH = 4.0  # what a text must weigh to be plainly of something else
_TITLED = 0.1  # shared of what they tell, where their titles have a name and their kind in common
_DAYS = 7
_AFTERWARDS = 31  # days in which others still tell of a day that they name
_ALL = 150  # documents of which every pair is compared
_BLOCK = 12  # documents that may share an anchor by which others are compared


def candidates(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs worth a look: of one event, of days that may be one, or sharing a rare anchor.

    Of few documents every pair.
    """
    if len(told) <= _ALL:
        return combinations(told, 2)
    return _sharing(told)


def _sharing(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    vague = {str(one.date)[:7] for one in told if one.date is not None and not one.date.day}
    for number, one in enumerate(told):
        for key in _keys(one, vague):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key, numbers in blocks.items():
        if len(numbers) <= _BLOCK or key.startswith("@"):
            seen.update(combinations(numbers, 2))
    for first, second in sorted(seen):
        yield told[first], told[second]


def _keys(one: Told, vague: Collection[str]) -> set[str]:
    """Under what a document may meet those it is compared with; any number may meet under @."""
    date = one.date
    keys = {*one.weighed, *(trait for trait in one.traits.told if trait[0] in "#^")}
    if date is not None:
        keys.add(f"@{str(date)[:7] if str(date)[:7] in vague else date}")
    if one.anchors & once_a_year():
        dated = {(date.year, date.month)} if date is not None and date.month else set()
        keys |= {f"@~{named}" for named in dated | one.months}
    if one.document.event:
        keys.add(f"@@{one.document.event}")
    return keys


def tie(one: Told, other: Told) -> float:
    """How sure it is that two documents tell of one event; 0 where it is not.

    They do as given, by the day and the kind of occasion, by what they share, by copied words.
    """
    if one.document.event and other.document.event:
        return _CERTAIN if one.document.event == other.document.event else 0.0
    apart = days_apart(one, other)
    if apart is not None and apart <= _DAYS:
        speaks = _of_one_day(one, other, apart)
        if speaks > 0:
            return speaks
        told = bool(apart) and _looks_back(one, other)
    elif apart is None:
        undated = one.date is None or other.date is None
        speaks = alike(one, other).speaks() - (_LATER if undated else _VAGUE)
        if speaks > 0:
            return speaks
        told = _looks_back(one, other)
    else:
        told = _looks_back(one, other) or _alike_anyway(one, other)
    return _LIKELY if told or _is_copied(one, other, apart) else 0.0


def _is_copied(one: Told, other: Told, apart: int | None) -> bool:
    """Whether one text holds the words of the other; a year later formulas alone are no copy."""
    if one.language != other.language:
        return False
    far = apart is not None and apart > _AFTERWARDS
    return copied(one, other) >= (_COPIED_LATER if far else COPIED)


def leans(one: Told, other: Told, tied: float) -> float:
    """What a pair says for putting their groups together, below 0 if against; 0 where nothing.

    ``tied`` is how sure it is that the two tell of one event.
    """
    if tied > 0:
        return min(tied, _MOST)
    if one.document.event and other.document.event:
        return -_CERTAIN
    apart = days_apart(one, other)
    if apart is None or apart > 1 or one.kinds & other.kinds & (once_a_day() | seldom_twice()):
        return 0.0
    likeness = alike(one, other)
    if likeness.whole < _ENOUGH and not likeness.amount:
        return 0.0
    return min(max(likeness.speaks(), _LEAST), 0.0)


def _of_one_day(one: Told, other: Told, apart: int) -> float:
    """What speaks for one occasion of two texts of a day or of days close by."""
    kinds = one.kinds & other.kinds
    if not apart and kinds & once_a_day():
        return _CERTAIN  # one President, one day, one kind of occasion
    likeness = alike(one, other)
    eve = apart == 1 and bool(kinds) and names_day(one, other)
    speaks = likeness.speaks_of_days() if apart - eve else likeness.speaks() + _EVE * eve
    speaks -= _SURER.get(apart - eve, _LATER)
    if kinds and not apart and likeness.titled and likeness.share >= _TITLED:
        return max(speaks, _LIKELY)
    return speaks


def _looks_back(one: Told, other: Told) -> bool:
    """Whether the later of two texts tells of the occasion that the other one is of."""
    kinds = one.kinds & other.kinds
    if not kinds:
        return False
    if len(one.weighed.keys() & other.weighed.keys()) >= _FEW and names_day(one, other):
        return True
    return bool(kinds & once_a_year()) and _names_month(one, other)


def _alike_anyway(one: Told, other: Told) -> bool:
    """Whether two texts whose days are far apart share so much that it is one event."""
    shared = one.weighed.keys() & other.weighed.keys()
    if len(shared) < _FEWEST:
        return False
    weight = sum(one.weighed[anchor] for anchor in shared)
    return weight / min(one.weight, other.weight) >= _ALIKE


def names_day(one: Told, other: Told) -> bool:
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


def days_apart(one: Told, other: Told) -> int | None:
    """The days between two speeches; None where a date is vague and may be the other's."""
    first, second = one.date, other.date
    if first is None or second is None:
        return None
    gap = max((second.first - first.last).days, (first.first - second.last).days)
    if gap > 0:
        return gap
    return 0 if first.day and second.day else None
