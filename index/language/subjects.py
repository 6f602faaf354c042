"""What single words tell of: a thing that has names in other languages, a town, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.tables import read_table

NOTHING = ""
"""What a word tells that any report holds."""

_LONGEST = 16  # letters of a beginning


@dataclass(frozen=True)
class Subjects:
    """Beginnings of words, and words as they are, with what they tell."""

    beginnings: Mapping[str, str]
    whole: Mapping[str, str]
    attribution: re.Pattern[str]  # a verb of reporting and the names behind it

    def told(self, word: str) -> str | None:
        """What a word in small letters tells: ~thing, @town or nothing; None where unknown."""
        if word in self.whole:
            return self.whole[word]
        for end in range(min(len(word), _LONGEST), 1, -1):
            found = self.beginnings.get(word[:end])
            if found is not None:
                return found
        return None


@cache
def subjects() -> Subjects:
    """The table of subjects, once a process; TableError for a slip."""
    table = read_table("subjects.toml", Path(__file__).parent)
    beginnings: dict[str, str] = {}
    whole: dict[str, str] = {}

    def put(words: Iterable[str], told: str) -> None:
        for word in words:
            (whole if word.startswith("=") else beginnings).setdefault(word.lstrip("="), told)

    put(table.text("places").split(), "@")
    put(table.text("agencies").split(), NOTHING)
    things = table.table("things")
    for thing in things:
        put(things.text(thing).split(), f"~{thing}")
    put(table.text("common").split(), NOTHING)
    verbs = "|".join(map(re.escape, table.text("sources").split()))
    name = r"[«“„\"]?[^\W\d_a-zа-яё]\S*"
    attribution = re.compile(rf"\b(?:{verbs})\b(?: (?:на|со|to|агенция|агентство))*(?: {name})+")
    return Subjects(beginnings, whole, attribution)
