"""What a data directory holds: the archive and the index that follows it, to read in."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

from index import analysing, following, language, occasions, overrides, policy
from index.documents import passages
from index.documents.archiving import first_seen
from index.documents.archiving.archive import Archive
from index.documents.archiving.database import ArchiveError
from index.documents.reading.found import in_silence
from index.errors import IndexBusy, IndexDamaged, IndexMissing, in_one_line
from index.progress import Progress, silently
from index.soundness import index_fault, sound_archive
from index.store.commits import last_commit
from index.store.damage import check_cheaply, followed_revision
from index.store.reader import Index, open_index
from index.store.schema import FORMAT


class Holdings:
    """The archive and the index of one data directory, as they stand.

    ``archive`` is where the archive is: another file, or the URL of a database. ``note`` takes
    what a person should know though the work goes on, a line each.
    """

    def __init__(
        self,
        data: Path,
        progress: Progress = silently,
        archive: str | Path | None = None,
        note: Callable[[str], None] = in_silence,
    ) -> None:
        self.path = data / "index"
        self._archive = archive or data / "archive.sqlite"
        self._stale = data / "index.stale"
        self._progress = progress
        self._note = note

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """The archive, to read in; IndexMissing when there is none."""
        self.need_archive()
        with self.opened(read_only=not os.access(self.path.parent, os.W_OK)) as archive:
            yield archive

    @property
    def exists(self) -> bool:
        """Whether anything was ever added."""
        return not isinstance(self._archive, Path) or self._archive.exists()

    def need_archive(self) -> None:
        """IndexMissing where nothing was ever added."""
        if not self.exists and not followed_revision(self.path):
            raise IndexMissing(f"{self.path.parent}: no documents yet; `add` some first")

    def fault(self, *, thorough: bool = False) -> str:
        """Why the index must be built anew, in one line; empty when it is sound.

        ``thorough`` compares every file with its checksum, otherwise only those of a small index.
        """
        fault = index_fault(self.path, fingerprint(), thorough=thorough)
        return fault or ("another archive was put in place" if self._stale.exists() else "")

    def is_due(self) -> bool:
        """Whether the index must be brought up to the archive, or built anew."""
        with self.reading() as archive:
            return bool(self.fault()) or self.commit_revision() != archive.revision()

    def troubles(self) -> list[str]:
        """What is wrong with the archive and the index, a line each."""
        try:
            with self.reading() as archive:
                found, revision = archive.check(), archive.revision()
        except ArchiveError as error:
            found, revision = [str(error)], self.commit_revision()
        if fault := self.fault(thorough=True):
            return [*found, f"index: {fault}; run `rebuild`"]
        if self.commit_revision() != revision:
            found.append("index: behind the archive; run `rebuild`, or `add` or `serve` anything")
        return found

    def as_committed(self, hindrance: Exception) -> Index:
        """The last commit, where it could not be brought up to date; raises where it is no use."""
        try:
            _, manifest, _ = last_commit(self.path)
            if manifest is None:
                raise hindrance
            check_cheaply(self.path, manifest)
            ix = open_index(self.path)
        except IndexDamaged as damage:
            # Where no rebuild is possible, «run `rebuild`» is no answer.
            hindered = isinstance(hindrance, IndexBusy | ArchiveError)
            raise (hindrance if hindered else damage) from hindrance
        self._note(f"{in_one_line(hindrance)}; answering from the last commit")
        return ix

    def commit_revision(self) -> int:
        """The archive's revision that the last commit follows; 0 where that cannot be told."""
        try:
            _, manifest, _ = last_commit(self.path)
        except IndexDamaged:
            return 0
        return manifest.revision if manifest else 0

    def opened(
        self, *, trusted: bool = False, read_only: bool = False
    ) -> AbstractContextManager[Archive]:
        """The archive; ArchiveLost where the index knows more, unless that is ``trusted``."""
        trusted = trusted or self._stale.exists()
        return sound_archive(self._archive, self.path, trusted=trusted, read_only=read_only)


@cache
def fingerprint() -> str:
    """SHA-256 of all that decides what the index says of a document, the text aside."""
    parts = [str(FORMAT), language.fingerprint(), policy.fingerprint()]
    modules = (passages, first_seen, occasions, overrides, analysing, following)
    road = [*(str(module.__file__) for module in modules), __file__]
    parts += [Path(each).read_text("utf-8") for each in road]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
