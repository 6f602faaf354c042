"""Where the built index stands: a link to the directory in use, swapped in one step.

``root/current`` links to ``root/<name>``; a rebuild fills a new directory beside it and
swaps the link with rename(2), so that readers see the old index or the new one, whole.
"""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """The directory ``root`` that holds the index in use and, for a while, the next one."""

    root: Path

    @property
    def current(self) -> Path:
        """The index in use; readers and writers open this path."""
        return self.root / "current"

    def beside(self) -> Path:
        """A new empty directory for the next index."""
        self.root.mkdir(parents=True, exist_ok=True)
        path = self.root / f"index-{secrets.token_hex(4)}"
        path.mkdir(mode=0o700)
        return path

    def swap(self, built: Path) -> None:
        """Make ``built`` the index in use, durably, and drop what was in use before."""
        link = self.root / f"{built.name}.link"
        link.symlink_to(built.name, target_is_directory=True)
        link.replace(self.current)
        sync_directory(self.root)
        self.sweep()

    def sweep(self) -> None:
        """Remove directories that no link leads to: old indexes and rebuilds that were cut short."""
        used = self.current.resolve().name
        for path in self.root.glob("index-*"):
            if path.is_symlink():
                path.unlink()
            elif path.name != used:
                shutil.rmtree(path, ignore_errors=True)


def sync_directory(path: Path) -> None:
    """Make the names in a directory durable (fsync)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
