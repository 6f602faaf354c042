"""What a reader is told about how the query was read."""

from __future__ import annotations

from collections.abc import Iterator

from index.search.page import Note

CODES = {
    "too-long": "the text was cut",
    "too-many-words": "these words were left out",
    "too-deep": "brackets inside more brackets than are followed were read as text",
    "long-word": "a word was cut",
    "unclosed-quote": "a quotation mark without its partner was read as text",
    "stray-bracket": "a bracket without its partner was read as text",
    "stray-operator": "an operator without words beside it was read as text",
    "not-searchable": "these signs are not words and were left out",
    "wildcard-as-text": "a star stands at the end of a word only; elsewhere it is text",
    "short-prefix": "too few letters before the star: read as a word",
    "empty-field": "a field without a value was read as text",
    "unknown-field": "there is no such field: read as text",
    "unknown-value": "a field has no such value in any passage",
    "unknown-agency": "no agency has this id",
    "unknown-area": "no priority area has this id",
    "unknown-event": "no event has this id",
    "bad-date": "no date (2025, 2025-07, 2025-01..2025-06): read as text",
    "no-exact-title": "titles are searched in any inflection",
    "nothing-searchable": "nothing is left to search for",
    "most-words": "no passage has all words: these have most of them",
    "most-words-too": "few passages have all words of the question: those with most of them follow",
    "by-meaning": "passages near in meaning were found too, with these words or without",
    "silent-words": "these words say nothing of a text and were left out",
    "unknown-words": "no text has these words",
    "asks": "these words ask who or by when: left out, and passages with instructions go up",
    "turned-dates": "from was later than to: these dates were read, the earlier one first",
    "predecessors": "an agency took over from these: passages of theirs are found too",
    "cut": "these beginnings of words fit too many: some were sought",
    "dates": "these words say when: they were read as dates of texts and not sought",
    "no-dates": "nothing was found at the time that these words name: this was said at any time",
    "dates-as-words": "nothing was found at the time that these words name: they were sought too",
    "loose-phrases": "no passage has these phrases: their words were sought apart",
}
"""Every code that a query's notes may carry, and what it says."""

_MOST_LETTERS = 120  # of the words in one note


class Notes:
    """Notes as they come up: one a code, with all the words it speaks of."""

    def __init__(self) -> None:
        self._words: dict[str, dict[str, None]] = {}

    def add(self, code: str, words: str = "") -> None:
        """Remember a note; the code is one of CODES."""
        known = self._words.setdefault(code, {})
        if words:
            known[words] = None

    def __iter__(self) -> Iterator[Note]:
        for code, words in self._words.items():
            yield Note(code, _bounded(", ".join(words)))


def _bounded(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else words[: _MOST_LETTERS - 1] + "…"
