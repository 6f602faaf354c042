"""The year that the name of an event carries, against the date at the head of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from index.documents.dates import PartialDate
from index.documents.document import Passage

_EVENT = re.compile(
    r"форум|саммит|конференци|конгресс|выставк|фестивал|послани|жолдау|көрме|"
    r"конференция|изложени|forum|summit|conference|congress|expo|address",
    re.IGNORECASE,
)
# «Digital Bridge 2023», but neither «в октябре 2023 года» nor «до 2027 года».
_NAMED_YEAR = re.compile(
    r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w&'’-]{0,40}\s)(?P<year>(?:19|20)\d\d)(?![\w-])(?!\s*(?:год|г\.|жыл))"
)
_SENTENCE = re.compile(r"[^.!?]+")
_FIRST = 3  # paragraphs that tell of which event a text reports
_FAR_ENOUGH = 5000  # characters of a paragraph


def contradicting_year(paragraphs: Sequence[str], date: PartialDate | None) -> int | None:
    """The year of the event that a text opens with, where the header's date is of a later year."""
    if date is None:
        return None
    years = {
        int(named["year"])
        for text in paragraphs[:_FIRST]
        for sentence in _SENTENCE.findall(text[:_FAR_ENOUGH])
        if _EVENT.search(sentence)
        for named in _NAMED_YEAR.finditer(sentence)
    }
    return max(years) if years and max(years) < date.year else None


def told_year(passages: Iterable[Passage], date: PartialDate | None) -> int | None:
    """The same of a text that is cut into passages; no more of them are looked at than count."""
    parts: dict[int, list[str]] = defaultdict(list)
    for each in takewhile(lambda passage: passage.paragraph <= _FIRST, passages):
        parts[each.paragraph].append(each.text)
    return contradicting_year([" ".join(texts) for texts in parts.values()], date)
