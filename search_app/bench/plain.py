"""Plain BM25 over texts in memory: what a search engine does before anyone has thought about it."""

from __future__ import annotations

import importlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np

from index.language import analyze, fold

Reader = Callable[[str], Iterable[tuple[str, ...]]]
"""A text to the terms of each of its words."""

_K1, _B = 1.2, 0.75
_WORD = re.compile(r"\w+")


class Plain:
    """Texts by id, ranked by BM25 with nothing required and nothing rewarded."""

    def __init__(self, texts: Mapping[str, str], reader: Reader) -> None:
        self._names, self._reader = list(texts), reader
        self._held: defaultdict[str, dict[int, int]] = defaultdict(dict)
        lengths = np.zeros(len(texts))
        for number, text in enumerate(texts.values()):
            words = list(reader(text))
            lengths[number] = len(words)
            for term, count in Counter(term for terms in words for term in terms).items():
                self._held[term][number] = count
        self._norm = _K1 * (1 - _B + _B * lengths / lengths.mean())

    def found(self, text: str, limit: int) -> list[str]:
        """The ids of the first texts for a query."""
        scores = np.zeros(len(self._names))
        for terms in dict.fromkeys(self._reader(text)):
            counts = self._counts(terms)
            docs, often = np.array(list(counts), np.int64), np.array(list(counts.values()))
            rarity = math.log1p((len(scores) - len(docs) + 0.5) / (len(docs) + 0.5))
            scores[docs] += rarity * often * (_K1 + 1) / (often + self._norm[docs])
        best = np.argsort(-scores, kind="stable")[:limit]
        return [self._names[each] for each in best]

    def _counts(self, terms: Iterable[str]) -> dict[int, int]:
        """How often a text holds a word: its lemmas count as one, as the most frequent of them."""
        counts: dict[int, int] = {}
        for term in terms:
            for number, count in self._held.get(term, {}).items():
                counts[number] = max(count, counts.get(number, 0))
        return counts


def readers() -> dict[str, Reader]:
    """The analyzers that others would take, and our lemmas without the rest."""
    stemmer = importlib.import_module("snowballstemmer").stemmer("russian")
    morph = importlib.import_module("pymorphy3").MorphAnalyzer(lang="ru")
    return {
        "Snowball": _by_word(stemmer.stemWord),
        "first parse": _by_word(lambda word: fold(morph.parse(word)[0].normal_form)),
        "lemma sets": lambda text: (token.lemmas for token in analyze(text, "ru")),
    }


def _by_word(term_of: Callable[[str], str]) -> Reader:
    known: dict[str, tuple[str]] = {}

    def read(text: str) -> Iterator[tuple[str, ...]]:
        for word in map(fold, _WORD.findall(text)):
            if word not in known:
                known[word] = (term_of(word),)
            yield known[word]

    return read
