"""What the form of a Russian word says: its case, and whether it is a verb of the future."""

from __future__ import annotations

from functools import lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse

_KEPT = 20_000
_LIKELY = 0.3


@lru_cache(maxsize=_KEPT)
def cases(form: str) -> frozenset[str]:
    """Cases that the form may have, as OpenCorpora names them; all that matter if unknown."""
    found = {str(parse.tag.case) for parse in _parses(form) if parse.tag.case}
    if not _morph().word_is_known(form) and not form.endswith(("у", "ю", "ам", "ом", "ем")):
        found |= {"nomn", "datv", "ablt"}  # МЦРИАП, Зерде
    return frozenset(found)


@lru_cache(maxsize=_KEPT)
def is_future(form: str) -> bool:
    """Whether the form is that of a verb in the future: «обеспечит», «будут»."""
    return any(parse.tag.tense == "futr" and parse.score > _LIKELY for parse in _parses(form))


@lru_cache(maxsize=_KEPT)
def is_verb(form: str) -> bool:
    """Whether the form is that of a finite verb."""
    return any(parse.tag.POS == "VERB" and parse.score > _LIKELY for parse in _parses(form))


@lru_cache(maxsize=_KEPT)
def is_adjective(form: str) -> bool:
    """Whether the form is likeliest that of an adjective or participle before its noun."""
    return _parses(form)[0].tag.POS in {"ADJF", "PRTF"}


@lru_cache(maxsize=_KEPT)
def is_genitive(form: str) -> bool:
    """Whether the form may be a noun or an adjective that says whose: «юстиции»."""
    return any(
        parse.tag.case == "gent" and parse.tag.POS in {"NOUN", "ADJF"} and parse.score > _LIKELY
        for parse in _parses(form)
    )


@lru_cache(maxsize=_KEPT)
def is_bidding(form: str) -> bool:
    """Whether the form bids those addressed do something: «привлеките»."""
    return any(
        parse.tag.mood == "impr" and parse.tag.number == "plur" and parse.score > _LIKELY
        for parse in _parses(form)
    )


@lru_cache(maxsize=_KEPT)
def is_quality(form: str) -> bool:
    """Whether the form says what a thing is like or is: «понятны», «прозрачной», «ясная»."""
    tag = _parses(form)[0].tag
    return bool(tag.POS == "ADJS" or (tag.POS == "ADJF" and tag.case in {"nomn", "ablt", "datv"}))


@lru_cache(maxsize=_KEPT)
def is_finite_passive(form: str) -> bool:
    """Whether the form says what is done to a thing: «подготовлены»."""
    return bool(_parses(form)[0].tag.POS == "PRTS")


@lru_cache(maxsize=_KEPT)
def is_infinitive(form: str) -> bool:
    """Whether the form is that of an infinitive."""
    return any(parse.tag.POS == "INFN" for parse in _parses(form))


@lru_cache(maxsize=_KEPT)
def is_past(form: str) -> bool:
    """Whether the form tells what was or is already done: «начались», «запущена»."""
    return any(
        (parse.tag.tense == "past" and parse.tag.POS in {"VERB", "PRTS"}) and parse.score > _LIKELY
        for parse in _parses(form)
    )


def _parses(form: str) -> list[Parse]:
    return list(_morph().parse(form))


@lru_cache(maxsize=1)
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
