"""All that a search finds, in its order, without the excerpts that only a page needs."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from index.search.answering import answered
from index.search.engine import Filters, evaluate
from index.search.page import Hit
from index.search.parser import parse
from index.search.request import SearchRequest
from index.store.reader import Index


def everything(ix: Index, wanted: SearchRequest, most: int) -> Iterator[Hit]:
    """The first ``most`` hits of an answer, from its first page on; they have no snippet."""
    filters = Filters.of(wanted)
    answer = answered(
        ix,
        wanted,
        parse(wanted.text),
        lambda query: evaluate(ix, query, filters, wanted.sort, 0, most),
    )
    for ref, score in answer.matches.hits:
        document = ix.header(ref)
        yield Hit(document, ix.stored(ref), score, "", escape(document.title))
