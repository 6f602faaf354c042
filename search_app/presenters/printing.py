"""A selection on paper: the words, each with its place in a list of what is cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from index.documents.document import Document
from index.search.instructions.duties import Duty
from index.search.page import Hit
from index.today import today
from search_app.formats import citations
from search_app.formats.as_json import passage_address
from search_app.formats.registered import address
from search_app.languages import date, gettext, language
from search_app.links import within
from search_app.presenters.tongues import tongued
from search_app.templating import permanent
from search_app.words import charged, kind_of_duty, label


class Quote(NamedTuple):
    """Words on paper, and what stands with them."""

    text: str
    language: str
    document: Document
    passage: int  # its ordinal
    address: str
    told: Markup  # a line about it; may be empty


class Reference(NamedTuple):
    """A document of the list, as each form of citation has it."""

    document: Document
    gost: str
    bibtex: str

    @property
    def gost_html(self) -> Markup:
        """The reference in which a title of another language says so."""
        return tongued(self.gost, citations.language_of("gost"), citations.foreign(self.document))

    @property
    def bibtex_html(self) -> Markup:
        """The entry likewise."""
        form = citations.language_of("bibtex")
        return tongued(self.bibtex, form, citations.foreign(self.document))


def of_hit(found: Hit) -> Quote:
    """A passage found."""
    passage = found.passage
    areas = [label("area", each.area) for each in passage.areas]
    speaker = passage.speaker.role
    said = [label("speaker", speaker)] if speaker != "reporter" else []
    told = " · ".join(dict.fromkeys([*said, *areas]))
    place = permanent(passage_address(passage))
    line = escape(told)
    return Quote(passage.text, passage.language, found.document, passage.ordinal, place, line)


def of_duty(found: Duty) -> Quote:
    """An instruction."""
    shown, first = found.shown, found.sources[0]
    whom = charged(shown)
    wording = date(found.due) if found.due else shown.deadline
    due = gettext("Срок: %(wording)s", wording=wording) if wording else ""
    if found.begins:
        due = gettext("Начало: %(day)s", day=date(found.begins))
    was = gettext("Прежний срок: %(day)s", day=date(found.was)) if found.was else ""
    told = [kind_of_duty(shown.kind), whom, due, was]
    return Quote(
        text=shown.text,
        language=first.language,
        document=first.document,
        passage=first.passage,
        address=permanent(address(first)),
        told=tongued(
            " · ".join(filter(None, told)), language(), [(shown.deadline, first.language)]
        ),
    )


def references(documents: Iterable[Document]) -> dict[str, Reference]:
    """Each document once, by its id, in the order in which it is first cited."""
    found: dict[str, Reference] = {}
    for each in documents:
        if each.id not in found:
            found[each.id] = _reference(each)
    return found


def _reference(known: Document) -> Reference:
    place, seen = source(known), today()
    gost = citations.gost(known, address=place, seen=seen)
    return Reference(known, gost, citations.bibtex(known, address=place, seen=seen))


def source(known: Document) -> str:
    """Where a document is read: at its source, but what only retells it here."""
    if known.url and known.kind != "digest":
        return known.url
    return permanent(within("documents", known.id))
