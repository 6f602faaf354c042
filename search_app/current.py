"""The index that this process has open, and the policy tables; both opened on first use."""

from __future__ import annotations

import time
from pathlib import Path

import flask

from index.policy import PolicyTables, load_tables
from index.policy.naming import succession
from index.store.durable import manifest_name
from index.store.reader import Current, Index

_KEY = "policy_search.index"
_ROOT = "policy_search.index.root"


def install(app: flask.Flask, root: Path) -> None:
    """Let the application's requests find the index under ``root``."""
    app.extensions[_KEY] = Current(root)
    app.extensions[_ROOT] = root


def current_index() -> Index:
    """The index as last committed; one request answers from one commit.

    IndexMissing or IndexDamaged when there is none that can be read.
    """
    if "index" not in flask.g:
        newest: Current = flask.current_app.extensions[_KEY]
        flask.g.index = newest.index()
    ix: Index = flask.g.index
    return ix


def committed() -> float:
    """When the index was committed, in seconds since 1970; now when a newer commit is there."""
    root: Path = flask.current_app.extensions[_ROOT]
    try:
        return (root / manifest_name(current_index().generation)).stat().st_mtime
    except FileNotFoundError:
        return time.time()


def data() -> Path:
    """The directory of all that the site keeps."""
    root: Path = flask.current_app.extensions[_ROOT]
    return root.parent


def before(agency: str) -> tuple[str, ...]:
    """The agencies that an agency took over from."""
    return policy_tables().predecessors(agency)


def heirs(agency: str) -> tuple[str, ...]:
    """The agencies that took over from an agency."""
    return succession.heirs(policy_tables().agencies, agency)


def policy_tables() -> PolicyTables:
    """Agencies and areas as staff describe them, read once."""
    return load_tables()
