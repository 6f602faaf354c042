"""Lists for machines: documents, agencies and priority areas; their shapes and builders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, TypedDict

from index.documents.dates import PartialDate
from index.documents.document import Document
from index.policy import PolicyTables
from index.policy.naming.authority import Agency
from index.policy.priorities import PriorityArea
from search_app.formats.records import Count, Date, Ordinal
from search_app.links import within


class DocumentList(TypedDict):
    """A page of the list of documents, the newest first."""

    total: Count
    page: Ordinal
    pages: Count
    documents: list[ListedDocument]


class ListedDocument(TypedDict):
    """A document in a list."""

    id: str
    title: str
    date: Annotated[Date | None, "of the speech"]
    published: Annotated[Date | None, "of the report"]
    event: Annotated[str | None, "id of the occasion"]
    language: str
    source: str
    url: Annotated[str, "of the source"]
    kind: str


class EventList(TypedDict):
    """A page of the list of events that several documents tell of, the newest first."""

    total: Count
    page: Ordinal
    pages: Count
    events: list[ListedEvent]


class ListedEvent(TypedDict):
    """An event in a list."""

    id: str
    title: Annotated[str, "in the language of the address, where a document has it so"]
    language: Annotated[str, "of the title"]
    date: Annotated[Date | None, "what most of its documents say"]
    documents: Annotated[list[str], "ids, the newest first"]
    url: Annotated[str, "address from the site's root"]


class AgencyEntry(TypedDict):
    """An agency: its names through time."""

    id: str
    label: Annotated[str, "what it is called in the language of the address"]
    names: Annotated[dict[str, str], "official names by language"]
    kind: str
    abbreviations: list[str]
    parent: Annotated[str | None, "id of what it is part of"]
    valid_from: Date | None
    valid_until: Date | None
    predecessors: Annotated[list[str], "ids, the nearest first"]
    successor: Annotated[str | None, "id"]
    passages: Annotated[Count, "passages that name it"]


class AgencyList(TypedDict):
    """All agencies, the most named first."""

    agencies: list[AgencyEntry]


class AreaEntry(TypedDict):
    """A priority area."""

    id: str
    label: Annotated[str, "what it is called in the language of the address"]
    names: Annotated[dict[str, str], "by language"]
    passages: Annotated[Count, "passages that speak of it"]


class AreaList(TypedDict):
    """All priority areas, the most spoken of first."""

    areas: list[AreaEntry]


def listed_document(known: Document) -> ListedDocument:
    """A document without its text."""
    return {
        "id": known.id,
        "title": known.title,
        "date": str(known.date) if known.date else None,
        "published": str(known.published) if known.published else None,
        "event": known.event or None,
        "language": known.language,
        "source": known.source,
        "url": known.url,
        "kind": known.kind,
    }


def document_list(documents: Sequence[Document], total: int, page: int, pages: int) -> DocumentList:
    """One page of the list of documents."""
    rows = [listed_document(each) for each in documents]
    return {"total": total, "page": page, "pages": pages, "documents": rows}


def listed_event(
    name: str, title: tuple[str, str], date: PartialDate | None, documents: Sequence[Document]
) -> ListedEvent:
    """An event by its id; ``title`` is what it is called, and in which language."""
    return {
        "id": name,
        "title": title[0],
        "language": title[1],
        "date": str(date) if date else None,
        "documents": [each.id for each in documents],
        "url": within("events", name),
    }


def agency_entry(
    agency: Agency, tables: PolicyTables, language: str, counts: Mapping[str, int]
) -> AgencyEntry:
    """What is known of an agency, and how many passages name it."""
    return {
        "id": agency.id,
        "label": tables.label("agency", agency.id, language),
        "names": {tongue: name for tongue, name in agency.names.items() if name},
        "kind": agency.kind,
        "abbreviations": list(
            dict.fromkeys(alias.text for alias in agency.aliases if alias.abbreviation)
        ),
        "parent": agency.parent or None,
        "valid_from": agency.valid_from.isoformat() if agency.valid_from else None,
        "valid_until": agency.valid_until.isoformat() if agency.valid_until else None,
        "predecessors": list(tables.predecessors(agency.id)),
        "successor": agency.successor or None,
        "passages": counts.get(agency.id, 0),
    }


def area_entry(
    area: PriorityArea, tables: PolicyTables, language: str, counts: Mapping[str, int]
) -> AreaEntry:
    """A priority area, and how many passages speak of it."""
    return {
        "id": area.id,
        "label": tables.label("area", area.id, language),
        "names": {tongue: name for tongue, name in area.names.items() if name},
        "passages": counts.get(area.id, 0),
    }
