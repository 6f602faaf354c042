"""Measure indexing: from raw text to a committed, searchable index, stage by stage."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from whoosh.fields import TEXT, Schema
from whoosh.index import create_in

from index.analysing import Work, all_analysed, rarely_collecting
from index.documents.document import Document
from index.documents.passages import cut_and_read
from index.documents.reading.plain_text import tidy
from index.language import analyze, remembering_more
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
    with tempfile.TemporaryDirectory() as folder, remembering_more(), rarely_collecting():
        raw = list(map(_tidied, documents(wanted.corpus, wanted.passages)))
        measured = _Measured(sum(len(document.paragraphs) for document in raw))
        path = Path(folder)
        rate = measured.rate
        rate("words, caches cold", lambda: _index(path / "cold", map(_words, raw)))
        rate("words, caches warm", lambda: _index(path / "warm", map(_words, raw)))
        rate("all rules, words known", lambda: _index(path / "first", _by_rules(raw)))
        rate("all rules, caches warm", lambda: _index(path / "rules", _by_rules(raw)))
        for count in range(2, 1 + (os.cpu_count() or 1)):
            by_many = partial(_by_rules, raw, count)
            rate(f"all rules, {count} processes", lambda: _index(path / f"{count}", by_many()))  # noqa: B023
            measured.gain(f"all rules, {count} processes", "all rules, words known")
        rate("analysis alone, caches warm", lambda: list(map(_words, raw)))
        ready = list(map(analysed, raw))
        rate("words alone, one lemma a word", lambda: _index(path / "ready", ready))
        some = ready[: 1 + _ORDINARY // 10]
        ordinary = sum(len(passages) for _, passages, _ in some)
        rate("the same by Whoosh's ordinary writer", lambda: _ordinary(path, some), ordinary)
        rows = [row_of(each[0], passage, tokens) for each in ready for passage, tokens in each[1]]
        for name in wanted.peers:
            (path / name).mkdir()
            rate(f"the same by {name}", partial(PEERS[name], path / name, rows))
        measured.figures |= _small_commit(path / "warm", ready)
    if wanted.json:
        wanted.json.write_text(json.dumps(measured.figures, indent=1), "utf-8")
    return 0


class _Measured:
    """Passages a second of each kind of work: by the clock, and by the processor's time."""

    def __init__(self, passages: int) -> None:
        self._passages = passages
        self.figures: dict[str, float] = {}
        print(f"{'passages a second':44}{'wall':>10}{'CPU':>10}")

    def rate(self, what: str, work: Callable[[], Any], passages: int = 0) -> None:
        """Do some work and tell how quick it was; CPU is that of this process."""
        passages = passages or self._passages
        began, used = time.perf_counter(), time.process_time()
        work()
        wall = passages / (time.perf_counter() - began)
        cpu = passages / (time.process_time() - used)
        self.figures |= {what: wall, f"{what}, CPU": cpu}
        print(f"{what:44}{wall:10,.0f}{cpu:10,.0f}", flush=True)

    def gain(self, what: str, beside: str) -> None:
        """Tell how much quicker one kind of work was than another, by the clock."""
        times = self.figures[what] / self.figures[beside]
        self.figures[f"{what}, times {beside}"] = times
        print(f"{f'  times {beside}':44}{times:10.2f}", flush=True)


def _tidied(document: Document) -> Document:
    """A document as the readers of files give it."""
    lines = (paragraph.split("\n") for paragraph in document.paragraphs)
    return replace(document, paragraphs=tuple("\n".join(map(tidy, each)) for each in lines))


def _words(document: Document) -> Analysed:
    """A document cut into passages, with the words of these and of its title."""
    return document, cut_and_read(document), analyze(document.title, document.language)


def _by_rules(raw: Sequence[Document], processes: int = 1) -> Iterable[Analysed]:
    """The documents by the whole road: words, and all that the rules find."""
    work: Iterable[Work] = ((document, {}) for document in raw)
    ready = all_analysed(work, len(raw), processes)
    return ((each.document, each.passages, each.title) for each in ready)


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
