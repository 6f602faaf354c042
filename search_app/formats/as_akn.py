"""A document as Akoma Ntoso 3.0 (OASIS, 2018): a ``doc`` of paragraphs with what they name."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from lxml import etree
from lxml.builder import ElementMaker

from index.documents.document import Document, Passage
from search_app.formats.as_atom import plain
from search_app.templating import permanent
from search_app.words import label

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
TYPE = "application/akn+xml"

_MAKE = ElementMaker(namespace=AKN, nsmap={None: AKN})
# ISO 639-2, as the standard wants
_LANGUAGES = {"ru": "rus", "kk": "kaz", "bg": "bul", "en": "eng"}
_PRESIDENT = "president-speaking"


class _Named(NamedTuple):
    """A stretch of a passage's text and the element that says what it is."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def as_bytes(known: Document, passages: Sequence[Passage], recorded: dt.date) -> bytes:
    """The XML of a document; ``recorded`` stands for a date that the document lacks."""
    day = known.date or known.published
    root = _MAKE.akomaNtoso(
        _MAKE.doc(
            {"name": known.kind},
            _MAKE.meta(
                _identification(known, day.first if day else recorded),
                *_classification(passages),
                _references(known, passages),
            ),
            _MAKE.preface(_MAKE.p(_MAKE.docTitle(plain(known.title)))),
            _MAKE.mainBody(*_paragraphs(passages)),
        )
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=False))


def _identification(known: Document, day: dt.date) -> etree._Element:
    work = f"/akn/kz/doc/{day.isoformat()}/{quote(known.id, safe='')}"
    language = _LANGUAGES.get(known.language, "und")
    expression = f"{work}/{language}@{day.isoformat()}"
    said = [_MAKE.FRBRdate(date=day.isoformat(), name="speech"), _MAKE.FRBRauthor(href="#source")]
    return _MAKE.identification(
        {"source": "#site"},
        _MAKE.FRBRWork(*_uris(work), *said, _MAKE.FRBRcountry(value="kz")),
        _MAKE.FRBRExpression(
            *_uris(expression), *_again(said), _MAKE.FRBRlanguage(language=language)
        ),
        _MAKE.FRBRManifestation(*_uris(f"{expression}.xml"), *_again(said)),
    )


def _uris(uri: str) -> list[etree._Element]:
    return [_MAKE.FRBRthis(value=f"{uri}/!main"), _MAKE.FRBRuri(value=uri)]


def _again(elements: Iterable[etree._Element]) -> list[etree._Element]:
    return [_MAKE(etree.QName(each).localname, **each.attrib) for each in elements]


def _classification(passages: Sequence[Passage]) -> list[etree._Element]:
    areas = dict.fromkeys(score.area for passage in passages for score in passage.areas)
    words = [
        _MAKE.keyword(
            value=area,
            showAs=label("area", area),
            dictionary="#areas",
            href=permanent(f"/areas/{area}"),
        )
        for area in areas
    ]
    return [_MAKE.classification({"source": "#site"}, *words)] if words else []


def _references(known: Document, passages: Sequence[Passage]) -> etree._Element:
    agencies = dict.fromkeys(each.agency for passage in passages for each in passage.agencies)
    return _MAKE.references(
        {"source": "#site"},
        *(
            [_MAKE.original(eId="original", href=known.url, showAs=plain(known.title))]
            if known.url
            else []
        ),
        _organization("site", permanent("/"), "Policy search"),
        _organization("source", known.url or permanent("/"), known.source or known.id),
        *(
            _organization(f"a-{name}", permanent(f"/agencies/{name}"), label("agency", name))
            for name in agencies
        ),
        _MAKE.TLCPerson(
            eId=_PRESIDENT,
            href=permanent("/agencies/president"),
            showAs=label("agency", "president"),
        ),
        _MAKE.TLCConcept(eId="areas", href=permanent("/areas"), showAs="areas"),
    )


def _organization(eid: str, href: str, name: str) -> etree._Element:
    return _MAKE.TLCOrganization(eId=eid, href=href, showAs=plain(name))


def _paragraphs(passages: Sequence[Passage]) -> Iterator[etree._Element]:
    for number, parts in itertools.groupby(passages, key=lambda passage: passage.paragraph):
        yield _MAKE.paragraph({"eId": f"para_{number}"}, _MAKE.content(*map(_passage, parts)))


def _passage(passage: Passage) -> etree._Element:
    said = {"eId": f"p{passage.ordinal}", "class": passage.speaker.role}
    if passage.speaker.role == "president":
        said["refersTo"] = f"#{_PRESIDENT}"
    return _MAKE.p(said, *_marked(passage))


def _marked(passage: Passage) -> Iterator[str | etree._Element]:
    """The text in order, with an element around every stretch that names something."""
    text, here = passage.text, 0
    for named in sorted(_named(passage), key=lambda each: (each.start, -each.end)):
        if named.start < here:
            continue  # within what is marked already
        yield plain(text[here : named.start])
        yield _MAKE(named.tag, plain(text[named.start : named.end]), **named.attributes)
        here = named.end
    yield plain(text[here:])


def _named(passage: Passage) -> Iterator[_Named]:
    for each in filter(lambda mention: mention.is_written, passage.agencies):
        yield _Named(each.start, each.end, "organization", {"refersTo": f"#a-{each.agency}"})
    for duty in passage.instructions:
        place = passage.text.find(duty.deadline) if duty.deadline and duty.due else -1
        if place >= 0:
            yield _Named(place, place + len(duty.deadline), "date", {"date": duty.due})
