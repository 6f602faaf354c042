"""Where the dates of a document contradict one another or its text: told to readers."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.document import Document, Passage
from index.documents.event_years import contradicting_year
from search_app.languages import date, gettext


def doubts(document: Document, passages: Sequence[Passage] = ()) -> list[str]:
    """What is doubtful about the dates, a sentence each."""
    found = []
    spoken, published = document.date, document.published
    if spoken and published and published.last < spoken.first:
        found.append(
            gettext(
                "Публикация (%(published)s) датирована раньше, чем выступление (%(spoken)s).",
                published=date(published),
                spoken=date(spoken),
            )
        )
    paragraphs: dict[int, str] = {}
    for each in passages:
        paragraphs[each.paragraph] = f"{paragraphs.get(each.paragraph, '')} {each.text}".strip()
    year = contradicting_year(tuple(paragraphs.values()), spoken)
    if year:
        found.append(
            gettext(
                "В тексте говорится о событии %(year)s года, а датой документа стоит %(spoken)s: "
                "сказано это могло быть раньше.",
                year=year,
                spoken=date(spoken),
            )
        )
    return found
