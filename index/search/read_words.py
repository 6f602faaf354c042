"""How each word of a query was read: what the index has of it, in which forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from index.language import QueryWord, analyze
from index.search.leaves import found
from index.search.page import ReadWord
from index.search.query import Kin, Most, Near, Query
from index.search.syntax import All, Either, Leaf, Node
from index.store.reader import Index

MOST_WORDS = 12
MOST_FORMS = 12
_LOOKED_AT = 400  # forms that begin alike
_STEM = 3


def read_words(ix: Index, tree: Node | None, query: Query) -> tuple[ReadWord, ...]:
    """The words of a query that are sought in any inflection; ``query`` is what was answered."""
    if tree is None:
        return ()
    kin = {each.term.terms: each.wide.terms for each in _kin(query)}
    words = dict.fromkeys(word for leaf in _leaves(tree) for word in found(leaf.typed))
    return tuple(_read(ix, word, kin) for word in list(words)[:MOST_WORDS])


def exactly(tree: Node | None) -> str:
    """The query in which every word stands as typed; empty where nothing would change."""
    parts = tree.parts if isinstance(tree, All) else (tree,) if tree else ()
    typed = [part for part in parts if isinstance(part, Leaf)]
    if len(typed) < len(parts) or not any(map(_is_free, typed)):
        return ""
    return " ".join(f"!{part.typed}" if _is_free(part) else part.typed for part in typed)


def _is_free(leaf: Leaf) -> bool:
    """Whether a leaf takes its words in any inflection."""
    plain = leaf.typed[:1] not in ("!", "-") and ":" not in leaf.typed and "*" not in leaf.typed
    return plain and bool(found(leaf.typed))


def _leaves(node: Node) -> Iterator[Leaf]:
    match node:
        case Leaf():
            if _is_free(node):
                yield node
        case All() | Either():
            for part in node.parts:
                yield from _leaves(part)


def _kin(query: Query) -> Iterator[Kin]:
    children = getattr(query.words if isinstance(query, Near) else query, "children", ())
    for child in children:
        if isinstance(child, Kin):
            yield child
        elif isinstance(child, Most):
            yield from _kin(child)


def _read(ix: Index, word: QueryWord, kin: dict[tuple[str, ...], tuple[str, ...]]) -> ReadWord:
    lemmas = tuple(dict.fromkeys(lemma for slot in word.slots for lemma in slot))
    added = tuple(term for term in kin.get(word.slots[0], ()) if term not in lemmas)
    held = tuple(lemma for lemma in lemmas if _is_held(ix, lemma))
    return ReadWord(word.text, held, _forms(ix, word, frozenset(held)), added, word.languages)


def _is_held(ix: Index, lemma: str) -> bool:
    return any(segment.fields["text"].find(lemma.encode()) >= 0 for segment in ix.segments)


def _forms(ix: Index, word: QueryWord, lemmas: frozenset[str]) -> tuple[str, ...]:
    """Forms of the index that have one of the lemmas, most frequent first."""
    if not lemmas:
        return ()
    stem = _shared([word.form, *lemmas])
    alike = ix.terms(stem, _LOOKED_AT) if len(stem) >= _STEM else [word.form]
    forms = (form for form in alike if not lemmas.isdisjoint(_lemmas(form, word.languages)))
    return tuple(form for form, _ in zip(forms, range(MOST_FORMS), strict=False))


def _shared(words: list[str]) -> str:
    """The beginning that the form shares with the lemma nearest to it, cut to be safe."""
    form, *lemmas = words
    return max((_beginning(form, lemma) for lemma in lemmas), key=len)


def _beginning(one: str, other: str) -> str:
    length = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[: min(length, max(_STEM, len(other) - 2))]


@lru_cache(maxsize=10_000)
def _lemmas(form: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The lemmas of a form in any of some languages."""
    read = (token for language in languages for token in analyze(form, language))
    return frozenset(lemma for token in read for lemma in token.lemmas)
