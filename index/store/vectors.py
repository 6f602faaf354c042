"""Vectors of the passages of a segment, kept beside it as ``<segment>.vec`` and memory-mapped.

A vector is kept as bytes (int8) and the length of its step (float32): a quarter of the room,
and cosines within .01 of what they were. ``keys`` are hashes of the texts, so that a merge, a
compaction or a rebuild takes over what is known and only new texts are read.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage

from index.errors import IndexDamaged
from index.store.arrays import Array, Arrays, Strings, offsets, open_arrays, write_arrays
from index.store.durable import altered, latest_generation, read_manifest
from index.store.segments import open_source

Embed = Callable[[Sequence[str]], Array]
"""Texts to their vectors: a row each (float32)."""

VECTORS = ".vec"
_STEPS = 127
_STRETCH = 20_000  # passages that are compared at once, which bounds the memory
NONE = np.float32(-2)
"""The similarity of a passage that has no vector: less than any."""


def write_vectors(storage: FileStorage, segment: Any, embed: Embed | None) -> None:
    """Put vectors beside a segment just written: known ones, and new ones if ``embed`` is given.

    Without either there is no file. A passage whose vector nobody gives has a step of 0.
    """
    folder = Path(storage.folder)
    known = _Known(folder)
    if embed is None and not known.size:
        return
    texts = list(_texts(folder, segment))
    keys = np.array([_key(text) for text in texts], np.uint64)
    rows, steps = known.found(keys)
    missing = np.flatnonzero(steps == 0)
    if embed is not None and len(missing):
        made = embed([texts[each] for each in missing.tolist()])
        rows = rows if rows.shape[1] else np.zeros((len(keys), made.shape[1]), np.int8)
        rows[missing], steps[missing] = quantised(made)
    if steps.any():
        with storage.create_file(segment.make_filename(VECTORS)) as file:
            write_arrays(file, {"keys": keys, "rows": rows.ravel(), "steps": steps})


def vectors_of(folder: Path, segment: Any) -> Arrays | None:
    """The vectors beside a segment, memory-mapped; None where there are none."""
    path = folder / str(segment.make_filename(VECTORS))
    return open_arrays(path) if path.exists() else None


def is_lacking(folder: Path, segments: Iterable[Any]) -> bool:
    """Whether a passage of some segments has no vector."""
    beside = [vectors_of(folder, each) for each in segments]
    return any(each is None or not each["steps"].all() for each in beside)


def quantised(vectors: Array) -> tuple[Array, Array]:
    """Rows of bytes (int8), and the length of the step of each (float32)."""
    steps = np.abs(vectors).max(axis=1).astype(np.float32) / _STEPS
    rows = np.rint(vectors / np.maximum(steps, np.float32(1e-9))[:, None])
    return rows.astype(np.int8), steps


def similarities(vectors: Arrays, query: Array) -> Array:
    """The cosine of each passage with a query (float32), ``NONE`` where it has no vector."""
    rows, steps = vectors["rows"].reshape(len(vectors["steps"]), -1), vectors["steps"]
    starts = range(0, len(steps), _STRETCH)
    parts = [rows[at : at + _STRETCH].astype(np.float32) @ query for at in starts]
    found: Array = np.concatenate(parts) * steps if parts else np.zeros(0, np.float32)
    return np.where(steps > 0, found, NONE)


class _Known:
    """All vectors of the last commit in a folder, by the hashes of their texts.

    A file that is not what was committed is passed over: its texts are read again.
    """

    def __init__(self, folder: Path) -> None:
        files = [open_arrays(path) for path in _whole(folder)]
        self._rows = [each["rows"].reshape(len(each["steps"]), -1) for each in files]
        keys = [each["keys"] for each in files]
        steps = [each["steps"] for each in files]
        self._steps = np.concatenate([np.zeros(0, np.float32), *steps])
        self._starts = offsets(map(len, self._rows))
        every = np.concatenate([np.zeros(0, np.uint64), *keys])
        self._order = np.argsort(every, kind="stable")
        self._order = self._order[self._steps[self._order] > 0]
        self._keys = every[self._order]
        self.size = len(self._keys)

    def found(self, keys: Array) -> tuple[Array, Array]:
        """Rows and steps of some texts; steps are 0 for those that are not known."""
        width = self._rows[0].shape[1] if self._rows else 0
        rows, steps = np.zeros((len(keys), width), np.int8), np.zeros(len(keys), np.float32)
        at = self._keys.searchsorted(keys)
        for place in np.flatnonzero(self._keys.take(at, mode="clip") == keys) if self.size else ():
            number = self._order[at[place]]
            file = int(self._starts.searchsorted(number, "right")) - 1
            rows[place] = self._rows[file][number - self._starts[file]]
            steps[place] = self._steps[number]
        return rows, steps


def _whole(folder: Path) -> list[Path]:
    generation = latest_generation(folder, default=-1)
    try:
        committed = read_manifest(folder, generation).files if generation >= 0 else {}
    except IndexDamaged:
        return []
    files = {name: said for name, said in committed.items() if name.endswith(VECTORS)}
    damaged = altered(folder, files)
    return [folder / name for name in sorted(files) if name not in damaged]


def _texts(folder: Path, segment: Any) -> Iterator[str]:
    arrays = open_source(folder, segment).arrays
    for value in Strings(arrays["stored"], arrays["stored.offsets"]):
        said = pickle.loads(zlib.decompress(value))  # noqa: S301 - our own file
        yield json.loads(said["passage"]).get("text", "")


def _key(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
