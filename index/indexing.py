"""The road of a document, end to end: reading, keeping, cutting, annotating, writing.

The archive is the record and the index follows it: every change goes into the archive
first, then the index is brought up to the archive's revision in one commit. A crash in
between leaves the index behind, never beside; the next start makes up for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from index import analysing, language, occasions, overrides, policy
from index.analysing import Analysed, all_analysed
from index.documents import first_seen, passages
from index.documents.archive import Archive
from index.documents.corrections import Correction
from index.documents.document import Passage
from index.documents.first_seen import Life
from index.documents.found import Report, in_silence
from index.documents.readers import read_found, vanished
from index.documents.walking import origin_of
from index.errors import DocumentError, IndexDamaged, IndexMissing
from index.language import Tokens
from index.meaning import Meaning
from index.store.commits import last_commit
from index.store.durable import sync, verify
from index.store.reader import Index, open_index
from index.store.schema import FORMAT
from index.store.writer import Writer

Item = TypeVar("Item")


class Progress(Protocol):
    """Passes items through and shows how far they are."""

    def __call__(self, items: Iterable[Item], what: str, total: int | None) -> Iterable[Item]:
        """The same items; ``what`` is done to ``total`` of them, None where nobody knows."""


def silently(items: Iterable[Item], what: str, total: int | None) -> Iterable[Item]:  # noqa: ARG001
    """Show no progress."""
    return items


@dataclass(frozen=True)
class Outcome:
    """How many documents an addition changed."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0


class Library:
    """The archive and the index of one data directory, kept in step.

    ``archive`` is where the archive is: another file, or the URL of a database.
    """

    def __init__(
        self, data: Path, progress: Progress = silently, archive: str | Path | None = None
    ) -> None:
        self.path = data / "index"
        self._archive = archive or data / "archive.sqlite"
        self._stale = data / "index.stale"
        self._progress = progress

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """The archive, to read in; IndexMissing when there is none."""
        self.need_archive()
        with Archive.open(self._archive) as archive:
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
        there are removed.
        """
        complaints: list[DocumentError] = []

        def complain(error: DocumentError) -> None:
            complaints.append(error)
            report(error)

        with self.changing() as archive:
            found = read_found(paths, complain, warn)
            changes = archive.put(self._progress(found, "Reading", None))
            seen = {*changes.added, *changes.changed, *changes.unchanged}
            gone = _gone(archive, paths, seen, complaints) if remove_missing else ()
            removed = archive.remove(gone)
        return Outcome(
            len(changes.added), len(changes.changed), len(changes.unchanged), len(removed)
        )

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Remove documents; the ids that were there."""
        with self.changing() as archive:
            return archive.remove(ids)

    def rebuild(self) -> int:
        """Build the index anew from the archive; how many documents it holds."""
        self.need_archive()
        with Archive.open(self._archive) as archive, self._writer(anew=True) as writer:
            return self._follow(archive, writer, since=0, before=None)

    def catch_up(self) -> None:
        """Bring the index to the archive's revision; build it anew where it is not sound."""
        with self.changing():
            pass

    def index(self) -> Index:
        """The index as last committed, brought up to date first where that is due."""
        self.need_archive()
        with Archive.open(self._archive) as archive:
            due = self.fault() or open_index(self.path).revision != archive.revision()
        if due:
            self.catch_up()
        return open_index(self.path)

    def fault(self, *, thorough: bool = False) -> str:
        """Why the index must be built anew, in one line; empty when it is sound.

        ``thorough`` reads every file and compares checksums.
        """
        try:
            _generation, manifest, _ = last_commit(self.path)
            damaged = verify(self.path) if thorough and manifest else []
        except IndexDamaged as error:
            return str(error)
        if manifest is None:
            return "there is no index yet"
        if self._stale.exists():
            return "another archive was put in place"
        if damaged:
            return f"damaged: {', '.join(damaged)}"
        if manifest.fingerprint != fingerprint():
            return "the analyzer, the schema or the policy tables have changed"
        return ""

    def troubles(self) -> list[str]:
        """What is wrong with the archive and the index, a line each."""
        self.need_archive()
        with Archive.open(self._archive) as archive:
            found, revision = archive.check(), archive.revision()
        if fault := self.fault(thorough=True):
            return [*found, f"index: {fault}; run `rebuild`"]
        if self._commit_revision() != revision:
            found.append("index: behind the archive; run `rebuild`, or `add` or `serve` anything")
        return found

    def counts(self) -> dict[str, int]:
        """How much the archive and the index hold."""
        ix = self.index()
        with Archive.open(self._archive) as archive:
            return {
                "documents": len(archive.digests()),
                "passages": ix.count,
                "revision": archive.revision(),
                "generation": ix.generation,
                "segments": len(ix.segments),
            }

    @contextmanager
    def changing(self) -> Iterator[Archive]:
        """The archive, for changes that the index follows when the block ends.

        The index's lock is held throughout, so that nobody else changes either meanwhile.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with Archive.open(self._archive) as archive:
            # An index ahead of its archive follows another one: an older file was put in place.
            anew = bool(self.fault()) or self._commit_revision() > archive.revision()
            with self._writer(anew=anew) as writer:
                since = 0 if anew else self._commit_revision()
                yield archive
                if anew or since != archive.revision():
                    before = None if anew or not since else open_index(self.path)
                    self._follow(archive, writer, since, before)

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
        revision, missed = archive.revision(), archive.changes_since(since)
        for name in missed.removed:
            writer.delete(name)
        stood = occasions.standings(before)
        events = occasions.assigned(stood, missed.changed, missed.removed, archive.documents)
        moved = {name for name, event in events.items() if name in stood}
        moved = {name for name in moved if stood[name].event != events[name]}
        names = sorted({*missed.changed, *moved})
        decided = _decided(archive.corrections())
        work = (
            (replace(each, event=events.get(each.id, each.event)), decided.get(each.id, {}))
            for each in archive.documents(names)
        )
        ready = all_analysed(work, len(names))
        lives = archive.lives(names)
        for each in self._progress(ready, "Indexing", len(names)):
            writer.add(each.document, _dated(archive, lives, each), each.title)
        writer.commit(revision)
        if not since:
            self._stale.unlink(missing_ok=True)
        return len(missed.changed)

    def _commit_revision(self) -> int:
        _, manifest, _ = last_commit(self.path)
        return manifest.revision if manifest else 0

    def need_archive(self) -> None:
        """IndexMissing where nothing was ever added."""
        if not self.exists:
            raise IndexMissing(f"{self.path.parent}: no documents yet; `add` some first")


@cache
def fingerprint() -> str:
    """SHA-256 of all that decides what the index says of a document, the text aside."""
    parts = [str(FORMAT), language.fingerprint(), policy.fingerprint()]
    modules = (passages, first_seen, occasions, overrides, analysing)
    road = [*(str(module.__file__) for module in modules), __file__]
    parts += [Path(each).read_text("utf-8") for each in road]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _decided(corrections: Sequence[Correction]) -> dict[str, dict[str, dict[str, Any]]]:
    by_document: dict[str, list[Correction]] = {}
    for each in corrections:
        by_document.setdefault(each.document, []).append(each)
    return {name: overrides.by_passage(mine) for name, mine in by_document.items()}


def _dated(
    archive: Archive, lives: Mapping[str, Life], done: Analysed
) -> list[tuple[Passage, Tokens]]:
    """The passages with the change of the archive that first held their words."""
    name = done.document.id
    numbers = archive.first_seen(name, lives[name], [each.text for each, _ in done.passages])
    pairs = zip(done.passages, numbers, strict=True)
    return [(replace(each, seen=number), words) for (each, words), number in pairs]


def _gone(
    archive: Archive, paths: Iterable[Path], seen: set[str], complaints: list[DocumentError]
) -> set[str]:
    return {
        name
        for path in paths
        if path.exists()  # a folder that is not there, perhaps unmounted, says nothing
        for name in vanished(archive.origins(origin_of(path)), seen, complaints)
    }
