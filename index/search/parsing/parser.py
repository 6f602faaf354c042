"""The query language: from a reader's text to the query tree.

Words must all stand in a passage, in any inflection. ``"a phrase"`` stands side by side,
``!word`` and ``!"a phrase"`` in exactly this form; ``OR``, ``ИЛИ``, ``|``; ``NOT``, ``НЕ``,
``-word``; brackets; ``begin*``; ``agency: area: lang: source: kind: date: title:``, and
``speaker: instructed: instruction: role: event:``. AND, written or not, binds tighter than
OR. Whatever is none of this is read as text, and a note says so: there is no malformed query.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from functools import lru_cache

from index.search.advice.notes import Notes
from index.search.page import Note
from index.search.parsing import readback
from index.search.parsing.lexer import Lexeme, clean, lexemes
from index.search.parsing.reading import Reader
from index.search.parsing.syntax import Node, all_of, either_of, meaning, without
from index.search.query import Everything, Nothing, Query

MAX_DEPTH = 16

_INFIX = frozenset({"or", "and"})
_BEGINS = frozenset({"word", "phrase", "open", "not"})  # what may follow an operator
_ENDS = frozenset({"word", "phrase", "close"})  # what may stand before OR and AND


@dataclass(frozen=True)
class ParsedQuery:
    """A query as it was understood.

    ``canonical`` is a short text that parses to the same query, and to itself; ``read_as``
    is the query in the reader's spelling with every operator written. ``tree`` is its shape,
    None where nothing is asked.
    """

    query: Query
    canonical: str
    read_as: str
    notes: tuple[Note, ...]
    tree: Node | None = None


@lru_cache(maxsize=256)
def parse(text: str) -> ParsedQuery:
    """Read a text as a query; every text is one. A search asks for the same ones several times."""
    notes = Notes()
    line = clean(text, notes)
    if not line:
        return ParsedQuery(Everything(), "", "", tuple(notes))
    tree = _tree(_settled(list(lexemes(line, notes)), notes), Reader(notes))
    if tree is None:
        notes.add("nothing-searchable", line)
        return ParsedQuery(Nothing(), '""', '""', tuple(notes))
    canonical, read_as = readback.canonical(tree), readback.explicit(tree)
    return ParsedQuery(meaning(tree), canonical, read_as, tuple(notes), tree)


def _settled(pieces: list[Lexeme], notes: Notes) -> list[Lexeme]:
    """Only brackets that pair, and only operators with something on either side."""
    return _with_left_side(_with_right_side(_paired(pieces, notes), notes), notes)


def _paired(pieces: list[Lexeme], notes: Notes) -> list[Lexeme]:
    """The pieces without brackets that have no partner or stand too deep."""
    open_places: list[int] = []
    kept: set[int] = set()
    for place, piece in enumerate(pieces):
        if piece.kind == "open":
            open_places.append(place)
        elif piece.kind == "close" and open_places:
            partner = open_places.pop()
            kept.update((partner, place) if len(open_places) < MAX_DEPTH else ())
            if len(open_places) >= MAX_DEPTH:
                notes.add("too-deep")
        elif piece.kind == "close":
            notes.add("stray-bracket", ")")
        else:
            kept.add(place)
    if open_places:
        notes.add("stray-bracket", "(")
    return [piece for place, piece in enumerate(pieces) if place in kept]


def _with_right_side(pieces: list[Lexeme], notes: Notes) -> list[Lexeme]:
    """Operators that nothing follows become text: «закон ИЛИ»."""
    settled: list[Lexeme] = []
    for piece in reversed(pieces):
        operates = piece.kind in _INFIX or piece.kind == "not"
        if operates and not (settled and settled[-1].kind in _BEGINS):
            settled.extend(_as_text(piece, notes))
        else:
            settled.append(piece)
    return settled[::-1]


def _with_left_side(pieces: list[Lexeme], notes: Notes) -> list[Lexeme]:
    """Operators with nothing before that they could join become text: «ИЛИ закон»."""
    settled: list[Lexeme] = []
    for piece in pieces:
        if piece.kind in _INFIX and not (settled and settled[-1].kind in _ENDS):
            settled.extend(_as_text(piece, notes))
        else:
            settled.append(piece)
    return settled


def _as_text(operator: Lexeme, notes: Notes) -> list[Lexeme]:
    notes.add("stray-operator", operator.text)
    return [Lexeme("phrase", operator.text)] if operator.text.isalpha() else []


@dataclass
class _Group:
    """What stands in one pair of brackets while it is read."""

    field: str = ""
    negated: bool = False
    ways: list[list[Node]] = dataclasses.field(default_factory=lambda: [[]])

    def add(self, node: Node | None, *, negated: bool) -> None:
        """Put a node beside the others of the way being read."""
        if node is not None:
            self.ways[-1].append(without(node) if negated else node)

    def node(self) -> Node | None:
        """Any of the ways, all of each."""
        return either_of(way for way in map(all_of, self.ways) if way is not None)


def _tree(pieces: list[Lexeme], reader: Reader) -> Node | None:
    """The tree of settled pieces, without recursion; None where nothing is left."""
    groups = [_Group()]
    negated = False  # by the NOT just read
    for piece in pieces:
        here = groups[-1]
        inherited = replace(piece, field=piece.field or here.field)
        match piece.kind:
            case "and":
                continue
            case "or":
                here.ways.append([])
            case "not":
                negated = not negated
            case "open":
                groups.append(_Group(inherited.field, negated ^ piece.negated))
                negated = False
            case "close":
                groups.pop()
                groups[-1].add(here.node(), negated=here.negated)
            case _:
                here.add(reader.leaf(inherited), negated=negated ^ piece.negated)
                negated = False
    return groups[0].node()
