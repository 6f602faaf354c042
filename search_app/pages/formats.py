"""Every search, agency and area as a table and as a feed."""

from __future__ import annotations

import dataclasses

import flask

from index.search.arrivals import ARRIVED
from index.search.request import PARAMETERS, SearchRequest
from index.search.search import search
from search_app.contract.described import answers
from search_app.current import current_index, policy_tables
from search_app.errors import missing
from search_app.formats import as_atom, as_csv, exports, offered
from search_app.languages import gettext
from search_app.words import label

blueprint = flask.Blueprint("formats", __name__)


@blueprint.get("/search.csv")
@answers(media="text/csv", takes=PARAMETERS, q="QazTech")
def table() -> flask.Response:
    """The passages that answer a request, a row each."""
    return _table(_asked(), "search")


@blueprint.get("/search.atom")
@answers(media=as_atom.TYPE, takes=PARAMETERS, q="QazTech")
def feed() -> flask.Response:
    """The passages that answer a request, what came in last first unless it says otherwise."""
    wanted = _asked()
    return _feed(wanted, wanted.text or gettext("Все фрагменты"))


@blueprint.get("/agencies/<id>.csv", defaults={"section": "agencies"})
@blueprint.get("/areas/<id>.csv", defaults={"section": "areas"})
@answers(media="text/csv", takes=PARAMETERS)
def table_of(section: str, id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """What was said of an agency or an area, a row a passage."""
    return _table(_of(section, id), id)


@blueprint.get("/agencies/<id>.atom", defaults={"section": "agencies"})
@blueprint.get("/areas/<id>.atom", defaults={"section": "areas"})
@answers(media=as_atom.TYPE, takes=PARAMETERS)
def feed_of(section: str, id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """What was said of an agency or an area, what came in last first."""
    name = label("agency" if section == "agencies" else "area", id)
    return _feed(_of(section, id), name)


def _asked() -> SearchRequest:
    """What the address asks for; tables and feeds hold passages, never groups of them."""
    return dataclasses.replace(SearchRequest.from_args(flask.request.args), group="")


def _of(section: str, name: str) -> SearchRequest:
    known = getattr(policy_tables(), section)
    if name not in known:
        missing()
    wanted = _asked()
    chosen = frozenset({name})
    if section == "agencies":
        return dataclasses.replace(wanted, agencies=chosen)
    return dataclasses.replace(wanted, areas=chosen)


def _table(wanted: SearchRequest, name: str) -> flask.Response:
    found = exports.of_search(wanted, flask.request.args)
    return as_csv.answer(as_csv.lines(found.columns, found.table), name)


def _feed(wanted: SearchRequest, title: str) -> flask.Response:
    order = wanted.sort if flask.request.args.get("sort") else ARRIVED
    page = search(current_index(), wanted, label, order=order)
    return as_atom.answer(offered.feed(page, wanted, title))
