"""Documents that tell of one occasion, put together; copies and translations told apart."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import combinations

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy.anchors import anchors, days
from index.policy.reading import read_table

_SHINGLE = 4  # words
_COPIED = 0.5  # of the shorter text's shingles that a copy shares
_PARALLEL = 0.7  # lengths of a translation and its original, shorter to longer
# What two texts must share of the anchors of the poorer one, by how their dates agree …
_ALIKE = {"day": 0.3, "near": 0.6, "month": 0.38, "unknown": 0.6, "far": 0.8}
_FEWEST = {"far": 10, "near": 10}  # … and how many, else:
_FEW = 3
_NEAR = 1  # days
_AFTERWARDS = 31  # days in which others still tell of a day that they name
_COMMON = 0.5  # of all documents: what more hold tells nothing
_BLOCK = 12  # documents that may share an anchor by which others are compared


@dataclass(frozen=True)
class Version:
    """A document's part in its event: fullest, copy, translation or account."""

    document: str
    relation: str


@dataclass(frozen=True)
class Event:
    """An occasion and the documents that tell of it, the most complete first."""

    id: str
    title: str
    date: PartialDate | None
    versions: tuple[Version, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents."""
        return tuple(version.document for version in self.versions)


@dataclass(eq=False)
class _Told:
    """A document as it is compared."""

    document: Document
    anchors: frozenset[str]
    days: frozenset[tuple[int, int]]
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


def group(documents: Sequence[Document]) -> list[Event]:
    """The events of the documents: by their ``event`` where given, else by what they tell."""
    occasions = _occasions()
    told = [_Told(document, anchors(document, occasions), days(document)) for document in documents]
    _weigh(told)
    leader = {one.document.id: one.document.id for one in told}
    for one, other in _candidates(told):
        if _same(one, other):
            _unite(leader, one.document.id, other.document.id)
    groups: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        groups[_root(leader, one.document.id)].append(one)
    return [_event(members) for members in groups.values()]


@cache
def _occasions() -> dict[str, tuple[str, ...]]:
    book = read_table("occasions.toml")
    return {kind: book.texts(kind) for kind in book}


def _weigh(told: Sequence[_Told]) -> None:
    """Rare anchors weigh more: log of the documents by those that hold it."""
    held = Counter(anchor for one in told for anchor in one.anchors)
    many = max(len(told) * _COMMON, 2)
    weights = {
        anchor: math.log((len(told) + 1) / count) for anchor, count in held.items() if count <= many
    }
    for one in told:
        one.weighed = {anchor: weights[anchor] for anchor in one.anchors if anchor in weights}
        one.weight = sum(one.weighed.values())


def _candidates(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs worth a look: of one event, of one month, or sharing a rare anchor."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        document = one.document
        for date in (document.date, document.published):
            if date is not None:
                blocks[f"{date.year}-{date.month}"].append(number)
        if document.event:
            blocks[f"@{document.event}"].append(number)
        for anchor in one.weighed:
            blocks[anchor].append(number)
    seen: set[tuple[int, int]] = set()
    for key, numbers in blocks.items():
        if len(numbers) > _BLOCK and key[0] not in "@12":
            continue
        seen.update(combinations(sorted(set(numbers)), 2))
    return ((told[first], told[second]) for first, second in sorted(seen))


def _same(one: _Told, other: _Told) -> bool:
    if one.document.event and other.document.event:
        return one.document.event == other.document.event
    shared = one.weighed.keys() & other.weighed.keys()
    agreement = _agreement(one.document, other.document)
    if _kinds(one) & _kinds(other):
        if agreement == "day":
            return True  # one President, one day, one kind of occasion
        if len(shared) >= _FEW and _names_day(one, other):
            return True
    if len(shared) >= _FEWEST.get(agreement, _FEW):
        alike = sum(one.weighed[anchor] for anchor in shared) / min(one.weight, other.weight)
        if alike >= _ALIKE[agreement]:
            return True
    return one.document.language == other.document.language and _copied(one, other) >= _COPIED


def _names_day(one: _Told, other: _Told) -> bool:
    """Whether a text told later names the day of the other's speech."""
    first, second = one.document.date, other.document.date
    if first is None or second is None or not first.day or not second.day:
        return False
    if abs((first.first - second.first).days) > _AFTERWARDS:
        return False
    return (first.month, first.day) in other.days or (second.month, second.day) in one.days


def _kinds(one: _Told) -> frozenset[str]:
    return frozenset(anchor for anchor in one.anchors if anchor.startswith("="))


def _agreement(one: Document, other: Document) -> str:
    """How the dates of two speeches agree; far where they cannot be one."""
    first, second = one.date or one.published, other.date or other.published
    if first is None or second is None:
        return "unknown"
    if first.first > second.last or second.first > first.last:
        gap = max((second.first - first.last).days, (first.first - second.last).days)
        return "near" if gap <= _NEAR else "far"
    return "day" if first.day and second.day else "month"


def _copied(one: _Told, other: _Told) -> float:
    """The share of the shorter text's runs of words that stand in the other."""
    fewer = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) / fewer if fewer else 0.0


def _root(leader: dict[str, str], name: str) -> str:
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name


def _unite(leader: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(leader, one), _root(leader, other)))
    leader[second] = first


def _event(members: Sequence[_Told]) -> Event:
    ranked = sorted(members, key=lambda one: (-len(one.document.text), one.document.id))
    documents = [one.document for one in ranked]
    named = next((document for document in documents if document.event), None)
    title = next((document.event_title for document in documents if document.event_title), "")
    return Event(
        id=named.event if named else min(document.id for document in documents),
        title=title or documents[0].title,
        date=_exactest(document.date for document in documents),
        versions=tuple(
            Version(one.document.id, _relation(one, ranked[:number]))
            for number, one in enumerate(ranked)
        ),
    )


def _exactest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = Counter(date for date in dates if date is not None)
    ranked = sorted(known, key=lambda date: (date.day is None, date.month is None, -known[date]))
    return ranked[0] if ranked else None


def _relation(one: _Told, fuller: Sequence[_Told]) -> str:
    """What a document is to those more complete than it."""
    if not fuller:
        return "fullest"
    for other in fuller:
        if one.document.language == other.document.language and _copied(one, other) >= _COPIED:
            return "copy"
    for other in fuller:
        if one.document.language != other.document.language and _is_parallel(one, other):
            return "translation"
    return "account"


def _is_parallel(one: _Told, other: _Told) -> bool:
    """Texts of two languages, of like length and number of paragraphs, sharing most anchors."""
    lengths = len(one.document.text) / max(len(other.document.text), 1)
    shared = one.anchors & other.anchors
    return lengths >= _PARALLEL and len(shared) >= _PARALLEL / 2 * len(one.anchors)
