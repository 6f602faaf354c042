"""Making drafts: from a file, from pasted text, from what an editor writes into a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.engine import Connection

from index.documents.archiving.corrections import corrections_of
from index.documents.archiving.history import history_of
from index.documents.completing import completed
from index.documents.document import PARAGRAPH_BREAK, Document
from index.documents.fields import FieldError, read_fields
from index.documents.identity import slug
from index.documents.reading.formats import HEAD, told
from index.documents.reading.plain_text import lines_of, tidy, whole_text
from index.documents.reading.raw import read_raw
from index.documents.reading.readers import parse_document
from index.errors import DocumentError
from index.overrides import by_passage
from search_app.languages import N_
from search_app.staff.adding.publishing import last

_LONGEST_ID = 60
FIELDS = (
    *("id", "title", "date", "published", "language", "source"),
    *("url", "kind", "event", "event_title", "notes"),
)
"""What a form asks of a document besides its text."""


_SAID = {
    "id": N_("Латинские буквы, цифры, «.», «_», «-»; до 120 знаков, первой буква или цифра."),
    "date": N_("Дата — 2025, 2025-07 или 2025-07-31."),
    "published": N_("Дата — 2025, 2025-07 или 2025-07-31."),
    "language": N_("Выберите из списка."),
    "url": N_("Адрес начинается с https:// или http://."),
    "event": N_("Хотя бы одна буква или цифра."),
    "text": N_("Вставьте текст."),
}
_TOO_LONG = N_("Слишком длинно.")


def said(error: FieldError) -> str:
    """What is wrong with a field, as a message of the catalogue."""
    return _SAID.get(error.field, _TOO_LONG)


@dataclass
class Read:
    """What came of a file: its documents, what could not be read, what is doubtful."""

    documents: list[Document] = field(default_factory=list)
    complaints: list[DocumentError] = field(default_factory=list)
    doubts: dict[str, list[str]] = field(default_factory=dict)  # by the document's id

    @property
    def all_doubts(self) -> list[str]:
        """What is doubtful, of whatever document."""
        return [doubt for doubts in self.doubts.values() for doubt in doubts]


def of_file(data: bytes, name: str) -> Read:
    """The documents of a file, whatever is wrong with some of them."""
    if wrong := _mistaken(data, name):
        return Read(complaints=[DocumentError(name, 1, wrong)])
    read, warned = Read(), dict[int, list[str]]()

    def warn(error: DocumentError) -> None:
        warned.setdefault(error.line, []).append(error.reason)

    read.documents = parse_document(data, name, read.complaints.append, warn)
    if len(read.documents) == 1 and warned:
        read.doubts = {read.documents[0].id: [each for many in warned.values() for each in many]}
    return read


def _mistaken(data: bytes, name: str) -> str:
    """Why a file is not what its name says, or nothing that we read: its bytes are no text."""
    lower = name.lower()
    if lower.endswith(".pdf") or data.startswith(b"%PDF-"):
        return "a PDF: not read here"
    if lower.endswith(".docx") and data and told(data[:HEAD]) != "DOCX":
        return "not a readable DOCX: something else under this name"
    return ""


def of_text(text: str, fields: Mapping[str, str], connection: Connection) -> Document:
    """A document of pasted text; date and title are taken from it where no field gives them.

    DocumentError or FieldError say what is wrong.
    """
    given = read_fields(fields)
    raw = replace(read_raw(whole_text(text), "draft", ""), **given)
    whole = completed(raw, "", 1, lambda _: None)
    return whole if "id" in given else replace(whole, id=free_id(whole, connection))


def edited(document: Document, fields: Mapping[str, str], text: str) -> Document:
    """The document with what a form says; FieldError names the field that cannot be read."""
    asked = {name: fields[name] for name in FIELDS if name in fields}
    given, empty = read_fields(asked), Document("", "", ())
    absent = {name: getattr(empty, name) for name in asked if name not in given and name != "id"}
    parts = paragraphs_of(text)
    if not parts:
        raise FieldError("text", "takes a text")
    made = replace(document, **absent, **given, paragraphs=parts)
    if made.title == document.title:
        return made if made.title else completed(made, "", 1, lambda _: None)
    return replace(completed(made, "", 1, lambda _: None), title_derived=not made.title)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Paragraphs as an editor sees them: blank lines between, the lines of a list within."""
    found: list[list[str]] = [[]]
    for line in lines_of(whole_text(text).replace("\0", "")):
        if clean := tidy(line):
            found[-1].append(clean)
        elif found[-1]:
            found.append([])
    return tuple("\n".join(lines) for lines in found if lines)


def text_of(document: Document) -> str:
    """The text as a form shows it; ``paragraphs_of`` gives the same paragraphs again."""
    return PARAGRAPH_BREAK.join(document.paragraphs)


def free_id(document: Document, connection: Connection) -> str:
    """An id that no document has or had: its date and its title in Latin letters."""
    date = str(document.date or document.published or "")
    name = _at_a_word("-".join(filter(None, [date, slug(document.title)]))) or "text"
    number, found = 1, name
    while history_of(connection, found):
        number += 1
        found = f"{name}-{number}"
    return found


def _at_a_word(name: str) -> str:
    """The first words of a slug."""
    if len(name) <= _LONGEST_ID:
        return name.strip("-")
    return name[: _LONGEST_ID + 1].rpartition("-")[0].strip("-") or name[:_LONGEST_ID]


def standing(connection: Connection, document: str) -> tuple[int, dict[str, dict[str, Any]]]:
    """The last change of a document and what people decided of it, to begin a draft from."""
    return (
        last(history_of(connection, document)),
        by_passage(corrections_of(connection, document)),
    )
