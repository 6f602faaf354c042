"""The index follows the archive: what changed there is analysed anew and committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from index import occasions, overrides
from index.analysing import Analysed, all_analysed
from index.documents.archiving.archive import Archive
from index.documents.archiving.corrections import Correction
from index.documents.archiving.first_seen import Life
from index.progress import Progress
from index.store.reader import Index
from index.store.writer import Writer


def follow(
    archive: Archive, writer: Writer, since: int, before: Index | None, progress: Progress
) -> int:
    """Commit all that changed in the archive after a revision; how many documents that were.

    ``before`` is the index that stands, None where it is made anew.
    """
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
    for each in progress(ready, "Indexing", len(names)):
        writer.add(each.document, _dated(archive, lives, each).passages, each.title)
    writer.commit(revision)
    return len(missed.changed)


def _decided(corrections: Sequence[Correction]) -> dict[str, dict[str, dict[str, Any]]]:
    by_document: dict[str, list[Correction]] = {}
    for each in corrections:
        by_document.setdefault(each.document, []).append(each)
    return {name: overrides.by_passage(mine) for name, mine in by_document.items()}


def _dated(archive: Archive, lives: Mapping[str, Life], done: Analysed) -> Analysed:
    """The same, each passage with the change of the archive that first held its words."""
    name = done.document.id
    numbers = archive.first_seen(name, lives[name], [each.text for each, _ in done.passages])
    came = archive.moments(name, lives[name])
    pairs = zip(done.passages, numbers, strict=True)
    return replace(
        done,
        passages=[
            (replace(each, seen=number, came=came[number]), words)
            for (each, words), number in pairs
        ],
    )
