"""The parameters of addresses for machines: what each takes and means.

Made from the tables by which ``SearchRequest`` reads them; what stands in them counts as
absent when it is empty, because a form sends empty fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from index.search.arguments import HELP, MAX_DIGITS
from index.search.instructions.register_request import DUE, ORDERS
from index.search.request import (
    EXCLUDED,
    FACETS,
    GROUPS,
    MAX_PER_PAGE,
    PER_PAGE,
    ROLES,
    SORTS,
)
from index.search.rolling import TAKES
from search_app.periods import STEPS

Schema = dict[str, Any]

_YEAR = r"(000[1-9]|00[1-9]\d|0[1-9]\d{2}|[1-9]\d{3})"
_LEAP = r"(\d{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_LONG = r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])"
_SHORT = r"(0[469]|11)-(0[1-9]|[12]\d|30)"
_FEBRUARY = r"02-(0[1-9]|1\d|2[0-8])"
_DAY = rf"({_LONG}|{_SHORT}|{_FEBRUARY})"
DATE = rf"^({_YEAR}(-(0[1-9]|1[0-2])|-{_DAY})?|(?!0000){_LEAP}-02-29|-\d{{1,5}}[dmy])$"
"""A year, a month or a day that the calendar has, or how long ago."""

BLANK: Schema = {"type": "string", "pattern": "^ *$"}
"""What counts as absent."""

_FACETS = {
    "area": "ids of priority areas",
    "agency": "ids of agencies; what an agency was before counts as it",
    "lang": "languages in which a whole sentence of the passage is written: ru, kk, bg, en",
    "source": "who reported",
    "kind": "report, digest or transcript",
    "speaker": "whose words: president, indirect or reporter",
}

_ARRIVALS: Schema = {"type": "string", "pattern": r"^\d{1,9}\.\.(\d{1,9})?$"}
_ADDED = "passages that came in with these changes of the archive: after one, up to another"


def empty_or(schema: Schema) -> Schema:
    """What takes an empty text too, as absent."""
    return {"anyOf": [schema, BLANK]}


def one_of(values: Iterable[str]) -> Schema:
    """One of a few words, or none of them."""
    return empty_or({"type": "string", "enum": sorted({*values} - {""})})


def several(meaning: str) -> Schema:
    """A parameter that may repeat."""
    items = {"type": "array", "items": {"type": "string"}}
    return {"schema": items, "style": "form", "explode": True, "description": meaning}


def number(most: int, default: int, meaning: str) -> Schema:
    """A whole number from 1."""
    whole = {"type": "integer", "minimum": 1, "maximum": most, "default": default}
    return {"schema": empty_or(whole), "description": meaning}


def _date(meaning: str) -> Schema:
    day = {"type": "string", "pattern": DATE}
    return {"schema": empty_or(day), "description": f"{meaning}: {TAKES}"}


def _word(values: Iterable[str], meaning: str) -> Schema:
    return {"schema": one_of(values), "description": meaning}


def _facet(name: str) -> Schema:
    return several(_FACETS.get(name, name) + "; values are alternatives")


PARAMETERS: Mapping[str, Schema] = {
    "q": {"schema": {"type": "string"}, "description": "the query; any text is one"},
    "from": _date("documents from this date on"),
    "to": _date("documents up to this date"),
    **{name: _facet(name) for name in FACETS},
    **{name: several(f"not these {_FACETS[facet]}") for name, facet in EXCLUDED.items()},
    "instruction": _word(["1"], "1: only passages that hold an instruction"),
    "role": _word(ROLES, "instructed: only passages where the chosen agencies must act"),
    "event": several("ids of events"),
    "added": {"schema": empty_or(_ARRIVALS), "description": _ADDED},
    "sort": _word(SORTS, "order of the hits; relevance if not given"),
    "group": _word(GROUPS, "groups the hits of a page"),
    "help": _word(HELP, "no: nothing is mended or relaxed where little is found"),
    "step": _word(STEPS, "of the periods; month if not given"),
    "due": _word(DUE, "instructions whose day has come, comes within so many days, or was moved"),
    "order": _word(ORDERS, "order of the instructions; newest if not given"),
    "page": number(10**MAX_DIGITS - 1, 1, "page of the answer"),
    "per_page": number(MAX_PER_PAGE, PER_PAGE, "hits a page"),
}
"""OpenAPI's schema and description of every parameter, by name."""


def described(name: str) -> Schema:
    """A query parameter as OpenAPI writes it."""
    return {"name": name, "in": "query", "required": False, **PARAMETERS[name]}
