"""A search or a selection of instructions to be taken away whole, whatever the form."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Generic, TypedDict, TypeVar

import flask

from index.search.advice.timing import timed
from index.search.everything import everything
from index.search.instructions.duties import Duty
from index.search.instructions.register import select
from index.search.instructions.register_request import RegisterRequest
from index.search.page import Hit, SearchPage
from index.search.request import Args, SearchRequest
from index.search.search import search
from index.today import today
from search_app.current import before, current_index, heirs
from search_app.formats import as_csv, registered, stated
from search_app.formats.records import Count, Date, SearchHit
from search_app.formats.registered import RegisteredDuty
from search_app.formats.stated import Stated
from search_app.languages import gettext, language
from search_app.templating import absolute
from search_app.words import label, note_line

MOST = 10_000
"""Rows of an export; the page says how many there are."""

_ASKED = ("asked", "search")  # the last columns of a table

Thing = TypeVar("Thing")


class AskedFor(TypedDict):
    """One thing asked for, in words."""

    name: str
    value: str


class ExportHead(TypedDict):
    """What an export is a selection of."""

    title: str
    search: Annotated[str, "address of the page that shows the same"]
    asked: Annotated[list[AskedFor], "the query and every filter"]
    made: Annotated[Date, "the day"]
    total: Annotated[Count, f"how many there are; an export holds up to {MOST}"]


class ExportedSearch(ExportHead):
    """All passages of a search."""

    hits: list[SearchHit]


class ExportedRegister(ExportHead):
    """All instructions of a selection."""

    instructions: list[RegisteredDuty]


@dataclass(frozen=True)
class Selection(Generic[Thing]):
    """What is taken away: what was asked, how much there is, and the things themselves, once."""

    name: str  # of the file, without its ending
    title: str
    address: str  # of the page that shows the same
    asked: list[Stated]
    total: int
    things: Iterator[Thing]
    columns: tuple[str, ...]
    row: Callable[[Thing], list[object]]

    @property
    def rows(self) -> Iterator[list[object]]:
        """Each thing as a row of ``columns``, with what was asked at its end."""
        told = [stated.line(self.asked), self.address]
        return ([*self.row(each), *told] for each in self.things)

    @property
    def table(self) -> Iterator[list[object]]:
        """The rows for a file that has no other place for what was asked.

        Where there are none, one says that alone, so that an empty table is not a mute one.
        """
        gaps: list[object] = [None] * (len(self.columns) - len(_ASKED))
        rows = self.rows
        first = next(rows, [*gaps, stated.line(self.asked), self.address])
        return chain([first], rows)

    @property
    def about(self) -> list[Stated]:
        """What the selection is, for a place of its own beside the rows."""
        counted = [
            Stated(gettext("Всего найдено"), str(self.total)),
            Stated(gettext("Строк в файле не больше"), str(MOST)),
            Stated(gettext("Адрес"), self.address),
            Stated(gettext("Выбрано"), today().isoformat()),
        ]
        return [*self.asked, *counted]


def of_search(
    wanted: SearchRequest, args: Args, name: str = "search", *, excerpts: bool = False
) -> Selection[Hit]:
    """The passages of a search: the page that the address asks for, else the first MOST.

    They are read one at a time as they are sent.
    """
    one = bool(args.get("page") or args.get("per_page"))
    title = wanted.text
    wanted = dataclasses.replace(timed(current_index(), wanted).wanted, group="")
    first = wanted if one else dataclasses.replace(wanted, page=1, per_page=1)
    page = search(current_index(), first, label, before)
    every = everything(current_index(), first, MOST, excerpts=excerpts)
    things = iter(page.hits) if one else every
    return Selection(
        name=name,
        title=title or gettext("Все фрагменты"),
        address=_page("search.results", wanted.to_query_string()),
        asked=_read_as(page, stated.of_search(wanted)),
        total=page.totals.passages,
        things=things,
        columns=(*as_csv.COLUMNS, *_ASKED),
        row=as_csv.row,
    )


def of_register(wanted: RegisterRequest) -> Selection[Duty]:
    """The instructions of all pages, the first MOST."""
    whole = dataclasses.replace(wanted, page=1, per_page=MOST)
    page = select(current_index(), heirs, whole, today(), language())
    return Selection(
        name="instructions",
        title=gettext("Поручения"),
        address=_page("instructions.listing", wanted.but(per_page=20).to_query_string()),
        asked=stated.of_register(wanted),
        total=page.total,
        things=iter(page.duties),
        columns=(*registered.COLUMNS, *_ASKED),
        row=registered.row,
    )


def _page(endpoint: str, query: str) -> str:
    return absolute(flask.url_for(endpoint) + (f"?{query}" if query else ""))


def _read_as(page: SearchPage, asked: list[Stated]) -> list[Stated]:
    """With how the words were read, as the page says it."""
    applied = [Stated(gettext("Прочитано как"), page.applied.wanted.text)] if page.applied else []
    notes = [Stated(gettext("Примечание"), note_line(note)) for note in page.notes]
    return [*asked, *applied, *notes]
