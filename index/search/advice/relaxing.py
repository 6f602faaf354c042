"""What a query asks where not all of its words meet: most of them, the rarer counting more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.language.derivation import relatives
from index.language.roots import SHORTEST, root
from index.search.advice.silent import is_silent, table
from index.search.evaluation.engine import count
from index.search.evaluation.filters import Filters
from index.search.evaluation.scoring import rarity
from index.search.parsing.readback import canonical
from index.search.parsing.syntax import All, Leaf, Node, all_of, conjunction, meaning
from index.search.query import And, Kin, Most, Or, Phrase, Query, Term
from index.store.reader import Index

SHARES = (0.5, 0.35, 0.2, 0.1)
"""Of the weight of all words, what a passage must hold: the first that finds ``ENOUGH``."""

ENOUGH = 20

KIN = 0.4
"""Of the score of a word, what another word of its root scores."""

MOST_WORDS = 16
MOST_KIN = 20
_CLOSING = " »”'\""
_STEPS = 4  # of a weight, per unit of rarity


@dataclass(frozen=True)
class Relaxed:
    """A query for most of some words, and the words that it leaves out."""

    query: Query
    silent: tuple[str, ...]
    """Words that say nothing of what a text is about."""
    unknown: tuple[str, ...]
    """Words that stand in no passage, nor any of their kin."""
    phrases: tuple[str, ...] = ()
    """Phrases whose words need not stand side by side."""


def is_question(text: str, tree: Node) -> bool:
    """Whether a text asks something: «Какие школы построят» or «школы построят?»."""
    words = [part for part in _parts(tree) if _is_word(part)]
    first = words[0].typed if words and isinstance(words[0], Leaf) else ""
    return text.rstrip(_CLOSING).endswith("?") or first.lower() in table()["ask"]


def without_silent(tree: Node) -> tuple[Query, tuple[str, ...]]:
    """What a tree asks without words that say nothing, and these; all of it if none is left."""
    parts = _parts(tree)
    kept = [part for part in parts if not _is_silent(part)]
    if not any(map(_is_word, kept)):
        return meaning(tree), ()
    silent = tuple(part.typed for part in parts if isinstance(part, Leaf) and _is_silent(part))
    return conjunction(map(meaning, kept)), silent


def loosened(tree: Node) -> tuple[Query, tuple[str, ...]] | None:
    """What a tree asks where the words of its phrases may stand anywhere, and these phrases."""
    phrases = [part for part in _parts(tree) if _is_word_or_phrase(part) and not _is_word(part)]
    if not phrases:
        return None
    words = (
        conjunction(_words(meaning(part))) if part in phrases else meaning(part)
        for part in _parts(tree)
    )
    return conjunction(words), _typed(iter(phrases))


def apart(tree: Node) -> str:
    """The text of a tree that asks what ``loosened`` does."""
    said = ((canonical(part), _is_word_or_phrase(part)) for part in _parts(tree))
    return " ".join(text.replace('"', " ") if loose else f"({text})" for text, loose in said)


def telling(tree: Node) -> str:
    """The text of a tree without the words that ``without_silent`` leaves out."""
    kept = all_of(part for part in _parts(tree) if not _is_silent(part))
    return canonical(kept) if kept is not None else canonical(tree)


def telling_words(tree: Node) -> tuple[Leaf, ...]:
    """The words of a query of nothing but words, without those that say nothing; else none."""
    parts = _parts(tree)
    words = tuple(part for part in parts if isinstance(part, Leaf) and not _is_silent(part))
    return words if all(map(_is_word, parts)) else ()


def is_wordy(tree: Node) -> bool:
    """Whether a query is nothing but words and phrases in any inflection."""
    return all(map(_is_word_or_phrase, _parts(tree)))


def tells(tree: Node) -> bool:
    """Whether a query has anything but words that say nothing."""
    return not all(map(_is_silent, _parts(tree)))


def relaxed(ix: Index, tree: Node) -> Relaxed | None:
    """The query for most of its words; filters and what is excluded must still hold.

    So must phrases, unless nothing is found with them. None where there are not two words of
    which one could be missing, or nothing is found.
    """
    return _relaxed(ix, tree, _is_word) or _relaxed(ix, tree, _is_word_or_phrase)


def _relaxed(ix: Index, tree: Node, is_word: Callable[[Node], bool]) -> Relaxed | None:
    parts = _parts(tree)
    leaves = [part for part in parts if is_word(part)][:MOST_WORDS]
    telling = [leaf for leaf in leaves if not _is_silent(leaf)] or leaves
    known = {leaf: words for leaf in telling if (words := list(_known(ix, meaning(leaf))))}
    words = list(dict.fromkeys(word for found in known.values() for word in found))[:MOST_WORDS]
    if not words or sum(len(_words(meaning(leaf))) for leaf in leaves) < 2:  # noqa: PLR2004 - one of two may be missing
        return None
    fixed = [meaning(part) for part in parts if not is_word(part)]
    query = _strictest(ix, words, fixed)
    if query is None:
        return None
    return Relaxed(
        query,
        _typed(leaf for leaf in leaves if leaf not in telling),
        _typed(leaf for leaf in telling if leaf not in known),
        _typed(leaf for leaf in telling if not _is_word(leaf)),
    )


def _strictest(ix: Index, words: Sequence[Term | Kin], fixed: Sequence[Query]) -> Query | None:
    """Most of the words, as many as fill a page; None if not one of them stands anywhere."""
    weights = tuple(_weight(ix, word) for word in words)
    query, found = None, 0
    for share in SHARES:
        most = Most(tuple(words), weights, max(1, round(share * sum(weights))))
        query = conjunction([most, *fixed]) if fixed else most
        found = count(ix, query, Filters())
        if found >= ENOUGH:
            break
    return query if found else None


def _parts(tree: Node) -> tuple[Node, ...]:
    return tree.parts if isinstance(tree, All) else (tree,)


def _is_word(part: Node) -> bool:
    """Whether a part is words in any inflection, without quotation marks."""
    if not isinstance(part, Leaf) or part.text.startswith('"'):
        return False
    return bool(_words(part.query))


def _is_word_or_phrase(part: Node) -> bool:
    return isinstance(part, Leaf) and bool(_words(part.query))


def _words(query: Query) -> tuple[Term, ...]:
    """The words of a leaf one by one, those of «ИИ-стартап» too; none where one has a field."""
    match query:
        case Term(field="text"):
            return (query,)
        case Phrase(slots, "text"):
            return tuple(Term(slot) for slot in slots)
        case Or((Phrase() as parts, Term())):
            return _words(parts)
        case And(children):
            words = [_words(child) for child in children]
            return tuple(word for each in words for word in each) if all(words) else ()
        case _:
            return ()


def _is_silent(part: Node) -> bool:
    if not (_is_word(part) and isinstance(part, Leaf)):
        return False
    if is_silent(part.typed.lower()):
        return True
    terms = part.query.terms if isinstance(part.query, Term) else ()
    return bool(terms) and table()["terms"].issuperset(terms)


def _typed(leaves: Iterator[Node]) -> tuple[str, ...]:
    return tuple(leaf.typed for leaf in leaves if isinstance(leaf, Leaf))


def _known(ix: Index, query: Query) -> Iterator[Term | Kin]:
    """The words of a leaf that the index has, with their kin."""
    for word in _words(query):
        wide = _with_kin(ix, word)
        if _frequency(ix, wide):
            yield wide


def _with_kin(ix: Index, term: Term) -> Term | Kin:
    kin = tuple(each for each in _kin(ix, term.terms) if each not in term.terms)
    return Kin(term, Term(term.terms + kin, term.field), KIN) if kin else term


def _kin(ix: Index, lemmas: Sequence[str]) -> tuple[str, ...]:
    """Lemmas of the index that share a root with some, or a family of the table."""
    found = dict.fromkeys(relatives(lemmas))
    for shared in dict.fromkeys(map(root, lemmas)):
        if len(shared) >= SHORTEST:
            alike = (term for term in ix.terms(shared, field="text") if root(term) == shared)
            found |= dict.fromkeys(alike)
    return tuple(found)[:MOST_KIN]


def _weight(ix: Index, query: Term | Kin) -> int:
    """A whole number, so that sums of weights are the same in any order."""
    return max(1, round(_STEPS * float(rarity(ix.count, _frequency(ix, query)))))


def _frequency(ix: Index, word: Term | Kin) -> int:
    """About how many passages hold a word."""
    term = word.wide if isinstance(word, Kin) else word
    fields = [segment.fields[term.field] for segment in ix.segments]
    held = [(field, field.find(each.encode())) for field in fields for each in term.terms]
    return min(sum(field.frequency(number) for field, number in held if number >= 0), ix.count)
