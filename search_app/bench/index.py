"""Measure indexing: from raw text to a committed, searchable index, stage by stage."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from whoosh.fields import TEXT, Schema
from whoosh.index import create_in

from index.store.reader import Current
from index.store.writer import Writer
from search_app.bench.corpus import Analysed, analysed, documents
from search_app.bench.engines import PEERS
from search_app.bench.peers import row_of

SMALL = 50
"""Passages of the small commit."""

_ORDINARY = 2_000  # passages enough to tell the rate of Whoosh's own writer


def main(argv: Sequence[str] | None = None) -> int:
    """Index a corpus with cold and with warm caches, then beside other engines."""
    wanted = _arguments().parse_args(argv)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        raw = list(documents(wanted.corpus, wanted.passages))
        count = sum(len(document.paragraphs) for document in raw)

        def rate(what: str, work: Callable[[], Any], passages: int = count) -> Any:
            began = time.perf_counter()
            made = work()
            figures[what] = passages / (time.perf_counter() - began)
            print(f"{what:44}{figures[what]:12,.0f} passages/s", flush=True)
            return made

        path = Path(folder)
        rate("text to commit, caches cold", lambda: _index(path / "cold", map(analysed, raw)))
        rate("text to commit, caches warm", lambda: _index(path / "warm", map(analysed, raw)))
        ready = rate("analysis alone, caches warm", lambda: [analysed(each) for each in raw])
        rate("words to commit", lambda: _index(path / "ready", ready))
        some = ready[: 1 + _ORDINARY // 10]
        ordinary = sum(len(passages) for _, passages, _ in some)
        rate("words to commit, Whoosh's ordinary writer", lambda: _ordinary(path, some), ordinary)
        rows = [row_of(each[0], passage, tokens) for each in ready for passage, tokens in each[1]]
        for name in wanted.peers:
            (path / name).mkdir()
            rate(f"words to commit, {name}", partial(PEERS[name], path / name, rows))
        figures |= _small_commit(path / "warm", ready)
    if wanted.json:
        wanted.json.write_text(json.dumps(figures, indent=1), "utf-8")
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench index", description=main.__doc__)
    parser.add_argument("corpus", type=Path, help="a file of JSON Lines, also as .xz")
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--peers", nargs="*", choices=sorted(PEERS), default=[])
    parser.add_argument("--json", type=Path, help="keep the figures here")
    return parser


def _index(path: Path, ready: Any) -> None:
    with Writer(path) as writer:
        for document, passages, title in ready:
            writer.add(document, passages, title)
        writer.commit(1)


def _ordinary(folder: Path, ready: Sequence[Analysed]) -> None:
    """Whoosh's own way with the same words: lemmas and forms, each with positions."""
    path = folder / "whoosh"
    path.mkdir()
    writer = create_in(str(path), Schema(text=TEXT, exact=TEXT)).writer()
    for _, passages, _ in ready:
        for _, tokens in passages:
            lemmas = [lemma for token in tokens for lemma in token.lemmas]
            writer.add_document(text=lemmas, exact=[token.form for token in tokens])
    writer.commit()


def _small_commit(path: Path, ready: Sequence[Analysed]) -> dict[str, float]:
    """Milliseconds for a few new passages to be committed, and for a reader to show them."""
    current = Current(path)
    current.index()
    times = {}
    with Writer(path) as writer:
        began = time.perf_counter()
        count = 0
        for document, passages, title in ready:
            writer.add(document, passages, title)
            count += len(passages)
            if count >= SMALL:
                break
        writer.commit(2)
        times["small commit, ms"] = 1000 * (time.perf_counter() - began)
    began = time.perf_counter()
    current.index()
    times["seen by a running reader after, ms"] = 1000 * (time.perf_counter() - began)
    for what, milliseconds in times.items():
        print(f"{what:44}{milliseconds:12.1f}")
    return times


if __name__ == "__main__":
    sys.exit(main())
