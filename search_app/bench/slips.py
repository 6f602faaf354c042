"""Words with one slip of the keys, and how often they are put right."""

from __future__ import annotations

import importlib
import itertools
import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from index.language import fold
from index.language.spelling import Speller
from search_app.bench.absent import installed
from search_app.bench.pairs import Reader

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
_PASSAGES, _WORDS, _SHORTEST, _OFTEN = 20_000, 2_000, 6, 3
_KINDS = 4


def counted(path: Path) -> Counter[str]:
    """Count the forms of the first passages of a file."""
    counts: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, _PASSAGES):
            counts.update(map(fold, _WORD.findall(json.loads(line)["text"])))
    return counts


def corrected(counts: Mapping[str, int], reader: Reader) -> tuple[float, float | None]:
    """The share of slips whose first correction has the right lemma: ours, and SymSpell's.

    None where SymSpell is not installed.
    """
    draw = random.Random(4)  # noqa: S311 - a sample, not a secret
    often = [word for word in counts if len(word) >= _SHORTEST and counts[word] >= _OFTEN]
    drawn = draw.choices(often, [counts[word] for word in often], k=_WORDS)
    written = [(word, slip) for word in drawn if (slip := slipped(word, draw)) not in counts]

    def share(correct: Callable[[str], str | None]) -> float:
        found = ((word, correct(slip)) for word, slip in written)
        right = sum(bool(one and set(reader(one)) & set(reader(word))) for word, one in found)
        return right / len(written)

    symspell = installed(lambda: _symspell(counts))
    ours = share(Speller(counts).correction)
    return ours, share(symspell) if symspell else None


def known_corrected(counts: Mapping[str, int]) -> tuple[int, int]:
    """How many known words were tried, and how many of them were offered another."""
    speller = Speller(counts)
    return len(counts), sum(speller.correction(word) is not None for word in counts)


def slipped(word: str, draw: random.Random) -> str:
    """The word with a letter lost, changed, added or swapped with the next."""
    at, kind = draw.randrange(len(word) - 1), draw.randrange(_KINDS)
    before, after, letter = word[:at], word[at + 1 :], draw.choice(_LETTERS)
    swapped = before + after[0] + word[at] + after[1:]
    return (before + after, before + letter + after, before + letter + word[at:], swapped)[kind]


def _symspell(counts: Mapping[str, int]) -> Callable[[str], str | None]:
    symspellpy = importlib.import_module("symspellpy")
    speller = symspellpy.SymSpell(1, 7)
    for word, count in counts.items():
        speller.create_dictionary_entry(word, count)
    closest = symspellpy.Verbosity.CLOSEST
    return lambda slip: next((one.term for one in speller.lookup(slip, closest)), None)
