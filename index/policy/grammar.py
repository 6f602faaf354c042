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


def _parses(form: str) -> list[Parse]:
    return list(_morph().parse(form))


@lru_cache(maxsize=1)
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
