"""Wordings of one language in lists: phrases by lemma, forms as they stand, phrases with a gap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from index.language import Token
from index.policy.phrases import PhraseBook, Slots, slots
from index.policy.reading import Table
from index.policy.scouting import Look, Scout, Words, might, where

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


new_cue: Callable[..., Cue] = tuple.__new__  # as quick again as to call the class


def as_written(cues: Sequence[Cue], tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """The words of the first cues as they stand in a text, but for those that only say when."""
    telling = [cue for cue in cues if cue.kind not in _SILENT]
    spans = [(tokens[cue.first].start, tokens[cue.last].end) for cue in telling]
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))[:_SHOWN]


class _Head(NamedTuple):
    """The words before a gap; the tail of this number must follow."""

    kind: str
    tail: int


_Found = tuple[int, int, str | _Head]
"""Where a wording begins, where it ends (below zero: the longer goes first), and what it is."""
_PLACE: Callable[[_Found], tuple[int, int]] = itemgetter(0, 1)


class Wordings:
    """Some lists of a table: «=поручено» is that form alone, «дать … поручение» has a gap."""

    def __init__(self, book: Table, keys: Sequence[str], language: str, scout: Scout) -> None:
        self._forms: dict[str, str] = {}
        self._telling: list[tuple[str, frozenset[str]]] = []
        phrases: list[tuple[Slots, str | _Head]] = []
        tails: list[tuple[Slots, int]] = []
        for key in keys:
            for wording in book.texts(key):
                if wording.startswith(_FORM):
                    self._forms[wording[1:]] = key
                    continue
                head, gap, tail = wording.partition(_GAP)
                number, phrase = len(phrases), slots(head, language)
                phrases.append((phrase, _Head(key, number) if gap else key))
                self._telling.append((key, max(reversed(phrase), key=_length)))
                if gap:
                    tails.append((slots(tail, language), number))
        self._phrases, self._tails = PhraseBook(phrases, scout), PhraseBook(tails)
        self._tail_begins = {number: frozenset().union(*tail[:1]) for tail, number in tails}
        self._alone = scout.mark()
        scout.watch(self._alone, forms=self._forms)
        self.mark = self._alone | self._phrases.mark

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
        """What stands in a text, in order; a form goes before a lemma, the longer first.

        All words of a passage are looked through at once, and each part of it takes its own.
        """
        if not isinstance(tokens, Words):
            return self._of_part(self._all(tokens), tokens, 0)
        whole = tokens.whole
        found: Sequence[_Found] | None = whole.found.get(self)
        if found is None:
            found = whole.found[self] = self._all(whole)
        return self._of_part(found, tokens, tokens.first) if found else []

    def _all(self, tokens: Sequence[Token]) -> Sequence[_Found]:
        """What stands in a text and may be a wording; the words behind a gap are yet to be read."""
        if not might(tokens, self.mark):
            return ()
        forms = self._forms
        found: list[_Found] = [
            (number, -number, forms[tokens[number].form])
            for number in where(tokens, self._alone)
            if tokens[number].form in forms
        ]
        exact = {first for first, _, _ in found}
        found += [
            (first, -last, kind)
            for kind, first, last in self._phrases.find(tokens)
            if first != last or first not in exact
        ]
        if len(found) > 1:
            found.sort(key=_PLACE)
        return found

    def _of_part(self, found: Sequence[_Found], tokens: Sequence[Token], begin: int) -> list[Cue]:
        """What of it stands in some tokens, which begin with that of a number."""
        cues: list[Cue] = []
        end = begin + len(tokens)
        for number in range(bisect_left(found, (begin,)), len(found)):
            first, last, kind = found[number]
            if first >= end:
                break
            if -last >= end:
                continue
            if isinstance(kind, str):
                cues.append(new_cue(Cue, (kind, first - begin, -last - begin)))
            elif self._goes_on(tokens, -last - begin, kind.tail):
                cues.append(new_cue(Cue, (kind.kind, first - begin, -last - begin)))
        return cues

    def _goes_on(self, tokens: Sequence[Token], last: int, tail: int) -> bool:
        behind = tokens[last + 1 : last + 1 + _REACH]
        begins = self._tail_begins[tail]
        if all(begins.isdisjoint(token.lemmas) for token in behind):
            return False
        return any(find.value == tail for find in self._tails.find(list(behind)))


def _length(slot: frozenset[str]) -> int:
    """The longer a word the rarer, near enough."""
    return min(map(len, slot))
