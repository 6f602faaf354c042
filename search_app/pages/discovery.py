"""How others find the site: OpenSearch for browsers, a sitemap and robots.txt for crawlers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import flask
from lxml import etree
from lxml.builder import ElementMaker

from index.search.request import SearchRequest
from index.search.search import search
from search_app.config import LANGUAGES
from search_app.contract.described import answers
from search_app.current import committed, current_index
from search_app.errors import missing
from search_app.formats import as_atom, sitemap
from search_app.languages import gettext, language, language_prefix
from search_app.pages import completion
from search_app.pages.documents import shelf
from search_app.pages.events import several
from search_app.templating import absolute, permanent
from search_app.words import label

OPENSEARCH = "application/opensearchdescription+xml"
_SUGGESTIONS = "application/x-suggestions+json"
_XML = "application/xml"
_FIXED = ("/", "/documents", "/events", "/areas", "/agencies", "/instructions", "/trends")
_TOLD = ("/help", "/about", "/api")
# Answers to queries without end; what they show stands on pages of its own.
_CLOSED = ("/search", "/trends?", "/instructions?", "/instructions/")
# The Internet Archive may keep what a reader saw: it is no index.
_ARCHIVE = ("User-agent: archive.org_bot", "Disallow:", "")
_MAKE = ElementMaker(namespace=as_atom.OPENSEARCH, nsmap={None: as_atom.OPENSEARCH})

blueprint = flask.Blueprint("discovery", __name__)


@blueprint.get("/opensearch.xml")
def opensearch() -> flask.Response:
    """What a browser must know to offer this site as a search engine."""
    said = _MAKE.OpenSearchDescription(
        _MAKE.ShortName(gettext("Сказано")),
        _MAKE.Description(gettext("Что говорил Президент Казахстана о цифровой политике")),
        _url("text/html", "search.results", "q={searchTerms}&page={startPage?}"),
        _url(as_atom.TYPE, "formats.feed", "q={searchTerms}&page={startPage?}"),
        _url("application/json", "api.results", "q={searchTerms}&page={startPage?}"),
        _url(_SUGGESTIONS, "discovery.suggest", "q={searchTerms}"),
        _url(OPENSEARCH, "discovery.opensearch", "", rel="self"),
        _MAKE.Image(permanent("/static/icon.svg"), height="32", width="32", type="image/svg+xml"),
        _MAKE.Language(language()),
        _MAKE.InputEncoding("UTF-8"),
        _MAKE.OutputEncoding("UTF-8"),
    )
    text = etree.tostring(said, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return flask.Response(text, mimetype=OPENSEARCH)


@blueprint.get("/opensearch/suggest")
@answers(list[object], media=_SUGGESTIONS, takes=["q"], q="искус")
def suggest() -> flask.Response:
    """Completions as browsers want them: the text, then texts, their kinds and addresses."""
    said = completion.find().get_json()
    found = said["completions"]
    answer = flask.jsonify(
        [
            said["q"],
            [each["text"] for each in found],
            [each["name"] for each in found],
            [absolute(each["url"]) for each in found],
        ]
    )
    answer.mimetype = _SUGGESTIONS
    return answer


@blueprint.get("/robots.txt")
def robots() -> flask.Response:
    """What crawlers may read: all but the answers to queries."""
    prefixes = [language_prefix(code) for code in LANGUAGES]
    root = permanent("").removeprefix(absolute(""))
    closed = [f"Disallow: {root}{prefix}{path}" for prefix in prefixes for path in _CLOSED]
    said = ["User-agent: *", *closed, "", *_ARCHIVE, f"Sitemap: {permanent('/sitemap.xml')}", ""]
    return flask.Response("\n".join(said), mimetype="text/plain")


@blueprint.get("/sitemap.xml")
def sitemap_index() -> flask.Response:
    """All pages, or the list of the parts where they are many."""
    parts = _parts()
    if parts > 1:
        return _stream(sitemap.index(parts, _changed()))
    return _stream(sitemap.part(_pages(), 1, _changed()))


@blueprint.get("/sitemap-<int:number>.xml")
def sitemap_part(number: int) -> flask.Response:
    """A part of the sitemap."""
    if not 1 <= number <= _parts():
        missing()
    return _stream(sitemap.part(_pages(), number, _changed()))


def _url(kind: str, endpoint: str, query: str, rel: str = "results") -> etree._Element:
    template = absolute(flask.url_for(endpoint)) + (f"?{query}" if query else "")
    said = "suggestions" if kind == _SUGGESTIONS else rel
    return _MAKE.Url(type=kind, template=template, rel=said)


def _changed() -> dt.datetime:
    """When the index was committed, in UTC."""
    return dt.datetime.fromtimestamp(committed(), dt.UTC)


def _parts() -> int:
    return sitemap.parts(sum(1 for _ in _pages()))


def _pages() -> Iterator[str]:
    """Paths of all pages that stay, without their language."""
    ix = current_index()
    facets = search(ix, SearchRequest(per_page=1), label).facets
    yield from (*_FIXED, *_TOLD)
    yield from (f"/areas/{value.value}" for value in facets["area"])
    yield from (f"/agencies/{value.value}" for value in facets["agency"])
    yield from (f"/events/{each.id}" for each in several(ix))
    yield from (f"/documents/{each.id}" for each in shelf(ix))


def _stream(written: Iterator[str]) -> flask.Response:
    return flask.Response(flask.stream_with_context(written), mimetype=_XML)
