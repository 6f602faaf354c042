"""Which addresses belong to the staff room."""

from __future__ import annotations

PREFIX = "/staff"


def is_staff(path: str) -> bool:
    """Whether an address, without its language, is one of the staff room's."""
    return path == PREFIX or path.startswith(f"{PREFIX}/")


def safe_next(written: str | None) -> str | None:
    """An address of this site to go on to, None where it might lead elsewhere."""
    if not written or not written.startswith("/") or written.startswith(("//", "/\\")):
        return None
    # Browsers drop tabs and line ends and read a backslash as a slash.
    return written if written.isprintable() and "\\" not in written else None
