"""The files below given paths, in an order that does not change from run to run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from index.documents.reading.found import Report
from index.errors import DocumentError


def files(paths: Iterable[Path], report: Report) -> Iterator[Path]:
    """Every file given, and every file below a directory given, each once.

    Below directories README files and what begins with a dot are passed over.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path, report) if path.is_dir() else [path]:
            whole = file.absolute()
            if whole not in seen:
                seen.add(whole)
                yield file


def shown(path: Path) -> str:
    """A path as text that any terminal and database takes, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def origin_of(path: Path) -> str:
    """Where a file or directory stands, the same whatever way it was named."""
    whole = path.absolute()
    return shown(whole.parent.resolve() / whole.name if whole.name != ".." else whole.resolve())


def unread(path: str, error: OSError) -> DocumentError:
    """The complaint about a file that the system does not let us read."""
    return DocumentError(path, 1, f"cannot be read: {error.strerror or error}")


def _below(directory: Path, report: Report) -> Iterator[Path]:
    def complain(error: OSError) -> None:
        report(unread(shown(Path(error.filename or directory)), error))

    for folder, folders, names in os.walk(directory, onerror=complain):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).stem.upper() != "README":
                yield Path(folder, name)
