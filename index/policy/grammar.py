"""What the form of a Russian word says: its case, and whether a verb is of the future."""

from __future__ import annotations

from functools import lru_cache

import pymorphy3

_KEPT = 20_000


@lru_cache(maxsize=_KEPT)
def cases(form: str) -> frozenset[str]:
    """Cases that the form may have, as OpenCorpora names them; all that matter if unknown."""
    parses = _morph().parse(form)
    found = {str(parse.tag.case) for parse in parses if parse.tag.case}
    if not _morph().word_is_known(form) and not form.endswith(("у", "ю", "ам", "ом", "ем")):
        found |= {"nomn", "datv", "ablt"}  # МЦРИАП, Зерде
    return frozenset(found)


@lru_cache(maxsize=_KEPT)
def is_future(form: str) -> bool:
    """Whether the form is that of a verb in the future: «обеспечит», «будут»."""
    parses = _morph().parse(form)
    return any(parse.tag.tense == "futr" and parse.score > 0.3 for parse in parses)  # noqa: PLR2004


@lru_cache(maxsize=1)
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
