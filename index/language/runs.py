"""What stands between two spaces, «стартапов,»: its words, and what it says of sentences.

A Russian text is read run by run. Runs are remembered by what is written, so that a run costs
one lookup in a dictionary: it gives a mark (see ``marks``), which tells of ends of sentences and
language and numbers the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.language.analyzer import memory_of
from index.language.identify import leaning
from index.language.marks import Marked, Numbered, saying
from index.language.memory import room
from index.language.sentences import AFTER, OPENS, STOP, TAILS
from index.language.tokens import may_go_on, spelled
from index.language.words import Word

RUSSIAN, SMALL, LARGE, ENDS, MAY_END, LEANS, FAR, NUMBER = 1, 2, 4, 8, 16, 32, 64, 128
"""What a run says: its words lean to Russian, by 1 at least; it would open a sentence with a small
letter; with another letter or sign (with neither if it must be looked at closely); a sentence ends
after it unless small letters follow; whether one ends must be looked at closely; its words lean to
another language; so do they, by more than 2; it may belong to the number before it."""

_LANGUAGE = RUSSIAN | LEANS | FAR
_FAR = 2
_KEPT = 75_000  # runs remembered in each of two generations
_AROUND = ",;:.!?…«»„“”\"'()[]—–-"
_STOPS = frozenset(".!?…")
_WORD_AT_END = re.compile(r"[^\W\d_]+$")
_ITEM = re.compile(r"\d{1,2}|[^\W\d]")
_LONG = 1 + max(map(len, TAILS))  # letters of a word that is certainly no shortened one
_ANY_LONG = {SMALL: "а" * _LONG, LARGE: "А" * _LONG}
_SIGNS = 2_000  # ways remembered in which signs stand around a word


@dataclass(eq=False, slots=True)  # not frozen: that takes three times as long to make
class Run:
    """The words of a run; what it says of sentences is in its mark.

    ``leans`` tells how far to another language than Russian, less than 0 if to Russian. A run is
    equal to itself only, as a word is.
    """

    words: tuple[Word, ...]
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
        before = self._before
        kept = before and before.get(text)
        if before and kept:
            mark = self.numbered.mark(before.numbered.run(kept), kept[0])
        elif text.isalpha():
            mark = self.numbered.mark(*_word(text))
        elif (core := text.strip(_AROUND)).isalpha():
            mark = _within(text, core, self[core])
        else:
            mark = self.numbered.mark(*_read(text))
        self[text] = mark
        return mark


def _within(text: str, core: str, bare: bytes) -> bytes:
    """The mark of a word in its signs, «слово», which is the word alone but for what they say."""
    if len(core) < _LONG:
        said = _opening(text) | _ending(text)
    else:
        before, _, after = text.partition(core)
        said = _said_around(before, after, SMALL if core[0].islower() else LARGE)
    says = bare[0] & _LANGUAGE | said
    return bare if says == bare[0] else saying(bare, says)


@lru_cache(_SIGNS)
def _said_around(before: str, after: str, opens: int) -> int:
    """What signs say around any long word that opens with a small letter, or another."""
    text = before + _ANY_LONG[opens] + after
    return _opening(text) | _ending(text)


def _word(text: str) -> tuple[Run, int]:
    """A run of letters alone, and what it says."""
    leans = leaning(text)
    says = _language(leans) | (SMALL if text[0].islower() else LARGE)
    return Run((memory_of("ru")[text],), leans), says


def _read(text: str) -> tuple[Run, int]:
    """Any run, and what it says."""
    leans, memory = leaning(text), memory_of("ru")
    says = _language(leans) | _opening(text) | _ending(text) | NUMBER * bool(may_go_on(text))
    return Run(tuple([memory[each] for each in spelled(text)]), leans), says


def _language(leans: float) -> int:
    """How far words lean, in few steps."""
    if leans <= 0:
        return RUSSIAN if leans <= -1 else 0
    return LEANS if leans <= _FAR else LEANS | FAR


MOST = bytes(
    255 if says & FAR else 1 + _FAR * bool(says & LEANS) - bool(says & RUSSIAN)
    for says in range(256)
)
"""How far a run leans at most by what it says, and 1 more, so that it is no less than 0."""


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
