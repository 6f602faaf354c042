"""The road of a document, end to end: reading, keeping, cutting, annotating, writing.

The archive is the record and the index follows it: every change goes into the archive
first, then the index is brought up to the archive's revision in one commit. A crash in
between leaves the index behind, never beside; the next start makes up for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.documents.archiving.archive import Archive
from index.documents.archiving.database import ArchiveError
from index.documents.reading.found import Report, in_silence
from index.documents.reading.readers import read_found, vanished
from index.documents.reading.walking import origin_of
from index.errors import DocumentError, IndexBusy, IndexDamaged
from index.following import follow
from index.holdings import Holdings, fingerprint
from index.meaning import Meaning
from index.soundness import FolderUnwritable, check_writable
from index.store.damage import damage_named
from index.store.durable import latest_generation, sync
from index.store.reader import Index, open_index
from index.store.writer import Writer


@dataclass(frozen=True)
class Outcome:
    """How many documents an addition changed."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    left_out: int = 0


class Library(Holdings):
    """The archive and the index of one data directory, kept in step."""

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
        with self.opened(trusted=trusted) as archive, self._writer(anew=True) as writer:
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
            if self.is_due():
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
        with self.opened() as archive:
            writer, anew = self._begun()
            with writer:
                since = 0 if anew else self.commit_revision()
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


def _gone(
    archive: Archive, paths: Iterable[Path], seen: set[str], complaints: list[DocumentError]
) -> set[str]:
    return {
        name
        for path in paths
        if path.exists()  # a folder that is not there, perhaps unmounted, says nothing
        for name in vanished(archive.origins(origin_of(path)), seen, complaints)
    }
