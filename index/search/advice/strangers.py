"""Words of a query that only another language has: the Bulgarian «интелект» in a Russian query.

Somebody who writes «искусственный интелект» has made a slip, though Bulgarian texts have the
word; who writes «изкуствен интелект» has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from index.documents.document import Passage
from index.language import QueryWord, analyze, bulgarian, kazakh, russian
from index.language.overlay import overlay
from index.language.queries import languages_of
from index.search.evaluation.engine import count
from index.search.evaluation.filters import Filters
from index.search.evaluation.part import Part
from index.search.parsing.leaves import found
from index.search.parsing.syntax import All, Either, Leaf, Node
from index.search.query import And, Chosen, Dated, Prefix, Term
from index.store.reader import Index

Languages = frozenset[str]

_KNOWN = {"ru": russian.is_known, "bg": bulgarian.is_known, "kk": kazakh.is_known}
_BULGARIAN = frozenset({"bg"})
_KAZAKH = frozenset({"kk"})
_RUSSIAN = frozenset({"ru"})
_NONE: Languages = frozenset()
_LOOKED_AT = 8  # passages with a form


class Company:
    """The languages of a query's words, each told by dictionaries and texts of the index."""

    def __init__(self, ix: Index, tree: Node) -> None:
        self._ix = ix
        self._words = {word.form: word for word in _words(tree) if _tells(word)}
        self._of: dict[str, Languages] = {}

    def around(self, word: QueryWord) -> Languages:
        """The languages that the other words share, or else all of theirs; none where none tells.

        «развитие» may be Bulgarian, but not beside «искусственного». Kazakh texts take words
        over from Russian as they are: «жасанды интеллект».
        """
        others = (other for form, other in self._words.items() if form != word.form)
        own = list(map(self._own, others)) or [_NONE]
        together = frozenset.intersection(*own) or frozenset.union(*own)
        return together | _RUSSIAN if together == _KAZAKH else together

    def is_stranger(self, word: QueryWord) -> bool:
        """Whether a word is Bulgarian alone, and those beside it are not."""
        if russian.is_known(word.form) or word.form not in self._words:
            return False
        around = self.around(word) if self._own(word) == _BULGARIAN else _BULGARIAN
        return bool(around) and "bg" not in around

    def _own(self, word: QueryWord) -> Languages:
        """The languages that have a word; if none has it, those that its letters allow."""
        if word.form not in self._of:
            self._of[word.form] = self._told(word)
        return self._of[word.form]

    def _told(self, word: QueryWord) -> Languages:
        allowed = languages_of(word.text)
        own = frozenset(name for name in allowed if self._has(name, word.form))
        return own or frozenset(allowed)

    def _has(self, language: str, form: str) -> bool:
        return _KNOWN[language](form) or _is_said(self._ix, form, language)


def _is_said(ix: Index, form: str, language: str) -> bool:
    """Whether a sentence in a language has a form; a passage may have sentences in several."""
    passages = _passages(ix, form, language)
    return any(_says(passage, form, language) for passage in islice(passages, _LOOKED_AT))


def _passages(ix: Index, form: str, language: str) -> Iterator[Passage]:
    query = _in_any(form, frozenset({language}))
    for segment in ix.segments:
        docs = Part(segment, query, Filters()).docs[:_LOOKED_AT].tolist()
        yield from map(segment.passage, docs)


def _says(passage: Passage, form: str, language: str) -> bool:
    if not passage.sentences:
        return True
    said = (each for each in passage.sentences if each.language == language)
    return any(form in _forms(passage.text[each.start : each.end], language) for each in said)


def _forms(text: str, language: str) -> set[str]:
    return {token.form for token in analyze(text, language)}


def _in_any(form: str, languages: Languages) -> And:
    return And((Term((form,), "exact"), Chosen("lang", languages)))


def held_in(ix: Index, form: str, languages: Languages) -> int:
    """How many passages in one of some languages hold a form."""
    return count(ix, _in_any(form, languages), Filters())


def _tells(word: QueryWord) -> bool:
    """Whether a word may tell a language: no number, nothing Latin, no name."""
    latin = languages_of(word.text) == ("en",)
    return not latin and word.form not in overlay().names


def _words(node: Node) -> Iterator[QueryWord]:
    """The words that a query seeks; what it excludes may be in any language."""
    match node:
        case Leaf(query=Chosen() | Dated() | Prefix()):
            return
        case Leaf():
            yield from found(node.typed)
        case All() | Either():
            for part in node.parts:
                yield from _words(part)
