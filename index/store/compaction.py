"""Making one segment of many beside the readers, in a process of its own with low priority."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from index.errors import IndexBusy, IndexDamaged
from index.store.commits import last_commit
from index.store.damage import damage_named
from index.store.policy import to_compact
from index.store.writer import Writer

FEW = 4
"""Segments that an index may have; eight instead of one double the time of a query."""

DEAD_SHARE = 0.2
"""Of all passages, that may be deleted ones; they take room and time until a compaction."""

_PAUSE = 60.0  # seconds between two looks
_NICE = 15


def compact(path: Path) -> bool:
    """Merge all segments and drop deleted documents; whether there was anything to do.

    Readers go on with the commit that they have. While it works nobody else can write; if
    somebody does already, this is no time for it and nothing happens. IndexDamaged when a
    file is not what was committed.
    """
    _, manifest, segments = last_commit(path)
    if manifest is None or not to_compact(segments):
        return False
    try:
        with damage_named(path), Writer(path, manifest.fingerprint) as writer:
            writer.compact(manifest.revision)
    except IndexBusy:
        return False
    return True


def is_due(segments: Sequence[Any]) -> bool:
    """Whether there are too many of Whoosh's segments, or too many deleted passages in them."""
    dead = sum(segment.deleted_count() for segment in segments)
    return len(segments) > FEW or dead > DEAD_SHARE * sum(each.doc_count_all() for each in segments)


def in_background(path: Path) -> subprocess.Popen[bytes]:
    """Start a process that compacts an index whenever it is due, and ends with this one."""
    command = [sys.executable, "-m", "index.store.compaction", str(path), str(os.getpid())]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    # In a group of its own: Ctrl-C is for the server, with which it ends.
    return subprocess.Popen(command, env=environment, process_group=0)  # noqa: S603 - our own interpreter


def _watch(path: Path, parent: int) -> None:
    os.nice(_NICE)
    while os.getppid() == parent:
        # A damaged index is for `check` to name; it may be whole again at the next look.
        # Nor is a full disk any reason to end.
        with suppress(IndexDamaged, OSError):
            if is_due(last_commit(path)[2]):
                compact(path)
        _wait(_PAUSE, parent)


def _wait(seconds: float, parent: int) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and os.getppid() == parent:
        time.sleep(1)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        _watch(Path(sys.argv[1]), int(sys.argv[2]))
