"""The corpus of a measurement in a folder: this engine's index, and the rows for its peers."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

from index.language import remembering_more
from index.store.writer import Writer
from search_app.bench.corpus import analysed, documents
from search_app.bench.peers import Row, row_of


class Rows:
    """Passages as peers index them, in a file: as many as there are need no memory."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[Row]:
        with self._path.open(encoding="utf-8") as lines:
            for line in lines:
                yield Row(*json.loads(line))


def kept(corpus: Path, passages: int, folder: Path) -> Rows:
    """Build what is not there yet; the index is in ``folder / "index"``."""
    rows = folder / "rows.jsonl"
    if rows.exists():
        return Rows(rows)
    began, count, unfinished = time.perf_counter(), 0, folder / "rows.unfinished"
    folder.mkdir(parents=True, exist_ok=True)
    with (
        remembering_more(),
        Writer(folder / "index") as writer,
        unfinished.open("w", encoding="utf-8") as file,
    ):
        for document in documents(corpus, passages):
            header, pairs, title = analysed(document)
            writer.add(header, pairs, title)
            for passage, tokens in pairs:
                file.write(json.dumps(row_of(header, passage, tokens), ensure_ascii=False) + "\n")
            count += len(pairs)
        writer.commit(1)
    unfinished.rename(rows)
    print(f"{count} passages indexed in {time.perf_counter() - began:.1f} s", flush=True)
    return Rows(rows)
