"""A search to keep: it finds what its page shows now, and means the same for ever.

Help with a query depends on what the index holds: a slip is mended only while nothing has it.
A kept search must not change its meaning so, hence it says what was understood and asks for no
help.
"""

from __future__ import annotations

import dataclasses

from index.search.advice import relaxing
from index.search.advice.answering import answered
from index.search.evaluation.engine import Filters, Matches, count
from index.search.page import Totals
from index.search.parsing.parser import parse
from index.search.parsing.readback import canonical
from index.search.parsing.syntax import All
from index.search.query import Query
from index.search.request import PER_PAGE, SearchRequest
from index.store.reader import Index


def standing(ix: Index, wanted: SearchRequest) -> SearchRequest:
    """The request without help that finds what this one shows, from its first page.

    Where most of the words had to do, no query says so: then it is the words as typed.
    """
    plain = dataclasses.replace(wanted, helped=False, page=1, per_page=PER_PAGE, added=None)
    parsed = parse(wanted.text)
    if parsed.tree is None or not wanted.helped:
        return plain
    answer = answered(ix, wanted, parsed, lambda query: _counted(ix, wanted, query))
    codes = {note.code for note in answer.notes}
    if "most-words" in codes:
        return plain
    if answer.applied:
        return plain.with_text(answer.applied.wanted.text)
    if "silent-words" in codes:
        return plain.with_text(relaxing.telling(parsed.tree))
    return plain


def matter(wanted: SearchRequest) -> str:
    """What a kept search is about: the same for two that always find the same passages."""
    plain = dataclasses.replace(wanted, sort="relevance", group="", page=1, per_page=PER_PAGE)
    parsed = parse(wanted.text)
    parts = parsed.tree.parts if isinstance(parsed.tree, All) else ()
    text = " ".join(sorted(map(canonical, parts))) or parsed.canonical
    return plain.with_text(text).to_query_string()


def _counted(ix: Index, wanted: SearchRequest, query: Query) -> Matches:
    return Matches(Totals(count(ix, query, Filters.of(wanted)), 0, 0), (), {})
