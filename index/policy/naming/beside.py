"""Words beside the names of agencies and officials, as ``agencies.toml`` lists them in [beside]."""

from __future__ import annotations

from typing import NamedTuple

from index.policy.reading import Table
from index.policy.wordlists import Forms, Starts, Told, read_words


class Beside(NamedTuple):
    """What the words of each list do is told in the table; all languages stand together."""

    of: Forms
    articles: Forms
    joining: Forms
    regions: Starts
    many: Forms
    together: Told
    offices: Told
    houses: Told
    ours: Told


def read_beside(book: Table) -> Beside:
    """The words; TableError for a slip."""
    return read_words(Beside, book.table("beside"))
