"""Other ways to write a query: other letters, other words, fewer words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from index.language import QueryWord
from index.language.derivation import relatives
from index.language.keyboard import switched
from index.language.synonyms import Alternative, alternatives
from index.language.translit import cyrillic
from index.search.leaves import found
from index.search.parser import parse
from index.search.query import Chosen, Dated, Phrase, Prefix, Term
from index.search.readback import canonical
from index.search.syntax import All, Either, Leaf, Node, Without

Known = Callable[[QueryWord], bool]
"""Whether the index has a word."""
Held = Callable[[QueryWord], int]
"""How many passages of the index hold a word."""
Reword = Callable[[QueryWord], str]
"""Another spelling of a word, or nothing."""

MOST_SYNONYMS = 8
MOST_KIN = 4
MOST_TYPED = 300
_NAME = re.compile(r"(?:title:|!)?")
_RUN = re.compile(r"[^\s\"«»„“”()|]+")


def respelled(tree: Node, known: Known, reword: Reword) -> str:
    """The query with its unknown words spelled otherwise; the same text when none can be."""

    def leaf(each: Leaf) -> Node:
        if isinstance(each.query, Chosen | Dated | Prefix):
            return each
        start = _end(_NAME.match(each.typed))
        text = each.typed[start:]
        for word in reversed(found(text)):
            other = "" if known(word) else reword(word)
            text = text[: word.start] + (other or word.text) + text[word.end :]
        return Leaf(each.query, each.typed[:start] + text, each.typed)

    return canonical(_mapped(tree, leaf))


def typed_anew(text: str, known: Known) -> str:
    """The text as another keyboard layout would have written its unknown words.

    A long text comes from somewhere else and stays.
    """
    if len(text) > MOST_TYPED:
        return text
    return _RUN.sub(lambda run: _typed_anew(run[0], known), text)


def in_cyrillic(word: QueryWord, held: Held) -> str:
    """A word typed in Latin letters, in those of Russian or Kazakh that most passages hold."""
    readings = {text: min(map(held, found(text)), default=0) for text in cyrillic(word.text)}
    likeliest = max(readings, key=readings.__getitem__, default="")
    return likeliest if readings.get(likeliest) else ""


def widened(tree: Node) -> str:
    """The query with what says the same beside its words: ИИ, искусственный интеллект, AI."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    wide = tuple(_with_synonyms(parts))
    return canonical(All(wide) if len(wide) > 1 else wide[0])


def with_kin(tree: Node) -> str:
    """The query with words of the same family beside its words: внедрить, внедрение."""

    def leaf(each: Leaf) -> Node:
        kin = relatives(_terms(each))[:MOST_KIN]
        read = (parse(other).tree for other in kin)
        others = [other for other in read if other is not None]
        return Either((each, *others)) if others else each

    return canonical(_mapped(tree, leaf))


def _typed_anew(run: str, known: Known) -> str:
    if _all_known(run, known):
        return run
    return next((text for text in switched(run) if _all_known(text, known)), run)


def _all_known(text: str, known: Known) -> bool:
    words = found(text)
    return bool(words) and all(map(known, words))


def _mapped(node: Node, change: Callable[[Leaf], Node]) -> Node:
    """The tree with its leaves changed; what is excluded stays as it is."""
    match node:
        case Leaf():
            return change(node)
        case Without():
            return node
        case All() | Either():
            return type(node)(tuple(_mapped(part, change) for part in node.parts))


def _with_synonyms(parts: Sequence[Node]) -> Iterator[Node]:
    """The parts; where some have synonyms, those parts or one of the synonyms."""
    places = [_terms(part) for part in parts]
    for is_row, numbers in groupby(range(len(parts)), key=lambda number: bool(places[number])):
        row = list(numbers)
        if is_row:
            yield from _row([parts[n] for n in row], [places[n] for n in row])
        else:
            yield from map(_phrase_with_synonyms, (parts[n] for n in row))


def _row(words: list[Node], places: list[tuple[str, ...]]) -> Iterator[Node]:
    done = 0
    spans = groupby(alternatives(places), key=lambda other: (other.start, other.end))
    for (start, end), others in spans:
        yield from words[done:start]
        said = words[start] if end - start == 1 else All(tuple(words[start:end]))
        yield _either(said, others)
        done = end
    yield from words[done:]


def _phrase_with_synonyms(part: Node) -> Node:
    if not (isinstance(part, Leaf) and isinstance(part.query, Phrase)):
        return part
    slots = part.query.slots if part.query.field == "text" else ()
    whole = [each for each in alternatives(slots) if (each.start, each.end) == (0, len(slots))]
    return _either(part, iter(whole)) if whole else part


def _either(said: Node, others: Iterator[Alternative]) -> Node:
    read = (parse(f'"{other.text}"').tree for other in others)
    leaves = [leaf for leaf in read if leaf is not None]
    return Either((said, *leaves[:MOST_SYNONYMS]))


def _terms(part: Node) -> tuple[str, ...]:
    """The terms of a plain word in any inflection; of anything else none."""
    if isinstance(part, Leaf) and isinstance(part.query, Term) and part.query.field == "text":
        return part.query.terms
    return ()


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0
