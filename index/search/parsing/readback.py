"""A query written out again: as short as it can be, or with every operator said."""

from __future__ import annotations

import re

from index.search.parsing.syntax import All, Either, Leaf, Node, Without

# «15» and «000» side by side would be read as one number, 15 000.
_NUMBER_ENDS = re.compile(r"(?<!\w)\d{1,3}\Z")
_GROUP_BEGINS = re.compile(r"\d{3}(?!\w)")


def canonical(node: Node) -> str:
    """The shortest text that reads as this query; equal queries mostly share it."""
    match node:
        case Leaf():
            return node.text
        case Without():
            return "-" + _in_brackets(canonical(node.part), node.part, Leaf)
        case All():
            return _side_by_side([_in_all(canonical(part), part) for part in node.parts])
        case Either():
            return " OR ".join(canonical(part) for part in node.parts)


def explicit(node: Node) -> str:
    """The query in its reader's spelling with every operator written."""
    match node:
        case Leaf():
            return node.typed
        case Without():
            return "NOT " + _in_brackets(explicit(node.part), node.part, Leaf)
        case All():
            return " AND ".join(_in_all(explicit(part), part) for part in node.parts)
        case Either():
            parts = ((explicit(part), part) for part in node.parts)
            return " OR ".join(_in_brackets(text, part, (Leaf, Without)) for text, part in parts)


def _in_all(text: str, part: Node) -> str:
    return f"({text})" if isinstance(part, Either) else text


def _in_brackets(text: str, part: Node, bare: type | tuple[type, ...]) -> str:
    return text if isinstance(part, bare) else f"({text})"


def _side_by_side(texts: list[str]) -> str:
    written = texts[0]
    for text in texts[1:]:
        collide = _NUMBER_ENDS.search(written) and _GROUP_BEGINS.match(text)
        written += f" AND {text}" if collide else f" {text}"
    return written
