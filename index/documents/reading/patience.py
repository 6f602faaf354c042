"""When to give a file up: nonsense is not complained of line by line for ever."""

from __future__ import annotations

from index.documents.reading.found import Report
from index.errors import DocumentError

HOPELESS = 100  # complaints in a row, with nothing good in between


class Patience:
    """Passes complaints about one file on, and is out after too many in a row."""

    def __init__(self, report: Report) -> None:
        """Complaints go to ``report``."""
        self._report = report
        self._bad = 0

    @property
    def out(self) -> bool:
        """Whether the rest of the file is to be left unread."""
        return self._bad >= HOPELESS

    def good(self) -> None:
        """Something of use was read."""
        self._bad = 0

    def __call__(self, error: DocumentError) -> None:
        """Pass a complaint on; after too many nothing more is passed on."""
        if self.out:
            return
        self._report(error)
        self._bad += 1
        if self.out:
            reason = f"{HOPELESS} complaints in a row: the rest is left unread"
            self._report(DocumentError(error.path, error.line, reason))
