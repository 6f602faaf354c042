"""The shape of a query as its reader wrote it, and what it asks of the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from index.search.query import And, Not, Or, Query


@dataclass(frozen=True)
class Leaf:
    """A word, a phrase or a field: what it asks, and how it is spelled.

    Leaves that ask the same are equal, however they are spelled. ``text`` is the canonical
    spelling, ``typed`` the reader's own.
    """

    query: Query
    text: str = field(compare=False)
    typed: str = field(compare=False)


@dataclass(frozen=True)
class All:
    """Every part must match; at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Either:
    """One of the parts must match; at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Without:
    """The part must not match; it is never a Without itself."""

    part: Node


Node = Leaf | All | Either | Without


def all_of(nodes: Iterable[Node]) -> Node | None:
    """All of the nodes as one, flat and each once; None of none."""
    flat = dict.fromkeys(part for node in nodes for part in _parts(node, All))
    return _joined(All, tuple(flat))


def either_of(nodes: Iterable[Node]) -> Node | None:
    """Any of the nodes as one, flat and each once; None of none."""
    flat = dict.fromkeys(part for node in nodes for part in _parts(node, Either))
    return _joined(Either, tuple(flat))


def without(node: Node) -> Node:
    """All that the node does not match; twice without is with."""
    return node.part if isinstance(node, Without) else Without(node)


def meaning(node: Node) -> Query:
    """What the node asks of the index."""
    match node:
        case Leaf():
            return node.query
        case Without():
            return Not(meaning(node.part))
        case All():
            return conjunction(meaning(part) for part in node.parts)
        case Either():
            return disjunction(meaning(part) for part in node.parts)


def conjunction(queries: Iterable[Query]) -> Query:
    """All of at least one query, flat and each once."""
    flat = dict.fromkeys(
        part
        for query in queries
        for part in (query.children if isinstance(query, And) else [query])
    )
    return And(tuple(flat)) if len(flat) > 1 else next(iter(flat))


def disjunction(queries: Iterable[Query]) -> Query:
    """Any of at least one query, flat and each once."""
    flat = dict.fromkeys(
        part for query in queries for part in (query.children if isinstance(query, Or) else [query])
    )
    return Or(tuple(flat)) if len(flat) > 1 else next(iter(flat))


def _parts(node: Node, kind: type[All | Either]) -> tuple[Node, ...]:
    return node.parts if isinstance(node, kind) else (node,)


def _joined(kind: type[All | Either], parts: tuple[Node, ...]) -> Node | None:
    if len(parts) > 1:
        return kind(parts)
    return parts[0] if parts else None
