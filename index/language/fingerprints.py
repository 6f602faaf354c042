"""What decides how a text is analysed, in one hash."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-ru", "simplemma", "snowballstemmer")


@cache
def fingerprint() -> str:
    """A hash of this package's sources and tables and of the dictionaries' versions.

    An index analysed under another fingerprint is due for a rebuild.
    """
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted([*folder.glob("*.py"), *folder.glob("*.toml")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for name in _DICTIONARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()
