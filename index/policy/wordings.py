"""Wordings of one language in lists: phrases by lemma, forms as they stand, phrases with a gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.language import Token
from index.policy.phrases import PhraseBook, slots
from index.policy.reading import Table
from index.policy.scouting import Look, Scout, might, where

_GAP = "…"
_REACH = 12  # tokens that a gap may span
_FORM = "="
_SILENT = frozenset({"dated", "starts", "whom"})
_SHOWN = 4  # cues that are told


class Cue(NamedTuple):
    """A wording found: the list it is of, its first and last token."""

    kind: str
    first: int
    last: int


def as_written(cues: Sequence[Cue], tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """The words of the first cues as they stand in a text, but for those that only say when."""
    telling = [cue for cue in cues if cue.kind not in _SILENT]
    spans = [(tokens[cue.first].start, tokens[cue.last].end) for cue in telling]
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))[:_SHOWN]


class _Head(NamedTuple):
    """The words before a gap; the tail of this number must follow."""

    kind: str
    tail: int


class Wordings:
    """Some lists of a table: «=поручено» is that form alone, «дать … поручение» has a gap."""

    def __init__(self, book: Table, keys: Sequence[str], language: str, scout: Scout) -> None:
        self._phrases: PhraseBook[str | _Head] = PhraseBook(scout)
        self._tails: PhraseBook[int] = PhraseBook()
        self._tail_begins: dict[int, frozenset[str]] = {}
        self._forms: dict[str, str] = {}
        self._telling: list[tuple[str, frozenset[str]]] = []
        for key in keys:
            for wording in book.texts(key):
                self._add(key, wording, language, len(self._telling))
        self._alone = scout.mark()
        scout.watch(self._alone, forms=self._forms)
        self.mark = self._alone | self._phrases.mark

    def _add(self, key: str, wording: str, language: str, number: int) -> None:
        if wording.startswith(_FORM):
            self._forms[wording[1:]] = key
            return
        head, gap, tail = wording.partition(_GAP)
        phrase = slots(head, language)
        self._phrases.add(phrase, _Head(key, number) if gap else key)
        self._telling.append((key, max(reversed(phrase), key=_length)))
        if gap:
            phrase = slots(tail, language)
            self._tails.add(phrase, number)
            self._tail_begins[number] = frozenset().union(*phrase[:1])

    def told(self, keys: Sequence[str], scout: Scout) -> int:
        """A mark on a word of every wording of some lists: of «по словам» on «слово»."""
        mark = scout.mark()
        scout.watch(mark, forms=[form for form, key in self._forms.items() if key in keys])
        for key, slot in self._telling:
            if key in keys:
                scout.watch(mark, lemmas=slot)
        return mark

    def might(self, look: Look) -> bool:
        """Whether a passage may hold any of the wordings."""
        return look.might(self._alone) or self._phrases.might(look)

    def find(self, tokens: Sequence[Token]) -> list[Cue]:
        """What stands in a text, in order; a form goes before a lemma, the longer first."""
        if not might(tokens, self.mark):
            return []
        forms = self._forms
        found = [
            Cue(forms[tokens[number].form], number, number)
            for number in where(tokens, self._alone)
            if tokens[number].form in forms
        ]
        exact = {cue.first for cue in found}
        for kind, first, last in self._phrases.find(tokens):
            if first in exact and last == first:
                continue
            if isinstance(kind, str):
                found.append(Cue(kind, first, last))
            elif self._goes_on(tokens, last, kind.tail):
                found.append(Cue(kind.kind, first, last))
        if len(found) > 1:
            found.sort(key=_place)
        return found

    def _goes_on(self, tokens: Sequence[Token], last: int, tail: int) -> bool:
        behind = tokens[last + 1 : last + 1 + _REACH]
        begins = self._tail_begins[tail]
        if all(begins.isdisjoint(token.lemmas) for token in behind):
            return False
        return any(find.value == tail for find in self._tails.find(list(behind)))


def _place(cue: Cue) -> tuple[int, int]:
    return cue.first, -cue.last


def _length(slot: frozenset[str]) -> int:
    """The longer a word the rarer, near enough."""
    return min(map(len, slot))
