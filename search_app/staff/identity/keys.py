"""The server's secret: a file that only its user may read, made once and kept."""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
import tempfile
from pathlib import Path

import flask

from search_app.staff.faults import StaffUnavailable

_BYTES = 32


def secret_key(path: Path) -> bytes:
    """The key in this file, made where there is none; whoever comes first makes it for all."""
    try:
        if not path.exists():
            _make(path)
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise StaffUnavailable("keyless", f"{path}: {error}") from error
    if len(key) < _BYTES:
        raise StaffUnavailable("keyless", f"{path}: the key is too short")
    return key


def derived(purpose: str) -> bytes:
    """32 bytes for one purpose of the current application; StaffUnavailable without a key."""
    key = secret_key(flask.current_app.config["SECRET_KEY_FILE"])
    return hmac.digest(key, purpose.encode(), "sha256")


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)  # made 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):  # another process was faster
            Path(path).hardlink_to(name)
    finally:
        Path(name).unlink()
