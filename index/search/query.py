"""The query tree: what a reader's words ask of the index, whichever engine answers.

A leaf names a field of the index: ``text`` (lemmas of a passage; in a document's first
passage its title's as well, if it was given one), ``title`` (lemmas of any title, there too) or
``exact`` (word forms, lower case, of what ``text`` holds).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from index.documents.dates import PartialDate


@dataclass(frozen=True)
class Term:
    """Passages where any of the alternative terms stands; they score as one term.

    ``form`` is the word as it was typed, folded: where it stands so, that is worth a little more.
    """

    terms: tuple[str, ...]
    field: str = "text"
    form: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True)
class Kin:
    """Passages of a term, or of it and its kin: those score a share of what the term would.

    ``wide`` has the terms of ``term`` among its own.
    """

    term: Term
    wide: Term
    share: float


@dataclass(frozen=True)
class Near:
    """Passages of a query, and a few that come near it in meaning though not in words.

    ``found`` are those few, ``bonus`` what they and others score beside their words: tuples of
    the segment's name, the number of the passage there and the score.
    """

    words: Query
    found: tuple[tuple[str, int], ...]
    bonus: tuple[tuple[str, int, float], ...]


@dataclass(frozen=True)
class Phrase:
    """Passages where the slots stand side by side; a slot takes any of its terms."""

    slots: tuple[tuple[str, ...], ...]
    field: str = "text"


@dataclass(frozen=True)
class Prefix:
    """Passages with a term that begins so; the expansion is bounded."""

    prefix: str
    field: str = "exact"


@dataclass(frozen=True)
class Chosen:
    """Passages with any of the values in a facet (``facts.FACETS``, or event); no score."""

    facet: str
    values: frozenset[str]


@dataclass(frozen=True)
class Dated:
    """Passages whose document's date overlaps the range; no score."""

    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True)
class And:
    """Passages that all children match; scores add up."""

    children: tuple[Query, ...]


@dataclass(frozen=True)
class Or:
    """Passages that at least one child matches; scores add up."""

    children: tuple[Query, ...]


@dataclass(frozen=True)
class Most:
    """Passages whose children weigh at least ``least`` together; scores of those held add up.

    ``weights`` has a whole number above 0 for each child.
    """

    children: tuple[Query, ...]
    weights: tuple[int, ...]
    least: int


@dataclass(frozen=True)
class Not:
    """Passages that the child does not match; no score."""

    child: Query


@dataclass(frozen=True)
class Everything:
    """Every passage; no score. The empty query."""


@dataclass(frozen=True)
class Nothing:
    """No passage: a query of which nothing searchable is left."""


@dataclass(frozen=True)
class Rising:
    """Passages with a value of a facet that go up: what they gain, as a share of their scores."""

    facet: str
    value: str
    share: float


Words = Term | Kin | Phrase | Prefix
Query = Words | Near | Chosen | Dated | And | Or | Most | Not | Everything | Nothing
