"""What is wrong with documents that are read, told on standard error."""

from __future__ import annotations

from index.errors import DocumentError
from search_app.progress import say


class Complaints:
    """Prints complaints and counts them; those of one reason in a row in a file are told once.

    ``finish`` tells how many the last row had.
    """

    def __init__(self) -> None:
        self.count = 0
        self._last = ("", "")
        self._more = 0

    def __call__(self, error: DocumentError) -> None:
        """Take one complaint."""
        self.count += 1
        if (error.path, error.reason) == self._last:
            self._more += 1
            return
        self.finish()
        self._last = error.path, error.reason
        say(str(error))

    def finish(self) -> None:
        """Say how many more there were like the last that was told."""
        if self._more:
            say(f"… and {self._more} more {'line' if self._more == 1 else 'lines'} like it")
        self._more = 0


def warn(warning: DocumentError) -> None:
    """Tell what is doubtful in a document that was taken all the same."""
    say(f"warning: {warning}")
