"""The priority areas, and one area: what was said about it, and to whom."""

from __future__ import annotations

import flask

from index.search.request import SearchRequest
from index.search.search import search
from search_app.current import current_index, policy_tables
from search_app.errors import missing
from search_app.links import Links
from search_app.words import label

LATEST = 5

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
    return flask.render_template(
        "area.html",
        area=area,
        page=search(current_index(), wanted, label),
        links=Links(SearchRequest(areas=wanted.areas)),
    )
