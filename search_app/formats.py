"""One search in other forms: what they are called, and where they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

import flask

from index.search.page import Hit, SearchPage
from index.search.request import MAX_PER_PAGE, Args, SearchRequest
from index.search.search import search
from search_app import as_atom, as_json
from search_app.current import current_index
from search_app.languages import gettext
from search_app.links import passage
from search_app.templating import permanent
from search_app.trends import TrendsRequest
from search_app.words import label

MOST = 1_000
"""Passages of a table, unless the address asks for a page of it."""


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
    return flask.url_for("trends.page") + (f"?{query}" if query else "")


def forms(wanted: SearchRequest) -> list[Form]:
    """The same search as a table, a feed and JSON."""
    places = (
        ("CSV", "text/csv", "formats.table"),
        ("Atom", as_atom.TYPE, "formats.feed"),
        ("JSON", "application/json", "api.results"),
    )
    return [Form(name, kind, to(endpoint, wanted)) for name, kind, endpoint in places]


def to(endpoint: str, wanted: SearchRequest) -> str:
    """The address of a search at an endpoint that takes its parameters."""
    query = wanted.to_query_string()
    address = flask.url_for(endpoint)
    return f"{address}?{query}" if query else address


def rows(wanted: SearchRequest, args: Args) -> Iterator[Hit]:
    """The passages of a table: the page that the address asks for, else the first MOST."""
    if args.get("page") or args.get("per_page"):
        yield from search(current_index(), wanted, label).hits
        return
    for number in range(1, MOST // MAX_PER_PAGE + 1):
        turned = dataclasses.replace(wanted, page=number, per_page=MAX_PER_PAGE)
        page = search(current_index(), turned, label)
        yield from page.hits
        if number >= page.pages:
            return


def feed(page: SearchPage, wanted: SearchRequest, title: str) -> as_atom.Feed:
    """A page of an answer as a feed."""
    turns = {"first": 1, "previous": page.page - 1, "next": page.page + 1, "last": page.pages}
    return as_atom.Feed(
        title=f"{title} · {gettext('Сказано')}",
        own=to("formats.feed", wanted),
        page=to("search.results", wanted),
        entries=[_entry(hit, wanted.text) for hit in page.hits],
        turns=tuple(
            (rel, to("formats.feed", wanted.turned_to(number)))
            for rel, number in turns.items()
            if 1 <= number <= page.pages
        ),
        total=page.totals.passages,
    )


def _entry(hit: Hit, text: str) -> as_atom.Entry:
    areas = dict.fromkeys(score.area for score in hit.passage.areas)
    return as_atom.Entry(
        id=permanent(as_json.passage_address(hit.passage)),
        title=hit.document.title,
        html=hit.snippet,
        date=hit.document.date or hit.document.published,
        language=hit.passage.language,
        address=passage(hit.passage, text),
        categories=tuple((area, label("area", area)) for area in areas),
    )
