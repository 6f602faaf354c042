"""Help with a query: what its reader may have meant, and what would find more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from index.language import QueryWord
from index.language.spelling import Speller
from index.search import rewording
from index.search.engine import Filters, evaluate
from index.search.expansion import expanded
from index.search.parser import parse
from index.search.part import Part
from index.search.query import Chosen, Dated, Query
from index.search.readback import canonical
from index.search.request import SearchRequest
from index.search.syntax import All, Leaf, Node, Without, all_of, conjunction, meaning
from index.store.reader import Index
from index.store.segment import Segment

MOST_WEIGHED = 16  # words of a query of which some may be given up
LONG_WORD = 8
LONGEST = 24  # letters of a word that may be put right
MOST_LETTERS = 60  # of all words that may be put right


@dataclass(frozen=True)
class Suggestion:
    """Another request with the reason for it, and how many passages it finds.

    The reason is keyboard, transliteration, spelling, synonyms or fewer-words.
    """

    reason: str
    wanted: SearchRequest
    passages: int


def suggestions(ix: Index, wanted: SearchRequest) -> tuple[Suggestion, ...]:
    """Requests that find more than this one; the likeliest first."""
    tree = parse(wanted.text).tree
    if tree is None:
        return ()
    before = _count(ix, wanted, meaning(tree))
    found: dict[str, Suggestion] = {}
    for reason, text in _texts(ix, wanted, tree, before):
        passages = 0 if text in found else _count(ix, wanted, parse(text).query)
        if text and passages > before:
            found[text] = Suggestion(reason, wanted.with_text(text), passages)
    if not found and not before:
        text = _fewer_words(ix, wanted, tree)
        if text:
            passages = _count(ix, wanted, parse(text).query)
            return (Suggestion("fewer-words", wanted.with_text(text), passages),)
    return tuple(found.values())


def _texts(ix: Index, wanted: SearchRequest, tree: Node, before: int) -> Iterator[tuple[str, str]]:
    known = partial(_is_known, ix)
    in_cyrillic = partial(rewording.in_cyrillic, known=known)
    yield "keyboard", rewording.typed_anew(wanted.text, known)
    yield "transliteration", rewording.respelled(tree, known, in_cyrillic)
    yield "spelling", rewording.respelled(tree, known, _Corrector(ix))
    yield "synonyms", rewording.widened(tree)
    if not before:
        # «интелект» is a word of Bulgarian texts, and still a slip in a Russian query.
        yield "spelling", rewording.respelled(tree, _never, _Corrector(ix, known_too=True))


def _is_known(ix: Index, word: QueryWord) -> bool:
    return all(any(_is_held(ix, term) for term in slot) for slot in word.slots)


def _is_held(ix: Index, term: str) -> bool:
    encoded = term.encode()
    return any(segment.fields["text"].find(encoded) >= 0 for segment in ix.segments)


class _Corrector:
    """Corrects the words of one query, as long as there is time: it grows as letters squared.

    With ``known_too`` a word of the index is put right as well.
    """

    def __init__(self, ix: Index, *, known_too: bool = False) -> None:
        self._counts, self._known_too = _counts(ix), known_too
        self._letters = MOST_LETTERS

    def __call__(self, word: QueryWord) -> str:
        """The likeliest word meant, or nothing."""
        self._letters -= len(word.form)
        if self._letters < 0 or len(word.form) > LONGEST:
            return ""
        counts = _Others(self._counts, word.form) if self._known_too else self._counts
        return Speller(counts).correction(word.form) or ""


def _never(_: QueryWord) -> bool:
    return False


@lru_cache(maxsize=2)
def _counts(ix: Index) -> Mapping[str, int]:
    return dict(ix.words("exact"))


class _Others(Mapping[str, int]):
    """Counts of all forms but one."""

    def __init__(self, counts: Mapping[str, int], form: str) -> None:
        self._counts, self._form = counts, form

    def __getitem__(self, form: str) -> int:
        if form == self._form:
            raise KeyError(form)
        return self._counts[form]

    def __iter__(self) -> Iterator[str]:
        return (form for form in self._counts if form != self._form)

    def __len__(self) -> int:
        return len(self._counts) - (self._form in self._counts)


def _filters(wanted: SearchRequest) -> Filters:
    return Filters(wanted.since, wanted.until, wanted.filters)


def _count(ix: Index, wanted: SearchRequest, query: Query) -> int:
    return evaluate(ix, query, _filters(wanted), "newest", 0, 0).totals.passages


def _fewer_words(ix: Index, wanted: SearchRequest, tree: Node) -> str:
    """The query with only those of its words that meet in one passage, as many as can."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    fixed = [part for part in parts if _stays(part)]
    words = [part for part in parts if part not in fixed][:MOST_WEIGHED]
    each = (_meeting(ix, wanted, segment, words, fixed) for segment in ix.segments if segment.count)
    meeting = max(each, key=sum, default=[0] * len(words))
    kept = [word for word, weight in zip(words, meeting, strict=True) if weight]
    most = all_of(part for part in parts if part in fixed or part in kept)
    return canonical(most) if most is not None and kept else ""


def _meeting(
    ix: Index, wanted: SearchRequest, segment: Segment, words: list[Node], fixed: list[Node]
) -> list[int]:
    """The weights of the words in the passage of a segment where most of them meet."""
    held = np.zeros((len(words), segment.count), np.int32)
    for number, word in enumerate(words):
        query, _ = expanded(ix, conjunction(map(meaning, (*fixed, word))))
        held[number, Part(segment, query, _filters(wanted)).docs] = _weight(word)
    weights: list[int] = held[:, held.sum(axis=0).argmax()].tolist()
    return weights


def _weight(word: Node) -> int:
    """Long words say more than «какие» and «для», whatever is rare in the index."""
    return min(len(canonical(word)), LONG_WORD)


def _stays(part: Node) -> bool:
    """What is excluded and what filters are no words to be given up."""
    is_filter = isinstance(part, Leaf) and isinstance(part.query, Chosen | Dated)
    return is_filter or isinstance(part, Without)
