"""The commits of an index directory: reading the last one, publishing the next."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from whoosh.index import TOC, clean_files

from index.errors import IndexDamaged
from index.store.durable import (
    DurableStorage,
    Manifest,
    altered,
    latest_generation,
    manifest_name,
    read_manifest,
    toc_name,
)
from index.store.schema import FORMAT, whoosh_schema
from index.store.segments import NAME

ASIDE = f"{NAME}.tmp"
"""Directory of a writer's unfinished work."""

_LEFTOVER = re.compile(rf"_{NAME}_\d+\.(toc\..*|manifest(\.new)?)")


def read_commit(path: Path, generation: int) -> tuple[Manifest, list[Any]]:
    """The manifest and Whoosh's segments of a commit.

    IndexDamaged when either cannot be read or is of another format than this program's.
    """
    manifest = read_manifest(path, generation)
    if manifest.format != FORMAT:
        raise IndexDamaged(f"the index has format {manifest.format}, not {FORMAT}: run `rebuild`")
    table = toc_name(generation)
    if not (path / table).exists():  # a newer commit has swept it
        raise FileNotFoundError(table)
    # A table of contents is a pickle: compared before it is read.
    if altered(path, {table: manifest.files[table]}):
        raise IndexDamaged(f"{table}: not whole; run `rebuild`")
    try:
        return manifest, list(TOC.read(DurableStorage(path), NAME, generation).segments)
    except FileNotFoundError:
        raise
    except Exception as broken:  # a damaged pickle can raise anything
        raise IndexDamaged(f"{table}: not whole; run `rebuild`") from broken


def last_commit(path: Path) -> tuple[int, Manifest | None, list[Any]]:
    """Generation, manifest and segments to go on from; -1, None and none for a new index."""
    generation = latest_generation(path, default=-1)
    if generation < 0:
        return -1, None, []
    manifest, segments = read_commit(path, generation)
    return generation, manifest, segments


def publish(
    storage: DurableStorage, manifest: Manifest, segments: Sequence[Any], known: dict[str, Any]
) -> None:
    """Make a durable commit of these segments, then remove what it no longer needs.

    ``known`` has size and digest of files that earlier commits sealed.
    """
    shutil.rmtree(storage.path / ASIDE, ignore_errors=True)
    ids = {segment.segment_id() for segment in segments}
    files = [name for name in storage.list() if name.split(".", 1)[0] in ids]
    sealed = {name: known[name] for name in files if name in known}
    storage.prepare(replace(manifest, files=sealed), files)
    TOC(whoosh_schema(), list(segments), manifest.generation).write(storage, NAME)
    sweep(storage, manifest.generation, segments)


def sweep(storage: DurableStorage, generation: int, segments: Sequence[Any]) -> None:
    """Remove files of no commit and of commits before this one."""
    clean_files(storage, NAME, generation, segments)
    shutil.rmtree(storage.path / ASIDE, ignore_errors=True)
    for name in storage.list():
        if _LEFTOVER.fullmatch(name) and name != manifest_name(generation):
            with suppress(FileNotFoundError):
                storage.delete_file(name)
