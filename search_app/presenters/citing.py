"""A card of citations: the address to keep, and the reference in every form."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from index.documents.document import Document, Passage
from index.today import today
from search_app.formats import as_json
from search_app.formats.citations import FORMS, foreign, language_of
from search_app.languages import gettext
from search_app.presenters.tongues import tongued
from search_app.templating import permanent

_ENDS = 5  # words of the beginning and of the end that find a passage in its page


class Form(NamedTuple):
    """A reference in one form; ``html`` says which of its words are of another language."""

    name: str
    html: Markup
    language: str


class Citation(NamedTuple):
    """``found`` is the address at which a browser marks the very words (a text fragment)."""

    address: str
    found: str
    forms: tuple[Form, ...]


def citation(document: Document, passage: Passage | None = None) -> Citation:
    """How to cite a document, or a passage of it; the addresses have no language of the site."""
    place = as_json.passage_address(passage) if passage else _own(document)
    address = permanent(place)
    names = {"gost": gettext("ГОСТ Р 7.0.5"), "bibtex": "BibTeX", "plain": gettext("Текст")}
    forms = tuple(
        Form(
            names[form],
            tongued(
                made(document, passage, address=address, seen=today()),
                language_of(form),
                foreign(document, passage),
            ),
            language_of(form),
        )
        for form, made in FORMS.items()
    )
    return Citation(address, address + _fragment(passage.text) if passage else "", forms)


def _own(document: Document) -> str:
    return f"/documents/{quote(document.id, safe='')}"


def _fragment(text: str) -> str:
    """A text fragment (WICG): a browser scrolls to the words and marks them."""
    words = text.split()
    if len(words) <= 2 * _ENDS:
        return f":~:text={_escaped(words)}"
    return f":~:text={_escaped(words[:_ENDS])},{_escaped(words[-_ENDS:])}"


def _escaped(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")  # a dash divides the parts
