"""Words known by how they begin: «железнодорож*» is the railway, its workers and its freight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from index.language import Token
from index.policy.phrases import Find, new_find
from index.policy.scouting import BEGUN, Look, Scout, where

Value = TypeVar("Value")
_KEPT = 60_000  # words that are remembered


class Beginnings(Generic[Value]):
    """Values by beginnings of words."""

    def __init__(self, scout: Scout) -> None:
        self._scout = scout
        self._mark = scout.mark()
        self._by_letters: dict[str, list[tuple[str, Value]]] = {}
        self._known: dict[str, tuple[Value, ...]] = {}

    def add(self, letters: str, value: Value) -> None:
        """Take in a beginning of BEGUN letters or more."""
        self._by_letters.setdefault(letters[:BEGUN], []).append((letters, value))
        self._scout.watch(self._mark, beginnings=[letters])
        self._known.clear()

    def might(self, look: Look) -> bool:
        """Whether a word of the passage begins so."""
        return look.might(self._mark)

    def find(self, tokens: Sequence[Token]) -> list[Find[Value]]:
        """Every word that begins so; of a hyphenated one each part by itself."""
        return [
            new_find(Find, (value, number, number))
            for number in where(tokens, self._mark)
            for value in self._of(tokens[number][0])
        ]

    def _of(self, form: str) -> tuple[Value, ...]:
        known = self._known.get(form)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[form] = tuple(
                value
                for letters, value in self._by_letters.get(form[:BEGUN], ())
                if form.startswith(letters) and "-" not in form
            )
        return known
