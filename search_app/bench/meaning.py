"""What the optional model of meaning adds: to questions of one language, and across two."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from index.indexing import Library
from index.meaning import Meaning, choose
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import Index, open_index
from search_app.bench import retrieval
from search_app.bench.across import DIGEST, QUESTIONS
from search_app.config import shipped

OTHERS = 3_000
"""Passages of literature beside the paragraphs: a vector takes some tenth of a second."""


def measure(data: Path) -> Iterator[tuple[str, float, float]]:
    """What was measured, with the model and by words alone."""
    try:
        choose(on=True)
        with tempfile.TemporaryDirectory() as folder:
            ix = _digests(Path(folder))
            with_model, without = _both(lambda: _across(ix))
            yield "Russian questions find the Bulgarian paragraph", with_model, without
        texts = retrieval.collections(data)["passages"]
        few = dict(itertools.islice(texts.items(), len(texts) - retrieval.OTHERS + OTHERS))
        asked = retrieval.questions(data)
        with tempfile.TemporaryDirectory() as folder:
            ix = retrieval.indexed(few, Path(folder))
            yield (
                f"questions among {OTHERS:,} passages, by meaning too: MRR@10",
                *_both(lambda: _mean(retrieval.ours(ix, asked))),
            )
    finally:
        choose(on=False)


def _both(figure: Callable[[], float]) -> tuple[float, float]:
    with_model, model = figure(), Meaning.model
    Meaning.model = None
    without = figure()
    Meaning.model = model
    return with_model, without


def _digests(folder: Path) -> Index:
    library = Library(folder)
    library.add([shipped("seeds")], print)
    return open_index(library.path)


def _across(ix: Index) -> float:
    """The share of questions with the right paragraph among the first ten Bulgarian ones."""
    return _mean([_is_found(ix, paragraph, text) for paragraph, text in QUESTIONS])


def _is_found(ix: Index, paragraph: int, text: str) -> float:
    wanted = SearchRequest(text, per_page=retrieval.TOP, languages=frozenset({"bg"}))
    hits = search(ix, wanted, lambda _, value: value).hits
    places = {(hit.document.id, hit.passage.paragraph) for hit in hits}
    return float((DIGEST, paragraph) in places)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
