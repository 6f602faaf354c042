"""Priority areas against agencies, years or both: each cell is a search of what it counts."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from urllib.parse import urlsplit

import flask

from index.documents.dates import PartialDate
from index.errors import RequestError
from index.search.page import FacetValue, SearchPage
from index.search.request import SearchRequest
from index.search.search import search
from search_app.current import before, current_index
from search_app.echoing import noted
from search_app.links import Chip, Links
from search_app.words import label

BY = ("agency", "year", "both")
COLUMNS = 12
"""Agencies of a table, the most named ones; a reader narrows them with ``agency``."""

blueprint = flask.Blueprint("matrix", __name__)


@dataclass(frozen=True)
class Cell:
    """How many passages, the search that shows them, and its part of the largest cell (0 to 4)."""

    count: int
    address: str
    shade: int
    years: tuple[int, ...] = ()
    """Passages of each of the table's years, where the table is by both."""


@dataclass(frozen=True)
class Row:
    """An area with its cells."""

    area: FacetValue
    address: str
    cells: tuple[Cell, ...]


@blueprint.get("/matrix")
def table() -> str:
    """The table, under any filter of a search."""
    by = (flask.request.args.get("by") or BY[0]).strip()
    if by not in BY:
        raise RequestError("by", f"takes one of {', '.join(BY)}")
    wanted = dataclasses.replace(
        # Help with a query may differ from cell to cell: here words are as they were typed.
        SearchRequest.from_args(flask.request.args),
        page=1,
        per_page=1,
        group="",
        helped=False,
    )
    ix = current_index()
    whole = noted(ix, wanted, search(ix, wanted, label, before))
    columns = _columns(whole, wanted, by)
    years = _years(whole)
    return flask.render_template(
        "matrix.html",
        by=by,
        wanted=wanted,
        page=whole,
        columns=columns,
        silent=_silent(whole, columns, by),
        rows=_rows(whole, wanted, columns, by, years if by == "both" else []),
        years=years,
        in_year=_in_year,
        chips=_chips(whole, wanted, by),
        to=_to,
    )


def _years(whole: SearchPage) -> list[FacetValue]:
    """The years that hold something under the other filters, in order."""
    return [each for each in reversed(whole.facets["date"]) if each.count or each.chosen]


def _in_year(wanted: SearchRequest, year: str) -> SearchRequest:
    """The same of one year; of all years if that one is chosen already, or none is named."""
    day = PartialDate.parse(year) if year else None
    chosen = day is not None and wanted.since == wanted.until == day
    return dataclasses.replace(wanted, since=None if chosen else day, until=None if chosen else day)


def _found(wanted: SearchRequest) -> SearchPage:
    return search(current_index(), wanted, label)


def _columns(whole: SearchPage, wanted: SearchRequest, by: str) -> list[FacetValue]:
    if by == "year":
        return [each for each in reversed(whole.facets["date"]) if each.count]
    chosen = [each for each in whole.facets["agency"] if each.chosen]
    others = [each for each in whole.facets["agency"] if each.count]
    return chosen if wanted.agencies else others[:COLUMNS]


def _silent(whole: SearchPage, columns: list[FacetValue], by: str) -> int:
    """How many agencies that something is said of have no column."""
    if by == "year":
        return 0
    return sum(1 for each in whole.facets["agency"] if each.count and each not in columns)


def _rows(
    whole: SearchPage,
    wanted: SearchRequest,
    columns: list[FacetValue],
    by: str,
    years: list[FacetValue],
) -> list[Row]:
    areas = [each for each in whole.facets["area"] if each.count]
    if wanted.areas:
        areas = [each for each in areas if each.chosen]
    facet = "date" if by == "year" else "agency"
    counted = []
    for area in areas:
        narrowed = dataclasses.replace(wanted, areas=frozenset({area.value}))
        counts = {each.value: each.count for each in _found(narrowed).facets[facet]}
        counted.append((area, narrowed, [counts.get(each.value, 0) for each in columns]))
    most = max((count for *_, counts in counted for count in counts), default=1) or 1
    return [
        Row(
            area,
            Links(_plain(narrowed)).own(),
            tuple(
                Cell(
                    count,
                    _address(narrowed, column, by),
                    -(-4 * count // most),
                    _by_year(narrowed, column, years) if count and years else (),
                )
                for column, count in zip(columns, counts, strict=True)
            ),
        )
        for area, narrowed, counts in counted
    ]


def _by_year(
    narrowed: SearchRequest, column: FacetValue, years: list[FacetValue]
) -> tuple[int, ...]:
    """How many passages of a cell each year has."""
    both = dataclasses.replace(narrowed, agencies=frozenset({column.value}))
    counts = {each.value: each.count for each in _found(both).facets["date"]}
    return tuple(counts.get(year.value, 0) for year in years)


def _address(narrowed: SearchRequest, column: FacetValue, by: str) -> str:
    if by == "year":
        return Links(_plain(narrowed)).in_year(column.value)
    return Links(dataclasses.replace(_plain(narrowed), agencies=frozenset({column.value}))).own()


def _plain(wanted: SearchRequest) -> SearchRequest:
    """As the page of a search asks it."""
    helped = not wanted.text  # without words there is nothing to help with
    return dataclasses.replace(wanted, per_page=SearchRequest().per_page, helped=helped)


def _chips(whole: SearchPage, wanted: SearchRequest, by: str) -> list[Chip]:
    """The chosen filters, each with the table without it; the role has a chip of its own."""
    chips = Links(_plain(wanted)).chips(whole)
    shown = [chip for chip in chips if not wanted.role or chip.name != label("role", wanted.role)]
    return [Chip(name, _at(urlsplit(address).query, by)) for name, address in shown]


def _to(wanted: SearchRequest, by: str) -> str:
    """The address of the table of a search."""
    return _at(_plain(wanted).to_query_string(), by)


def _at(query: str, by: str) -> str:
    said = "&".join(filter(None, (f"by={by}" if by != BY[0] else "", query)))
    address = flask.url_for("matrix.table")
    return f"{address}?{said}" if said else address
