"""The words of duty of each language, as staff list them in ``directives.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.language import Token
from index.policy.phrases import PhraseBook, slots
from index.policy.reading import LANGUAGES, Table

_CUES = ("orders", "duties", "needs", "expects", "starts", "recalls", "aims")
_MARKS = ("moved", "together", "things")
_FORMS = (
    *("future", "recalled", "countries", "we", "relative", "anaphora"),
    *("conjunctions", "agents", "prepositions"),
)


@dataclass(frozen=True)
class Cue:
    """A word of duty in a sentence: its kind and the numbers of its tokens."""

    kind: str  # orders, duties, needs, future, expects, starts, recalls, recalled, aims
    first: int
    last: int


class Directives:
    """The cues and marks of one language, compiled once."""

    def __init__(self, book: Table, language: str) -> None:
        self.language = language
        self._cues: PhraseBook[str] = PhraseBook()
        self._marks: PhraseBook[str] = PhraseBook()
        for keys, phrases in ((_CUES, self._cues), (_MARKS, self._marks)):
            for key in keys:
                for wording in book.texts(key):
                    phrases.add(slots(wording, language), key)
        forms = {key: frozenset(book.texts(key)) for key in _FORMS}
        self.future, self.recalled = forms["future"], forms["recalled"]
        self.countries, self.we = forms["countries"], forms["we"]
        self.relative, self.anaphora = forms["relative"], forms["anaphora"]
        self.conjunctions = forms["conjunctions"]
        self.agents, self.prepositions = forms["agents"], forms["prepositions"]

    def cues(self, tokens: Sequence[Token]) -> list[Cue]:
        """The cues of a sentence in order; of those that overlap the longest."""
        finds = sorted(self._cues.find(tokens), key=lambda one: (one.first, -one.last))
        cues: list[Cue] = []
        for find in finds:
            if not cues or find.first > cues[-1].last:
                cues.append(Cue(find.value, find.first, find.last))
        told = {"future": self.future, "recalled": self.recalled}
        for kind, forms in told.items():
            if forms:
                cues += [
                    Cue(kind, number, number)
                    for number, token in enumerate(tokens)
                    if token.form in forms
                ]
        return sorted(cues, key=lambda cue: cue.first)

    def marks(self, tokens: Sequence[Token]) -> dict[str, list[int]]:
        """Where a clause speaks of a moved deadline, of joint work or of mere things."""
        found: dict[str, list[int]] = {}
        for find in self._marks.find(tokens):
            found.setdefault(find.value, []).append(find.last)
        return found


def read_directives(book: Table) -> dict[str, Directives]:
    """The directives by language; TableError for a slip."""
    return {language: Directives(book.table(language), language) for language in LANGUAGES}
