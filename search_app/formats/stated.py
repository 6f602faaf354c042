"""What was asked for, in words: an export says inside what it is a selection of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from index.search.instructions.register_request import RegisterRequest
from index.search.request import EXCLUDED, FACETS, SORTS, SearchRequest
from search_app import ranges
from search_app.languages import gettext
from search_app.words import facet_name, label, order_name


class Stated(NamedTuple):
    """One thing asked for: what it is called, and its value."""

    name: str
    value: str


def of_search(wanted: SearchRequest) -> list[Stated]:
    """The query, every filter and the order of a search; nothing that was not asked for."""
    return [*_search(wanted), *_narrowed(wanted)]


def of_register(wanted: RegisterRequest) -> list[Stated]:
    """The words and every filter of a selection from the register of instructions."""
    shared = SearchRequest(
        text=wanted.text,
        agencies=wanted.agencies,
        areas=wanted.areas,
        events=wanted.events,
    )
    due = [Stated(gettext("Срок"), label("due", wanted.due))] if wanted.due else []
    told = _search(shared) if wanted.text else [Stated(gettext("Запрос"), gettext("Все поручения"))]
    return [*told, *_narrowed(shared), *due]


def line(stated: Iterable[Stated]) -> str:
    """All of it in one line."""
    return "; ".join(f"{name}: {value}" for name, value in stated)


def _search(wanted: SearchRequest) -> Iterator[Stated]:
    yield Stated(gettext("Запрос"), wanted.text or gettext("Все фрагменты"))
    if wanted.text and not wanted.helped:
        yield Stated(gettext("Слова"), gettext("как набраны"))


def _narrowed(wanted: SearchRequest) -> Iterator[Stated]:
    if wanted.since or wanted.until:
        yield Stated(gettext("Дата"), ranges.said(wanted.since, wanted.until))
    for facet in FACETS:
        if chosen := sorted(label(facet, value) for value in wanted.chosen(facet)):
            yield Stated(facet_name(facet), " | ".join(chosen))
    for name, facet in EXCLUDED.items():
        if shut := sorted(label(facet, value) for value in wanted.shut_out(name)):
            said = gettext("кроме: %(names)s", names=" | ".join(shut))
            yield Stated(facet_name(facet), said)
    if wanted.role:
        yield Stated(gettext("Ведомство"), label("role", wanted.role))
    if wanted.events:
        yield Stated(gettext("Событие"), " | ".join(sorted(wanted.events)))
    if wanted.added:
        yield Stated(gettext("Добавлено в архив изменениями"), str(wanted.added))
    if wanted.sort != SORTS[0]:
        yield Stated(gettext("Порядок"), order_name(wanted.sort))
