"""The road of a document, end to end: reading, keeping, cutting, annotating, writing.

The archive is the record and the index follows it: every change goes into the archive
first, then the index is brought up to the archive's revision in one commit. A crash in
between leaves the index behind, never beside; the next start makes up for it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index import analysing, following, language, occasions, overrides, policy
from index.documents import first_seen, passages
from index.documents.archive import Archive
from index.documents.database import ArchiveError
from index.documents.found import Report, in_silence
from index.documents.readers import read_found, vanished
from index.documents.walking import origin_of
from index.errors import DocumentError, IndexBusy, IndexDamaged, IndexMissing, in_one_line
from index.following import follow
from index.meaning import Meaning
from index.progress import Progress, silently
from index.soundness import FolderUnwritable, check_writable, index_fault, sound_archive
from index.store.commits import last_commit
from index.store.damage import check_cheaply, damage_named, followed_revision
from index.store.durable import latest_generation, sync
from index.store.reader import Index, open_index
from index.store.schema import FORMAT
from index.store.writer import Writer


@dataclass(frozen=True)
class Outcome:
    """How many documents an addition changed."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    left_out: int = 0


class Library:
    """The archive and the index of one data directory, kept in step.

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
        with self._opened(read_only=not os.access(self.path.parent, os.W_OK)) as archive:
            yield archive

    @property
    def exists(self) -> bool:
        """Whether anything was ever added."""
        return not isinstance(self._archive, Path) or self._archive.exists()

    def add(
        self,
        paths: Sequence[Path],
        report: Report,
        *,
        warn: Report = in_silence,
        remove_missing: bool = False,
    ) -> Outcome:
        """Take in what is new or changed at these paths; what cannot be read goes to ``report``.

        With ``remove_missing``, documents that came from these paths before and are no longer
        there are removed. A document that was removed by its id stays out, as long as it is what
        it was and only its folder is given: its file brings it back.
        """
        complaints: list[DocumentError] = []

        def complain(error: DocumentError) -> None:
            complaints.append(error)
            report(error)

        with self.changing() as archive:
            found = read_found(paths, complain, warn)
            named = {origin_of(path) for path in paths if not path.is_dir()}
            changes = archive.put(self._progress(found, "Reading", None), named=named)
            seen = {*changes.added, *changes.changed, *changes.unchanged}
            gone = _gone(archive, paths, seen, complaints) if remove_missing else ()
            removed = archive.remove(gone, vanished=True)
        kinds = (changes.added, changes.changed, changes.unchanged, removed, changes.left_out)
        return Outcome(*map(len, kinds))

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Remove documents; the ids that were there."""
        with self.changing() as archive:
            return archive.remove(ids)

    def rebuild(self, *, trusted: bool = False) -> int:
        """Build the index anew from the archive; how many documents it holds.

        ArchiveLost when the index knows more than the archive, unless that is ``trusted``.
        """
        self.need_archive()
        check_writable(self.path.parent, self.path)
        with self._opened(trusted=trusted) as archive, self._writer(anew=True) as writer:
            return self._follow(archive, writer, since=0, before=None)

    def catch_up(self) -> None:
        """Bring the index to the archive's revision; build it anew where it is not sound."""
        with self.changing():
            pass

    @contextmanager
    def answering(self) -> Iterator[Index]:
        """The index, brought up to date first where that is due and can be.

        Where it cannot, the last commit answers and a note says so. IndexDamaged for whatever
        goes wrong because of a damaged file.
        """
        try:
            if self._is_due():
                self.catch_up()
            ix = open_index(self.path)
        except (IndexBusy, ArchiveError, FolderUnwritable, OSError) as hindrance:
            ix = self.as_committed(hindrance)
        with damage_named(self.path):
            yield ix

    def index(self) -> Index:
        """The index that ``answering`` gives."""
        with self.answering() as ix:
            return ix

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

    def _is_due(self) -> bool:
        with self.reading() as archive:
            return bool(self.fault()) or self._commit_revision() != archive.revision()

    def fault(self, *, thorough: bool = False) -> str:
        """Why the index must be built anew, in one line; empty when it is sound.

        ``thorough`` compares every file with its checksum, otherwise only those of a small index.
        """
        fault = index_fault(self.path, fingerprint(), thorough=thorough)
        return fault or ("another archive was put in place" if self._stale.exists() else "")

    def troubles(self) -> list[str]:
        """What is wrong with the archive and the index, a line each."""
        try:
            with self.reading() as archive:
                found, revision = archive.check(), archive.revision()
        except ArchiveError as error:
            found, revision = [str(error)], self._commit_revision()
        if fault := self.fault(thorough=True):
            return [*found, f"index: {fault}; run `rebuild`"]
        if self._commit_revision() != revision:
            found.append("index: behind the archive; run `rebuild`, or `add` or `serve` anything")
        return found

    def counts(self) -> dict[str, int]:
        """How much the archive and the index hold."""
        with self.answering() as ix:
            return {
                "documents": len(ix.documents()),
                "passages": ix.count,
                "revision": ix.revision,
                "generation": ix.generation,
                "segments": len(ix.segments),
            }

    @contextmanager
    def changing(self) -> Iterator[Archive]:
        """The archive, for changes that the index follows when the block ends.

        The index's lock is held throughout, so that nobody else changes either meanwhile.
        """
        check_writable(self.path.parent, self.path)
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._opened() as archive:
            writer, anew = self._begun()
            with writer:
                since = 0 if anew else self._commit_revision()
                yield archive
                if anew or since != archive.revision():
                    self._bring_up(archive, writer, since)

    def _begun(self) -> tuple[Writer, bool]:
        """A writer, and whether it begins anew because what is there is not sound."""
        fault = self.fault()
        if not fault:
            try:
                with damage_named(self.path):
                    return self._writer(anew=False), False
            except IndexDamaged as damage:
                fault = str(damage)
        if latest_generation(self.path, default=-1) >= 0:
            self._note(f"The index is built anew: {fault}")
        return self._writer(anew=True), True

    def _bring_up(self, archive: Archive, writer: Writer, since: int) -> None:
        try:
            with damage_named(self.path):
                self._follow(archive, writer, since, open_index(self.path) if since else None)
        except IndexDamaged as damage:
            writer.cancel()
            self._note(f"The index is built anew: {damage}")
            with self._writer(anew=True) as fresh:
                self._follow(archive, fresh, since=0, before=None)

    def _opened(
        self, *, trusted: bool = False, read_only: bool = False
    ) -> AbstractContextManager[Archive]:
        trusted = trusted or self._stale.exists()
        return sound_archive(self._archive, self.path, trusted=trusted, read_only=read_only)

    @contextmanager
    def replacing(self) -> Iterator[None]:
        """The block puts another archive in place of this one; the index is then built anew.

        A crash in between leaves a mark, by which the next start knows that the index follows
        an archive that is no more.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._writer(anew=True) as writer:
            self._stale.touch()
            sync(self._stale.parent)
            yield
            with Archive.open(self._archive) as archive:
                self._follow(archive, writer, since=0, before=None)

    def _writer(self, *, anew: bool) -> Writer:
        embed = Meaning.model.passages if Meaning.model else None
        return Writer(self.path, fingerprint(), anew=anew, embed=embed)

    def _follow(self, archive: Archive, writer: Writer, since: int, before: Index | None) -> int:
        followed = follow(archive, writer, since, before, self._progress)
        if not since:
            self._stale.unlink(missing_ok=True)
        return followed

    def _commit_revision(self) -> int:
        try:
            _, manifest, _ = last_commit(self.path)
        except IndexDamaged:
            return 0
        return manifest.revision if manifest else 0

    def need_archive(self) -> None:
        """IndexMissing where nothing was ever added."""
        if not self.exists and not followed_revision(self.path):
            raise IndexMissing(f"{self.path.parent}: no documents yet; `add` some first")


@cache
def fingerprint() -> str:
    """SHA-256 of all that decides what the index says of a document, the text aside."""
    parts = [str(FORMAT), language.fingerprint(), policy.fingerprint()]
    modules = (passages, first_seen, occasions, overrides, analysing, following)
    road = [*(str(module.__file__) for module in modules), __file__]
    parts += [Path(each).read_text("utf-8") for each in road]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _gone(
    archive: Archive, paths: Iterable[Path], seen: set[str], complaints: list[DocumentError]
) -> set[str]:
    return {
        name
        for path in paths
        if path.exists()  # a folder that is not there, perhaps unmounted, says nothing
        for name in vanished(archive.origins(origin_of(path)), seen, complaints)
    }
