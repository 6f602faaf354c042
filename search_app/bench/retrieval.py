"""Questions to the paragraphs that answer them, among passages of literature.

The whole road is measured: records go in through a file, questions through ``search``. The
baselines are plain BM25 over the same texts, with nothing required and nothing rewarded.
"""

from __future__ import annotations

import itertools
import json
import lzma
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from index.indexing import Library
from index.language import split_sentences
from index.search.advice import relaxing
from index.search.evaluation import nearness, scoring
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import Index, open_index
from search_app.bench.plain import Plain, Reader, readers

Texts = dict[str, str]
"""Texts by id."""
TOP = 10
OTHERS = 60_000
_SHORTEST_SENTENCE = 15  # letters
_EACH = 5  # of so many sentences one is taken


class Question(NamedTuple):
    """A question and the ids of the paragraphs that answer it."""

    text: str
    relevant: frozenset[str]


class Settings(NamedTuple):
    """What may be tuned: scoring.K1, .B, .DELTA, nearness.NEARNESS, .SAMENESS, relaxing.KIN."""

    k1: float
    b: float
    delta: float
    near: float
    same: float
    kin: float


CHOSEN = Settings(k1=1.2, b=0.3, delta=1.0, near=0.5, same=0.1, kin=0.4)
GRID = [
    CHOSEN,
    *(CHOSEN._replace(k1=k1) for k1 in (0.9, 1.5)),
    *(CHOSEN._replace(b=b) for b in (0.2, 0.4, 0.75)),
    *(CHOSEN._replace(delta=delta) for delta in (0.0, 2.0)),
    *(CHOSEN._replace(near=near) for near in (0.0, 1.0)),
    *(CHOSEN._replace(same=same) for same in (0.0, 0.2)),
    *(CHOSEN._replace(kin=kin) for kin in (0.0, 0.6)),
]
"""The settings in force, and each of them moved by itself."""


def questions(data: Path) -> list[Question]:
    """The questions of the data folder."""
    rows = _rows(data / "xquad_ru_queries.dev.jsonl")
    return [Question(row["query"], frozenset(row["relevant"])) for row in rows]


def collections(data: Path) -> dict[str, Texts]:
    """The paragraphs among passages of literature, and among single sentences of it."""
    answers = {row["id"]: row["text"] for row in _rows(data / "xquad_ru_passages.dev.jsonl")}
    with lzma.open(data / "literature_ru_passages.jsonl.xz", "rt", encoding="utf-8") as lines:
        passages = [json.loads(line)["text"] for line in lines]
    sentences = itertools.islice(_sentences(passages), 0, OTHERS * _EACH, _EACH)
    return {
        "passages": answers | _numbered(passages[:OTHERS]),
        "single sentences": answers | _numbered(sentences),
    }


def indexed(texts: Texts, folder: Path) -> Index:
    """The texts as any records are taken in, each without title or date."""
    records = folder / "records.jsonl"
    with records.open("w", encoding="utf-8") as file:
        for name, text in texts.items():
            print(json.dumps({"id": name, "text": text}, ensure_ascii=False), file=file)
    library = Library(folder)
    library.add([records], print)
    return open_index(library.path)


def ours(ix: Index, asked: Sequence[Question]) -> list[float]:
    """The reciprocal rank of the first right document of each question, 0 below the tenth."""
    return [
        _reciprocal([hit.document.id for hit in _found(ix, question)], question)
        for question in asked
    ]


def measure(data: Path) -> Iterator[tuple[str, float, dict[str, float]]]:
    """Of each collection: what it is, our MRR@10, and that of the baselines."""
    asked = questions(data)
    for name, texts in collections(data).items():
        others = {which: _mean(_plainly(texts, asked, read)) for which, read in readers().items()}
        with tempfile.TemporaryDirectory() as folder:
            yield name, _mean(ours(indexed(texts, Path(folder)), asked)), others


def tune(data: Path) -> Settings:
    """Print MRR@10 for all of the grid; the best on every other question, and its other half."""
    asked = questions(data)
    with tempfile.TemporaryDirectory() as folder:
        made = {
            name: indexed(texts, _folder(Path(folder), name))
            for name, texts in collections(data).items()
        }
        tried = {each: _halves(made, asked, each) for each in GRID}
    best = max(tried, key=lambda each: tried[each][0])
    print(f"{'k1':>5}{'b':>6}{'delta':>6}{'near':>6}{'same':>6}{'kin':>5}   seen  held out")
    for settings, (seen, held_out) in sorted(tried.items(), key=lambda each: -each[1][0]):
        chosen = "  <- best" if settings == best else ""
        print("{:5}{:6}{:6}{:6}{:6}{:5}".format(*settings), f"  {seen:.4f}  {held_out:.4f}{chosen}")
    return best


def _plainly(texts: Texts, asked: Sequence[Question], read: Reader) -> list[float]:
    engine = Plain(texts, read)
    return [_reciprocal(engine.found(question.text, TOP), question) for question in asked]


def _halves(
    made: Mapping[str, Index], asked: Sequence[Question], settings: Settings
) -> tuple[float, float]:
    """MRR@10 over all collections: of every other question, and of those between."""
    before = _set(settings)
    ranks = [ours(ix, asked) for ix in made.values()]
    _set(before)
    seen, held_out = (_mean([_mean(each[half::2]) for each in ranks]) for half in (0, 1))
    return seen, held_out


def _set(settings: Settings) -> Settings:
    """Make the engine work with these settings; those before."""
    near, same = round(float(nearness.NEARNESS), 6), round(float(nearness.SAMENESS), 6)
    before = Settings(scoring.K1, scoring.B, scoring.DELTA, near, same, relaxing.KIN)
    scoring.K1, scoring.B, scoring.DELTA, near, same, relaxing.KIN = settings
    nearness.NEARNESS, nearness.SAMENESS = np.float32(near), np.float32(same)
    scoring.code_scores.cache_clear()
    return before


def _found(ix: Index, question: Question) -> Sequence[Any]:
    return search(ix, SearchRequest(question.text, per_page=TOP), lambda _, value: value).hits


def _reciprocal(found: Iterable[str], question: Question) -> float:
    ranks = (rank for rank, name in enumerate(found, 1) if name in question.relevant)
    rank = next(ranks, None)
    return 1 / rank if rank else 0.0


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for start, end in split_sentences(text):
            if end - start >= _SHORTEST_SENTENCE:
                yield text[start:end]


def _numbered(texts: Iterable[str]) -> Texts:
    return {f"other-{number}": text for number, text in enumerate(texts)}


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir()
    return folder


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
