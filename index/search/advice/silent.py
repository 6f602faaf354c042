"""Words that say nothing of what a text is about: кто, какие, сколько, и, на."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from index.language import query_words
from index.tables import read_table


def is_silent(form: str) -> bool:
    """Whether a word form, in lower case, says nothing."""
    return form in table()["ask"] or form in table()["fill"]


@cache
def table() -> dict[str, frozenset[str]]:
    """Forms that ask, forms that only fill, and the terms of all of them; TableError."""
    read = read_table("silent.toml", Path(__file__).parent)
    languages = [read.table(language) for language in read]
    ask, fill = (
        frozenset(form for table in languages for form in table.text(kind).split())
        for kind in ("ask", "fill")
    )
    words = query_words(" ".join(sorted(ask | fill)))
    terms = frozenset(term for word in words for slot in word.slots for term in slot)
    return {"ask": ask, "fill": fill, "terms": terms}
