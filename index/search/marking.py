"""Which words of a text a query truly matches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from index.language import Token, Tokens
from index.language.words import Word
from index.search.query import And, Kin, Most, Near, Not, Or, Phrase, Prefix, Query, Term

_Places = dict[str, list[tuple[int, int]]]


class Match(NamedTuple):
    """A matching word: its span in the text, and the number of the query's part it answers."""

    start: int
    end: int
    part: int


class Marker:
    """Finds the words that the parts of one query match; what it excludes never is one.

    A part is a word, a phrase or a prefix; ``weights`` has a number for each part, more for
    more and longer words. Parts that ask for the title match in titles only.
    """

    def __init__(self, query: Query, *, title: bool = False) -> None:
        self.weights: list[int] = []
        self._lengths: list[int] = []  # slots of each part
        self._lemmas: _Places = defaultdict(list)
        self._forms: _Places = defaultdict(list)
        self._prefixes: list[tuple[str, bool, int]] = []
        self._met: set[Word] = set()
        self._wanted: set[Word] = set()  # of those that were met
        for part in dict.fromkeys(_positive(query)):
            if title or part.field != "title":
                self._add(part)

    def _add(self, part: Term | Phrase | Prefix) -> None:
        number = len(self._lengths)
        if isinstance(part, Prefix):
            self._prefixes.append((part.prefix, part.field == "exact", number))
            slots: tuple[tuple[str, ...], ...] = ((part.prefix,),)
        else:
            slots = (part.terms,) if isinstance(part, Term) else part.slots
            known = self._forms if part.field == "exact" else self._lemmas
            for slot, terms in enumerate(slots):
                for term in terms:
                    known[term].append((number, slot))
        self._lengths.append(len(slots))
        self.weights.append(sum(_weight(terms) for terms in slots))

    def matches(self, text: Tokens) -> list[Match]:
        """Every matching word, by start; a word of a phrase only where all of it stands."""
        standing: list[list[dict[int, Token]]] = [[{} for _ in range(n)] for n in self._lengths]
        for token in text.chosen(self._likely):
            for part, slot in self._answered(token):
                standing[part][slot][token.position] = token
        found = (
            Match(slot[first + n].start, slot[first + n].end, part)
            for part, slots in enumerate(standing)
            for first in _rows(slots)
            for n, slot in enumerate(slots)
        )
        return sorted(set(found))

    def _likely(self, words: Iterable[Word]) -> frozenset[Word]:
        """The words that may stand for something: nearly every word of a text answers nothing."""
        if self._prefixes:
            return frozenset(words)
        those = frozenset(words)
        elsewhere, forms = self._lemmas.keys().isdisjoint, self._forms
        new = those - self._met  # passages of one page have half of their words in common
        self._met |= new
        self._wanted.update(
            [each for each in new if each.form in forms or each.parts or not elsewhere(each.lemmas)]
        )
        return those & self._wanted

    def _answered(self, token: Token) -> Iterator[tuple[int, int]]:
        """The parts and slots that a token may stand for."""
        yield from self._forms.get(token.form, ())
        for lemma in token.lemmas:
            yield from self._lemmas.get(lemma, ())
        for prefix, of_form, part in self._prefixes:
            words = (token.form,) if of_form else token.lemmas
            if any(word.startswith(prefix) for word in words):
                yield part, 0


def _positive(query: Query) -> Iterator[Term | Phrase | Prefix]:
    """The leaves that a passage may match by its words; nothing of what is excluded."""
    match query:
        case Term() | Phrase() | Prefix():
            yield query
        case Kin():
            yield query.wide
        case Near():
            yield from _positive(query.words)
        case And() | Or() | Most():
            for child in query.children:
                yield from _positive(child)
        case Not():
            return


def _rows(slots: list[dict[int, Token]]) -> list[int]:
    """Positions from which every slot is filled, one after the other."""
    rest = range(1, len(slots))
    return [first for first in slots[0] if all(first + n in slots[n] for n in rest)]


def _weight(terms: tuple[str, ...]) -> int:
    """Long words say more than «о» and «для»."""
    return min(len(terms[0]), 8)
