"""The register of instructions: who must do what by when; as a page, table, feed and calendar."""

from __future__ import annotations

import dataclasses

import flask

from index.search.advice.predecessors import predecessors
from index.search.arrivals import ARRIVED
from index.search.instructions.duties import Duty
from index.search.instructions.register import RegisterPage, select
from index.search.instructions.register_request import ORDERS, PARAMETERS, RegisterRequest
from index.search.page import Note
from index.search.request import SearchRequest
from index.today import today
from search_app.contract.described import answers
from search_app.current import before, current_index, heirs
from search_app.echoing import strangers
from search_app.formats import as_atom, as_csv, as_ics, exports, registered, stated
from search_app.formats.registered import RegisterAnswer
from search_app.languages import N_, gettext, language
from search_app.words import label

MOST = 2_000
"""Instructions of a calendar."""

_WORDS = (N_("Сначала новые"), N_("Сначала старые"), N_("Сначала ближайший срок"))
_NAMES = dict(zip(ORDERS, _WORDS, strict=True))

blueprint = flask.Blueprint("instructions", __name__)


@blueprint.get("/instructions")
def listing() -> str:
    """The instructions that a request asks for, with filters."""
    wanted = asked()
    page = chosen(wanted)
    counted = {name: registered.values(page, name) for name in page.facets}
    return flask.render_template(
        "instructions.html",
        notes=notes(wanted),
        wanted=wanted,
        asked=stated.line(stated.of_register(wanted)),
        page=page,
        today=today().isoformat(),
        orders=[(order, gettext(name)) for order, name in _NAMES.items()],
        values=counted | {"event": registered.events(page)},
        to=to,
    )


@blueprint.get("/api/v1/instructions")
@answers(RegisterAnswer, takes=PARAMETERS, due="overdue")
def as_json() -> flask.Response:
    """The instructions that a request asks for, with counts of its filters."""
    wanted = asked()
    return flask.jsonify(registered.answer(chosen(wanted), notes(wanted)))


@blueprint.get("/instructions.csv")
@answers(media="text/csv", takes=PARAMETERS)
def table() -> flask.Response:
    """The instructions that a request asks for, a row each."""
    found = exports.of_register(asked())
    return as_csv.answer(as_csv.lines(found.columns, found.table), found.name)


@blueprint.get("/instructions.atom")
@answers(media=as_atom.TYPE, takes=PARAMETERS)
def feed() -> flask.Response:
    """The instructions of a request as a feed, what came in last first by default."""
    wanted = asked()
    order = wanted.order if flask.request.args.get("order") else ARRIVED
    page = chosen(dataclasses.replace(wanted, order=order))
    return as_atom.answer(
        as_atom.Feed(
            title=f"{gettext('Поручения')} · {gettext('Сказано')}",
            own=to("instructions.feed", wanted),
            page=to("instructions.listing", wanted),
            entries=list(registered.entries(page)),
            total=page.total,
        )
    )


@blueprint.get("/instructions.ics")
@answers(media=as_ics.TYPE, takes=PARAMETERS)
def calendar() -> flask.Response:
    """The instructions of a request as a calendar of the days when they fall due."""
    return as_ics.answer(every(asked()))


def asked() -> RegisterRequest:
    """What the address asks for; what an agency was before counts as it, so does an event."""
    wanted = RegisterRequest.from_args(flask.request.args)
    return dataclasses.replace(wanted, events=current_index().events_of(wanted.events))


def chosen(wanted: RegisterRequest) -> RegisterPage:
    """A page of the register."""
    return select(current_index(), heirs, wanted, today(), language())


def notes(wanted: RegisterRequest) -> tuple[Note, ...]:
    """Whose predecessors count as well, and what of a request nothing that was ever said has."""
    filters = {"agency": wanted.agencies, "area": wanted.areas}
    older = predecessors(SearchRequest(agencies=wanted.agencies), None, label, before)
    return (*older, *strangers(current_index(), filters, wanted.events))


def every(wanted: RegisterRequest) -> tuple[Duty, ...]:
    """The instructions of all pages, up to MOST of them."""
    return chosen(dataclasses.replace(wanted, page=1, per_page=MOST)).duties


def to(endpoint: str, wanted: RegisterRequest) -> str:
    """The address of a selection at an endpoint that takes it."""
    query = wanted.to_query_string()
    address = flask.url_for(endpoint)
    return f"{address}?{query}" if query else address
