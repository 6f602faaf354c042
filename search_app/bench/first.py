"""The first search of a process: an index opened and a word asked for, imports aside."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from index.search.evaluation.engine import Filters, evaluate
from index.search.query import Term
from index.store.reader import open_index

_RUNS = 5
_TOP = 20


def first_search(index: Path, word: str) -> tuple[float, float]:
    """Milliseconds to open an index and to answer first; medians of some fresh processes."""
    runs = [_run(index, word) for _ in range(_RUNS)]
    opened, answered = (statistics.median(each) for each in zip(*runs, strict=True))
    return opened, answered


def _run(index: Path, word: str) -> tuple[float, float]:
    command = [sys.executable, "-m", __spec__.name, str(index), word]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        command, check=True, capture_output=True, text=True
    )
    opened, answered = map(float, done.stdout.split())
    return opened, answered


def main(argv: Sequence[str]) -> None:
    """Print the milliseconds to open an index and to answer one word."""
    index, word = argv
    began = time.perf_counter()
    ix = open_index(Path(index))
    opened = time.perf_counter()
    evaluate(ix, Term((word,)), Filters(), "relevance", 0, _TOP)
    print(1000 * (opened - began), 1000 * (time.perf_counter() - opened))


if __name__ == "__main__":
    main(sys.argv[1:])
