"""A search or a selection of instructions taken away whole: workbook, JSON, paper, BibTeX."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import flask

from index.search.instructions.duties import Duty
from index.search.instructions.register_request import PARAMETERS as OF_REGISTER
from index.search.page import Hit
from index.search.request import PARAMETERS, SearchRequest
from index.today import today
from search_app.contract.described import answers
from search_app.formats import as_json, as_xlsx, registered
from search_app.formats.exports import (
    ExportedRegister,
    ExportedSearch,
    ExportHead,
    Selection,
    Thing,
    of_register,
    of_search,
)
from search_app.languages import gettext
from search_app.pages.instructions import asked as asked_of_register
from search_app.presenters import printing

MOST_PRINTED = 300
"""Quotations on paper."""

BIBTEX = "application/x-bibtex"

blueprint = flask.Blueprint("exports", __name__)


@blueprint.get("/search.xlsx")
@answers(media=as_xlsx.TYPE, takes=PARAMETERS, q="QazTech")
def workbook() -> flask.Response:
    """The passages that answer a request as a workbook, with a sheet that says what was asked."""
    return _workbook(_search(), gettext("Фрагменты"))


@blueprint.get("/instructions.xlsx")
@answers(media=as_xlsx.TYPE, takes=OF_REGISTER, due="overdue")
def register_workbook() -> flask.Response:
    """The instructions that a request asks for as a workbook."""
    return _workbook(of_register(asked_of_register()), gettext("Поручения"))


@blueprint.get("/search.json")
@answers(ExportedSearch, takes=PARAMETERS, q="QazTech")
def whole() -> flask.Response:
    """All passages that answer a request, in one JSON file with what was asked."""
    return _whole(_search(excerpts=True), "hits", as_json.hit)


@blueprint.get("/instructions.json")
@answers(ExportedRegister, takes=OF_REGISTER, due="overdue")
def register_whole() -> flask.Response:
    """All instructions that a request asks for, in one JSON file."""
    return _whole(of_register(asked_of_register()), "instructions", registered.duty)


@blueprint.get("/search.bib")
@answers(media=BIBTEX, takes=PARAMETERS, q="QazTech")
def bibliography() -> flask.Response:
    """The documents of the passages that answer a request, an entry of BibTeX each."""
    found = printing.references(hit.document for hit in _search().things)
    text = "\n\n".join([*(each.bibtex for each in found.values()), ""])
    said = flask.Response(text, mimetype=BIBTEX)
    said.headers.set("Content-Disposition", "attachment", filename="search.bib")
    return said


@blueprint.get("/search/print")
def paper() -> str:
    """The passages that answer a request with citations, to be printed."""
    return _paper(_search(), printing.of_hit)


@blueprint.get("/instructions/print")
def register_paper() -> str:
    """The instructions that a request asks for with citations, to be printed."""
    return _paper(of_register(asked_of_register()), printing.of_duty)


def _search(*, excerpts: bool = False) -> Selection[Hit]:
    args = flask.request.args
    return of_search(SearchRequest.from_args(args), args, excerpts=excerpts)


def _workbook(selection: Selection[Hit] | Selection[Duty], sheet: str) -> flask.Response:
    names = sheet, gettext("О выборке")
    file = as_xlsx.workbook(selection.columns, selection.rows, selection.about, names)
    return as_xlsx.answer(file, selection.name)


def _whole(selection: Selection[Thing], key: str, record: Callable[[Thing], Any]) -> flask.Response:
    body = flask.stream_with_context(_written(selection, key, record))
    said = flask.Response(body, mimetype="application/json")
    said.headers.set("Content-Disposition", "attachment", filename=f"{selection.name}.json")
    return said


def _written(
    selection: Selection[Thing], key: str, record: Callable[[Thing], Any]
) -> Iterator[str]:
    head: ExportHead = {
        "title": selection.title,
        "search": selection.address,
        "asked": [{"name": name, "value": value} for name, value in selection.asked],
        "made": today().isoformat(),
        "total": selection.total,
    }
    yield json.dumps(head, ensure_ascii=False)[:-1] + f', "{key}": ['
    for number, each in enumerate(selection.things):
        yield (",\n" if number else "\n") + json.dumps(record(each), ensure_ascii=False)
    yield "\n]}\n"


def _paper(selection: Selection[Thing], quote: Callable[[Thing], printing.Quote]) -> str:
    quotes = [quote(each) for each in islice(selection.things, MOST_PRINTED)]
    cited = printing.references(each.document for each in quotes)
    return flask.render_template(
        "print.html",
        selection=selection,
        quotes=quotes,
        cited=list(cited.values()),
        numbers={name: number for number, name in enumerate(cited, 1)},
        left=selection.total - len(quotes),
        made=today().isoformat(),
    )
