"""Phrases that stand often in the index, found from the places of its word forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

import numpy as np

from index.language import analyze, fold
from index.search.advice.silent import is_silent
from index.store.arrays import Array
from index.store.reader import Index
from index.store.segment import Segment

MOST = 5_000
LEAST = 3  # times
_PLACES = 2_000_000  # of a segment that are looked at
_LONGEST = 3  # words
_MOST_WORDS = 10_000
_SHORTEST = 4  # letters of a frequent word
_ALIKE = 2  # letters with which a word and its lemma begin
_GAP = re.compile(r"\s+")
_MANY = 20_000  # words of a segment: of so many, what stands but once is no phrase
_LOOKED_AT = 5  # passages for each phrase
_NEARLY_ALWAYS = 0.8
_NUMBERS = 21  # bits of a word's number: so many words of three fit in 63

Words = tuple[str, ...]


def phrases(ix: Index) -> dict[str, int]:
    """Phrases of two or three words with how often they stand, in their most usual form.

    Of the inflections of one phrase the dictionary's form is taken where the index has it. None
    crosses the end of a sentence or a comma.
    """
    counts: Counter[Words] = Counter()
    for segment in ix.segments:
        counts.update(_of_segment(segment))
    groups = _by_lemmas(dict(counts.most_common(4 * MOST)))
    usual = {lemmas: _usual(lemmas, forms) for lemmas, forms in groups.items()}
    totals = {lemmas: sum(forms.values()) for lemmas, forms in groups.items()}
    often = sorted((n, lemmas) for lemmas, n in totals.items() if n >= LEAST)[: -2 * MOST - 1 : -1]
    whole = {lemmas: n for n, lemmas in often if _is_unbroken(ix, usual[lemmas])}
    cut_off = _cut_off(whole)
    kept = [lemmas for lemmas in whole if lemmas not in cut_off][:MOST]
    return {" ".join(usual[lemmas]): whole[lemmas] for lemmas in kept}


def frequent_words(ix: Index) -> list[str]:
    """Words that stand in several passages, the most frequent first, each in one inflection."""
    usual: dict[str, str] = {}
    for word in ix.terms("", _MOST_WORDS):
        if len(word) >= _SHORTEST and word.isalpha() and not is_silent(word):
            lemma = _lemmas((word,))[0]
            alike = lemma[:_ALIKE] == word[:_ALIKE]  # «қазақстан» is «казахстан» to the index
            usual.setdefault(lemma if alike else word, word)
    often = ((lemma, word) for lemma, word in usual.items() if _stands(ix, word) >= LEAST)
    return [lemma if _stands(ix, lemma) else word for lemma, word in often]


def _stands(ix: Index, word: str) -> int:
    """How many passages hold a form."""
    held = ((each.fields["exact"], word.encode()) for each in ix.segments)
    numbers = ((words, words.find(term)) for words, term in held)
    return sum(words.frequency(number) for words, number in numbers if number >= 0)


@lru_cache(maxsize=8)
def _of_segment(segment: Segment) -> dict[Words, int]:
    """The runs of words of a segment that stand most often; remembered from commit to commit."""
    row = _row(segment)
    terms = segment.fields["exact"].terms
    found = {}
    for length in range(2, _LONGEST + 1):
        numbers, counts = _runs(row, length)
        often = np.argsort(-counts, kind="stable")[: 4 * MOST]
        if len(row) > _MANY:
            often = often[counts[often] > 1]
        for number, count in zip(numbers[often].tolist(), counts[often].tolist(), strict=True):
            found[tuple(terms[each].decode() for each in _parts(number, length))] = count
    return found


def _is_unbroken(ix: Index, words: Words) -> bool:
    """Whether in most of a few passages nothing but spaces stands between the words.

    «Цифровая экосистема. Правительству …» makes no phrase of the last two, however often.
    """
    phrase = " ".join(words)
    seen = whole = 0
    for segment in ix.segments:
        for passage in _passages_with(segment, words)[: _LOOKED_AT - seen].tolist():
            header = segment.header(int(segment.arrays["document"][passage]))
            texts = (segment.passage(passage).text, header.title)
            whole += any(phrase in _GAP.sub(" ", fold(text)) for text in texts)
            seen += 1
    return 2 * whole > seen


def _passages_with(segment: Segment, words: Words) -> Array:
    """Passages in which words follow each other, if only across a full stop."""
    starts: Array | None = None
    offset = 0
    for word in words:
        held = segment.places([word], "exact")
        mine = held[0] - np.int32(offset) if held else np.zeros(0, np.int32)
        starts = mine if starts is None else np.intersect1d(starts, mine, assume_unique=True)
        offset += word.count("-") + 1  # the parts of a compound have places of their own
    bases = segment.arrays["bases"]
    return np.unique(bases.searchsorted(starts, "right") - 1) if starts is not None else bases[:0]


def _row(segment: Segment) -> Array:
    """The number of the word at each place of the newest passages, -1 where none stands."""
    every, starts = segment.arrays["exact.places"], segment.arrays["exact.places.starts"]
    end = int(segment.arrays["bases"][-1])
    first = max(end - _PLACES, 0)
    taken = np.flatnonzero(every >= np.int32(first))
    row = np.full(end - first, -1, np.int64)
    row[every.take(taken) - first] = starts.searchsorted(taken, "right") - 1
    return row


def _runs(row: Array, length: int) -> tuple[Array, Array]:
    """Every run of so many words as one number, and how often it stands."""
    size = max(len(row) - length + 1, 0)
    whole = np.ones(size, bool)
    runs = np.zeros(size, np.int64)
    for offset in range(length):
        part = row[offset : offset + size]
        whole &= (part >= 0) & (part < 1 << _NUMBERS)
        runs = runs << _NUMBERS | part
    numbers, counts = np.unique(runs[whole], return_counts=True)
    return numbers, counts


def _parts(number: int, length: int) -> list[int]:
    mask = (1 << _NUMBERS) - 1
    return [number >> _NUMBERS * place & mask for place in reversed(range(length))]


def _by_lemmas(counts: Mapping[Words, int]) -> dict[Words, Counter[Words]]:
    """The phrases that say something, the inflections of each with how often they stand."""
    groups: defaultdict[Words, Counter[Words]] = defaultdict(Counter)
    for run, count in counts.items():
        words = _without_parts(run)
        if len(words) > 1 and all(map(_tells, words)):
            groups[_lemmas(words)][words] += count
    return groups


def _usual(lemmas: Words, forms: Counter[Words]) -> Words:
    """The inflection nearest to dictionaries, then the most frequent."""
    return max(forms, key=lambda words: (_as_in_dictionaries(words, lemmas), forms[words]))


def _without_parts(words: Words) -> Words:
    """«касым-жомарт токаев»: after a compound its last part stands once more in the index."""
    kept = words[:1]
    for before, word in pairwise(words):
        if not before.endswith(f"-{word}"):
            kept += (word,)
    return kept


def _cut_off(totals: Mapping[Words, int]) -> set[Words]:
    """Phrases that stand nearly always within one longer phrase: «развития искусственного»."""
    found = set()
    for lemmas, count in totals.items():
        for part in (lemmas[:-1], lemmas[1:]):
            if count >= _NEARLY_ALWAYS * totals.get(part, count + 1):
                found.add(part)
    return found


def _as_in_dictionaries(words: Words, lemmas: Words) -> int:
    """How many words are their lemmas: in «цифровая трансформация» the second."""
    return sum(word == lemma for word, lemma in zip(words, lemmas, strict=True))


def _tells(word: str) -> bool:
    return not is_silent(word) and not word.isdigit() and len(word) > 1


def _lemmas(words: Words) -> Words:
    return tuple(analyze(word, "ru")[0].lemmas[0] for word in words)
