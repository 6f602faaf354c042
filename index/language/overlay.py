"""The table of words that no dictionary reads right (overlay.toml), ready to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.language import declension
from index.language.forms import clean, fold
from index.tables import Table, read_table

Terms = tuple[str, ...]
_CYRILLIC_ENDS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@dataclass(frozen=True)
class Overlay:
    """Forms, folded, and the terms that stand for them in the index."""

    names: Mapping[str, Terms]  # in any language
    short: Mapping[str, Mapping[str, Terms]]  # by language: «млн», «г»
    fixed: Mapping[str, Terms]  # Russian forms
    also: Mapping[str, Terms]  # names that with a small letter are other words


@cache
def overlay() -> Overlay:
    """Read the table, once a process; TableError for a slip."""
    table = read_table("overlay.toml", Path(__file__).parent)
    names: dict[str, Terms] = {fold(word): (fold(word),) for word in table.text("whole").split()}
    for spellings in _names(table, "names"):
        names.update(_forms(spellings))
    also = {form: term for each in _names(table, "also") for form, term in _forms(each).items()}
    fixed, short = _fixed(table.table("fixed")), _short(table.table("short"))
    table.close()
    return Overlay(names, short, fixed, also)


def _names(table: Table, key: str) -> Iterator[tuple[str, ...]]:
    """The spellings of each name; a sign without a letter is no name."""
    for spellings in table.lists(key):
        if not all(map(clean, spellings)):
            table.fail(key, f"{' '.join(spellings)!r} has a spelling without letters")
        yield spellings


def _fixed(table: Table) -> dict[str, Terms]:
    fixed: dict[str, Terms] = {}
    for forms in table:
        lemmas = table.texts(forms)
        if not lemmas:
            table.fail(f'"{forms}"', "must name a lemma")
        fixed.update(dict.fromkeys(forms.split(), lemmas))
    return fixed


def _short(table: Table) -> dict[str, dict[str, Terms]]:
    languages = {language: table.table(language) for language in table}
    return {
        language: {form: (form, *words.texts(form)) for form in words}
        for language, words in languages.items()
    }


def _forms(spellings: Sequence[str]) -> dict[str, Terms]:
    """Every form of every spelling of one name; the first spelling is the term."""
    term = (fold(spellings[0]),)
    known: dict[str, Terms] = {fold(spelling): term for spelling in spellings}
    for spelling in known.copy():
        if all(letter in _CYRILLIC_ENDS for letter in spelling):
            known.update(dict.fromkeys(declension.forms(spelling), term))
    return known
