"""What pages say in the words of schema.org, as JSON-LD in their heads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import flask
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from index.documents.document import Document, Passage
from search_app.config import LANGUAGES
from search_app.formats import bulk
from search_app.formats.as_json import passage_address
from search_app.languages import gettext, language
from search_app.links import within
from search_app.templating import absolute, permanent
from search_app.words import label

Thing = dict[str, Any]

_CONTEXT = "https://schema.org"
MOST = 20
"""Quotations that a page tells of."""


def install(app: flask.Flask) -> None:
    """Give the templates the data of their pages."""
    app.jinja_env.globals.update(
        website_data=website, document_data=document, event_data=event, dataset_data=dataset
    )


def website() -> Markup:
    """The site and its search box."""
    search = absolute(flask.url_for("search.results")) + "?q={search_term_string}"
    return _script(
        {
            "@type": "WebSite",
            "name": gettext("Сказано"),
            "url": absolute(flask.url_for("search.front")),
            "inLanguage": list(LANGUAGES),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": search},
                "query-input": "required name=search_term_string",
            },
        }
    )


def document(
    known: Document, passages: Sequence[Passage], versions: Sequence[Document] = ()
) -> Markup:
    """A document, the others of its event, and the President's words in it."""
    article = _article(known) | {
        "about": [_area(each) for each in _each(s.area for p in passages for s in p.areas)],
        "mentions": [
            _agency(each) for each in _each(m.agency for p in passages for m in p.agencies)
        ],
        "workTranslation": [_article(each) for each in versions if each.language != known.language],
        "hasPart": [
            _quotation(each, known) for each in passages if each.speaker.role == "president"
        ][:MOST],
    }
    if known.event:
        article["subjectOf"] = _event(known.event, known.event_title or known.title, known, [])
    return _script(article)


def event(id: str, title: str, versions: Sequence[Document]) -> Markup:  # noqa: A002
    """An occasion and the documents that tell of it; ``title`` as its page calls it."""
    dated = next((each for each in versions if each.date), versions[0])
    return _script(_event(id, title, dated, versions))


def dataset() -> Markup:
    """All that is public, to be downloaded at once."""
    files = {"passages.jsonl": "application/x-ndjson", "passages.jsonl.gz": "application/gzip"}
    return _script(
        {
            "@type": "Dataset",
            "name": gettext("Сказано"),
            "description": gettext(
                "Что Президент Казахстана говорил об искусственном интеллекте и цифровой политике: "
                "поиск по фрагментам выступлений."
            ),
            "url": absolute(flask.url_for("about.page")),
            "inLanguage": ["ru", "kk", "bg", "en"],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": permanent(bulk.PLACE + name),
                }
                for name, kind in files.items()
            ],
        }
    )


def _article(known: Document) -> Thing:
    address = absolute(within("documents", known.id))
    return {
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": known.title,
        "inLanguage": known.language,
        "datePublished": str(known.published or known.date or "") or None,
        "isBasedOn": known.url,
        "sourceOrganization": {"@type": "Organization", "name": known.source}
        if known.source
        else None,
    }


def _event(id: str, title: str, known: Document, versions: Sequence[Document]) -> Thing:  # noqa: A002
    return {
        "@type": "Event",
        "@id": absolute(within("events", id)),
        "url": absolute(within("events", id)),
        "name": title,
        "startDate": str(known.date) if known.date else None,
        "subjectOf": [_article(each) for each in versions],
    }


def _quotation(passage: Passage, known: Document) -> Thing:
    return {
        "@type": "Quotation",
        "text": passage.text,
        "inLanguage": passage.language,
        "url": absolute(flask.request.script_root + passage_address(passage)),
        "spokenByCharacter": {
            "@type": "Person",
            "name": passage.speaker.name or label("agency", "president"),
        },
        "dateCreated": str(known.date) if known.date else None,
    }


def _area(id: str) -> Thing:  # noqa: A002
    return {
        "@type": "DefinedTerm",
        "name": label("area", id),
        "url": absolute(within("areas", id)),
    }


def _agency(id: str) -> Thing:  # noqa: A002
    return {
        "@type": "Organization",
        "name": label("agency", id),
        "url": absolute(within("agencies", id)),
    }


def _each(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _script(thing: Thing) -> Markup:
    """A block of data, which no browser runs; what is empty is left out."""
    said = {"@context": _CONTEXT, **_told(thing)}
    if language() and "inLanguage" not in said:
        said["inLanguage"] = language()
    data = htmlsafe_json_dumps(said, ensure_ascii=False)
    return Markup('<script type="application/ld+json">{}</script>').format(data)


def _told(thing: Any) -> Any:
    if isinstance(thing, dict):
        return {name: _told(value) for name, value in thing.items() if value not in (None, "", [])}
    return [_told(each) for each in thing] if isinstance(thing, list) else thing
