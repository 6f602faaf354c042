"""Where sentences end, in Russian, Bulgarian, Kazakh and English."""

from __future__ import annotations

import re

from index.documents.document import Sentence
from index.language.identify import identify

_END = re.compile(r"(?:[.!?…]+[»”“\"')\]]*|\n)\s*(?=[«„“\"'(\[–—-]*\s*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9]|$)")
_SHORTENED = re.compile(
    r"(?:^|[\s(«„\"])(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|г|гг|в|вв|т|е|д|п|им|тыс|млн|млрд|трлн|руб|долл|"
    r"ул|пр|стр|см|др|напр|Mr|Mrs|Dr|No|vs)\.$",
    re.IGNORECASE,
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a text, without the space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if _SHORTENED.search(text[start : end.start() + 1][-12:]) and end.end() < len(text):
            continue
        _add(spans, text, start, end.end())
        start = end.end()
    _add(spans, text, start, len(text))
    return spans


def sentences(text: str, prior: str = "") -> tuple[Sentence, ...]:
    """The sentences of a text, each with its language; ``prior`` is the document's."""
    return tuple(
        Sentence(start, end, identify(text[start:end], prior))
        for start, end in split_sentences(text)
    )


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    sentence = text[start:end]
    if sentence.strip():
        start += len(sentence) - len(sentence.lstrip())
        spans.append((start, start + len(sentence.strip())))
