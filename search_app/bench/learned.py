"""Learn what words lean to which priority area, from marked texts; tell how well that carries over.

A logistic model of each area against the rest, with a square penalty, by accelerated gradients
(Nesterov 1983). It takes seconds; who changes the marks writes the table anew.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.documents.passages import cut_and_read
from index.language import Tokens
from index.policy import PolicyTables, annotate, load_tables
from index.policy.leanings import BASE, ORDERED, Around, Leanings, parts
from search_app.bench.policy import measure_readings
from search_app.bench.policy_readings import readings

_PENALTY = 2.0
_STEPS = 200
_RARE = 2  # examples that a word must stand in
_SLIGHT = 0.02  # a weight that is left out

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """What counts in a passage, by key, and its areas."""

    parts: Mapping[str, float]
    areas: frozenset[str]


def of_readings(path: Path, tables: PolicyTables) -> Iterator[Example]:
    """The passages of a text marked by hand, read with what stands around them."""
    for document, labels in readings(path):
        if not any(labels.roles.values()):
            continue
        read = [*cut_and_read(document)]
        annotated = annotate(document, read, tables)
        title = Tokens.of(document.title, document.language or "ru")
        titled = tables.scorer.titled(tables.look(title).words)
        around = [
            Around(tokens, {mention.agency for mention in passage.agencies})
            for passage, (_, tokens) in zip(annotated, read, strict=True)
        ]
        for passage, told in zip(annotated, parts(around, title, titled), strict=True):
            ordering = {ORDERED: 1.0} if passage.instructions else {}
            yield Example(told | ordering, labels.areas[passage.paragraph])


def of_sentences(path: Path) -> Iterator[Example]:
    """The lines of a file of sentences: language | areas | text."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        language, areas, text = (part.strip() for part in line.split("|", 2))
        (told,) = parts([Around(Tokens.of(text, language), ())], (), ())
        yield Example(told, frozenset(area.strip() for area in areas.split(",") if area.strip()))


def learned(examples: Sequence[Example], areas: Sequence[str]) -> Leanings:
    """The weights of keys that tell the examples apart best."""
    seen = Counter(key for example in examples for key in example.parts)
    keys = [key for key, times in seen.items() if times >= _RARE]
    column = {key: number for number, key in enumerate(keys)}
    values = np.zeros((len(examples), len(keys)), np.float32)
    wanted = np.array([[area in one.areas for area in areas] for one in examples], np.float32)
    for row, example in enumerate(examples):
        for key, value in example.parts.items():
            if key in column:
                values[row, column[key]] = value
    penalties = np.full((len(keys), 1), _PENALTY, np.float32)
    penalties[column[BASE]] = 0
    weights = _fitted(values, wanted, penalties)
    weights[np.abs(weights) < _SLIGHT] = 0
    rows = zip(keys, np.round(weights, 2), strict=True)
    return Leanings(areas, {key: row for key, row in rows if row.any()})


def _fitted(values: Matrix, wanted: Matrix, penalties: Matrix) -> Matrix:
    """The weights of least loss, a column for each area."""
    rate = 1 / (0.25 * _stretch(values) + _PENALTY)
    weights = np.zeros((values.shape[1], wanted.shape[1]), np.float32)
    ahead = weights
    for step in range(_STEPS):
        chances = 1 / (1 + np.exp(-values @ ahead))
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
    common = [one for path in options.sentences for one in of_sentences(path)]
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
