"""What decides how a text is analysed, in one hash."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-ru", "simplemma", "snowballstemmer")
_SOURCES = ("*.py", "*.toml")
# What only widens or mends a query leaves the index as it is.
_OF_QUERIES = frozenset(
    {
        "derivation",
        "keyboard",
        "queries",
        "roots",
        "spelling",
        "staff_tables",
        "synonyms",
        "translit",
    }
)


@cache
def fingerprint() -> str:
    """Hash this package's sources and tables and the versions of the dictionaries.

    An index analysed under another fingerprint is due for a rebuild.
    """
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(path for kind in _SOURCES for path in folder.glob(kind)):
        if path.stem not in _OF_QUERIES:
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    for name in _DICTIONARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()
