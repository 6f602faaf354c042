"""Lists of words that a rule needs, read from a table: the type of each field says how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, TypeVar, cast, get_type_hints

from index.policy.openings import NEVER, Sought, by_letter
from index.policy.reading import LANGUAGES, Table
from index.policy.scouting import ANY_END

Forms = Annotated[frozenset[str], "forms"]
"""Words as they stand, in small letters."""
Starts = Annotated[tuple[str, ...], "starts"]
"""How words begin: «обеща*»."""
Ends = Annotated[tuple[str, ...], "ends"]
"""How words end: «*йды»."""
Told = Annotated[Sought, "told"]
"""Wordings of one word or several, whole words each; see ``wording``."""

Words = TypeVar("Words")
Make = TypeVar("Make", bound=Callable[..., object])
_MADE: list[tuple[Callable[..., object], tuple[str, ...]]] = []
_SIGNS = re.compile(
    r"(?P<kept>\\[a-z][*+]|\[\^[^\]]*\][*+])|(?P<any>(?<=[^\W\d_]|[\])])\*)| ?… ?| "
)
_STOPS = ",.:;!?"
_WHOLE, _END = r"(?<!\w)(?:", r")(?!\w)"  # around wordings of whole words
_GAP = r"(?!\w)[^.!?]*?(?<!\w)"


def wording(written: str) -> str:
    """The regular expression of an entry, for a text in small letters.

    A blank is any white space, «*» any letters behind, «…» anything within the sentence.
    """

    def meant(sign: re.Match[str]) -> str:
        if sign["kept"]:
            return sign[0]
        return r"\w*" if sign["any"] else _GAP if "…" in sign[0] else r"\s+"

    return _SIGNS.sub(meant, written)


def either(patterns: Iterable[Sought]) -> Sought:
    """One pattern of several of whole words: of the wordings of all languages."""
    told = [one.pattern for one in patterns if NEVER not in one.pattern]
    words = "|".join(one.removeprefix(_WHOLE).removesuffix(_END) for one in told)
    return Sought(re.compile(f"{_WHOLE}{by_letter(words) if words else NEVER}{_END}"))


def made_of(*lists: str) -> Callable[[Make], Make]:
    """Remember what a function makes of lists, told as «topic.list»: patterns take long to compile.

    ``make`` has it made where the lists are read, so that no text waits for it.
    """

    def remembered(make: Make) -> Make:
        kept = cache(make)
        _MADE.append((kept, lists))
        return cast("Make", kept)

    return remembered


def make(topics: object) -> None:
    """Make of the lists of a language all that rules make of them."""
    for each, lists in _MADE:
        each(*(attrgetter(one)(topics) for one in lists))


@cache
def before_end(pattern: Sought, behind: str = "") -> Sought:
    """The same where a text ends, or what stands ``behind`` it does."""
    return Sought(re.compile(rf"(?:{pattern.pattern}){behind}\Z"))


def read_words(kind: type[Words], table: Table) -> Words:
    """A named tuple of lists, each field a key of the table; TableError for a slip."""
    hints = get_type_hints(kind, include_extras=True)
    words = kind(**{key: _READERS[hint](table, key) for key, hint in hints.items()})
    table.close()
    return words


def read_topics(kind: type[Words], book: Table) -> dict[str, Words]:
    """Topics of [topic.language] tables as a named tuple a language; TableError for a slip."""
    hints = get_type_hints(kind)
    topics = {name: book.table(name) for name in hints}
    found = {
        language: kind(
            **{name: read_words(hint, topics[name].table(language)) for name, hint in hints.items()}
        )
        for language in LANGUAGES
    }
    for table in (book, *topics.values()):
        table.close()
    return found


def _forms(table: Table, key: str) -> frozenset[str]:
    for word in table.texts(key):
        if ANY_END in word or word != word.lower():
            table.fail(key, f"«{word}» must be a word as it stands, in small letters, without «*»")
    return frozenset(table.texts(key))


def _starts(table: Table, key: str) -> tuple[str, ...]:
    for word in table.texts(key):
        if not word.endswith(ANY_END) or ANY_END in word[:-1] or word == ANY_END:
            table.fail(key, f"«{word}» must be the beginning of a word: write «{word.strip('*')}*»")
    return tuple(word[:-1] for word in table.texts(key))


def _ends(table: Table, key: str) -> tuple[str, ...]:
    for word in table.texts(key):
        if not word.startswith(ANY_END) or ANY_END in word[1:] or word == ANY_END:
            table.fail(key, f"«{word}» must be the end of a word: write «*{word.strip('*')}»")
    return tuple(word[1:] for word in table.texts(key))


def _told(table: Table, key: str) -> Sought:
    """One pattern of all entries; of an empty list one that is found nowhere."""
    entries = table.texts(key)
    for entry in entries:
        table.pattern(key, wording(entry), entry)
    words = "|".join(wording(one) for one in entries if one[0] not in _STOPS)
    signs = "|".join(wording(one) for one in entries if one[0] in _STOPS)  # stand behind a word
    if not signs:
        return Sought(re.compile(f"{_WHOLE}{by_letter(words) if words else NEVER}{_END}"))
    found = rf"(?<!\w)(?:{words})|" if words else ""
    return Sought(re.compile(rf"(?:{found}{signs})(?!\w)"))


_READERS: dict[Any, Callable[[Table, str], object]] = {
    Forms: _forms,
    Starts: _starts,
    Ends: _ends,
    Told: _told,
}
