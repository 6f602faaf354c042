"""What a reader may be about to write: phrases, agencies, areas and titles of the index."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.language import fold, russian
from index.language.analyzer import words_of
from index.search.advice.frequent import frequent_words, phrases
from index.store.reader import Index

LIMIT = 8
MOST_TITLES = 5_000  # of a segment
SHORTEST = 2
LONGEST = 100
_OF_A_KIND = 4  # of one kind while others wait
_LOOKED_AT = 200
_GAP = re.compile(r"[^\w-]+")


@dataclass(frozen=True)
class Completion:
    """A text to go on with.

    ``kind`` is phrase, agency, area or document; ``id`` names one of the last three. ``also``
    are other names by which it is found: МЦРИАП.
    """

    kind: str
    text: str
    id: str = ""
    also: tuple[str, ...] = ()


class Completions:
    """Completions ready to be found by the beginnings of their words."""

    def __init__(self, completions: Iterable[Completion]) -> None:
        """Take them in order, the likeliest first."""
        self._all = tuple(completions)
        plain = [_plain(each.text) for each in self._all]
        self._forms, self._lemmas = _Lines(plain), _Lines(map(_in_lemmas, plain))
        named = [(each, _plain(name)) for each in self._all for name in each.also]
        self._named = tuple(each for each, _ in named)
        self._names = _Lines(name for _, name in named)

    def find(self, text: str, limit: int = LIMIT) -> list[Completion]:
        """Those with words that go on as the text does; whole beginnings before others.

        Then those by another name, and those with other inflections: «министерству ци».
        """
        wanted = _plain(text[:LONGEST])
        if len(wanted) < SHORTEST:
            return []
        found = dict.fromkeys(self._all[number] for number in self._forms.beginning(wanted))
        found |= dict.fromkeys(self._named[number] for number in self._names.starting(wanted))
        if len(found) < limit:
            for each in _inflected_otherwise(wanted):
                found |= dict.fromkeys(self._all[number] for number in self._lemmas.beginning(each))
        return _mixed(list(found), limit)


class _Lines:
    """Lines in one string, so that looking for words takes one search."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._text = "".join(f"\n {line}" for line in lines) + "\n"
        self._starts = [match.start() for match in re.finditer("\n", self._text)]

    def beginning(self, wanted: str) -> Iterator[int]:
        """The numbers of lines that begin so, then of those in which a word does."""
        yield from self.starting(wanted)
        yield from self._with(f" {wanted}")

    def starting(self, wanted: str) -> Iterator[int]:
        """The numbers of lines that begin so."""
        return self._with(f"\n {wanted}")

    def _with(self, wanted: str) -> Iterator[int]:
        """In order; no more than can be shown of every kind."""
        place = self._text.find(wanted)
        for _ in range(_LOOKED_AT):
            if place < 0:
                return
            number = bisect_right(self._starts, place) - 1
            yield number
            place = self._text.find(wanted, self._starts[number + 1])


def _mixed(found: list[Completion], limit: int) -> list[Completion]:
    """The first of every kind, then what room is left, in the order of the kinds."""
    taken: list[Completion] = []
    for each in found:
        if sum(other.kind == each.kind for other in taken) < _OF_A_KIND:
            taken.append(each)
    taken += [each for each in found if each not in taken]
    return taken[:limit]


def of_index(ix: Index) -> tuple[Completion, ...]:
    """Frequent phrases, then frequent words, then titles, the newest first."""
    return (
        *(Completion("phrase", text) for text in phrases(ix)),
        *(Completion("phrase", text) for text in frequent_words(ix)),
        *dict.fromkeys(_titles(ix)),
    )


def _titles(ix: Index) -> Iterator[Completion]:
    """The titles that documents were given; those of a segment stand by date."""
    for segment in ix.segments:
        for number in reversed(list(segment.documents())[-MOST_TITLES:]):
            header = segment.header(number)
            if header.title and not header.title_derived:
                yield Completion("document", header.title, header.id)


def _inflected_otherwise(plain: str) -> Iterator[str]:
    """Words by their lemmas, the last as it is begun, then by its lemma too."""
    before, _, last = plain.rpartition(" ")
    if before:
        yield f"{_in_lemmas(before)} {last}"
    if russian.is_known(last):
        yield _in_lemmas(plain)


def _in_lemmas(plain: str) -> str:
    """Every word by its first lemma, as if it were Russian."""
    return " ".join((word.lemmas or (word.form,))[0] for word in words_of(plain, "ru"))


def _plain(text: str) -> str:
    return _GAP.sub(" ", fold(text.lower())).strip()
