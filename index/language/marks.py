"""Runs of words by number: a text is kept as four bytes a run, which are joined, not looked at.

A mark is a number in little-endian order. Its lowest byte has bits that tell what the run says
of sentences (see ``runs``), the rest numbers the run among those of one ``Numbered``.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import chain
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar

from index.language.words import Word, Worded

MARK = 4
"""Bytes of a mark."""

SAYS_BITS = 8
"""Bits of a mark below the run's number."""

Kind = TypeVar("Kind", bound=Worded)

_PACKED = struct.Struct("<I")


def saying(mark: bytes, says: int) -> bytes:
    """The mark of the same run where it says something else."""
    return bytes((says,)) + mark[1:]


class Numbered(Generic[Kind]):
    """Runs by their numbers, which are given out as they come: up to 16 million."""

    def __init__(self) -> None:
        self.runs: list[Kind] = []
        self._lock = Lock()

    def mark(self, run: Kind, says: int = 0) -> bytes:
        """The mark of one more run."""
        with self._lock:  # else one of two threads could have the number of the other's run
            self.runs.append(run)
            return _PACKED.pack(len(self.runs) - 1 << SAYS_BITS | says)

    def run(self, mark: bytes) -> Kind:
        """The run that has a mark."""
        number: int = _PACKED.unpack(mark)[0] >> SAYS_BITS
        return self.runs[number]


class Marked(NamedTuple, Generic[Kind]):
    """Runs in a row: their marks one after another, and those among which they are numbered."""

    marks: bytes
    among: Numbered[Kind]

    @property
    def says(self) -> bytes:
        """What the runs say, a byte each."""
        return self.marks[::MARK]

    @property
    def runs(self) -> list[Kind]:
        """The runs in order."""
        every = self.among.runs
        marks = struct.unpack(f"<{len(self.marks) // MARK}I", self.marks)
        return [every[mark >> SAYS_BITS] for mark in marks]

    @property
    def words(self) -> Iterator[Word]:
        """The words of the runs in order."""
        return chain.from_iterable([run.words for run in self.runs])

    def within(self, first: int, last: int) -> Marked[Kind]:
        """From one run to another, both among them."""
        return Marked(self.marks[first * MARK : (last + 1) * MARK], self.among)


class Marks(dict[Any, bytes]):
    """The marks of words that come one by one and say nothing of sentences."""

    def __init__(self) -> None:
        super().__init__()
        self._numbered = Numbered[Worded]()

    def __missing__(self, word: Worded) -> bytes:
        mark = self[word] = self._numbered.mark(word)
        return mark

    def row(self, words: Iterable[Worded]) -> Marked[Worded]:
        """Words in a row."""
        return Marked(b"".join(map(self.__getitem__, words)), self._numbered)
