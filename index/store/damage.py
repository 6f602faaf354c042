"""Damage told before it can do harm: what is read against what was committed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import IndexDamaged, SearchError
from index.store.durable import (
    Manifest,
    altered,
    check_sizes,
    latest_generation,
    read_manifest,
    verify,
)

CHEAP = 64 * 1024 * 1024
"""Bytes of an index that are compared at every opening: some 50 milliseconds of SHA-256."""


def check_whole(path: Path, manifest: Manifest, names: Iterable[str]) -> None:
    """IndexDamaged when one of these files of a commit is not what was committed."""
    damaged = altered(path, {name: manifest.files[name] for name in names})
    if damaged:
        raise _damage(damaged)


def check_cheaply(path: Path, manifest: Manifest) -> None:
    """IndexDamaged when a file has another size or, in a small index, another content."""
    check_sizes(path, manifest)
    if sum(size for size, _ in manifest.files.values()) <= CHEAP:
        check_whole(path, manifest, manifest.files)


@contextmanager
def damage_named(path: Path) -> Iterator[None]:
    """Whatever goes wrong in the block because a file of the index is damaged: IndexDamaged."""
    try:
        yield
    except (SearchError, BrokenPipeError):
        raise
    except Exception as broken:  # a damaged file can raise anything
        damaged = verify(path) if latest_generation(path, default=-1) >= 0 else []
        if damaged:
            raise _damage(damaged) from broken
        raise


def followed_revision(path: Path) -> int:
    """The newest revision of the archive that any commit at ``path`` has followed; 0 for none.

    Where no manifest can be read but segments are there, 1: documents were known.
    """
    revisions = [0]
    for manifest in path.glob("_MAIN_*.manifest"):
        with suppress(IndexDamaged, ValueError):
            revisions.append(read_manifest(path, int(manifest.stem.split("_")[-1])).revision)
    return max(revisions) or int(len(revisions) == 1 and any(path.glob("MAIN_*.arr")))


def _damage(names: list[str]) -> IndexDamaged:
    return IndexDamaged(f"damaged: {', '.join(names)}; run `rebuild`")
