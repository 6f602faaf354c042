"""Which event each document tells of: given, or found by comparing it with its neighbours.

A small archive is compared as a whole. In a large one the documents of a month are compared
with those of the next, on crowded months those of a day with those of the next; a day with
more than ``CROWD`` documents is no day of news and its documents stand alone unless given an
event. So a change costs the work of its months, whatever the archive holds.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.documents.document import Document
from index.policy import Told, group, grouped
from index.store.reader import Index

FEW = 300
"""An archive of so many documents is compared as a whole."""

BUSY = 120
"""Two months in a row with more documents than this are compared day by day."""

CROWD = 90
"""More documents than this on two days in a row are not compared."""

Fetch = Callable[[Collection[str]], Iterable[Document]]
"""Documents by their ids."""


@dataclass(frozen=True)
class Standing:
    """What the index says of a document: its first and last day (-1 undated), its event."""

    first: int
    last: int
    event: str = ""

    @classmethod
    def of(cls, document: Document) -> Standing:
        """What the index would say of a document by itself."""
        date = document.date
        if date is None:
            return cls(-1, -1, document.event)
        return cls(date.first.toordinal(), date.last.toordinal(), document.event)

    @property
    def month(self) -> int:
        """The month, counted from year 0; -1 where the date is vaguer."""
        if self.first < 0 or self.last - self.first > 31:  # noqa: PLR2004 - days of a month
            return -1
        day = dt.date.fromordinal(self.first)
        return day.year * 12 + day.month - 1


def standings(ix: Index | None) -> dict[str, Standing]:
    """All documents of an index, by id."""
    found = {}
    for segment in ix.segments if ix else ():
        first, last = segment.arrays["first_day"].tolist(), segment.arrays["last_day"].tolist()
        event = segment.arrays["event"].tolist()
        names = [name.decode() for name in segment.events] + [""]
        for each in segment.documents():
            name = segment.document_id(each).decode()
            found[name] = Standing(first[each], last[each], names[event[each]])
    return found


def assigned(
    before: Mapping[str, Standing], changed: Sequence[str], removed: Sequence[str], fetch: Fetch
) -> dict[str, str]:
    """The event of every changed document, and of those whose event changes with them.

    ``before`` is what stood in the index; an empty event is none but the document's own.
    """
    left = {name: each for name, each in before.items() if name not in {*changed, *removed}}
    if len(left) + len(changed) <= FEW:
        return _told(list(fetch([*left, *changed])))
    return _nearby(before, left, changed, removed, fetch)


def _told(documents: Sequence[Document]) -> dict[str, str]:
    given = {each.id: each.event for each in documents}
    return {
        name: given[name] or (event.id if len(event.documents) > 1 else "")
        for event in group(documents)
        for name in event.documents
    }


def _nearby(
    before: Mapping[str, Standing],
    left: Mapping[str, Standing],
    changed: Sequence[str],
    removed: Sequence[str],
    fetch: Fetch,
) -> dict[str, str]:
    stands = dict(left)
    for part in _parts(list(changed)):
        stands |= {each.id: Standing.of(each) for each in fetch(part)}
    touched = {before[name].month for name in (*changed, *removed) if name in before}
    touched |= {stands[name].month for name in changed}
    touched -= {-1}
    ties, ready = Ties(), Ready(fetch)
    windows = _windows(stands, {month - shift for month in touched for shift in (0, 1)})
    # Days of a crowded month come twice: after the month before and before the next.
    for window in dict.fromkeys(map(tuple, windows)):
        for event in grouped(ready.told(window)):
            ties.tie(event.documents)
    for name in changed:
        ties.tie([name])
    for name, each in stands.items():
        # What stood together stays so, but for what this change touches.
        if each.event and (each.month not in touched or name in changed):
            ties.tie([name, f"={each.event}"])
    return _named(ties, stands, given=_given(left, changed, stands, touched, fetch))


def _given(
    left: Mapping[str, Standing],
    changed: Sequence[str],
    stands: Mapping[str, Standing],
    touched: set[int],
    fetch: Fetch,
) -> dict[str, str]:
    """The events that somebody gave, of the documents that this change touches."""
    given = {name: stands[name].event for name in changed if stands[name].event}
    near = [name for name, each in left.items() if each.event and each.month in touched]
    return given | {each.id: each.event for each in fetch(near) if each.event}


class Ready:
    """Documents made ready to be compared; of those compared last as many as ``FEW`` are kept."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._kept: dict[str, Told] = {}

    def told(self, names: Collection[str]) -> list[Told]:
        """Those of these ids that there are, in the order of the ids."""
        if missing := [name for name in names if name not in self._kept]:
            self._kept |= {each.id: Told.of(each) for each in self._fetch(missing)}
        told = {name: self._kept.pop(name) for name in sorted(names) if name in self._kept}
        self._kept = dict([*self._kept.items(), *told.items()][-FEW:])
        return list(told.values())


class Ties:
    """What belongs together; a union of pairs (Galler and Fischer 1964)."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def tie(self, names: Iterable[str]) -> None:
        """Put some names together."""
        first = ""
        for name in names:
            root = self.root(name)
            first = first or root
            self._leader[root] = first

    def root(self, name: str) -> str:
        """The name that stands for all that belong together with this one."""
        self._leader.setdefault(name, name)
        while self._leader[name] != name:
            self._leader[name] = self._leader[self._leader[name]]
            name = self._leader[name]
        return name

    def groups(self) -> list[list[str]]:
        """All names, together where they belong so."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._leader:
            found[self.root(name)].append(name)
        return list(found.values())


def _named(ties: Ties, stands: Mapping[str, Standing], given: Mapping[str, str]) -> dict[str, str]:
    told: dict[str, str] = {}
    for members in ties.groups():
        documents = sorted(name for name in members if name in stands)
        names = sorted(given[name] for name in documents if name in given)
        # Of documents beyond this change nobody looks up whether their event was given.
        names += sorted(name[1:] for name in members if name[1:] not in stands and name[0] == "=")
        event = names[0] if names else documents[0] if len(documents) > 1 else ""
        told |= {name: given.get(name, event) for name in documents}
    return told


def _windows(stands: Mapping[str, Standing], months: set[int]) -> Iterator[list[str]]:
    """Documents to be compared, by month and the next or by day and the next."""
    by_month: dict[int, list[str]] = defaultdict(list)
    for name in sorted(stands):
        if stands[name].month in months or stands[name].month - 1 in months:
            by_month[stands[name].month].append(name)
    for month in sorted(months):
        window = by_month[month] + by_month[month + 1]
        if len(window) <= BUSY:
            yield window
        else:
            yield from _by_day(stands, window)


def _by_day(stands: Mapping[str, Standing], window: Sequence[str]) -> Iterator[list[str]]:
    by_day: dict[int, list[str]] = defaultdict(list)
    for name in window:
        by_day[stands[name].first].append(name)
    for day in sorted(by_day):
        both = by_day[day] + by_day.get(day + 1, [])
        if 1 < len(both) <= CROWD:
            yield both


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), FEW):
        yield names[start : start + FEW]
