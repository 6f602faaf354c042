"""Other ways to write a query: other letters, other words, fewer words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, groupby, islice

from index.language import QueryWord
from index.language.derivation import relatives
from index.language.keyboard import switched
from index.language.queries import Slots
from index.language.synonyms import Alternative, alternatives
from index.language.translit import cyrillic
from index.search.parsing.leaves import found
from index.search.parsing.parser import parse
from index.search.parsing.readback import canonical
from index.search.parsing.syntax import All, Either, Leaf, Node, Without, either_of, meaning
from index.search.query import Chosen, Dated, Or, Phrase, Prefix, Query, Term

Known = Callable[[QueryWord], bool]
"""Whether the index has a word."""
Held = Callable[[QueryWord], int]
"""How many passages of the index hold a word."""
Stands = Callable[[Query], bool]
"""Whether a passage of the index matches."""
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


def in_cyrillic(word: QueryWord, held: Held, rank: int = 0) -> str:
    """A word typed in Latin letters, in those of Russian or Kazakh that most passages hold.

    With ``rank``, as the next likely after that; the likeliest again where there are not so many.
    """
    readings = {text: min(map(held, found(text)), default=0) for text in cyrillic(word.text)}
    likely: dict[str, set[str]] = {}
    for text in sorted(readings, key=readings.__getitem__, reverse=True):
        terms = {term for each in found(text) for slot in each.slots for term in slot}
        if readings[text] and all(map(terms.isdisjoint, likely.values())):
            likely[text] = terms  # «искусственныи» would say the same as «искусственный»
    ranked = list(likely)
    return ranked[rank if rank < len(ranked) else 0] if ranked else ""


def widened(tree: Node, stands: Stands) -> str:
    """The query with what says the same beside its words: ИИ, искусственный интеллект, AI.

    Only what stands somewhere is added.
    """
    parts = tree.parts if isinstance(tree, All) else (tree,)
    wide = tuple(_with_synonyms(parts, stands))
    return canonical(All(wide) if len(wide) > 1 else wide[0])


def with_kin(tree: Node, stands: Stands) -> str:
    """The query with words of the same family beside its words: внедрить, внедрение."""

    def leaf(each: Leaf) -> Node:
        read = (parse(other).tree for other in relatives(_terms(each)))
        others = (other for other in read if other is not None and stands(meaning(other)))
        return either_of([each, *islice(others, MOST_KIN)]) or each

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


def _with_synonyms(parts: Sequence[Node], stands: Stands) -> Iterator[Node]:
    """The parts; where some have synonyms, those parts or one of the synonyms."""
    for is_row, row in groupby(parts, key=lambda part: bool(_slots(part))):
        if is_row:
            yield from _row(list(row), stands)
        else:
            yield from (_phrase_with_synonyms(part, stands) for part in row)


def _row(words: list[Node], stands: Stands) -> Iterator[Node]:
    """Words in a row, of which «дата-центр» takes two places."""
    slots = [_slots(word) for word in words]
    begins = {place: n for n, place in enumerate(accumulate(map(len, slots), initial=0))}
    done = 0
    spans = groupby(alternatives(list(chain(*slots))), key=lambda other: (other.start, other.end))
    for (start, end), others in spans:
        if start in begins and end in begins:
            first, last = begins[start], begins[end]
            yield from words[done:first]
            said = words[first] if last - first == 1 else All(tuple(words[first:last]))
            yield _either(said, others, stands)
            done = last
    yield from words[done:]


def _phrase_with_synonyms(part: Node, stands: Stands) -> Node:
    if not (isinstance(part, Leaf) and isinstance(part.query, Phrase)):
        return part
    slots = part.query.slots if part.query.field == "text" else ()
    whole = [each for each in alternatives(slots) if (each.start, each.end) == (0, len(slots))]
    return _either(part, iter(whole), stands)


def _either(said: Node, others: Iterator[Alternative], stands: Stands) -> Node:
    """What is said, or those of the other words for it that stand somewhere."""
    read = (parse(f'"{other.text}"').tree for other in others)
    leaves = (leaf for leaf in read if leaf is not None and stands(meaning(leaf)))
    return either_of([said, *islice(leaves, MOST_SYNONYMS)]) or said


def _slots(part: Node) -> Slots:
    """The terms of a word in any inflection place by place; of anything else none."""
    match part:
        case Leaf(query=Term(terms, "text")):
            return (terms,)
        case Leaf(query=Or((Phrase(slots, "text"), Term()))):
            return slots
        case _:
            return ()


def _terms(part: Node) -> tuple[str, ...]:
    """The terms of a plain word in any inflection; of anything else none."""
    if isinstance(part, Leaf) and isinstance(part.query, Term) and part.query.field == "text":
        return part.query.terms
    return ()


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0
