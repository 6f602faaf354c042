"""The table of words that no dictionary reads right (overlay.toml), ready to be asked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.language import declension
from index.language.forms import fold

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
    """Read the table; once a process."""
    table = tomllib.loads((Path(__file__).parent / "overlay.toml").read_text("utf-8"))
    names: dict[str, Terms] = {fold(word): (fold(word),) for word in table["whole"].split()}
    for spellings in table["names"]:
        names.update(_forms(spellings))
    fixed = {
        form: tuple(terms) for forms, terms in table["fixed"].items() for form in forms.split()
    }
    short = {
        language: {form: (form, *terms) for form, terms in words.items()}
        for language, words in table["short"].items()
    }
    also = {form: term for each in table["also"] for form, term in _forms(each).items()}
    return Overlay(names, short, fixed, also)


def _forms(spellings: list[str]) -> dict[str, Terms]:
    """Every form of every spelling of one name; the first spelling is the term."""
    term = (fold(spellings[0]),)
    known: dict[str, Terms] = {fold(spelling): term for spelling in spellings}
    for spelling in known.copy():
        if all(letter in _CYRILLIC_ENDS for letter in spelling):
            known.update(dict.fromkeys(declension.forms(spelling), term))
    return known
