"""How each word of a query was read: what the index has of it, in which forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

import numpy as np

from index.language import QueryWord, analyze
from index.language.overlay import overlay
from index.language.queries import languages_of
from index.search.evaluation.kernels import held, union
from index.search.page import ReadWord
from index.search.parsing.leaves import found
from index.search.parsing.syntax import All, Either, Leaf, Node
from index.search.query import Kin, Most, Near, Query
from index.store.reader import Index
from index.store.segment import Segment

MOST_WORDS = 12
MOST_FORMS = 12
_LOOKED_AT = 100  # forms that begin alike
_STEM = 3


def read_words(ix: Index, tree: Node | None, query: Query) -> tuple[ReadWord, ...]:
    """The words that a query seeks, in any inflection or as typed; ``query`` was answered."""
    if tree is None:
        return ()
    kin = {each.term.terms: each.wide.terms for each in _kin(query)}
    words = dict.fromkeys(
        (word, leaf.typed.startswith("!")) for leaf in _leaves(tree) for word in _typed(leaf)
    )
    return tuple(
        _as_typed(ix, word) if exact else _read(ix, word, kin)
        for word, exact in list(words)[:MOST_WORDS]
    )


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
            if _is_free(node) or node.typed.startswith("!"):
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


def _typed(leaf: Leaf) -> tuple[QueryWord, ...]:
    return found(leaf.typed.removeprefix("!"))


def _as_typed(ix: Index, word: QueryWord) -> ReadWord:
    """A word that is sought in this form only: it has no lemma."""
    form = word.form.encode()
    held = any(segment.fields["exact"].find(form) >= 0 for segment in ix.segments)
    return ReadWord(word.text, (), (word.form,) if held else (), (), word.languages)


def _read(ix: Index, word: QueryWord, kin: dict[tuple[str, ...], tuple[str, ...]]) -> ReadWord:
    lemmas = tuple(dict.fromkeys(lemma for slot in word.slots for lemma in slot))
    added = tuple(term for term in kin.get(word.slots[0], ()) if term not in lemmas)
    held = tuple(lemma for lemma in lemmas if _is_held(ix, lemma))
    return ReadWord(word.text, held, _forms(ix, word, frozenset(held)), added, word.languages)


def _is_held(ix: Index, lemma: str) -> bool:
    return any(segment.fields["text"].find(lemma.encode()) >= 0 for segment in ix.segments)


def _forms(ix: Index, word: QueryWord, lemmas: frozenset[str]) -> tuple[str, ...]:
    """Forms of the index that the word reaches by one of the lemmas, most frequent first."""
    if not lemmas:
        return ()
    named = _names(lemmas)
    alike = {word.form, *lemmas, *named}
    for start in _shortest({_shared([word.form, *lemmas]), *map(_start, named)}):
        alike.update(form for segment in ix.segments for form in _beside(segment, start, lemmas))
    often = {form: count for form in alike if (count := _frequency(ix, form))}
    looked_at = sorted(often, key=lambda form: (-often[form], form))
    return tuple(
        islice((form for form in looked_at if _is_reached(form, word, lemmas)), MOST_FORMS)
    )


def _beside(segment: Segment, start: str, lemmas: frozenset[str]) -> Iterator[str]:
    """The most frequent forms that begin so and stand in passages of the lemmas.

    Of each form three passages are looked at: what is read as a lemma has it there, unless most
    of them are in another language. So hundreds of forms need not be read.
    """
    exact, text = segment.fields["exact"], segment.fields["text"]
    numbers = exact.beginning(start.encode())
    known = [number for lemma in lemmas if (number := text.find(lemma.encode())) >= 0]
    if not numbers or not known:
        return
    frequencies, some = exact.samples(numbers)
    docs = union([text.postings(number).docs for number in known], segment.count)
    likely = np.flatnonzero(held(some, docs).sum(axis=0) > len(some) // 2)
    often = np.argsort(-frequencies.take(likely), kind="stable")[:_LOOKED_AT]
    yield from (exact.terms[numbers[each]].decode() for each in likely.take(often).tolist())


def _names(lemmas: frozenset[str]) -> tuple[str, ...]:
    """The forms of a name in every spelling: Токаева, Тоқаев, Tokayev."""
    spelt = (_forms_of_names().get(lemma, ()) for lemma in lemmas)
    return tuple(form for forms in spelt for form in forms)


@cache
def _forms_of_names() -> dict[str, list[str]]:
    known: defaultdict[str, list[str]] = defaultdict(list)
    for form, terms in overlay().names.items():
        for term in terms:
            known[term].append(form)
    return dict(known)


def _start(form: str) -> str:
    return form[: max(_STEM, len(form) - 2)]


def _shortest(starts: set[str]) -> Iterator[str]:
    """Beginnings long enough to look at, without those that go on from another."""
    before = ""
    for start in sorted(start for start in starts if len(start) >= _STEM):
        if not before or not start.startswith(before):
            yield start
            before = start


def _is_reached(form: str, word: QueryWord, lemmas: frozenset[str]) -> bool:
    """Whether the form stands where the word is sought: all parts of it side by side."""
    languages = word.languages if lemmas.isdisjoint(_forms_of_names()) else languages_of(form)
    wanted = [lemmas.intersection(slot) for slot in word.slots]
    return any(
        all(slot & place for slot, place in zip(wanted, places[at:], strict=False))
        for places in _places(form, languages)
        for at in range(len(places) - len(wanted) + 1)
    )


def _frequency(ix: Index, form: str) -> int:
    """How many passages hold exactly this form."""
    held = [(each.fields["exact"], form.encode()) for each in ix.segments]
    numbers = [(words, words.find(term)) for words, term in held]
    return sum(words.frequency(number) for words, number in numbers if number >= 0)


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
def _places(form: str, languages: tuple[str, ...]) -> tuple[tuple[frozenset[str], ...], ...]:
    """The lemmas at each place of a form, in each of some languages."""
    read = []
    for language in languages:
        places: defaultdict[int, set[str]] = defaultdict(set)
        for token in analyze(form, language):
            places[token.position].update(token.lemmas)
        read.append(tuple(frozenset(places[place]) for place in sorted(places)))
    return tuple(read)
