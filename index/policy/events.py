"""Documents that tell of one occasion, put together; copies and translations told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy.likeness import COPIED, Told, candidates, copied, same, weigh

_PARALLEL = 0.7  # lengths of a translation and its original, shorter to longer


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


def group(documents: Sequence[Document]) -> list[Event]:
    """The events of the documents: by their ``event`` where given, else by what they tell."""
    told = [Told.of(document) for document in documents]
    weigh(told)
    leader = {one.document.id: one.document.id for one in told}
    for one, other in candidates(told):
        if same(one, other):
            _unite(leader, one.document.id, other.document.id)
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        groups[_root(leader, one.document.id)].append(one)
    return [_event(members) for members in groups.values()]


def _root(leader: dict[str, str], name: str) -> str:
    while leader[name] != name:
        leader[name] = leader[leader[name]]
        name = leader[name]
    return name


def _unite(leader: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(leader, one), _root(leader, other)))
    leader[second] = first


def _event(members: Sequence[Told]) -> Event:
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


def _relation(one: Told, fuller: Sequence[Told]) -> str:
    """What a document is to those more complete than it."""
    if not fuller:
        return "fullest"
    for other in fuller:
        if one.document.language == other.document.language and copied(one, other) >= COPIED:
            return "copy"
    for other in fuller:
        if one.document.language != other.document.language and _is_parallel(one, other):
            return "translation"
    return "account"


def _is_parallel(one: Told, other: Told) -> bool:
    """Texts of two languages, of like length and number of paragraphs, sharing most anchors."""
    lengths = len(one.document.text) / max(len(other.document.text), 1)
    shared = one.anchors & other.anchors
    return lengths >= _PARALLEL and len(shared) >= _PARALLEL / 2 * len(one.anchors)
