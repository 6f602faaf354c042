"""One search in other forms: what they are called, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

import flask

from index.search.page import Hit, SearchPage
from index.search.request import SearchRequest
from search_app.formats import as_atom, as_json, as_xlsx
from search_app.languages import gettext
from search_app.links import at, passage
from search_app.presenters.trends import TrendsRequest
from search_app.templating import permanent
from search_app.words import label


class Form(NamedTuple):
    """A form of an answer: its name, media type and address."""

    name: str
    type: str
    address: str


def install(app: flask.Flask) -> None:
    """Let templates link to the other forms of a search."""
    app.jinja_env.globals.update(forms=forms, trend_address=trend)


def trend(wanted: SearchRequest) -> str:
    """The address of how often a search's subject was spoken of."""
    query = TrendsRequest.of(wanted).to_query_string()
    return _below("trends.page", query)


def forms(wanted: SearchRequest) -> list[Form]:
    """The same search as tables, a feed, JSON, a bibliography and on paper."""
    places = (
        ("CSV", "text/csv", "formats.table"),
        ("XLSX", as_xlsx.TYPE, "exports.workbook"),
        ("Atom", as_atom.TYPE, "formats.feed"),
        ("JSON", "application/json", "exports.whole"),
        ("BibTeX", "application/x-bibtex", "exports.bibliography"),
        (gettext("для печати, со ссылками на источники"), "text/html", "exports.paper"),
    )
    said = wanted.said()
    whole, feed = said.but({"page": (), "per_page": ()}), str(said)
    return [
        Form(name, kind, _below(endpoint, feed if endpoint == "formats.feed" else whole))
        for name, kind, endpoint in places
    ]


def to(endpoint: str, wanted: SearchRequest) -> str:
    """The address of a search at an endpoint that takes its parameters."""
    return _below(endpoint, wanted.to_query_string())


def _below(endpoint: str, query: str) -> str:
    return f"{at(endpoint)}?{query}" if query else at(endpoint)


def feed(page: SearchPage, wanted: SearchRequest, title: str) -> as_atom.Feed:
    """A page of an answer as a feed."""
    turns = {"first": 1, "previous": page.page - 1, "next": page.page + 1, "last": page.pages}
    return as_atom.Feed(
        title=f"{title} · {gettext('Сказано')}",
        own=to("formats.feed", wanted),
        page=to("search.results", wanted),
        entries=[entry(hit, wanted.text) for hit in page.hits],
        turns=tuple(
            (rel, to("formats.feed", wanted.turned_to(number)))
            for rel, number in turns.items()
            if 1 <= number <= page.pages
        ),
        total=page.totals.passages,
    )


def entry(hit: Hit, text: str) -> as_atom.Entry:
    """A passage as an entry; ``text`` is what is marked where it stands."""
    areas = dict.fromkeys(score.area for score in hit.passage.areas)
    return as_atom.Entry(
        id=permanent(as_json.passage_address(hit.passage)),
        title=hit.document.title,
        html=hit.snippet,
        date=hit.document.date or hit.document.published,
        language=hit.passage.language,
        address=passage(hit.passage, text),
        categories=tuple((area, label("area", area)) for area in areas),
        came=hit.passage.came,
    )
