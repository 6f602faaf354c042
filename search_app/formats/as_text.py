"""A page of hits for a terminal."""

from __future__ import annotations

import html
import re

from index.search.page import Hit, SearchPage

_MARK = re.compile(r"</?mark>")


def search_page(page: SearchPage) -> str:
    """Totals, then each hit with its title, place and snippet; marked words in brackets."""
    passages = counted(page.totals.passages, "passage")
    documents = counted(page.totals.documents, "document")
    head = f"{passages} in {documents}: {page.read_as}"
    notes = [f"({note.code}: {note.words})" for note in page.notes]
    applied = (page.applied,) if page.applied else ()
    notes += [f"({each.reason}, applied: {each.wanted.text})" for each in applied]
    notes += [f"({each.reason}? {each.wanted.text})" for each in page.suggestions]
    foot = [f"page {page.page} of {page.pages}"] if page.pages > 1 else []
    return "\n".join([head, *notes, *map(_hit, page.hits), *foot])


def counted(number: int, thing: str) -> str:
    """So many things: «1 passage», «0 passages»."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _hit(hit: Hit) -> str:
    facts = [str(hit.document.date or ""), hit.document.source, hit.passage.language]
    place = f"{hit.document.id}#p{hit.passage.ordinal}"
    said = [fact for fact in facts if fact]
    return f"\n{_plain(hit.title)}\n  {', '.join(said)} · {place}\n  {_plain(hit.snippet)}"


def _plain(marked: str) -> str:
    brackets = _MARK.sub(lambda tag: "]" if "/" in tag[0] else "[", marked)
    return html.unescape(brackets)
