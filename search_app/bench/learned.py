"""Learn what words lean to which priority area, from marked texts; tell how well that carries over.

A logistic model of each area against the rest, with a square penalty, by accelerated gradients
(Nesterov 1983). It takes seconds; who changes the marks writes the table anew.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.documents.document import Document, Passage
from index.documents.passages import cut_and_read
from index.language import Token, Tokens
from index.policy import PolicyTables, annotate, load_tables
from index.policy.leanings import BASE, ORDERED, Around, Leanings, parts
from search_app.bench.policy import measure_readings
from search_app.bench.policy_readings import readings

_PENALTY = 1.5
_TRUSTED = 0.6  # of what cues say: they were chosen on some of these texts, and do less on others
_STEPS = 150
_RARE = 2  # examples that a word must stand in
_SLIGHT = 0.02  # a weight that is left out

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """What counts in a passage, by key, its areas, and what its cues say for each as log odds."""

    parts: Mapping[str, float]
    areas: frozenset[str]
    cued: Mapping[str, float] = field(default_factory=dict)


def of_readings(path: Path, tables: PolicyTables) -> Iterator[Example]:
    """The passages of a text marked by hand, read with what stands around them."""
    for document, labels in readings(path):
        if any(labels.roles.values()):
            yield from _examples(document, labels.areas, tables)


def of_sentences(path: Path, tables: PolicyTables) -> Iterator[Example]:
    """The lines of a file of sentences: language | areas | text."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        language, areas, text = (part.strip() for part in line.split("|", 2))
        told = frozenset(area.strip() for area in areas.split(",") if area.strip())
        yield from _examples(Document("", "", (text,), language=language), {1: told}, tables)


def _examples(
    document: Document, areas: Mapping[int, frozenset[str]], tables: PolicyTables
) -> Iterator[Example]:
    read = [*cut_and_read(document)]
    annotated = annotate(document, read, tables)
    title = Tokens.of(document.title, document.language or "ru")
    titled = tables.scorer.titled(tables.look(title).words)
    around = [
        Around(tokens, {mention.agency for mention in passage.agencies})
        for passage, (_, tokens) in zip(annotated, read, strict=True)
    ]
    cued = _cued(annotated, [tokens for _, tokens in read], titled, tables)
    for passage, told, odds in zip(annotated, parts(around, title, titled), cued, strict=True):
        ordering = {ORDERED: 1.0} if passage.instructions else {}
        yield Example(told | ordering, areas[passage.paragraph], odds)


def _cued(
    passages: Sequence[Passage],
    texts: Sequence[Sequence[Token]],
    titled: Collection[str],
    tables: PolicyTables,
) -> Iterator[Mapping[str, float]]:
    """What the cues of each passage say, by area as log odds."""
    scorer = tables.scorer
    weighings = [
        scorer.weigh(one.text, tables.look(tokens).words, one.agencies, one.sentences)
        for one, tokens in zip(passages, texts, strict=True)
    ]
    by_cues = scorer.in_context(weighings, titled)
    for passage, weighing, areas in zip(passages, weighings, by_cues, strict=True):
        ordering = bool(passage.instructions)
        told = {one.area for one in (areas.ordered if ordering else areas.told)}
        yield scorer.cued(weighing, told, ordering=ordering)


def learned(examples: Sequence[Example], areas: Sequence[str]) -> Leanings:
    """The weights of keys that tell the examples apart best, beside their cues."""
    seen = Counter(key for example in examples for key in example.parts)
    keys = [key for key, times in seen.items() if times >= _RARE]
    column = {key: number for number, key in enumerate(keys)}
    values = np.zeros((len(examples), len(keys)), np.float32)
    wanted = np.array([[area in one.areas for area in areas] for one in examples], np.float32)
    for row, example in enumerate(examples):
        for key, value in example.parts.items():
            if key in column:
                values[row, column[key]] = value
    cued = (
        np.array([[one.cued.get(area, 0.0) for area in areas] for one in examples], np.float32)
        * _TRUSTED
    )
    penalties = np.full((len(keys), 1), _PENALTY, np.float32)
    penalties[column[BASE]] = 0
    weights = _fitted(values, wanted, cued, penalties)
    weights[np.abs(weights) < _SLIGHT] = 0
    rows = zip(keys, np.round(weights, 2), strict=True)
    return Leanings(areas, {key: row for key, row in rows if row.any()})


def _fitted(values: Matrix, wanted: Matrix, cued: Matrix, penalties: Matrix) -> Matrix:
    """The weights of least loss beside what the cues say, a column for each area."""
    rate = 1 / (0.25 * _stretch(values) + _PENALTY)
    weights = np.zeros((values.shape[1], wanted.shape[1]), np.float32)
    ahead = weights
    for step in range(_STEPS):
        chances = 1 / (1 + np.exp(-(values @ ahead + cued)))
        slope = values.T @ (chances - wanted) + penalties * ahead
        before, weights = weights, ahead - rate * slope
        ahead = weights + step / (step + 3) * (weights - before)
    return weights


def _stretch(values: Matrix) -> float:
    """The largest eigenvalue of the values' square, by powers."""
    along = np.ones(values.shape[1], np.float32)
    for _ in range(20):
        along = values.T @ (values @ along)
        along /= np.linalg.norm(along)
    return float(np.linalg.norm(values @ along) ** 2)


def written(leanings: Leanings, path: Path) -> None:
    """Write the table of weights, a row for each key."""
    rows = [
        "\t".join([key, *(f"{weight:g}" for weight in row)])
        for key, row in sorted(leanings.weights.items())
    ]
    head = "\t".join(["", *leanings.areas])
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Learn from all texts and write the table; or tell what those of others give for each."""
    parser = argparse.ArgumentParser(prog="learned", description=__doc__)
    parser.add_argument("--readings", type=Path, metavar="FILE", nargs="*", default=[])
    parser.add_argument("--sentences", type=Path, metavar="FILE", nargs="*", default=[])
    parser.add_argument("--write", type=Path, metavar="FILE", help="the table")
    parser.add_argument("--across", action="store_true", help="leave out each text in turn")
    options = parser.parse_args(argv)
    tables = load_tables()
    areas = list(tables.areas)
    common = [one for path in options.sentences for one in of_sentences(path, tables)]
    told = {path: [*of_readings(path, tables)] for path in options.readings}
    for path in told if options.across else ():
        others = [one for other in told if other != path for one in told[other]]
        tables.scorer.leanings = learned([*common, *others], areas)
        rows = measure_readings(path, tables).rows("development", slips=False)
        row = next(row for row in rows if row.split()[:1] == ["areas"])
        sys.stdout.write(f"{path.stem:12} {row.strip()}\n")
    if options.write:
        every = [*common, *(one for examples in told.values() for one in examples)]
        written(learned(every, areas), options.write)
    return 0
