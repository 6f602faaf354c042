"""Help with a query: what its reader may have meant, and what would find more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial

import numpy as np

from index.language import QueryWord, russian
from index.language.spelling import Speller
from index.search import rewording
from index.search.engine import Filters, count
from index.search.expansion import expanded
from index.search.page import Suggestion
from index.search.parser import parse
from index.search.part import Part
from index.search.query import Chosen, Dated, Query
from index.search.readback import canonical
from index.search.request import SearchRequest
from index.search.silent import is_silent
from index.search.syntax import All, Leaf, Node, Without, all_of, conjunction, meaning
from index.store.reader import Index
from index.store.segment import Segment

RESPELLED = frozenset({"keyboard", "transliteration", "spelling"})
"""Reasons for which the words of a query are written otherwise."""

MOST_WEIGHED = 16  # words of a query of which some may be given up
LONG_WORD = 8
SHORTEST = 4
LONGEST = 24  # letters of a word that may be put right
MOST_LETTERS = 60  # of all words that may be put right
PLENTY = 1_000  # passages; who has so many is not offered synonyms


def suggestions(
    ix: Index, wanted: SearchRequest, before: int | None = None
) -> tuple[Suggestion, ...]:
    """Requests that find more than this one; the likeliest first.

    ``before`` is how many passages this one finds, where that is known. Nothing is looked
    for beside a query that finds plenty, unless the index does not have its words.
    """
    tree = parse(wanted.text).tree
    if tree is None:
        return ()
    before = _count(ix, wanted, meaning(tree)) if before is None else before
    found: dict[str, Suggestion] = {}
    texts = list(mended(ix, tree, wanted.text))
    if before < PLENTY:
        texts += [("synonyms", rewording.widened(tree)), ("kin", rewording.with_kin(tree))]
    for reason, text in texts:
        query = parse(text).query
        passages = 0 if text in found or query == meaning(tree) else _count(ix, wanted, query)
        if passages > before:
            found[text] = Suggestion(reason, wanted.with_text(text), passages)
    if not found and not before:
        text = _fewer_words(ix, wanted, tree)
        if text:
            passages = _count(ix, wanted, parse(text).query)
            return (Suggestion("fewer-words", wanted.with_text(text), passages),)
    return tuple(found.values())


@lru_cache(maxsize=4)
def mended(ix: Index, tree: Node, text: str) -> tuple[tuple[str, str], ...]:
    """Reasons and texts in which words that the index does not have are written otherwise.

    Remembered between the answer to a request and what is offered beside it.
    """
    known = partial(_is_known, ix)
    in_cyrillic = partial(rewording.in_cyrillic, held=partial(_held, ix))
    texts = [
        ("keyboard", rewording.typed_anew(text, known)),
        ("transliteration", rewording.respelled(tree, known, in_cyrillic)),
        ("spelling", rewording.respelled(tree, known, _Corrector(ix))),
    ]
    asked = meaning(tree)
    return tuple((reason, other) for reason, other in texts if parse(other).query != asked)


def _is_known(ix: Index, word: QueryWord) -> bool:
    return _held(ix, word) > 0


def _held(ix: Index, word: QueryWord) -> int:
    """About how many passages hold a word; of one with parts, its rarest."""
    return min(sum(_frequency(ix, term) for term in slot) for slot in word.slots)


def _frequency(ix: Index, term: str) -> int:
    fields = [segment.fields["text"] for segment in ix.segments]
    numbers = ((words, words.find(term.encode())) for words in fields)
    return sum(words.frequency(number) for words, number in numbers if number >= 0)


class _Corrector:
    """Corrects the words of one query, as long as there is time: it grows as letters squared."""

    def __init__(self, ix: Index) -> None:
        forms = _Forms(ix)
        self._speller = Speller(forms, forms.among)
        self._letters = MOST_LETTERS

    def __call__(self, word: QueryWord) -> str:
        """The likeliest word meant, or nothing.

        A word of the dictionary is meant as it stands, though no text has it: «лёд» is no «след».
        """
        self._letters -= len(word.form)
        if self._letters < 0 or len(word.form) not in range(SHORTEST, LONGEST + 1):
            return ""
        if russian.is_known(word.form):
            return ""
        found = self._speller.correction(word.form) or ""
        return "" if is_silent(found) else found


class _Forms(Mapping[str, int]):
    """The forms of an index and how many passages hold each, looked up one by one."""

    def __init__(self, ix: Index) -> None:
        self._ix = ix
        self._fields = [segment.fields["exact"] for segment in ix.segments]

    def __getitem__(self, form: str) -> int:
        encoded = form.encode()
        numbers = ((words, words.find(encoded)) for words in self._fields)
        count = sum(words.frequency(number) for words, number in numbers if number >= 0)
        if not count:
            raise KeyError(form)
        return count

    def among(self, forms: Iterable[str]) -> dict[str, int]:
        """Those of many forms that the index has, looked up at once."""
        encoded = [form.encode() for form in forms]
        counts: Counter[str] = Counter()
        for words in self._fields:
            for form, number in words.numbers(encoded).items():
                counts[form.decode()] += words.frequency(number)
        return counts

    def __iter__(self) -> Iterator[str]:
        return (form for form, _ in self._ix.words("exact"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _filters(wanted: SearchRequest) -> Filters:
    return Filters.of(wanted)


def _count(ix: Index, wanted: SearchRequest, query: Query) -> int:
    return count(ix, query, _filters(wanted))


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
