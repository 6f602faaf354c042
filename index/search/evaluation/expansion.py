"""What only the index tells of a query: the terms that begin so, what an event is called now."""

from __future__ import annotations

from index.search.query import And, Chosen, Most, Near, Not, Or, Prefix, Query, Term
from index.store.reader import Index

MOST_TERMS = 500
"""A prefix stands for at most so many terms, the most frequent ones."""


def expanded(ix: Index, query: Query) -> tuple[Query, tuple[str, ...]]:
    """The query with terms in place of prefixes, and the prefixes that stand for too many.

    An event that has another id by now is asked for by that.
    """
    cut: list[str] = []

    def put(part: Query) -> Query:
        match part:
            case Prefix(prefix, field):
                terms = ix.terms(prefix, MOST_TERMS + 1, field)
                if len(terms) > MOST_TERMS:
                    cut.append(f"{prefix}*")
                return Term(tuple(sorted(terms[:MOST_TERMS])), field)
            case Near(words, found, bonus):
                return Near(put(words), found, bonus)
            case And(children) | Or(children):
                return type(part)(tuple(put(child) for child in children))
            case Most(children, weights, least):
                return Most(tuple(put(child) for child in children), weights, least)
            case Not(child):
                return Not(put(child))
            case _:
                return _as_called_now(ix, part)

    return put(query), tuple(cut)


def _as_called_now(ix: Index, part: Query) -> Query:
    match part:
        case Chosen("event", events):
            return Chosen("event", ix.events_of(events))
    return part
