"""Where sentences end, in Russian, Bulgarian, Kazakh and English."""

from __future__ import annotations

import re

from index.documents.document import Sentence
from index.language.forms import words_of
from index.language.identify import identify

# A point, with what closes around it, before space; or the end of a line.
STOP = re.compile(r"[.!?…]+[»”“\"')\]]*(?=\s|$)|\n+")
_WORD_BEFORE = re.compile(r"(\d[ \u00a0]?)?((?<![^\W_])[^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_INITIALS = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ](?:\.[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])?")
_ITEM = re.compile(r"\s*(?:\d{1,2}|[^\W\d])\.")  # «1. Первое», on a line of its own
_LONGEST_WORD = 20
_WORDS_OF_A_DATE = 3
OPENS = "«„“”\"'([–—-•* "
AFTER = 12
"""Characters after a sign in which a sentence may open."""

# Shortened words, after which a sentence goes on: «ул. Абая», «г. Астана», «т. е. так».
_SHORTENED = words_of(
    """г гг в вв ст стр с п пп ч рис табл им ул пр просп пл пер д корп кв обл р гор пос акад проф
    доц св ок см ср напр прим ред гл тел др тов гр г-н г-жа инж ген полк зам пом
    чл ал т бул жк бр mr mrs ms dr st no vs prof gen gov sen rep fig inc ltd co etc e.g i.e
    т.е т.к т.н т.д т.п и.о в.о к.т.н д.э.н н.э м.б т.нар вкл"""
)
# Those with which it may also end, when a word with a capital follows.
_ENDS_TOO = words_of(
    """г гг в вв т.д т.п др тыс млн млрд трлн руб долл тг н.э ч ж жж лв etc inc ltd co"""
)
TAILS = frozenset(word.rpartition(".")[2] for word in _SHORTENED | _ENDS_TOO)
"""What a shortened word has after its last point but one: «э» of «н.э.», «ул» of «ул.»."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a text, in order, without the space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in STOP.finditer(text):
        if stop[0][0] != "\n" and not ends(text, start, stop):
            continue
        _add(spans, text, start, stop.end())
        start = stop.end()
    _add(spans, text, start, len(text))
    return spans


def sentences(text: str, prior: str = "") -> tuple[Sentence, ...]:
    """The sentences of a text, each with its language; ``prior`` is the document's."""
    return tuple(
        Sentence(start, end, identify(text[start:end], prior))
        for start, end in split_sentences(text)
    )


def ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that starts so ends at the sign.

    What follows must begin one, and no shortened word stand before.
    """
    follows = text[stop.end() : stop.end() + AFTER].lstrip().lstrip(OPENS)
    opens = follows[:1]
    if not opens or stop[0] != ".":
        return not opens.islower()
    if opens.islower() or _ITEM.fullmatch(text, start, stop.end()):
        return False
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.end())
    if before is None:
        return True
    short = text.count(" ", start, stop.start()) < _WORDS_OF_A_DATE
    return _ends_after(before[2], opens, numbered=bool(before[1]), short=short)


def _ends_after(word: str, opens: str, *, numbered: bool, short: bool) -> bool:
    """«К. К. Токаев сказал», «г. Астана», «ул. Абая», «В 2025 г. Правительство внесло закон»."""
    lower = word.lower()
    if (lower == "г" and not numbered) or (numbered and short and lower in _SHORTENED):
        return False
    if lower in _ENDS_TOO:
        return opens.isalpha()
    return lower not in _SHORTENED and not _INITIALS.fullmatch(word)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    sentence = text[start:end]
    if sentence.strip():
        start += len(sentence) - len(sentence.lstrip())
        spans.append((start, start + len(sentence.strip())))
