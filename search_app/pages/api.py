"""The API: the same answers as the pages, as JSON."""

from __future__ import annotations

import flask

from index.search.request import PARAMETERS, SearchRequest
from index.search.search import search
from search_app.contract import openapi
from search_app.contract.described import answers
from search_app.current import before, current_index, policy_tables
from search_app.echoing import noted
from search_app.errors import missing
from search_app.formats import as_json, lists
from search_app.formats.lists import AgencyEntry, AgencyList, AreaEntry, AreaList, DocumentList
from search_app.formats.records import FullDocument, SearchAnswer
from search_app.languages import language
from search_app.pages.documents import PER_PAGE, shelf
from search_app.presenters.occasion import occasion_of
from search_app.words import label

blueprint = flask.Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.get("/search")
@answers(SearchAnswer, takes=PARAMETERS, q="утечка данных")
def results() -> flask.Response:
    """The passages that answer a request, with facets."""
    wanted = SearchRequest.from_args(flask.request.args)
    ix = current_index()
    page = noted(ix, wanted, search(ix, wanted, label, before))
    return flask.jsonify(as_json.search_page(page, ix, language()))


@blueprint.get("/documents")
@answers(DocumentList, takes=["page"])
def documents() -> flask.Response:
    """All documents, the newest first, 50 a page."""
    page = SearchRequest.from_args(flask.request.args).page
    every = shelf(current_index())
    shown = every[(page - 1) * PER_PAGE : page * PER_PAGE]
    pages = -(-len(every) // PER_PAGE)
    return flask.jsonify(lists.document_list(shown, len(every), page, pages))


@blueprint.get("/documents/<id>")
@answers(FullDocument)
def document(id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """A document with its passages and all that is known of them."""
    known, passages = current_index().document(id) or missing()
    event = as_json.event(occasion_of(current_index(), known), language())
    return flask.jsonify(as_json.document(known, passages, event))


@blueprint.get("/agencies")
@answers(AgencyList)
def agencies() -> flask.Response:
    """All agencies with their names, the most named first."""
    entries = [_agency(name) for name in policy_tables().agencies]
    return flask.jsonify(agencies=sorted(entries, key=_most_first))


@blueprint.get("/agencies/<id>")
@answers(AgencyEntry)
def agency(id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """An agency with its names through time; its passages are a search."""
    return flask.jsonify(_agency(id if id in policy_tables().agencies else missing()))


@blueprint.get("/areas")
@answers(AreaList)
def areas() -> flask.Response:
    """All priority areas, the most spoken of first."""
    entries = [_area(name) for name in policy_tables().areas]
    return flask.jsonify(areas=sorted(entries, key=_most_first))


@blueprint.get("/areas/<id>")
@answers(AreaEntry)
def area(id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """A priority area; its passages are a search."""
    return flask.jsonify(_area(id if id in policy_tables().areas else missing()))


@blueprint.get("/openapi.json")
@answers(dict[str, object])
def description() -> flask.Response:
    """The description of this API (OpenAPI 3.1)."""
    return flask.jsonify(openapi.document(flask.current_app, flask.request.script_root or "/"))


def _agency(name: str) -> AgencyEntry:
    tables = policy_tables()
    return lists.agency_entry(tables.agencies[name], tables, language(), _counts("agency"))


def _area(name: str) -> AreaEntry:
    tables = policy_tables()
    return lists.area_entry(tables.areas[name], tables, language(), _counts("area"))


def _counts(facet: str) -> dict[str, int]:
    """Passages by value of a facet, counted once a request."""
    if "counts" not in flask.g:
        flask.g.counts = search(current_index(), SearchRequest(per_page=1), label).facets
    return {value.value: value.count for value in flask.g.counts[facet]}


def _most_first(entry: AgencyEntry | AreaEntry) -> tuple[int, str]:
    return -entry["passages"], entry["id"]
