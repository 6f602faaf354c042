"""The tables of this package that staff edit, read at once: a slip shows before a reader does."""

from __future__ import annotations

from index.language import derivation, kazakh, synonyms, times
from index.language.overlay import overlay
from index.language.subjects import subjects


def load_tables() -> None:
    """Read overlay, roots, synonyms, families, subjects and times, once a process.

    TableError names file, table and key.
    """
    overlay()
    subjects()
    kazakh.is_known("бала")
    derivation.relatives(("школа",))
    synonyms.alternatives([("школа",)])
    times.wordings()
