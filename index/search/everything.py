"""All that a search finds, in its order, a hit at a time."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from index.documents.document import Document, Passage
from index.search.advice.answering import answered
from index.search.advice.asking import rising
from index.search.advice.timing import timed
from index.search.evaluation.engine import Filters, evaluate
from index.search.page import Hit
from index.search.parsing.parser import parse
from index.search.request import SearchRequest
from index.search.snippets import Snippets
from index.store.reader import Index


def everything(
    ix: Index, wanted: SearchRequest, most: int, *, excerpts: bool = False
) -> Iterator[Hit]:
    """The first ``most`` hits of an answer, from its first page on.

    Each is read when its turn comes, so few are in memory at a time. They have a snippet only
    with ``excerpts``, which take five times as long to make as all the rest of a hit.
    """
    wanted = timed(ix, wanted).wanted
    filters = Filters.of(ix, wanted)
    answer = answered(
        ix,
        wanted,
        parse(wanted.text),
        lambda query: evaluate(ix, query, filters, wanted.sort, 0, most, rising=rising(wanted)),
    )
    snippets = Snippets(answer.query) if excerpts else None
    for ref, score in answer.matches.hits:
        document, passage = ix.header(ref), ix.stored(ref)
        yield Hit(document, passage, score, *_shown(snippets, document, passage))


def _shown(snippets: Snippets | None, document: Document, passage: Passage) -> tuple[str, str]:
    if snippets is None:
        return "", escape(document.title)
    return snippets.snippet(passage), snippets.title(document)
