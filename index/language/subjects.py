"""What single words tell of: a thing that has names in other languages, a town, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.language.sounds import consonants
from index.tables import read_table

NOTHING = ""
"""What a word tells that any report holds."""
COUNTRY = "~~"
"""What the trait of a country begins with."""

_LONGEST = 16  # letters of a beginning


@dataclass(frozen=True)
class Subjects:
    """Beginnings of words, and words as they are, with what they tell."""

    beginnings: Mapping[str, str]
    whole: Mapping[str, str]
    attribution: re.Pattern[str]  # a verb of reporting and the names behind it

    def told(self, word: str) -> str | None:
        """What a word in small letters tells; None where unknown.

        ~thing, ~~country, @town by its sounds, or nothing.
        """
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

    for place in table.text("places").split():
        names = place.split("/")
        put(names, f"@{consonants(names[0])}")
    put(table.text("agencies").split(), NOTHING)
    for name, sign in (("things", "~"), ("countries", COUNTRY)):
        things = table.table(name)
        for thing in things:
            put(things.text(thing).split(), f"{sign}{thing}")
    put(table.text("common").split(), NOTHING)
    verbs = "|".join(map(re.escape, table.text("sources").split()))
    name = r"[«“„\"]?[^\W\d_a-zа-яё]\S*"
    attribution = re.compile(rf"\b(?:{verbs})\b(?: (?:на|со|to|агенция|агентство))*(?: {name})+")
    return Subjects(beginnings, whole, attribution)
