"""What stands between two spaces, «стартапов,»: its words, and what it says of sentences.

A Russian text is read run by run. Runs are remembered by what is written, so that a run costs
one lookup in a dictionary: it gives a mark (see ``marks``), which tells of ends of sentences and
language and numbers the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.language.analyzer import memory_of
from index.language.identify import leaning
from index.language.marks import Marked, Numbered
from index.language.memory import room
from index.language.sentences import AFTER, OPENS, STOP, TAILS
from index.language.tokens import may_go_on, spelled
from index.language.words import Word

SMALL, LARGE, ENDS, MAY_END, LEANS, NUMBER = 1, 2, 4, 8, 16, 32
"""What a run says: it would open a sentence with a small letter; with another letter or sign (with
neither if it must be looked at closely); a sentence ends after it unless small letters follow;
whether one ends must be looked at closely; its words lean to another language; it may belong to
the number before it."""

_KEPT = 75_000  # runs remembered in each of two generations
_AROUND = ",;:.!?…«»„“”\"'()[]—–-"
_STOPS = frozenset(".!?…")
_WORD_AT_END = re.compile(r"[^\W\d_]+$")
_ITEM = re.compile(r"\d{1,2}|[^\W\d]")


@dataclass(eq=False, slots=True)  # not frozen: that takes three times as long to make
class Run:
    """The words of a run, and what it says (bits, see above).

    ``leans`` tells how far to another language than Russian, less than 0 if to Russian. A run is
    equal to itself only, as a word is.
    """

    words: tuple[Word, ...]
    says: int
    leans: float


class Generation(dict[str, bytes]):
    """The marks of runs by what is written; runs of the generation before are not read anew."""

    def __init__(self, before: Generation | None = None) -> None:
        super().__init__()
        self.numbered = Numbered[Run]()
        self._before = before
        if before is not None:
            before._before = None

    def __missing__(self, text: str) -> bytes:
        mark = self[text] = self._kept(text) or self._read(text)
        return mark

    def _kept(self, text: str) -> bytes | None:
        before = self._before
        mark = None if before is None else before.get(text)
        if before is None or mark is None:
            return None
        run = before.numbered.run(mark)
        return self.numbered.mark(run, run.says)

    def _read(self, text: str) -> bytes:
        if not text.isalpha() and (core := text.strip(_AROUND)).isalpha():
            mark = self[core]
            bare = self.numbered.run(mark)
            run = _within(text, bare)
            return mark if run is bare else self.numbered.mark(run, run.says)
        run = _read(text)
        return self.numbered.mark(run, run.says)


def _within(text: str, bare: Run) -> Run:
    """A word in its signs, «слово», is the word alone but for what the signs say."""
    says = bare.says & ~(SMALL | LARGE) | _opening(text) | _ending(text)
    return bare if says == bare.says else Run(bare.words, says, bare.leans)


def _read(text: str) -> Run:
    leans, memory = leaning(text), memory_of("ru")
    says = LEANS * (leans > 0) | _opening(text)
    if text.isalpha():
        return Run((memory[text],), says, leans)
    says |= _ending(text) | NUMBER * bool(may_go_on(text))
    return Run(tuple([memory[each] for each in spelled(text)]), says, leans)


def _opening(text: str) -> int:
    """With what a run opens, were it to begin a sentence."""
    letter = text[: AFTER - 1].lstrip(OPENS)[:1]
    return (SMALL if letter.islower() else LARGE) if letter else 0


def _ending(text: str) -> int:
    """Whether a sentence may end after a run: not after «г.», nor after «1.» that begins it."""
    stop = None if _STOPS.isdisjoint(text) else STOP.search(text)
    if stop is None:
        return 0
    before = text[: stop.start()]
    word = _WORD_AT_END.search(before)
    if stop[0] == "." and (_ITEM.fullmatch(before) or (word and word[0].lower() in TAILS)):
        return MAY_END
    return MAY_END if word and stop[0] == "." and len(word[0]) == 1 else ENDS


class Runs:
    """Runs as Russian texts have them, remembered in two generations so that they stay bounded."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._generation = Generation()

    def marked(self, pieces: Iterable[str]) -> Marked[Run]:
        """The runs of a text in a row, by what is written of each; all of one generation."""
        now = self._generation
        if len(now) >= room(self._kept):
            now = self._generation = Generation(now)
        return Marked(b"".join(map(now.__getitem__, pieces)), now.numbered)


RUNS = Runs(_KEPT)
"""What every text is read by."""
