"""Passages of other documents that say what a passage says: they share its rare words.

Lemmas carry no language, so names and numbers also lead to passages in other languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.documents.document import Document, Passage
from index.language import analyze, analyze_sentences
from index.search.evaluation.engine import evaluate
from index.search.evaluation.filters import Filters
from index.search.evaluation.scoring import rarity
from index.search.folding import alike, stems
from index.search.query import Most, Term
from index.store.reader import Index

MOST = 10
WORDS = 25  # the rarest of a passage
SHARE = 0.12  # of the weight of these words, what another passage must hold
SAME = 0.6
"""The share of the words of both from which on two passages are the same in other words."""

_STEPS = 4  # of a weight, per unit of rarity
_COMMON, _FEW = 10, 50  # what every tenth passage holds is not rare, in more than a few
_LOOKED_AT = 5  # passages for each that is shown: some are of the same document


@dataclass(frozen=True)
class Similar:
    """A passage that is like another; ``same`` where it is nearly a copy."""

    document: Document
    passage: Passage
    score: float
    same: bool


def similar(ix: Index, passage: Passage, limit: int = MOST) -> tuple[Similar, ...]:
    """The passages of other documents that are most like a passage of the index.

    Near copies come first, so that each of two shows the other; then other versions of its event.
    """
    weighed = sorted(_weighed(ix, passage), key=lambda each: (-each[1], each[0].terms))[:WORDS]
    if not weighed:
        return ()
    words, weights = zip(*weighed, strict=True)
    query = Most(words, weights, max(1, round(SHARE * sum(weights))))
    matches = evaluate(ix, query, Filters(), "relevance", 0, _LOOKED_AT * limit)
    own = stems(passage.text)
    found = []
    for ref, score in matches.hits:
        other = ix.stored(ref)
        if other.document != passage.document:
            same = alike(own, stems(other.text)) >= SAME
            found.append(Similar(ix.header(ref), other, score, same))
    event = _event(ix, passage)
    found.sort(key=lambda one: (not one.same, one.document.event != event or not event))
    return tuple(found[:limit])


def _event(ix: Index, passage: Passage) -> str:
    """What the passage's document tells of, if that is known."""
    known = ix.document(passage.document)
    return known[0].event if known else ""


def _weighed(ix: Index, passage: Passage) -> Iterator[tuple[Term, int]]:
    """The words that stand elsewhere too, each with its weight."""
    if passage.sentences:
        tokens = analyze_sentences(passage.text, passage.sentences)
    else:
        tokens = analyze(passage.text, passage.language)
    for lemmas in dict.fromkeys(token.lemmas for token in tokens):
        held = max(_frequency(ix, lemma) for lemma in lemmas)
        if 1 < held <= max(ix.count // _COMMON, _FEW):
            yield Term(lemmas), max(1, round(_STEPS * float(rarity(ix.count, held))))


def _frequency(ix: Index, lemma: str) -> int:
    encoded = lemma.encode()
    fields = [segment.fields["text"] for segment in ix.segments]
    numbers = [(field, field.find(encoded)) for field in fields]
    return sum(field.frequency(number) for field, number in numbers if number >= 0)
