"""Values that a query names and that neither the index nor the tables know."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.search.page import Note
from index.search.parsing.syntax import Leaf, Node, Without
from index.search.query import Chosen
from index.store.reader import Index


def unknown_values(
    ix: Index, tree: Node | None, label: Callable[[str, str], str]
) -> tuple[Note, ...]:
    """A note that names them: «agency:nosuch» finds nothing, and a slip should show.

    ``label`` gives a value that it does not know back as it is.
    """
    asked = dict.fromkeys(chosen_values(tree)) if tree else {}
    unknown = [
        f"{facet}:{value}"
        for facet, value in asked
        if not _is_known(ix, facet, value) and label(facet, value) == value
    ]
    return (Note("unknown-value", ", ".join(unknown)),) if unknown else ()


def _is_known(ix: Index, facet: str, value: str) -> bool:
    if facet == "event":
        return ix.happened(value)
    return value in ix.facets.get(facet, ((), None))[0]


def chosen_values(node: Node) -> Iterator[tuple[str, str]]:
    """Every facet with a value that a tree names, in its order."""
    if isinstance(node, Leaf):
        if isinstance(node.query, Chosen):
            yield from ((node.query.facet, value) for value in sorted(node.query.values))
        return
    for part in (node.part,) if isinstance(node, Without) else node.parts:
        yield from chosen_values(part)
