"""Everything public in one file: a JSON line a passage, made once a commit and kept on disk."""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from index.store.reader import Index
from search_app.formats import as_json

PLAIN, PACKED, SUMS = "passages.jsonl", "passages.jsonl.gz", "SHA256SUMS"
NAMES = (PLAIN, PACKED, SUMS)
PLACE = "/data/"
"""Where they stand, from the site's root."""


class Busy(Exception):
    """Another process makes the files just now."""


def made(ix: Index, folder: Path) -> Path:
    """The directory in ``folder`` with the files of this commit, made if they are not there.

    Files of earlier commits go, so that one set is kept. Busy while another makes them.
    """
    mark = f"{ix.generation} {ix.revision} {ix.fingerprint}".encode()
    target = folder / hashlib.sha256(mark).hexdigest()[:20]
    if not target.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder / "lock"):
            if not target.is_dir():
                _make(ix, folder, target)
    return target


def lines(ix: Index) -> Iterator[bytes]:
    """Every passage with all that is known of it, in the order of the list of documents."""
    for header in ix.documents():
        for passage in (ix.document(header.id) or (header, []))[1]:
            row = as_json.passage_row(header, passage)
            yield json.dumps(row, ensure_ascii=False).encode() + b"\n"


def _make(ix: Index, folder: Path, target: Path) -> None:
    for old in folder.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    aside = folder / f"{target.name}.new"
    aside.mkdir()
    with (
        (aside / PLAIN).open("wb") as plain,
        (aside / PACKED).open("wb") as packed,
        # No time and no name, so that equal data have equal sums.
        gzip.GzipFile("", "wb", 6, packed, mtime=0) as pack,
    ):
        for line in lines(ix):
            plain.write(line)
            pack.write(line)
    sums = [f"{_digest(aside / name)}  {name}\n" for name in (PLAIN, PACKED)]
    (aside / SUMS).write_text("".join(sums), "utf-8")
    aside.rename(target)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _alone(path: Path) -> Iterator[IO[str]]:
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise Busy from taken
        yield lock
