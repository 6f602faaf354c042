"""The agencies, and one agency: its names and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import flask

from index.policy.naming.authority import Agency
from index.search.instructions.register import select
from index.search.instructions.register_request import RegisterRequest
from index.search.request import SearchRequest
from index.search.search import search
from index.today import today
from search_app.current import before, current_index, heirs, policy_tables
from search_app.errors import missing
from search_app.languages import language
from search_app.links import Links
from search_app.pages.instructions import to
from search_app.presenters.cards import Cards
from search_app.presenters.months import strip
from search_app.words import label

LATEST = 5

blueprint = flask.Blueprint("agencies", __name__, url_prefix="/agencies")


@dataclass(frozen=True)
class Names:
    """What an agency is and was called."""

    official: dict[str, str]
    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]
    predecessors: tuple[Agency, ...]


@blueprint.get("")
def listing() -> str:
    """All agencies that some passage names, the most named first."""
    page = search(current_index(), SearchRequest(per_page=1), label)
    return flask.render_template("agencies.html", values=page.facets["agency"])


@blueprint.get("/<id>")
def one(id: str) -> str:  # noqa: A002 - the name in the address
    """An agency: names, passages by year, areas, the latest words."""
    agency = policy_tables().agencies.get(id) or missing()
    wanted = SearchRequest(agencies=frozenset({id}), sort="newest", per_page=LATEST)
    page = search(current_index(), wanted, label, before)
    given = RegisterRequest(agencies=wanted.agencies, order="due", per_page=LATEST)
    links = Links(SearchRequest(agencies=wanted.agencies))
    return flask.render_template(
        "agency.html",
        agency=agency,
        names=_names(agency),
        page=page,
        strip=strip(page.facets["date"], links.in_year),
        card=Cards(links),
        duties=select(current_index(), heirs, given, today(), language()),
        register=to("instructions.listing", given.but(per_page=RegisterRequest().per_page)),
        today=today().isoformat(),
        links=links,
    )


def _names(agency: Agency) -> Names:
    official = {tongue: name for tongue, name in agency.names.items() if name}
    others = [alias for alias in agency.aliases if alias.text not in official.values()]
    short = _unique(alias.text for alias in others if alias.abbreviation)
    spoken = (alias for alias in others if alias.language == language())
    return Names(
        official,
        short,
        _unique(alias.text for alias in spoken if alias.text not in short),
        tuple(policy_tables().agencies[each] for each in before(agency.id)),
    )


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
