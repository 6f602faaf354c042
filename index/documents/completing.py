"""The last step of reading: what is missing is taken from the text, what is doubtful is told."""

from __future__ import annotations

from dataclasses import replace

from index.documents.document import Document
from index.documents.reading.found import Report
from index.documents.reading.plain_text import shortened, tidy
from index.documents.sources import source_named, without_attribution
from index.documents.written_dates import take_date
from index.errors import DocumentError
from index.language import split_sentences
from index.language.event_years import contradicting_year

LONGEST_TEXT = 4_000_000  # characters
MOST_PARAGRAPHS = 50_000
LONGEST_TITLE = 120  # characters of a derived title


def completed(document: Document, path: str, line: int, warn: Report) -> Document:
    """The document with date, title and source from its text where no field gave them.

    DocumentError if it has no text or more than an index should take from one document.
    """
    if not document.paragraphs:
        raise DocumentError(path, line, "no text")
    if len(document.text) > LONGEST_TEXT or len(document.paragraphs) > MOST_PARAGRAPHS:
        limit = f"{LONGEST_TEXT} characters or {MOST_PARAGRAPHS} paragraphs"
        raise DocumentError(path, line, f"a text of over {limit}")
    whole = _titled(_sourced(_dated(document)))
    year = contradicting_year(whole.paragraphs, whole.date)
    if year is not None:
        reason = f"the date is {whole.date}, but the text speaks of an event of {year}"
        warn(DocumentError(path, line, reason))
    return whole


def derived_title(text: str) -> str:
    """The first sentence of a text without «, сообщает …», at most 120 characters."""
    line = tidy(text)
    spans = split_sentences(line[:2000])
    sentence = line[slice(*spans[0])] if spans else line
    plain = without_attribution(sentence.rstrip(".")).lstrip("–—- ")
    return shortened(plain or sentence, LONGEST_TITLE)


def _dated(document: Document) -> Document:
    if document.date is not None or document.published is not None:
        return document
    date, paragraphs = take_date(document.paragraphs)
    return replace(document, date=date, published=date, paragraphs=paragraphs)


def _sourced(document: Document) -> Document:
    return (
        document if document.source else replace(document, source=source_named(document.paragraphs))
    )


def _titled(document: Document) -> Document:
    if document.title:
        return document
    return replace(document, title=derived_title(document.paragraphs[0]), title_derived=True)
