"""What put the documents of an event together, to be told to people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.documents.document import Document
from index.language.traits import written
from index.policy.occasions.evidence import alike, copied
from index.policy.occasions.likeness import days_apart, names_day
from index.policy.occasions.told import Told, weigh

_COMPARED = 8  # fuller documents with which one is compared
_NAMES, _NUMBERS = 6, 6  # that are told, the rarest


@dataclass(frozen=True)
class Shared:
    """What a document has in common with the fuller one of its event that is most like it."""

    document: str
    language: str  # in which it writes the names
    other: str
    apart: int | None  # days between the two; None where a date is vague or not known
    names_day: bool  # whether the later one names the day of the other
    kinds: tuple[str, ...]  # of occasions, of ``occasions.toml``, named where both begin
    names: tuple[str, ...]  # as the document writes them
    numbers: tuple[str, ...]  # 417, 2500000, 12.5 or 30%
    copied: float  # the share of the shorter one's runs of four words, from 0 to 1


def shared(documents: Sequence[Document]) -> list[Shared]:
    """What ties every document of an event to a fuller one; the fullest stands first."""
    told = [Told.of(document) for document in documents]
    weigh(told)
    return [
        _shared(one, max(told[: min(number, _COMPARED)], key=lambda other: _amount(one, other)))
        for number, one in enumerate(told)
        if number
    ]


def _amount(one: Told, other: Told) -> float:
    return copied(one, other) + alike(one, other).amount


def _shared(one: Told, other: Told) -> Shared:
    common = one.traits.told & other.traits.told
    numbers = _rarest(one, (trait for trait in common if trait[0] == "#"), _NUMBERS)
    names = _rarest(one, (trait for trait in common if trait[0] == "^"), _NAMES)
    tongue = one.language == other.language
    return Shared(
        one.document.id,
        one.language,
        other.document.id,
        days_apart(one, other),
        names_day(one, other),
        tuple(sorted(kind[1:] for kind in one.kinds & other.kinds)),
        tuple(written(one.document.text, one.language, names)),
        tuple(trait[1:] for trait in numbers),
        copied(one, other) if tongue else 0.0,
    )


def _rarest(one: Told, found: Iterable[str], most: int) -> list[str]:
    return sorted(found, key=lambda trait: (-one.rarity[trait], trait))[:most]
