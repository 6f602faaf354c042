"""What a search finds in one document: the very passages that its results show of it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from index.search.advice.answering import answered
from index.search.advice.timing import timed
from index.search.evaluation.engine import Filters, evaluate
from index.search.parsing.parser import parse
from index.search.query import Nothing, Query
from index.search.request import SearchRequest
from index.store.reader import Index


@dataclass(frozen=True)
class Inside:
    """The query that was answered, and the ordinals of the passages that match, ascending."""

    query: Query
    ordinals: tuple[int, ...]


NOTHING = Inside(Nothing(), ())
"""What no search finds."""


def inside(ix: Index, wanted: SearchRequest, document: str, passages: int) -> Inside:
    """What a request finds in a document of so many passages.

    Words are mended and relaxed as in the whole index, so that a hit of the results is one here.
    """
    wanted = timed(ix, wanted).wanted
    filters = dataclasses.replace(Filters.of(ix, wanted), documents=frozenset({document}))
    answer = answered(
        ix,
        wanted,
        parse(wanted.text),
        lambda query: evaluate(ix, query, filters, "oldest", 0, passages),
    )
    found = (ix.stored(ref).ordinal for ref, _score in answer.matches.hits)
    return Inside(answer.query, tuple(sorted(found)))
