"""Agencies that others took over from: their passages are found with the heirs', and it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.search.advice.unknown_values import chosen_values
from index.search.page import Note
from index.search.parsing.syntax import All, Either, Leaf, Node
from index.search.request import SearchRequest

Label = Callable[[str, str], str]
"""What a value of a facet is called; takes the facet and the value."""

Before = Callable[[str], Sequence[str]]
"""The agencies that an agency took over from."""

_FACETS = frozenset({"agency", "instructed"})


def predecessors(
    wanted: SearchRequest, tree: Node | None, label: Label, before: Before
) -> tuple[Note, ...]:
    """A note that names the predecessors of the agencies that a filter or the query names.

    Agencies that a query leaves out are not told: nothing is found by them.
    """
    named = wanted.agencies | (set(_sought(tree)) if tree else set())
    found = dict.fromkeys(each for one in sorted(named) for each in before(one))
    names = [label("agency", agency) for agency in found if agency not in named]
    return (Note("predecessors", ", ".join(names)),) if names else ()


def _sought(tree: Node) -> Iterator[str]:
    match tree:
        case Leaf():
            yield from (value for facet, value in chosen_values(tree) if facet in _FACETS)
        case All() | Either():
            for part in tree.parts:
                yield from _sought(part)
