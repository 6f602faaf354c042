"""What the form of a Russian word says: its case, and whether it is a verb of the future."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse

_KEPT = 20_000
_LIKELY = 0.3
_FIRST_PERSON = ("ю", "у", "юсь", "усь")  # so the dictionary need not be asked of most words


@dataclass(frozen=True)
class _Facts:
    """All that is asked of a form, from one look into the dictionary."""

    cases: frozenset[str]
    likely: frozenset[str]  # what some likely parse is
    first: frozenset[str]  # what the likeliest parse is
    infinitive: bool


def cases(form: str) -> frozenset[str]:
    """Cases that the form may have, as OpenCorpora names them; all that matter if unknown."""
    return _facts(form).cases


def is_future(form: str) -> bool:
    """Whether the form is that of a verb in the future: «обеспечит», «будут»."""
    return "future" in _facts(form).likely


def is_verb(form: str) -> bool:
    """Whether the form is that of a finite verb."""
    return "verb" in _facts(form).likely


def is_adjective(form: str) -> bool:
    """Whether the form is likeliest that of an adjective or participle before its noun."""
    return "adjective" in _facts(form).first


def is_genitive(form: str) -> bool:
    """Whether the form may be a noun or an adjective that says whose: «юстиции»."""
    return "genitive" in _facts(form).likely


def is_bidding(form: str) -> bool:
    """Whether the form bids those addressed do something: «привлеките»."""
    return "bidding" in _facts(form).likely


def is_first_person(form: str) -> bool:
    """Whether the form is that of a verb by which one speaks of oneself: «возлагаю»."""
    return form.endswith(_FIRST_PERSON) and "first person" in _facts(form).likely


def is_quality(form: str) -> bool:
    """Whether the form says what a thing is like or is: «понятны», «прозрачной», «ясная»."""
    return "quality" in _facts(form).first


def is_finite_passive(form: str) -> bool:
    """Whether the form says what is done to a thing: «подготовлены»."""
    return "passive" in _facts(form).first


def is_infinitive(form: str) -> bool:
    """Whether the form is that of an infinitive."""
    return _facts(form).infinitive


def is_past(form: str) -> bool:
    """Whether the form tells what was or is already done: «начались», «запущена»."""
    return "past" in _facts(form).likely


@lru_cache(maxsize=_KEPT)
def _facts(form: str) -> _Facts:
    parses = list(_morph().parse(form))
    found = {str(parse.tag.case) for parse in parses if parse.tag.case}
    if not _morph().word_is_known(form) and not form.endswith(("у", "ю", "ам", "ом", "ем")):
        found |= {"nomn", "datv", "ablt"}  # МЦРИАП, Зерде
    likely: set[str] = set()
    for parse in parses:
        if parse.score > _LIKELY:
            likely |= _said(parse)
    infinitive = any(parse.tag.POS == "INFN" for parse in parses)
    return _Facts(frozenset(found), frozenset(likely), frozenset(_said(parses[0])), infinitive)


def _said(parse: Parse) -> set[str]:
    """What a parse says the form is, in the words of this module."""
    tag = parse.tag
    told = {
        "first person": tag.POS == "VERB" and tag.person == "1per" and tag.number == "sing",
        "future": tag.tense == "futr",
        "verb": tag.POS == "VERB",
        "past": tag.tense == "past" and tag.POS in {"VERB", "PRTS"},
        "bidding": tag.mood == "impr" and tag.number == "plur",
        "genitive": tag.case == "gent" and tag.POS in {"NOUN", "ADJF"},
        "adjective": tag.POS in {"ADJF", "PRTF"},
        "passive": tag.POS == "PRTS",
        "quality": tag.POS == "ADJS"
        or (tag.POS == "ADJF" and tag.case in {"nomn", "ablt", "datv"}),
    }
    return {name for name, true in told.items() if true}


@lru_cache(maxsize=1)
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
