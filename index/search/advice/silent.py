"""Words that say nothing of what a text is about: кто, какие, сколько, и, на."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from index.language import query_words


def is_silent(form: str) -> bool:
    """Whether a word form, in lower case, says nothing."""
    return form in table()["ask"] or form in table()["fill"]


@cache
def table() -> dict[str, frozenset[str]]:
    """Forms that ask, forms that only fill, and the terms of all of them."""
    languages = tomllib.loads((Path(__file__).parent / "silent.toml").read_text("utf-8")).values()
    ask, fill = (
        frozenset(form for table in languages for form in table[kind].split())
        for kind in ("ask", "fill")
    )
    words = query_words(" ".join(sorted(ask | fill)))
    terms = frozenset(term for word in words for slot in word.slots for term in slot)
    return {"ask": ask, "fill": fill, "terms": terms}
