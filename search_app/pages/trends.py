"""How often a query, an agency or an area was spoken of, through time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

import flask

from index.search.page import SearchPage
from index.search.request import SearchRequest
from index.search.search import search
from search_app.contract.described import answers
from search_app.current import current_index, policy_tables
from search_app.formats import as_csv, offered
from search_app.formats.records import Count
from search_app.languages import N_, gettext, language
from search_app.periods import code
from search_app.periods import label as period_label
from search_app.presenters.charts import AT_THE_EDGE, HEIGHT, charts, ticks
from search_app.presenters.trends import MOST, Series, Trends, TrendsRequest, trends
from search_app.words import label

EXAMPLES = (
    (("q", N_("искусственный интеллект")), ("q", N_("персональные данные"))),
    (("area", "ai-education"), ("area", "data-cybersecurity")),
    (("agency", "government"), ("agency", "parliament")),
)
_STEPS = (("month", N_("По месяцам")), ("quarter", N_("По кварталам")), ("year", N_("По годам")))
_TAKES = (
    *("q", "area", "agency", "step", "from", "to"),
    *("lang", "source", "kind", "speaker", "instruction", "role", "event"),
)

blueprint = flask.Blueprint("trends", __name__)


class TrendSeries(TypedDict):
    """One thing compared: passages in each of the periods of the answer."""

    name: str
    search: str
    counts: list[Count]
    loose: Count
    total: Count


class TrendsAnswer(TypedDict):
    """Passages by period, for each thing compared; ``loose`` have no date as exact as the step."""

    step: str
    periods: list[str]
    series: list[TrendSeries]


@blueprint.get("/trends")
def page() -> str:
    """A chart for each thing compared, the table of all, and a way to add one."""
    wanted = TrendsRequest.from_args(flask.request.args)
    found = trends(wanted, _search)
    return flask.render_template(
        "trends.html",
        wanted=wanted,
        found=found,
        names=_names(wanted),
        charts=charts(found),
        ticks=ticks(found.periods, found.step),
        height=HEIGHT,
        edge=AT_THE_EDGE,
        most=MOST,
        steps=[(step, gettext(name)) for step, name in _STEPS],
        areas=_choice("area", policy_tables().areas),
        agencies=_choice("agency", policy_tables().agencies),
        examples=[_example(pairs) for pairs in EXAMPLES],
        place=address,
        period_label=period_label,
        to_search=lambda search: offered.to("search.results", search),
    )


@blueprint.get("/trends.csv")
@answers(media="text/csv", takes=_TAKES, q="искусственный интеллект")
def table() -> flask.Response:
    """Passages by period, a column for each thing compared."""
    wanted = TrendsRequest.from_args(flask.request.args)
    found = trends(wanted, _search)
    rows = [
        [code(period, found.step), *(each.counts[period] for each in found.series)]
        for period in found.periods
    ]
    if any(each.loose for each in found.series):  # which belong to no period
        rows.append(["loose", *(each.loose for each in found.series)])
    return as_csv.answer(as_csv.table([found.step, *_names(wanted)], rows), "trends")


@blueprint.get("/api/v1/trends")
@answers(TrendsAnswer, takes=_TAKES, q="искусственный интеллект")
def as_json() -> flask.Response:
    """How often queries, areas and agencies were spoken of: passages by month, quarter or year."""
    wanted = TrendsRequest.from_args(flask.request.args)
    found = trends(wanted, _search)
    said: TrendsAnswer = {
        "step": found.step,
        "periods": [code(period, found.step) for period in found.periods],
        "series": [
            _series(name, each, found)
            for name, each in zip(_names(wanted), found.series, strict=True)
        ],
    }
    return flask.jsonify(said)


def address(wanted: TrendsRequest, endpoint: str = "trends.page") -> str:
    """The address of a comparison."""
    query = wanted.to_query_string()
    return flask.url_for(endpoint) + (f"?{query}" if query else "")


def _search(wanted: SearchRequest) -> SearchPage:
    return search(current_index(), wanted, label)


def _series(name: str, series: Series, found: Trends) -> TrendSeries:
    return {
        "name": name,
        "search": offered.to("search.results", series.wanted),
        "counts": [series.counts[period] for period in found.periods],
        "loose": series.loose,
        "total": series.total,
    }


def _names(wanted: TrendsRequest) -> list[str]:
    named = [value if kind == "q" else label(kind, value) for kind, value in wanted.compared]
    return named or [gettext("Все фрагменты")]


def _choice(facet: str, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Ids with their names, in the order of the names."""
    named = ((id_, policy_tables().label(facet, id_, language())) for id_ in ids)
    return sorted(named, key=lambda pair: pair[1].casefold())


def _example(pairs: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """What is compared, in words, and the address."""
    compared = tuple((kind, gettext(value) if kind == "q" else value) for kind, value in pairs)
    wanted = TrendsRequest(compared, "month", SearchRequest())
    return "\u00a0· ".join(_names(wanted)), address(wanted)
