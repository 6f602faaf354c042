"""The front page and the results of a search."""

from __future__ import annotations

import dataclasses
from functools import partial

import flask

from index.search.evaluation.filters import Filters
from index.search.folding import folded
from index.search.instructions.duties import Duty
from index.search.instructions.register import select
from index.search.instructions.register_request import RegisterRequest
from index.search.page import Hit
from index.search.request import SearchRequest
from index.search.search import search
from index.store.reader import Index
from index.today import today
from search_app.current import before, current_index, heirs
from search_app.echoing import bounded, echoed, noted
from search_app.languages import N_, language
from search_app.links import Links
from search_app.pages.documents import shelf
from search_app.presenters.cards import Cards
from search_app.presenters.months import strip
from search_app.presenters.sieve import sieve, years
from search_app.words import label, label_in

EXAMPLES = (
    N_("внедрение искусственного интеллекта"),
    N_("«цифровым государством»"),
    N_("утечка персональных данных"),
    "QazTech",
    N_("экосистема -стартап"),
)
NEWEST = 6
NEAREST = 4

blueprint = flask.Blueprint("search", __name__)


@blueprint.get("/")
def front() -> str:
    """What the site is, a search box, the newest documents, the nearest deadlines, the areas."""
    page = search(current_index(), SearchRequest(per_page=1), label)
    return flask.render_template(
        "front.html",
        examples=EXAMPLES,
        newest=shelf(current_index())[:NEWEST],
        areas=page.facets["area"],
        totals=page.totals,
        nearest=_nearest(),
        today=today().isoformat(),
    )


def _nearest() -> list[Duty]:
    """The instructions that fall due next."""
    wanted = RegisterRequest(order="due", per_page=NEAREST)
    day = today().isoformat()
    page = select(current_index(), heirs, wanted, today(), language())
    return [each for each in page.duties if each.due >= day]


@blueprint.get("/search")
def results() -> str:
    """The passages that answer a request, with facets."""
    ix = current_index()
    wanted, left_out = bounded(ix, SearchRequest.from_args(flask.request.args))
    page = noted(ix, wanted, search(ix, wanted, partial(label_in, language()), before))
    typed, wanted = Links(echoed(wanted, page)), page.wanted
    links, dates = Links(echoed(wanted, page)), Filters.of(ix, wanted)
    return flask.render_template(
        "search.html",
        page=page,
        wanted=wanted,
        left_out=left_out,
        links=links,
        typed=typed,
        card=Cards(links),
        sieve=sieve(page, links),
        years=years(page, links),
        strip=strip(page.facets["date"], links.in_year, dates.since, dates.until),
        folded=folded,
        shown=_page_before(ix, wanted),
    )


def _page_before(ix: Index, wanted: SearchRequest) -> tuple[Hit, ...]:
    """The hits of the page before, which this one may repeat."""
    if wanted.page == 1 or wanted.group:
        return ()
    return search(ix, dataclasses.replace(wanted, page=wanted.page - 1), label).hits
