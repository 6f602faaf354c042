"""The one writer of an index: documents in and out, then a commit that is whole or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from index.documents.document import Document
from index.errors import DocumentError
from index.language.analyzer import Tokens
from index.language.tokens import Token
from index.store.arrays import Strings, open_arrays, write_arrays
from index.store.batch import Analysed, Batch
from index.store.commits import ASIDE, last_commit, publish, sweep
from index.store.damage import check_whole
from index.store.durable import DurableStorage, Manifest, latest_generation
from index.store.locking import acquire
from index.store.merging import Source, merged, plan, stored
from index.store.policy import to_compact, to_merge
from index.store.segments import open_source, source_files, write_segment
from index.store.vectors import Embed, write_vectors

WORDS_IN_MEMORY = 10_000_000
"""A batch with more words is put aside on disk, which bounds the writer's memory."""


class Writer:
    """Adds, replaces and deletes documents; nothing shows before ``commit``.

    One at a time: another raises IndexBusy and names the process that writes. With
    ``anew`` the commit replaces all that was there, which need not even be readable.
    ``embed`` gives texts their vectors. A writer is a context manager that cancels what was not
    committed.
    """

    policy = staticmethod(to_merge)
    """Which segments a commit merges, given those there are and the number of new passages."""

    def __init__(
        self,
        path: Path,
        fingerprint: str = "",
        *,
        anew: bool = False,
        embed: Embed | None = None,
    ) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self._storage = DurableStorage(path)
        self._fingerprint = fingerprint
        self._embed = embed
        self._lock = acquire(self._storage)
        self._anew = anew
        try:
            self._begin(anew=anew)
        except BaseException:
            self.close()
            raise

    def _begin(self, *, anew: bool) -> None:
        self._segments: list[Any] = []
        self._sealed: dict[str, tuple[int, str]] = {}
        self._before: Manifest | None = None
        if anew:
            self._generation = latest_generation(self._storage.path, default=-1)
        else:
            self._generation, manifest, self._segments = last_commit(self._storage.path)
            self._before = manifest
            self._sealed = manifest.files if manifest else {}
            sweep(self._storage, self._generation, self._segments)
        self._committed = {each: open_source(self._storage.path, each) for each in self._segments}
        self._batch = Batch()
        self._runs: list[Source] = []

    def add(self, document: Document, passages: Analysed, title: Sequence[Token] = ()) -> None:
        """Add a document, or replace the one with its id, by its analysed passages.

        ``title`` has the tokens of the title, which count in the first passage. Raises
        DocumentError before anything changes when the parts do not belong together.
        """
        _check(document, passages)
        self.delete(document.id)
        self._batch.add(document, title, passages)
        if self._batch.words > WORDS_IN_MEMORY:
            self._set_aside()

    def delete(self, document: str) -> bool:
        """Delete a document; whether there was one."""
        if document in self._batch:
            self._set_aside()
        found = [source.kill(document.encode()) for source in self._runs]
        for segment, source in self._committed.items():
            passages = source.kill(document.encode())
            for number in passages:
                segment.delete_document(number)
            found.append(passages)
        return any(found)

    def commit(self, revision: int) -> int:
        """Make all changes visible at once and durable; the number of the generation.

        IndexDamaged when a segment that is merged is not what was committed.
        ``revision`` is what the archive calls the state that the index now shows.
        """
        incoming = self._batch.passages + sum(run.live for run in self._runs)
        return self._commit(revision, self.policy(self._segments, incoming))

    def compact(self, revision: int) -> int:
        """Commit, and make all segments one without deleted documents."""
        return self._commit(revision, to_compact(self._segments))

    def _commit(self, revision: int, merging: Sequence[Any]) -> int:
        if self._before:  # what is merged gets fresh checksums: damage must not
            names = [name for each in merging for name in source_files(each)]
            check_whole(self._storage.path, self._before, names)
        kept = [each for each in self._segments if each not in merging and each.doc_count()]
        sources = [self._committed[each] for each in merging] + self._runs
        if self._batch.headers:
            sources.append(Source.of(self._batch.arrays()))
        if any(source.live for source in sources):
            kept.append(self._write([source for source in sources if source.live]))
        manifest = Manifest(self._generation + 1, revision, self._fingerprint)
        publish(self._storage, manifest, kept, self._sealed)
        self.close()
        return manifest.generation

    def _write(self, sources: Sequence[Source]) -> Any:
        segment = self._written(sources)
        write_vectors(self._storage, segment, self._embed)
        return segment

    def _written(self, sources: Sequence[Source]) -> Any:
        if len(sources) == 1 and not sources[0].dead.any():
            arrays = dict(sources[0].arrays)
            values = Strings(arrays.pop("stored"), arrays["stored.offsets"])
            return write_segment(self._storage, arrays, values)
        planned = plan(sources)
        return write_segment(self._storage, merged(sources, planned), stored(sources, planned))

    def _set_aside(self) -> None:
        if self._batch.headers:
            folder = self._storage.path / ASIDE
            folder.mkdir(exist_ok=True)
            path = folder / f"{len(self._runs)}.arr"
            with path.open("wb") as file:
                write_arrays(file, self._batch.arrays())
            self._runs.append(Source.of(open_arrays(path)))
            self._batch = Batch()

    def cancel(self) -> None:
        """Forget all changes and let others write."""
        if not self._anew:  # a rebuild knows nothing of the files that readers still need
            sweep(self._storage, self._generation, self._segments)
        self.close()

    def close(self) -> None:
        """Let others write; what was not committed is swept by the next writer."""
        if self._lock.fd is not None:
            self._lock.release()

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lock.fd is not None:
            self.cancel()


def _check(document: Document, passages: Analysed) -> None:
    """DocumentError unless the passages are the document's, in order, with ordered tokens."""
    reason = _fault(document, passages)
    if reason:
        raise DocumentError(document.id or "(no id)", 0, reason)


def _fault(document: Document, passages: Analysed) -> str:
    if not document.id or "\0" in document.id:
        return "a document needs an id"
    if not passages:
        return "a document needs a passage"
    for ordinal, (passage, tokens) in enumerate(passages, 1):
        if (passage.document, passage.ordinal) != (document.id, ordinal):
            return f"passage {passage.ordinal} of {passage.document} stands as number {ordinal}"
        if not isinstance(tokens, Tokens) and _is_disordered(tokens):
            return f"tokens of passage {ordinal} are out of order"
    return ""


def _is_disordered(tokens: Sequence[Token]) -> bool:
    positions = [token.position for token in tokens]
    return positions != sorted(positions) or min(positions[:1], default=0) < 0
