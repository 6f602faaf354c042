"""Why the documents of an event stand together: what they share, in words."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from babel.numbers import format_compact_decimal

from index.policy.occasions.shared import Shared, shared
from index.store.reader import Index
from search_app.languages import N_, gettext, language, ngettext, number
from search_app.presenters.occasion import Occasion, Version, alignment, occasion, texts

_KINDS = {
    "address": N_("послание"),
    "meeting": N_("совещание или встреча"),
    "cabinet": N_("заседание Правительства"),
    "session": N_("заседание"),
    "forum": N_("форум"),
    "summit": N_("саммит"),
    "council": N_("совет"),
    "decree": N_("указ"),
    "law": N_("подписание закона"),
    "visit": N_("визит"),
    "interview": N_("интервью"),
    "kurultai": N_("курултай"),
    "moratorium": N_("мораторий"),
    "security": N_("Совет безопасности"),
    "congress": N_("съезд"),
    "assembly": N_("ассамблея"),
    "phone": N_("телефонный разговор"),
    "credentials": N_("вручение верительных грамот"),
}
_LITTLE = 0.05  # of the same words: less says nothing


class Line(NamedTuple):
    """One thing in common: what it is, the words for it, and their language, if not the page's."""

    name: str
    words: str
    tongue: str = ""


@dataclass(frozen=True)
class Reason:
    """What a text has in common with the fuller one most like it."""

    version: Version
    other: Version
    lines: tuple[Line, ...]


def reasons(ix: Index, event: Occasion) -> list[Reason]:
    """What ties every text of an event to a fuller one, in the order of its texts."""
    versions = {each.document.id: each for each in event.versions}
    return [
        Reason(versions[each.document], versions[each.other], tuple(_lines(each, ix, event)))
        for each in _shared(ix, event.id)
    ]


@functools.lru_cache(maxsize=64)
def _shared(ix: Index, name: str) -> tuple[Shared, ...]:
    event = occasion(ix, name)
    return tuple(shared(texts(event))) if event else ()


def _lines(found: Shared, ix: Index, event: Occasion) -> Iterator[Line]:
    yield Line(gettext("Дата"), _day(found))
    if found.kinds:
        named = (gettext(_KINDS[kind]) for kind in found.kinds if kind in _KINDS)
        yield Line(gettext("Оба называют"), ", ".join(named))
    if found.names:
        yield Line(gettext("Имена"), ", ".join(found.names), found.language)
    if found.numbers:
        yield Line(gettext("Числа"), ", ".join(map(_number, found.numbers)))
    together = _together(found, ix, event)
    if together:
        yield Line(gettext("Фрагменты об одном и том же"), number(together))
    if found.copied >= _LITTLE:
        yield Line(gettext("Слово в слово"), f"{round(100 * found.copied)}\u00a0%")


def _day(found: Shared) -> str:
    if found.apart is None:
        return gettext("известна не полностью")
    if not found.apart:
        return gettext("один и тот же день")
    between = ngettext("через %(n)s день", "через %(n)s дней", found.apart, n=number(found.apart))
    named = gettext("тот день назван")
    return f"{between}, {named}" if found.names_day else between


def _number(value: str) -> str:
    plain = value.rstrip("%")
    said = format_compact_decimal(float(plain), locale=language(), fraction_digits=2)
    return said if plain == value else f"{said}\u00a0%"


def _together(found: Shared, ix: Index, event: Occasion) -> int:
    """In how many places both texts say the same; 0 where they are not laid side by side."""
    names, rows = alignment(ix, event, found.document)
    if found.other not in names:
        return 0
    one, other = names.index(found.document), names.index(found.other)
    return sum(bool(row[one] and row[other]) for row in rows)
