"""Whether archive and index are whole and belong together; what to do where they do not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from index.documents.archiving.archive import Archive
from index.documents.archiving.database import ArchiveError
from index.errors import IndexDamaged, IndexMissing, SearchError
from index.meaning import Meaning
from index.store.commits import last_commit
from index.store.damage import check_cheaply, followed_revision
from index.store.durable import verify
from index.store.reader import open_index
from index.store.vectors import is_lacking

_ADVICE = re.compile(r"[;:] run `rebuild`$")


class ArchiveLost(ArchiveError):
    """The archive knows less than the index that was made from it."""


class FolderUnwritable(SearchError):
    """Nothing can be changed where archive and index live."""


def index_fault(path: Path, fingerprint: str, *, thorough: bool) -> str:
    """Why an index must be built anew, in one line; empty when it is sound.

    ``thorough`` compares every file with its checksum; otherwise only those of a small index.
    """
    try:
        _, manifest, segments = last_commit(path)
        if manifest and not thorough:
            check_cheaply(path, manifest)
        damaged = verify(path) if thorough and manifest else []
    except IndexDamaged as error:
        return _ADVICE.sub("", str(error))
    if manifest is None:
        return "there is no index yet"
    if damaged:
        return f"damaged: {', '.join(damaged)}"
    if manifest.fingerprint != fingerprint:
        return "the analyzer, the schema or the policy tables have changed"
    if Meaning.model and is_lacking(path, segments):
        return "some passages have no vectors yet"
    return ""


@contextmanager
def sound_archive(
    where: str | Path, index: Path, *, trusted: bool = False, read_only: bool = False
) -> Iterator[Archive]:
    """The archive, which knows all that the index knows unless it is ``trusted`` anyway.

    ArchiveLost, before an empty one is made in its place, when the index is ahead of it.
    """
    known = 0 if trusted else followed_revision(index)
    if known and isinstance(where, Path) and not (where.exists() and where.stat().st_size):
        raise _lost(where, index, "is empty" if where.exists() else "is gone", known)
    with Archive.open(where, read_only=read_only) as archive:
        revision = archive.revision()
        if revision < known:
            raise _lost(where, index, f"ends with change {revision}", known)
        if known and (fewer := _fewer(archive, index)):
            raise _lost(where, index, fewer, known)
        yield archive


def _fewer(archive: Archive, index: Path) -> str:
    """What an archive lacks though its last change says otherwise; empty where it lacks nothing."""
    try:
        ix = open_index(index)
    except (IndexDamaged, IndexMissing):
        return ""  # nothing to compare with
    removed, holds = len(archive.changes_since(ix.revision).removed), archive.count()
    expected = len(ix.documents()) - removed
    return f"holds {holds} documents instead of {expected}" if holds < expected else ""


def check_writable(*folders: Path) -> None:
    """FolderUnwritable when files of a folder that is there cannot be changed."""
    for folder in folders:
        if folder.exists() and not os.access(folder, os.W_OK):
            raise FolderUnwritable(f"{folder}: cannot be written, so nothing can be changed there")


def _lost(where: str | Path, index: Path, what: str, known: int) -> ArchiveLost:
    name = where if isinstance(where, Path) else sa.make_url(where).render_as_string()
    return ArchiveLost(
        f"{name}: the archive {what}, the index has followed it to change {known}: put a copy of "
        f"the archive back; if it is meant so, delete {index} or run `rebuild --trust-archive`"
    )
