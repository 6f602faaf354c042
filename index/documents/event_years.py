"""The year that the name of an event carries, against the date at the head of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents.dates import PartialDate

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
