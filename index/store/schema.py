"""What the index holds of a passage: Whoosh's schema and the weights of its fields.

Scores follow the simple BM25F of Robertson, Zaragoza and Taylor (2004): the title, the
first paragraph and the body are one field in which each counts several times, so that a
posting needs one combined frequency and one combined length.
"""

from __future__ import annotations

from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, STORED, TEXT, Schema

FORMAT = 9
"""Number of the layout on disk; another number means that a rebuild is due."""

FIELDS = ("text", "title", "exact")
"""Searchable fields: lemmas, lemmas of the title alone, word forms."""

TITLE_WEIGHT = 3
FIRST_PARAGRAPH_WEIGHT = 2
BODY_WEIGHT = 1

GAP = 8
"""Positions left free after a title and after a passage, so that no phrase crosses."""

MOST_FREQUENT = 255
"""Combined frequencies above this count as this: a posting keeps one byte of it."""


def whoosh_schema() -> Schema:
    """The schema that is written; stock fields only, so that plain Whoosh opens the index.

    ``passage`` is the passage as JSON, ``header`` (in the first passage of a document)
    the document. Tokens come analysed; the analyzers serve people who look by hand.
    """
    words = {field: TEXT(analyzer=SpaceSeparatedTokenizer()) for field in FIELDS}
    return Schema(document=ID(), passage=STORED(), header=STORED(), **words)
