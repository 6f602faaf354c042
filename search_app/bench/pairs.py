"""Pairs of different forms of one lemma: how many of them meet, and how many others do."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.language import fold

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_SHORTEST = 3
Reader = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Meeting:
    """Recall and precision of meeting pairs."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def gold(path: Path) -> dict[str, set[str]]:
    """Content words of a treebank: each form with its lemmas, lower case, ё as е."""
    lemmas: defaultdict[str, set[str]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        for form, lemma, part_of_speech, *_ in json.loads(line)["tokens"]:
            if part_of_speech in _CONTENT and form.isalpha() and len(form) >= _SHORTEST:
                lemmas[form].add(fold(lemma))
    return lemmas


def measure(lemmas: Mapping[str, set[str]], reader: Reader) -> Meeting:
    """Compare the pairs of forms that a reader lets meet with those that share a lemma."""
    right: defaultdict[str, set[str]] = defaultdict(set)
    read: defaultdict[str, set[str]] = defaultdict(set)
    for form, known in lemmas.items():
        for lemma in known:
            right[lemma].add(fold(form))
        for term in reader(form):
            read[term].add(fold(form))
    wanted, met = _pairs(right), _pairs(read)
    both = len(wanted & met)
    return Meeting(both / len(wanted), both / len(met) if met else 1.0)


def _pairs(by_term: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    return {pair for forms in by_term.values() for pair in itertools.combinations(sorted(forms), 2)}
