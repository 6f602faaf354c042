"""A card of citations: the address to keep, and the reference in every form."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from index.documents.document import Document, Passage
from index.today import today
from search_app.formats import as_json
from search_app.formats.citations import FORMS
from search_app.languages import gettext
from search_app.templating import permanent

_ENDS = 5  # words of the beginning and of the end that find a passage in its page


class Citation(NamedTuple):
    """``found`` is the address at which a browser marks the very words (a text fragment)."""

    address: str
    found: str
    forms: tuple[tuple[str, str], ...]


def citation(document: Document, passage: Passage | None = None) -> Citation:
    """How to cite a document, or a passage of it; the addresses have no language of the site."""
    place = as_json.passage_address(passage) if passage else _own(document)
    address = permanent(place)
    names = {"gost": "ГОСТ Р 7.0.5", "bibtex": "BibTeX", "plain": gettext("Текст")}
    forms = tuple(
        (names[form], made(document, passage, address=address, seen=today()))
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
