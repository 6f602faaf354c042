"""The words of one language by what they do where speech is told, as ``speech.toml`` lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.policy.phrases import slots
from index.policy.reading import Table
from index.policy.speaking.lexicon import Beside

_LISTED = (
    *("he", "they", "president", "whose", "others", "bodies", "ordered", "owes"),
    *("prepositions", "that"),
    *("asks", "answers", "tells", "ours", "speeches", "cited", "relays", "columns"),
    *("oblique", "agents", "asides", "looks_back", "interviews"),
    *("verbatim", "performs", "papers", "private"),
)
_SUBJECTS = ("he", "they", "president", "others", "bodies")


@dataclass(frozen=True)
class Forms:
    """Word forms of one language, each set under its key in the table."""

    he: frozenset[str]
    they: frozenset[str]
    president: frozenset[str]  # as a subject
    whose: frozenset[str]  # the President's words
    others: frozenset[str]
    bodies: frozenset[str]
    ordered: frozenset[str]  # «поручено»
    owes: frozenset[str]  # «обязан»
    prepositions: frozenset[str]
    that: frozenset[str]
    asks: frozenset[str]  # labels of questions
    answers: frozenset[str]
    tells: frozenset[str]  # of oneself
    ours: frozenset[str]
    speeches: frozenset[str]  # in titles
    cited: frozenset[str]
    relays: frozenset[str]
    columns: frozenset[str]  # in titles
    oblique: frozenset[str]  # the President in other cases
    agents: frozenset[str]  # by whom it is done: «Президентом»
    asides: frozenset[str]  # «напомним»: the reporter's
    looks_back: frozenset[str]  # «Этими словами …»
    interviews: frozenset[str]  # in titles
    verbatim: frozenset[str]  # in titles
    performs: frozenset[str]  # «поручаю»
    papers: frozenset[str]  # in titles
    private: frozenset[str]  # those of the others who hold no office here
    owner: frozenset[str]  # the President as a subject or as whose it is
    named: frozenset[str]  # those, and him in other cases
    presidents: frozenset[str]  # those, and him by whom it is done
    subjects: frozenset[str]  # all who may stand before or behind a verb of saying
    persons: frozenset[str]  # lemmas of others, in whatever case they stand
    goes_on: frozenset[str]  # lemmas by which what was said reads on

    @classmethod
    def read(cls, book: Table, language: str, beside: Beside) -> Forms:
        """The forms of a language's table; TableError for a slip."""
        listed = {key: frozenset(book.texts(key)) for key in _LISTED}
        others = listed["others"]
        named = (slots(form, language)[-1:] for form in (others | listed["bodies"]) - beside.heads)
        goes_on = (slots(wording, language) for wording in book.texts("goes_on"))
        owner = listed["president"] | listed["whose"]
        in_cases = owner | listed["oblique"]
        return cls(
            **listed,
            owner=owner,
            named=in_cases,
            presidents=in_cases | listed["agents"],
            subjects=frozenset().union(*(listed[key] for key in _SUBJECTS)),
            persons=_lemmas(named) | others,
            goes_on=_lemmas(goes_on),
        )


def _lemmas(wordings: Iterable[Iterable[Iterable[str]]]) -> frozenset[str]:
    return frozenset(lemma for wording in wordings for slot in wording for lemma in slot)
