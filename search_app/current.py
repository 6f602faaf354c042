"""The index that this process has open, and the policy tables; both opened on first use."""

from __future__ import annotations

import functools
import threading
from pathlib import Path

import flask

from index.policy import PolicyTables, load_tables
from index.store.reader import Index, open_index

_KEY = "policy_search.index"


class Holder:
    """Keeps the newest commit open; a commit by another process is seen at the next request."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._index: Index | None = None
        self._lock = threading.Lock()

    def index(self) -> Index:
        """The index as last committed; IndexMissing or IndexDamaged when there is none."""
        with self._lock:
            if self._index is None or not self._index.is_current():
                self._index = open_index(self._root)
            return self._index


def install(app: flask.Flask, root: Path) -> None:
    """Let the application's requests find the index under ``root``."""
    app.extensions[_KEY] = Holder(root)


def current_index() -> Index:
    """The index as last committed."""
    holder: Holder = flask.current_app.extensions[_KEY]
    if "index" not in flask.g:  # one request answers from one commit
        flask.g.index = holder.index()
    ix: Index = flask.g.index
    return ix


@functools.cache
def policy_tables() -> PolicyTables:
    """Agencies and areas as staff describe them, read once."""
    return load_tables()
