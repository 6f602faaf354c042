"""Phrases that stand often in the index, found from the places of its word forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from index.language import analyze
from index.search.silent import is_silent
from index.store.arrays import Array
from index.store.reader import Index
from index.store.segment import Segment

MOST = 5_000
LEAST = 3  # times
_PLACES = 2_000_000  # of a segment that are looked at
_LONGEST = 3  # words
_NEARLY_ALWAYS = 0.8
_NUMBERS = 21  # bits of a word's number: so many words of three fit in 63

Words = tuple[str, ...]


def phrases(ix: Index) -> dict[str, int]:
    """Phrases of two or three words with how often they stand, in their most usual form.

    Of the inflections of one phrase the dictionary's form is taken where the index has it.
    """
    counts: Counter[Words] = Counter()
    for segment in ix.segments:
        for words, count in _of_segment(segment):
            counts[words] += count
    return dict(_one_of_each(dict(counts.most_common(4 * MOST))))


def _of_segment(segment: Segment) -> Iterator[tuple[Words, int]]:
    row = _row(segment)
    terms = segment.fields["exact"].terms
    for length in range(2, _LONGEST + 1):
        numbers, counts = _runs(row, length)
        often = np.argsort(-counts, kind="stable")[: 4 * MOST]
        for number, count in zip(numbers[often].tolist(), counts[often].tolist(), strict=True):
            yield tuple(terms[each].decode() for each in _parts(number, length)), count


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


def _one_of_each(counts: Mapping[Words, int]) -> Iterator[tuple[str, int]]:
    """The phrases that say something, each lemma by lemma once."""
    groups: dict[Words, list[tuple[Words, int]]] = {}
    for run, count in counts.items():
        words = _without_parts(run)
        if len(words) > 1 and all(map(_tells, words)):
            groups.setdefault(_lemmas(words), []).append((words, count))
    totals = {lemmas: sum(count for _, count in forms) for lemmas, forms in groups.items()}
    cut_off = _cut_off(totals)
    every = (lemmas for lemmas in totals if totals[lemmas] >= LEAST and lemmas not in cut_off)
    for lemmas in sorted(every, key=lambda lemmas: -totals[lemmas])[:MOST]:
        usual, _ = max(
            groups[lemmas], key=lambda form: (_as_in_dictionaries(form[0], lemmas), form[1])
        )
        yield " ".join(usual), totals[lemmas]


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
