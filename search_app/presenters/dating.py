"""Where the dates of a document contradict one another or its text: told to readers."""

from __future__ import annotations

import flask

from index.documents.document import Document
from index.search.instructions.duties import Duty
from search_app.languages import date, gettext


def install(app: flask.Flask) -> None:
    """Let templates say of an instruction whether the day it was given is doubtful."""
    app.jinja_env.globals["doubts_of"] = doubts_of


def doubts_of(duty: Duty) -> list[str]:
    """What is doubtful about the dates of the text that is shown of an instruction."""
    first = duty.sources[0]
    return doubts(first.document, first.event_year)


def doubts(document: Document, year: int | None = None) -> list[str]:
    """What is doubtful about the dates, a sentence each.

    ``year`` is that of the event which the text tells of, where the date contradicts it.
    """
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
