"""Help with a query: what its reader may have meant, and what would find more."""

from __future__ import annotations

from functools import lru_cache, partial

import numpy as np

from index.language import QueryWord
from index.search.advice import rewording
from index.search.advice.asking import without_asking
from index.search.advice.correcting import Corrector
from index.search.advice.silent import is_silent
from index.search.evaluation.engine import Filters, count
from index.search.evaluation.expansion import expanded
from index.search.evaluation.part import Part
from index.search.page import Suggestion
from index.search.parsing.parser import parse
from index.search.parsing.readback import canonical
from index.search.parsing.syntax import All, Leaf, Node, Without, all_of, conjunction, meaning
from index.search.query import Chosen, Dated, Query
from index.search.request import SearchRequest
from index.store.reader import Index
from index.store.segment import Segment

RESPELLED = frozenset({"keyboard", "transliteration", "spelling"})
"""Reasons for which the words of a query are written otherwise."""

MOST_READINGS = 3  # of Latin letters in Cyrillic
MOST_WEIGHED = 16  # words of a query of which some may be given up
LONG_WORD = 8
PLENTY = 1_000  # passages; who has so many is not offered synonyms


def suggestions(
    ix: Index, wanted: SearchRequest, before: int | None = None, *, shown: bool = False
) -> tuple[Suggestion, ...]:
    """Requests that find more than this one, or mend its words; the likeliest first.

    ``before`` is how many passages this one finds, where that is known; ``shown`` says that
    something is shown in place of nothing. Nothing is looked for beside a query that finds
    plenty, unless the index does not have its words. Of a question who or when, words are
    offered for what it is about.
    """
    wanted = without_asking(wanted)
    tree = parse(wanted.text).tree
    if tree is None:
        return ()
    before = _count(ix, wanted, meaning(tree)) if before is None else before
    found: dict[Query, Suggestion] = {}
    for reason, text in (*mended(ix, tree, wanted.text), *_other_words(ix, tree, before)):
        query = parse(text).query
        passages = 0 if query in found or query == meaning(tree) else _count(ix, wanted, query)
        if passages > (0 if reason in RESPELLED else before):
            found[query] = Suggestion(reason, wanted.with_text(text), passages)
    if found or before or shown:
        return tuple(found.values())
    text = _fewer_words(ix, wanted, tree)
    passages = _count(ix, wanted, parse(text).query) if text else 0
    return (Suggestion("fewer-words", wanted.with_text(text), passages),) if text else ()


def _other_words(ix: Index, tree: Node, before: int) -> tuple[tuple[str, str], ...]:
    if before >= PLENTY:
        return ()
    stands = partial(finds, ix)
    return (
        ("synonyms", rewording.widened(tree, stands)),
        ("kin", rewording.with_kin(tree, stands)),
    )


def finds(ix: Index, query: Query) -> bool:
    """Whether any passage of the index matches."""
    return count(ix, query, Filters()) > 0


@lru_cache(maxsize=4)
def mended(ix: Index, tree: Node, text: str) -> tuple[tuple[str, str], ...]:
    """Reasons and texts in which words that the index does not have are written otherwise.

    So are words that it has, but not in the language of the query. Remembered between the
    answer to a request and what is offered beside it.
    """
    known = partial(_is_known, ix)
    texts = [
        ("keyboard", rewording.typed_anew(text, known)),
        *(
            ("transliteration", rewording.respelled(tree, known, _in_cyrillic(ix, rank)))
            for rank in range(MOST_READINGS)
        ),
        ("spelling", _corrected(ix, tree)),
    ]
    asked = meaning(tree)
    return tuple((reason, other) for reason, other in texts if parse(other).query != asked)


def _corrected(ix: Index, tree: Node) -> str:
    """The query with its slips put right; words put right first tell the language of others.

    «искуственого интелекта» is «искусственного интелекта», so it is no Bulgarian query.
    """
    corrector = Corrector(ix, tree)

    def at_home(word: QueryWord) -> bool:
        return _is_known(ix, word) and not corrector.is_stranger(word)

    once = rewording.respelled(tree, at_home, corrector)
    mended_tree = parse(once).tree
    if mended_tree is None or mended_tree == tree:
        return once
    corrector = Corrector(ix, mended_tree)
    return rewording.respelled(mended_tree, at_home, corrector)


def _in_cyrillic(ix: Index, rank: int) -> rewording.Reword:
    return partial(rewording.in_cyrillic, held=partial(_held, ix), rank=rank)


def _is_known(ix: Index, word: QueryWord) -> bool:
    return _held(ix, word) > 0


def _held(ix: Index, word: QueryWord) -> int:
    """About how many passages hold a word; of one with parts, its rarest."""
    return min(sum(_frequency(ix, term) for term in slot) for slot in word.slots)


def _frequency(ix: Index, term: str) -> int:
    fields = [segment.fields["text"] for segment in ix.segments]
    numbers = ((words, words.find(term.encode())) for words in fields)
    return sum(words.frequency(number) for words, number in numbers if number >= 0)


def _count(ix: Index, wanted: SearchRequest, query: Query) -> int:
    return count(ix, query, Filters.of(ix, wanted))


def _fewer_words(ix: Index, wanted: SearchRequest, tree: Node) -> str:
    """The query with only those of its words that meet in one passage, as many as can."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    fixed = [part for part in parts if _stays(part)]
    words = [part for part in parts if part not in fixed][:MOST_WEIGHED]
    each = (_meeting(ix, wanted, segment, words, fixed) for segment in ix.segments if segment.count)
    meeting = max(each, key=sum, default=[0] * len(words))
    kept = [word for word, weight in zip(words, meeting, strict=True) if weight]
    if all(is_silent(canonical(word)) for word in kept):
        return ""  # «в» of «в Семее» finds nothing that was sought
    most = all_of(part for part in parts if part in fixed or part in kept)
    return canonical(most) if most is not None else ""


def _meeting(
    ix: Index, wanted: SearchRequest, segment: Segment, words: list[Node], fixed: list[Node]
) -> list[int]:
    """The weights of the words in the passage of a segment where most of them meet."""
    held = np.zeros((len(words), segment.count), np.int32)
    for number, word in enumerate(words):
        query, _ = expanded(ix, conjunction(map(meaning, (*fixed, word))))
        held[number, Part(segment, query, Filters.of(ix, wanted)).docs] = _weight(word)
    weights: list[int] = held[:, held.sum(axis=0).argmax()].tolist()
    return weights


def _weight(word: Node) -> int:
    """Long words say more than «какие» and «для», whatever is rare in the index."""
    return min(len(canonical(word)), LONG_WORD)


def _stays(part: Node) -> bool:
    """What is excluded and what filters are no words to be given up."""
    is_filter = isinstance(part, Leaf) and isinstance(part.query, Chosen | Dated)
    return is_filter or isinstance(part, Without)
