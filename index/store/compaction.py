"""Making one segment of many, beside the readers: meant for a quiet hour or a thread."""

from __future__ import annotations

from pathlib import Path

from index.errors import IndexBusy
from index.store.commits import last_commit
from index.store.policy import to_compact
from index.store.writer import Writer


def compact(path: Path) -> bool:
    """Merge all segments and drop deleted documents; whether there was anything to do.

    Readers go on with the commit that they have. While it works nobody else can write; if
    somebody does already, this is no time for it and nothing happens.
    """
    _, manifest, segments = last_commit(path)
    if manifest is None or not to_compact(segments):
        return False
    try:
        with Writer(path, manifest.fingerprint) as writer:
            writer.compact(manifest.revision)
    except IndexBusy:
        return False
    return True
