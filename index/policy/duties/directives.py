"""The words of duty of each language, as staff list them in ``directives.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.language import Token
from index.language.endings import BIDDING
from index.language.grammar import is_bidding, may_be_verb
from index.policy.duties.lexicon import Lexicon, read_lexicons
from index.policy.reading import LANGUAGES, Table
from index.policy.scouting import Look, Scout
from index.policy.wordings import Cue, Wordings

_CUES = (
    *(
        "stalls",
        "orders",
        "proposes",
        "duties",
        "needs",
        "future",
        "expects",
        "answers",
        "receives",
    ),
    *("dated", "starts", "closes", "recalled", "reminds", "aims", "gives", "shifts"),
    *("bans", "missed", "spoke", "owed"),
)
_MARKS = (
    *("moved", "together", "documents", "general", "people"),
    *("vague", "tasks", "charges", "reaches", "results", "earlier", "terms", "burdens"),
)
_FORMS = (
    *("countries", "we", "relative", "anaphora", "conjunctions"),
    *("subordinate", "agents", "prepositions", "own", "objects", "courtesy", "bodies"),
)


class Directives:
    """The cues and marks of one language, compiled once."""

    def __init__(self, book: Table, language: str, words: Lexicon, scout: Scout) -> None:
        self.language, self.words = language, words
        self._cues = Wordings(book, _CUES, language, scout)
        self._marks = Wordings(book, _MARKS, language, scout)
        self.cue_mark = self._cues.mark
        self._ordering = self._cues.told(("orders", "receives"), scout)
        self._giving = self._cues.told(("gives",), scout)
        self._charging = self._marks.told(("charges",), scout)
        self._obliging = self._cues.told(("duties",), scout)
        self._changing = self._cues.told(("starts", "shifts"), scout)
        self.bidding_mark, self.reporting_mark = scout.mark(), scout.mark()
        self.spoken_marks = self.bidding_mark | self.reporting_mark
        scout.watch(self.reporting_mark, beginnings=words.reporting.stems)
        forms = {key: frozenset(book.texts(key)) for key in _FORMS}
        self.countries, self.we = forms["countries"], forms["we"]
        self.relative, self.anaphora = forms["relative"], forms["anaphora"]
        self.conjunctions, self.subordinate = forms["conjunctions"], forms["subordinate"]
        self.agents, self.prepositions = forms["agents"], forms["prepositions"]
        self.own, self.objects, self.courtesy = forms["own"], forms["objects"], forms["courtesy"]
        self.bodies = tuple(forms["bodies"])
        scout.watch(self.bidding_mark, endings=BIDDING.get(language, ()), test=self._may_bid)

    def may_bind(self, look: Look, *, legal: bool) -> bool:
        """Whether a passage that names nobody and is nobody's speech may hold an instruction."""
        if look.might(self._ordering) or (look.might(self._giving) and look.might(self._charging)):
            return True
        return legal and look.might(self._obliging)

    def may_change(self, look: Look) -> bool:
        """Whether such a passage may tell of a change, if there is a day in it."""
        return look.might(self._changing)

    def bids(self, form: str) -> bool:
        """Whether the form bids those addressed do something: «привлеките»."""
        endings = BIDDING.get(self.language)
        if not endings or not form.endswith(endings) or form in self.courtesy:
            return False
        return self.language != "ru" or is_bidding(form)

    def _may_bid(self, form: str, lemmas: Iterable[str]) -> bool:
        return (self.language != "ru" or may_be_verb(lemmas)) and self.bids(form)

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


def read_directives(book: Table, duties: Table, scout: Scout) -> dict[str, Directives]:
    """The directives by language with the words of ``duties.toml``; TableError for a slip."""
    words = read_lexicons(duties)
    return {
        language: Directives(book.table(language), language, words[language], scout)
        for language in LANGUAGES
    }
