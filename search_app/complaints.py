"""What is wrong with documents that are read, told on standard error."""

from __future__ import annotations

from index.errors import DocumentError
from search_app.progress import say


class Complaints:
    """Prints each complaint on a line of its own and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: DocumentError) -> None:
        """Take one complaint."""
        self.count += 1
        say(str(error))


def warn(warning: DocumentError) -> None:
    """Tell what is doubtful in a document that was taken all the same."""
    say(f"warning: {warning}")
