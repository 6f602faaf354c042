"""Commits that outlive a crash: what is on disk is one whole commit, and can be proved.

Before a commit is named in Whoosh's table of contents, every new file is synced and a
manifest with the size and SHA-256 of each file is in place; the rename of the table of
contents makes the commit. A manifest ends with its own checksum.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from index.errors import IndexDamaged, IndexMissing
from index.store.schema import FORMAT

_SYNCING = 8
_TOC = re.compile(r"_MAIN_(\d+)\.toc")


@dataclass(frozen=True)
class Manifest:
    """What a commit consists of: size and SHA-256 by file, and what it was made from."""

    generation: int
    revision: int
    fingerprint: str
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    format: int = FORMAT


def manifest_name(generation: int) -> str:
    """The file name of a commit's manifest."""
    return f"_MAIN_{generation}.manifest"


def toc_name(generation: int) -> str:
    """The file name of Whoosh's table of contents of a commit."""
    return f"_MAIN_{generation}.toc"


def latest_generation(path: Path, default: int | None = None) -> int:
    """The number of the last commit; the default, or IndexMissing, when there is none."""
    try:
        found = [_TOC.fullmatch(name) for name in os.listdir(path)]  # noqa: PTH208 - only names are asked for
    except FileNotFoundError:
        found = []
    generations = [int(match[1]) for match in found if match]
    if not generations and default is not None:
        return default
    if not generations:
        raise IndexMissing("there is no index yet: add documents or run `rebuild`")
    return max(generations)


def read_manifest(path: Path, generation: int) -> Manifest:
    """The manifest of a commit; IndexDamaged when it is not what was written."""
    name = manifest_name(generation)
    try:
        body, checksum = (path / name).read_text("utf-8").rstrip("\n").rsplit("\n", 1)
        whole = hashlib.sha256(body.encode()).hexdigest() == checksum
        said: dict[str, Any] = json.loads(body if whole else "")
    except (OSError, ValueError) as broken:
        raise IndexDamaged(f"{name}: not whole; run `rebuild`") from broken
    files = {file: (size, digest) for file, (size, digest) in said.pop("files").items()}
    return Manifest(**said, files=files)


def verify(path: Path) -> list[str]:
    """Names of the files of the last commit that are not what was committed.

    Reads every file. IndexMissing when there is no index.
    """
    generation = latest_generation(path)
    try:
        manifest = read_manifest(path, generation)
    except IndexDamaged:
        return [manifest_name(generation)]
    return altered(path, manifest.files)


def altered(path: Path, files: Mapping[str, tuple[int, str]]) -> list[str]:
    """Names of those files whose size or SHA-256 is not what is said of them; reads them all."""
    return [
        name
        for name, (size, digest) in sorted(files.items())
        if _size(path / name) != size or _digest(path / name) != digest
    ]


def check_sizes(path: Path, manifest: Manifest) -> None:
    """IndexDamaged when a file of the commit is missing or has another size."""
    for name, (size, _) in manifest.files.items():
        if _size(path / name) != size:
            found = _size(path / name)
            raise IndexDamaged(f"{name}: {found} bytes instead of {size}; run `rebuild`")


class DurableStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's file storage, where renaming a table of contents is a durable commit."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
        self._next: Manifest | None = None
        self._files: list[str] = []

    def prepare(self, manifest: Manifest, files: Iterable[str]) -> None:
        """Name the next commit: its manifest with the digests known so far, and all its files."""
        self._next, self._files = manifest, sorted(files)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002
        """Rename; a table of contents only after all that it names is safe on disk."""
        if _TOC.fullmatch(newname):
            self._seal(oldname, newname)
        super().rename_file(oldname, newname, safe=safe)
        sync(self.path)

    def _seal(self, unnamed: str, toc: str) -> None:
        if self._next is None or toc != toc_name(self._next.generation):
            raise IndexDamaged(f"{toc}: a commit that nobody prepared")
        known = self._next.files
        fresh = [name for name in self._files if name not in known]
        # Synced side by side, so that the file system's journal is forced once, not for each.
        with ThreadPoolExecutor(_SYNCING) as pool:
            made = dict(zip(fresh, pool.map(self._entry, fresh), strict=True))
        entries = {name: known.get(name) or made[name] for name in self._files}
        entries[toc] = self._entry(unnamed)
        said = asdict(self._next) | {"files": entries}
        body = json.dumps(said, indent=1, sort_keys=True)
        text = f"{body}\n{hashlib.sha256(body.encode()).hexdigest()}\n"
        write_durably(self.path / manifest_name(self._next.generation), text.encode())
        sync(self.path)
        self._next = None

    def _entry(self, name: str) -> tuple[int, str]:
        sync(self.path / name)
        return _size(self.path / name), _digest(self.path / name)


def write_durably(path: Path, content: bytes) -> None:
    """Put a file in place whole, or not at all; its directory is the caller's to sync."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    sync(new)
    new.replace(path)


def sync(path: Path) -> None:
    """Make a file or a directory safe on disk (fsync)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
