"""Documents that tell of one occasion, put together; copies and translations told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy.occasions.evidence import copied
from index.policy.occasions.likeness import COPIED, candidates, leans, tie
from index.policy.occasions.told import Told, weigh

_PARALLEL = 0.7  # lengths of a translation and its original, shorter to longer


Link = tuple[float, Told, Told]
"""How strongly two documents belong together."""


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
    return grouped([Told.of(document) for document in documents])


def grouped(told: Sequence[Told]) -> list[Event]:
    """The events of documents that are ready to be compared, with others before or not."""
    weigh(told)
    links = ((tie(*pair), *pair) for pair in candidates(told))
    strong = sorted((link for link in links if link[0] > 0), key=lambda link: -link[0])
    return [_event(members) for members in _clusters(told, strong)]


def _clusters(told: Sequence[Told], links: Sequence[Link]) -> list[list[Told]]:
    """What is linked together, the strongest links first, as far as all pairs together allow it.

    A survey of the day is linked with each occasion that it names: it goes with one of them and
    does not join those that are of something else.
    """
    cluster = {one: [one] for one in told}
    ties = {frozenset((one, other)): tied for tied, one, other in links}
    for _, one, other in links:
        mine, theirs = cluster[one], cluster[other]
        if mine is theirs:
            continue
        pairs = product(mine, theirs)
        if sum(leans(*pair, ties.get(frozenset(pair), 0.0)) for pair in pairs) > 0:
            mine += theirs
            cluster.update(dict.fromkeys(theirs, mine))
    return list({id(members): members for members in cluster.values()}.values())


def _event(members: Sequence[Told]) -> Event:
    ranked = sorted(members, key=lambda one: (-len(one.document.text), one.document.id))
    documents = [one.document for one in ranked]
    named = next((document for document in documents if document.event), None)
    title = next((document.event_title for document in documents if document.event_title), "")
    return Event(
        id=named.event if named else min(document.id for document in documents),
        title=title or documents[0].title,
        date=day_of(document.date for document in documents),
        versions=tuple(
            Version(one.document.id, _relation(one, ranked[:number]))
            for number, one in enumerate(ranked)
        ),
    )


def day_of(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The date of an event by those of its documents: exact ones first, then what most say.

    Of two that equally many say the earlier: an account is not told before the speech.
    """
    known = Counter(date for date in dates if date is not None)
    ranked = sorted(
        known, key=lambda date: (date.day is None, date.month is None, -known[date], str(date))
    )
    return ranked[0] if ranked else None


def _relation(one: Told, fuller: Sequence[Told]) -> str:
    """What a document is to those more complete than it."""
    if not fuller:
        return "fullest"
    for other in fuller:
        if one.language == other.language and copied(one, other) >= COPIED:
            return "copy"
    if one.language == fuller[0].language:
        return "account"  # what the fullest tells in this language needs no translating
    for other in fuller:
        if one.language != other.language and _is_parallel(one, other):
            return "translation"
    return "account"


def _is_parallel(one: Told, other: Told) -> bool:
    """Texts of two languages, of like length and number of paragraphs, sharing most anchors."""
    lengths = len(one.document.text) / max(len(other.document.text), 1)
    shared = one.anchors & other.anchors
    return lengths >= _PARALLEL and len(shared) >= _PARALLEL / 2 * len(one.anchors)
