"""The priority areas, and one area: what was said about it, and to whom."""

from __future__ import annotations

import itertools

import flask

from index.search.instructions.register import select
from index.search.instructions.register_request import RegisterRequest
from index.search.request import SearchRequest
from index.search.search import search
from index.today import today
from search_app.current import current_index, heirs, policy_tables
from search_app.errors import missing
from search_app.languages import language
from search_app.links import Links
from search_app.pages.instructions import to
from search_app.presenters.cards import Cards
from search_app.presenters.months import strip
from search_app.words import label

LATEST = 5
ON_TIMELINE = 50

blueprint = flask.Blueprint("areas", __name__, url_prefix="/areas")


@blueprint.get("")
def listing() -> str:
    """All areas with the passages about each."""
    page = search(current_index(), SearchRequest(per_page=1), label)
    return flask.render_template("areas.html", values=page.facets["area"])


@blueprint.get("/<id>")
def one(id: str) -> str:  # noqa: A002 - the name in the address
    """An area: passages by year, agencies, the latest words."""
    area = policy_tables().areas.get(id) or missing()
    wanted = SearchRequest(areas=frozenset({id}), sort="newest", per_page=LATEST)
    page = search(current_index(), wanted, label)
    given = RegisterRequest(areas=wanted.areas, per_page=LATEST)
    links = Links(SearchRequest(areas=wanted.areas))
    return flask.render_template(
        "area.html",
        area=area,
        page=page,
        links=links,
        strip=strip(page.facets["date"], links.in_year),
        card=Cards(links),
        duties=select(current_index(), heirs, given, today(), language()),
        register=to("instructions.listing", given.but(per_page=RegisterRequest().per_page)),
        today=today().isoformat(),
    )


@blueprint.get("/<id>/timeline")
def timeline(id: str) -> str:  # noqa: A002 - the name in the address
    """What was promised in an area, when it was said, and what moved; the first first."""
    area = policy_tables().areas.get(id) or missing()
    number = RegisterRequest.from_args(flask.request.args).page
    wanted = RegisterRequest(
        areas=frozenset({id}), order="oldest", page=number, per_page=ON_TIMELINE
    )
    page = select(current_index(), heirs, wanted, today(), language())
    if number > max(page.pages, 1):
        missing()
    years = itertools.groupby(page.duties, key=lambda each: each.date.year if each.date else None)
    return flask.render_template(
        "timeline.html",
        area=area,
        page=page,
        years=[(year, list(duties)) for year, duties in years],
        today=today().isoformat(),
        turn=lambda n: flask.url_for("areas.timeline", id=id, page=n if n > 1 else None),
    )
