"""What a kept search finds, and what of it is new: counted for hundreds of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from index.search.advice.answering import understood
from index.search.advice.timing import timed
from index.search.evaluation.budget import Budget
from index.search.evaluation.expansion import expanded
from index.search.evaluation.filters import Filters
from index.search.evaluation.part import Part
from index.search.parsing.parser import parse
from index.search.request import SearchRequest
from index.store.reader import Index, Ref


class Tally(NamedTuple):
    """How many passages a search finds, and how many of them came in lately."""

    passages: int
    new: int


def tally(ix: Index, wanted: SearchRequest, after: int) -> Tally:
    """Count the passages, and those of changes after ``after`` that the index follows."""
    passages = new = 0
    for part in _parts(ix, wanted):
        passages += len(part.docs)
        seen = part.changes(part.docs)
        new += int(np.count_nonzero((seen > after) & (seen <= ix.revision)))
    return Tally(passages, new)


def latest(ix: Index, wanted: SearchRequest, most: int) -> list[tuple[Ref, int]]:
    """The passages that came in last, with the change that brought each; of one, in order."""
    found = []
    for number, part in enumerate(_parts(ix, wanted)):
        seen = part.changes(part.docs)
        order = np.argsort(-seen, kind="stable")[:most]
        pairs = zip(part.docs[order].tolist(), seen[order].tolist(), strict=True)
        found += [(Ref(number, passage), change) for passage, change in pairs]
    return sorted(found, key=lambda each: -each[1])[:most]


def places(ix: Index, wanted: SearchRequest) -> frozenset[tuple[str, int]]:
    """Where all the passages stand: names of segments and numbers there."""
    return frozenset(
        (part.segment.name, number) for part in _parts(ix, wanted) for number in part.docs.tolist()
    )


def _parts(ix: Index, wanted: SearchRequest) -> Iterator[Part]:
    wanted = timed(ix, wanted).wanted
    query, _ = expanded(
        ix, understood(ix, wanted).query if wanted.helped else parse(wanted.text).query
    )
    filters, budget = Filters.of(ix, wanted), Budget()
    return (Part(segment, query, filters, budget) for segment in ix.segments)
