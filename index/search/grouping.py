"""An answer put together by document or by event: groups in the order of their best passages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from index.documents.document import Document
from index.search.advice.asking import rising
from index.search.evaluation.engine import Matches, evaluate
from index.search.evaluation.expansion import expanded
from index.search.evaluation.filters import Filters
from index.search.query import Query
from index.search.request import SearchRequest
from index.store.reader import Index

SHOWN = 3
"""Passages of a group that a page shows; a link leads to the others."""

_FIRST_LOOK = 8  # passages looked at for each group wanted, doubled until there are enough


@dataclasses.dataclass(frozen=True)
class Found:
    """A group: its document or event, and what matches in it."""

    id: str
    matches: Matches


def grouped(ix: Index, query: Query, wanted: SearchRequest, total: int) -> list[Found]:
    """The groups of one page, of ``total`` that there are (documents or events)."""
    query, _ = expanded(ix, query)
    last = min(wanted.page * wanted.per_page, total)
    names = _names(ix, query, wanted, last)[last - _on_page(wanted, last) : last]
    return [Found(name, _within(ix, query, wanted, name)) for name in names]


def name_of(header: Document, group: str) -> str:
    """The document or event that a document belongs to."""
    return header.id if group == "document" else header.event or header.id


def _on_page(wanted: SearchRequest, last: int) -> int:
    return max(0, last - (wanted.page - 1) * wanted.per_page)


def _names(ix: Index, query: Query, wanted: SearchRequest, count: int) -> list[str]:
    """The first so many groups, best first."""
    look = _FIRST_LOOK * count
    while True:
        filters = Filters.of(ix, wanted)
        matches = evaluate(ix, query, filters, wanted.sort, 0, look, rising=rising(wanted))
        names = list(dict.fromkeys(_belonging(ix, matches, wanted.group)))
        if len(names) >= count or look >= matches.totals.passages:
            return names[:count]
        look *= 4


def _belonging(ix: Index, matches: Matches, group: str) -> Iterator[str]:
    known: dict[tuple[int, int], str] = {}
    for ref, _ in matches.hits:
        place = ref.segment, int(ix.segments[ref.segment].arrays["document"][ref.passage])
        if place not in known:
            known[place] = name_of(ix.header(ref), group)
        yield known[place]


def _within(ix: Index, query: Query, wanted: SearchRequest, name: str) -> Matches:
    chosen = frozenset({name})
    every = Filters.of(ix, wanted)
    if wanted.group == "document":
        narrowed = dataclasses.replace(every, documents=chosen)
    else:
        narrowed = dataclasses.replace(every, events=chosen)
    return evaluate(ix, query, narrowed, wanted.sort, 0, SHOWN, rising=rising(wanted))
