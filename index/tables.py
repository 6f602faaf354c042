"""Tables that staff edit: read from TOML, each fault named by file, table and key."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from index.errors import SearchError

LANGUAGES = ("ru", "kk", "en", "bg")


class TableError(SearchError):
    """An entry of a table that cannot be read: where it stands and why."""

    def __init__(self, file: str, table: str, key: str, reason: str) -> None:
        place = " ".join(filter(None, (f"[{table}]" * bool(table), key)))
        super().__init__(": ".join(filter(None, (file, place, reason))))
        self.file, self.table, self.key, self.reason = file, table, key, reason


class Table:
    """One table of a TOML file; every key must be asked for, or ``close`` complains."""

    def __init__(self, file: str, name: str, entries: Mapping[str, object]) -> None:
        self.file, self.name, self._entries = file, name, entries
        self._asked: set[str] = set()

    def fail(self, key: str, reason: str) -> NoReturn:
        """Raise TableError for a key of this table."""
        raise TableError(self.file, self.name, key, reason)

    def __iter__(self) -> Iterator[str]:
        """The keys as written."""
        return iter(self._entries)

    def text(self, key: str, default: str | None = None) -> str:
        """A string; without a default the key must be there and not empty."""
        value = self._get(key, default)
        if not isinstance(value, str) or (default is None and not value):
            self.fail(key, "must be a text")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """A number."""
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.fail(key, "must be a number")
        return float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, empty where the key is missing."""
        value = self._get(key, ())
        if isinstance(value, str) or not isinstance(value, Sequence):
            self.fail(key, "must be a list of texts")
        if not all(isinstance(one, str) and one for one in value):
            self.fail(key, "must hold texts that are not empty")
        return tuple(value)

    def lists(self, key: str) -> Iterator[tuple[str, ...]]:
        """The lists of a list, none of them empty, of texts that are not empty either."""
        value = self._get(key, ())
        if isinstance(value, str) or not isinstance(value, Sequence):
            self.fail(key, "must be a list of lists of texts")
        for number, texts in enumerate(value, 1):
            sound = isinstance(texts, Sequence) and not isinstance(texts, str) and texts
            if not sound or not all(isinstance(one, str) and one.strip() for one in texts):
                self.fail(key, f'entry {number} must be a list of texts, as ["…", "…"]')
            yield tuple(texts)

    def date(self, key: str) -> dt.date | None:
        """A day written YYYY-MM-DD in quotes, or none."""
        text = self.text(key, "")
        try:
            return dt.date.fromisoformat(text) if text else None
        except ValueError:
            self.fail(key, f"«{text}» is not a day: write YYYY-MM-DD")

    def pattern(self, key: str, written: str, said: str = "") -> re.Pattern[str]:
        """The regular expression that an entry of a key comes to; ``said`` is the entry itself."""
        try:
            return re.compile(written)
        except re.error as broken:
            self.fail(key, f"«{said or written}»: {broken}")

    def patterns(self, key: str) -> tuple[re.Pattern[str], ...]:
        """A list of regular expressions."""
        return tuple(self.pattern(key, written) for written in self.texts(key))

    def table(self, key: str) -> Table:
        """A table inside this one, empty where the key is missing."""
        value = self._get(key, {})
        if not isinstance(value, Mapping):
            self.fail(key, "must be a table")
        return Table(self.file, f"{self.name}.{key}" if self.name else key, value)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array, named by their ids."""
        value = self._get(key, ())
        if not isinstance(value, Sequence):
            self.fail(key, f"must be written [[{key}]]")
        for number, entry in enumerate(value, 1):
            name = entry.get("id", number) if isinstance(entry, Mapping) else None
            if name is None:
                self.fail(key, f"must be written [[{key}]]")
            yield Table(self.file, f"{key} {name}", entry)

    def by_language(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists of texts by language."""
        inner = self.table(key)
        unknown = set(inner) - set(LANGUAGES)
        if unknown:
            inner.fail(min(unknown), f"is no language: {', '.join(LANGUAGES)}")
        return {language: inner.texts(language) for language in inner}

    def names(self) -> dict[str, str]:
        """A name in each language; the Russian one must be there."""
        inner = self.table("names")
        inner.text("ru")
        names = {language: inner.text(language, "") for language in LANGUAGES}
        inner.close()
        return {language: name or names["ru"] for language, name in names.items()}

    def close(self) -> None:
        """Complain of a key that nobody asked for: a slip of the pen."""
        for key in self._entries:
            if key not in self._asked:
                self.fail(key, "is not known here")

    def _get(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._entries.get(key, default)
        if value is None:
            self.fail(key, "is missing")
        return value


def read_table(name: str, folder: Path) -> Table:
    """A TOML file of the folder as one table; TableError where it is no TOML."""
    try:
        entries = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        raise TableError(name, "", "", str(broken)) from broken
    return Table(name, "", entries)
