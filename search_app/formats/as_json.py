"""What machines read: the JSON of a search, of a document and of a passage.

The API, ``search --json`` and ``export`` share these; keys and their order are a contract.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from index.documents.dates import PartialDate
from index.documents.document import (
    AreaScore,
    Document,
    Instruction,
    Mention,
    Passage,
    Speaker,
)
from index.search.page import Dates, FacetValue, Group, Hit, ReadWord, SearchPage, Suggestion
from index.store.reader import Index
from search_app.formats.records import (
    DocumentPassage,
    EventSummary,
    ExportedPassage,
    FacetCount,
    FullDocument,
    HitGroup,
    MonthCount,
    Offered,
    PassageAgency,
    PassageArea,
    PassageBody,
    PassageInstruction,
    ReadDates,
    Said,
    SearchAnswer,
    SearchHit,
    WordRead,
    YearCount,
)
from search_app.presenters.occasion import Occasion, called


def search_page(page: SearchPage, ix: Index, language: str) -> SearchAnswer:
    """A page of an answer, as ``/api/v1/search`` gives it; events are called as in a language."""
    return {
        "query": {
            "text": page.text,
            "canonical": page.canonical,
            "read_as": page.read_as,
            "notes": [{"code": note.code, "words": note.words} for note in page.notes],
            "words": [_word(each) for each in page.words],
            "exactly": page.exactly or None,
            "dates": _dates(page.dates) if page.dates else None,
        },
        "applied": _suggestion(page.applied) if page.applied else None,
        "suggestions": [_suggestion(each) for each in page.suggestions],
        "total": {
            "passages": page.totals.passages,
            "documents": page.totals.documents,
            "events": page.totals.events,
        },
        "page": page.page,
        "pages": page.pages,
        "per_page": page.per_page,
        "sort": page.sort,
        "group": page.group,
        "groups": [_group(each, _called(each, page.group, ix, language)) for each in page.groups],
        "hits": [hit(found) for found in page.hits],
        "facets": {
            name: [*map(year, values)] if name == "date" else [*map(facet_value, values)]
            for name, values in page.facets.items()
        },
    }


def _dates(read: Dates) -> ReadDates:
    ends = [None if end is None else str(end) for end in (read.since, read.until)]
    return {"words": read.words, "since": ends[0], "until": ends[1], "as_words": read.as_words}


def _word(read: ReadWord) -> WordRead:
    return {
        "text": read.text,
        "lemmas": list(read.lemmas),
        "forms": list(read.forms),
        "added": list(read.added),
        "languages": list(read.languages),
    }


def _suggestion(other: Suggestion) -> Offered:
    return {
        "reason": other.reason,
        "text": other.wanted.text,
        "url": f"/search?{other.wanted.to_query_string()}",
        "passages": other.passages,
    }


def hit(found: Hit) -> SearchHit:
    """A passage found; areas and agencies are plain ids, the snippet is HTML."""
    document, passage = found.document, found.passage
    return {
        "document": document.id,
        "passage": passage.ordinal,
        "paragraph": passage.paragraph,
        "score": round(found.score, 6),
        "title": document.title,
        "date": _date(document.date),
        "published": _date(document.published),
        "source": document.source,
        "language": passage.language or document.language,
        "languages": list(passage.languages),
        "kind": document.kind,
        "event": document.event or document.id,
        "speaker": passage.speaker.role,
        "areas": _unique(score.area for score in passage.areas),
        "agencies": _unique(mention.agency for mention in passage.agencies),
        "snippet": found.snippet,
        "text": passage.text,
        "url": passage_address(passage),
    }


def facet_value(value: FacetValue) -> FacetCount:
    """A value of a facet with what it is called."""
    return {
        "value": value.value,
        "label": value.label,
        "count": value.count,
        "chosen": value.chosen,
        "excluded": value.excluded,
    }


def year(value: FacetValue) -> YearCount:
    """A year of the facet ``date`` with its months."""
    months = [_month(month) for month in value.months]
    return {"value": value.value, "count": value.count, "chosen": value.chosen, "months": months}


def document(
    known: Document, passages: Sequence[Passage], event: EventSummary | None = None
) -> FullDocument:
    """A document and all its passages; ``event`` is its own if nobody says which."""
    return {
        "id": known.id,
        "title": known.title,
        "title_derived": known.title_derived,
        "date": _date(known.date),
        "published": _date(known.published),
        "event": event or _alone(known),
        "language": known.language,
        "source": known.source,
        "url": known.url,
        "kind": known.kind,
        "notes": known.notes,
        "passages": [_in_document(each) for each in passages],
    }


def passage_row(known: Document, found: Passage) -> ExportedPassage:
    """A passage that stands alone, as ``export`` writes it: a row a passage."""
    return {
        "document": known.id,
        "passage": found.ordinal,
        **passage(found),
        "title": known.title,
        "date": _date(known.date),
        "published": _date(known.published),
        "event": known.event or known.id,
        "source": known.source,
        "kind": known.kind,
    }


def passage(found: Passage) -> PassageBody:
    """A passage with its offsets into the document and all that is known of it."""
    return {
        "paragraph": found.paragraph,
        "text": found.text,
        "start": found.start,
        "end": found.end,
        "language": found.language,
        "languages": list(found.languages),
        "speaker": _speaker(found.speaker),
        "areas": [_area(score) for score in found.areas],
        "agencies": [_mention(mention) for mention in found.agencies],
        "instructions": [_instruction(each) for each in found.instructions],
    }


def passage_address(found: Passage) -> str:
    """The address of a passage, from the site's root."""
    return f"/documents/{quote(found.document, safe='')}#p{found.ordinal}"


def _month(value: FacetValue) -> MonthCount:
    return {"value": value.value, "count": value.count, "chosen": value.chosen}


def _in_document(found: Passage) -> DocumentPassage:
    return {"ordinal": found.ordinal, **passage(found)}


def event(found: Occasion, language: str) -> EventSummary:
    """An event, called as in a language, and the ids of its documents, the fullest first."""
    return {
        "id": found.id,
        "title": found.title_in(language)[0],
        "date": _date(found.date),
        "versions": found.documents,
    }


def _alone(known: Document) -> EventSummary:
    return {
        "id": known.event or known.id,
        "title": known.event_title or known.title,
        "date": _date(known.date),
        "versions": [known.id],
    }


def _called(found: Group, group: str, ix: Index, language: str) -> str:
    return called(ix, found.id, language)[0] if group == "event" else found.best.title


def _group(found: Group, title: str) -> HitGroup:
    return {
        "id": found.id,
        "title": title,
        "date": _date(found.best.date),
        "passages": found.totals.passages,
        "documents": found.totals.documents,
        "shown": len(found.hits),
    }


def _speaker(speaker: Speaker) -> Said:
    return {"role": speaker.role, "name": speaker.name or None}


def _mention(mention: Mention) -> PassageAgency:
    return {
        "id": mention.agency,
        "role": mention.role,
        "start": mention.start if mention.is_written else None,
        "end": mention.end if mention.is_written else None,
    }


def _area(score: AreaScore) -> PassageArea:
    return {"id": score.area, "score": round(score.score, 4), "evidence": list(score.evidence)}


def _instruction(duty: Instruction) -> PassageInstruction:
    return {
        "id": duty.id,
        "text": duty.text,
        "start": duty.start,
        "end": duty.end,
        "agencies": list(duty.agencies),
        "joint": list(duty.joint),
        "deadline": duty.deadline or None,
        "due": duty.due or None,
        "kind": duty.kind,
        "was": duty.was or None,
    }


def _date(value: PartialDate | None) -> str | None:
    return str(value) if value else None


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
