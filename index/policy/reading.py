"""Where the policy tables lie, and in which language their words are read."""

from __future__ import annotations

import re
from pathlib import Path

from index import tables
from index.language.letters import KAZAKH
from index.tables import LANGUAGES, Table, TableError

__all__ = ["HERE", "LANGUAGES", "Table", "TableError", "read_table", "script"]

HERE = Path(__file__).parent


def read_table(name: str, folder: Path = HERE) -> Table:
    """A TOML file of the folder as one table; TableError where it is no TOML."""
    return tables.read_table(name, folder)


def script(word: str) -> str:
    """The language to read a word in where a list mixes them."""
    if re.search("[a-z]", word, re.IGNORECASE):
        return "en"
    return "kk" if re.search(f"[{KAZAKH}]", word, re.IGNORECASE) else "ru"
