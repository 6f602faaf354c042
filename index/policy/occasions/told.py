"""A document as it is compared with others: its days, names, numbers and words, weighed."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import NamedTuple

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.language import identify
from index.language.traits import Traits, traits, weight
from index.policy.occasions.anchors import anchors, days, months
from index.policy.openings import Sought
from index.policy.reading import read_table
from index.policy.wordlists import Told as Words
from index.policy.wordlists import read_words

_SHINGLE = 4  # words
_COMMON = 0.5  # of all documents: what more hold tells nothing
_HEAD = 300  # characters of the first paragraph that tell the occasion
_OPENING = 800  # characters in which a text tells what else tells it from others
_OTHERS = 30  # documents that are thought of beside those compared: in few nothing is common


class Eve(NamedTuple):
    """Words of dates in ``occasions.toml``."""

    eve: Words


@dataclass(eq=False)
class Told:
    """A document as it is compared."""

    document: Document
    language: str
    anchors: frozenset[str]
    days: frozenset[tuple[int, int]]
    months: frozenset[tuple[int, int]]
    traits: Traits
    lead: Traits
    opening: Traits
    title: Traits
    opens: bool = False  # the first of its month to tell of an occasion that comes once a year
    weight: float = 0.0
    weighed: Mapping[str, float] = field(default_factory=dict)
    rarity: Mapping[str, float] = field(default_factory=dict)
    tongue: float = 0.0  # what its traits weigh in comparison with a text of its language …
    abroad: float = 0.0  # … and with one of another
    leads: tuple[float, float] = (0.0, 0.0)  # the same of what it begins with: abroad, in its own

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Hashes of all runs of four words."""
        words = re.findall(r"\w+", self.document.text.lower())
        return frozenset(
            hash(tuple(words[place : place + _SHINGLE]))
            for place in range(max(len(words) - _SHINGLE + 1, 0))
        )

    @property
    def date(self) -> PartialDate | None:
        """The day of the speech, else of publication."""
        return self.document.date or self.document.published

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of occasions that it names where it begins."""
        return frozenset(anchor for anchor in self.anchors if anchor.startswith("="))

    def sum(self, found: Iterable[str]) -> float:
        """What some traits weigh together."""
        return sum(self.rarity[each] for each in found)

    @classmethod
    def of(cls, document: Document) -> Told:
        """A document made ready to be compared."""
        first = document.paragraphs[0] if document.paragraphs else ""
        begun = len(first[:_HEAD])
        language = document.language or identify(f"{document.title}\n{first[:begun]}")
        title = _undated(traits(document.title, language), document)
        lead = title | _undated(traits(first[:begun], language), document)
        opening = lead | _undated(traits(document.text[begun:_OPENING], language), document)
        return cls(
            document,
            language,
            anchors(document, occasions()),
            days(document, eve()),
            months(document),
            opening | _undated(traits(document.text[_OPENING:], language), document),
            lead,
            opening,
            title,
        )


def _undated(found: Traits, document: Document) -> Traits:
    """Traits without the day that all texts of that day may name."""
    date = document.date or document.published
    own = {f"&{date.month}", f"&{date.month}-{date.day}"} if date and date.month else set()
    return replace(found, told=found.told - own)


@cache
def eve() -> Sought:
    """The words with which a text tells of the day before it is dated."""
    return read_words(Eve, read_table("occasions.toml").table("dates")).eve


@cache
def occasions() -> dict[str, tuple[str, ...]]:
    """Word beginnings by the kind of occasion they tell of."""
    kinds = read_table("occasions.toml").table("kinds")
    return {kind: kinds.texts(kind) for kind in kinds}


@cache
def once_a_day() -> frozenset[str]:
    """Kinds of occasions of which there is one a day."""
    return frozenset(f"={kind}" for kind in read_table("occasions.toml").texts("once_a_day"))


@cache
def seldom_twice() -> frozenset[str]:
    """Kinds of occasions of which there seldom are two a day."""
    return frozenset(f"={kind}" for kind in read_table("occasions.toml").texts("seldom_twice"))


@cache
def once_a_year() -> frozenset[str]:
    """Kinds of occasions of which there is one a year."""
    return frozenset(f"={kind}" for kind in read_table("occasions.toml").texts("once_a_year"))


def weigh(told: Sequence[Told]) -> None:
    """Rare anchors and traits weigh more: log of the documents by those that hold them.

    What was weighed among other documents before is weighed anew.
    """
    _mark_openings(told)
    _weigh_anchors(told)
    held: Counter[str] = Counter()
    for one in told:
        held.update(one.traits.told | one.traits.words | one.traits.kin)
    every = math.log(len(told) + _OTHERS)
    rarity = {
        # What two texts share is as rare as what one has alone: the pair itself does not count.
        trait: weight(trait) * (1 - math.log(max(count - 1, 1)) / every)
        for trait, count in held.items()
    }
    for one in told:
        one.rarity = rarity
        one.tongue = one.sum(one.traits.told | one.traits.words)
        one.abroad = one.sum(one.traits.told)
        one.leads = (one.sum(one.lead.told), one.sum(one.lead.told | one.lead.words))


def _mark_openings(told: Sequence[Told]) -> None:
    """An address is what the first texts of its month tell of; later ones look back."""
    first: dict[str, PartialDate] = {}
    yearly = [one for one in told if one.anchors & once_a_year()]
    for one in yearly:
        date = one.document.date
        if date is not None and date.day:
            month = str(date)[:7]
            first[month] = min(first.get(month, date), date, key=str)
    for one in yearly:
        date = one.document.date
        one.opens = date is not None and date == first.get(str(date)[:7])


def _weigh_anchors(told: Sequence[Told]) -> None:
    held = Counter(anchor for one in told for anchor in one.anchors)
    many = max(len(told) * _COMMON, 2)
    weights = {
        anchor: math.log((len(told) + 1) / count) for anchor, count in held.items() if count <= many
    }
    for one in told:
        one.weighed = {anchor: weights[anchor] for anchor in one.anchors if anchor in weights}
        one.weight = sum(one.weighed.values())
