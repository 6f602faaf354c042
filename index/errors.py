"""What can go wrong in the engine, said in one line each."""

from __future__ import annotations


class SearchError(Exception):
    """Any error of ours; its text is one line for a person."""


class DocumentError(SearchError):
    """A document that cannot be read: where it stands and why."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


class RequestError(SearchError):
    """A parameter of a request that cannot be read; says what it takes."""

    def __init__(self, parameter: str, reason: str) -> None:
        super().__init__(f"{parameter}: {reason}")
        self.parameter, self.reason = parameter, reason


class IndexMissing(SearchError):
    """No index stands where one was looked for; names the command that makes it."""


class IndexBusy(SearchError):
    """Another process is writing to the index."""


class IndexDamaged(SearchError):
    """A file of the index is not what was committed."""


def in_one_line(error: Exception) -> str:
    """What an error says to a person; what the system says begins with the file's name."""
    if isinstance(error, OSError) and error.strerror:
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror}"
    return " ".join(str(error).split()) or type(error).__name__
