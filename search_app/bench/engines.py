"""The engines that a measurement can set beside this one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from search_app.bench.lucene import Lucene
from search_app.bench.peers import Engine, Fts5, Row, Tantivy

PEERS: dict[str, type[Tantivy | Fts5 | Lucene]] = {
    "tantivy": Tantivy,
    "fts5": Fts5,
    "lucene": Lucene,
}


def built(names: Sequence[str], folder: Path, rows: Iterable[Row]) -> list[Engine]:
    """The peers that are installed, with the corpus in them."""
    engines: list[Engine] = []
    for name in names:
        path = folder / name
        path.mkdir(parents=True, exist_ok=True)
        try:
            engines.append(PEERS[name](path, rows))
        except ModuleNotFoundError as missing:
            print(f"{name}: not installed ({missing.name}); left out")
    return engines
