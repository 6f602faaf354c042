"""The words of duty of each language, as staff list them in ``directives.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.language import Token
from index.policy.phrases import PhraseBook, slots
from index.policy.reading import LANGUAGES, Table

_CUES = (
    *("orders", "proposes", "duties", "needs", "future", "expects"),
    *("dated", "starts", "recalled", "reminds", "aims", "gives", "shifts"),
)
_MARKS = (
    *("moved", "together", "documents", "general"),
    *("vague", "tasks", "charges", "reaches", "results", "earlier", "terms"),
)
_FORMS = (
    *("countries", "we", "relative", "anaphora", "conjunctions"),
    *("subordinate", "agents", "prepositions", "own", "objects", "courtesy"),
)


@dataclass(frozen=True)
class Cue:
    """A word of duty: the list of ``directives.toml`` it is of, its first and last token."""

    kind: str
    first: int
    last: int


class _Words:
    """Some lists of a language: phrases by lemma, and forms that stand for themselves."""

    def __init__(self, book: Table, keys: Sequence[str], language: str) -> None:
        self._phrases: PhraseBook[str] = PhraseBook()
        self._forms: dict[str, str] = {}
        for key in keys:
            for wording in book.texts(key):
                if wording.startswith("="):
                    self._forms[wording[1:]] = key
                else:
                    self._phrases.add(slots(wording, language), key)

    def find(self, tokens: Sequence[Token]) -> list[Cue]:
        """What stands in a text, in order; a form goes before a lemma, the longer first."""
        forms = self._forms
        found = [
            Cue(forms[token.form], number, number)
            for number, token in enumerate(tokens)
            if token.form in forms
        ]
        exact = {cue.first for cue in found}
        found.extend(
            Cue(*phrase)
            for phrase in self._phrases.find(tokens)
            if phrase.first not in exact or phrase.last > phrase.first
        )
        return sorted(found, key=lambda cue: (cue.first, -cue.last))


class Directives:
    """The cues and marks of one language, compiled once."""

    def __init__(self, book: Table, language: str) -> None:
        self.language = language
        self._cues = _Words(book, _CUES, language)
        self._marks = _Words(book, _MARKS, language)
        forms = {key: frozenset(book.texts(key)) for key in _FORMS}
        self.countries, self.we = forms["countries"], forms["we"]
        self.relative, self.anaphora = forms["relative"], forms["anaphora"]
        self.conjunctions, self.subordinate = forms["conjunctions"], forms["subordinate"]
        self.agents, self.prepositions = forms["agents"], forms["prepositions"]
        self.own, self.objects, self.courtesy = forms["own"], forms["objects"], forms["courtesy"]

    def cues(self, tokens: Sequence[Token]) -> list[Cue]:
        """The cues of a sentence in order; of those that overlap the longest."""
        cues: list[Cue] = []
        for cue in self._cues.find(tokens):
            if not cues or cue.first > cues[-1].last:
                cues.append(cue)
        return cues

    def marks(self, tokens: Sequence[Token]) -> dict[str, list[Cue]]:
        """What else a clause speaks of, by list: moved deadlines, joint work, documents."""
        found: dict[str, list[Cue]] = {}
        for mark in self._marks.find(tokens):
            found.setdefault(mark.kind, []).append(mark)
        return found


def read_directives(book: Table) -> dict[str, Directives]:
    """The directives by language; TableError for a slip."""
    return {language: Directives(book.table(language), language) for language in LANGUAGES}
