"""What stands between two spaces, «стартапов,»: its words, and what it says of sentences.

A Russian text is read run by run. Runs are remembered, so that words, ends of sentences and
the language cost a few dictionary lookups a run.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from index.language.analyzer import memory_of
from index.language.identify import leaning
from index.language.memory import Memory
from index.language.sentences import AFTER, OPENS, STOP, TAILS
from index.language.tokens import may_go_on, spelled
from index.language.words import Word

ENDS, MAY_END, LEANS, NUMBER = 1, 2, 4, 8
"""What a run says: a sentence ends after it unless small letters follow; whether one ends must be
looked at closely; its words lean to another language; it may belong to the number before it."""

_KEPT = 75_000  # runs remembered in each of two generations
_AROUND = ",;:.!?…«»„“”\"'()[]—–-"
_STOPS = frozenset(".!?…")
_letter = sys.intern
_WORD_AT_END = re.compile(r"[^\W\d_]+$")
_ITEM = re.compile(r"\d{1,2}|[^\W\d]")


@dataclass(eq=False, slots=True)  # not frozen: that takes three times as long to make
class Run:
    """The words of a run, what it says (bits, see above), and the letter or sign it opens with.

    ``leans`` tells how far to another language than Russian, less than 0 if to Russian. A run is
    equal to itself only, as a word is.
    """

    words: tuple[Word, ...]
    says: int
    opens: str
    leans: float


def _read(text: str) -> Run:
    if text.isalpha():
        leans = leaning(text)
        return Run((memory_of("ru")[text],), LEANS * (leans > 0), _letter(text[0]), leans)
    core = text.strip(_AROUND)
    return _within(text, RUNS[core]) if core.isalpha() else _read_closely(text)


def _within(text: str, bare: Run) -> Run:
    """A word in its signs, «слово», is the word alone but for what the signs say."""
    says = bare.says | _ending(text)
    opens = bare.opens if text[0] == bare.opens else _opening(text)
    if says == bare.says and opens is bare.opens:
        return bare
    return Run(bare.words, says, opens, bare.leans)


def _read_closely(text: str) -> Run:
    leans = leaning(text)
    says = LEANS * (leans > 0) | _ending(text) | NUMBER * bool(may_go_on(text))
    memory = memory_of("ru")
    return Run(tuple([memory[each] for each in spelled(text)]), says, _opening(text), leans)


def _opening(text: str) -> str:
    """The letter or sign that a run opens with, were it to begin a sentence."""
    return _letter(text[: AFTER - 1].lstrip(OPENS)[:1])


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


RUNS = Memory(_read, _KEPT)
"""Runs as a Russian text has them, by what is written."""
