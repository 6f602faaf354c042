"""The query string of a search: its parameters in order, and how its neighbours are written."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from urllib.parse import quote

FACETS = {
    "area": "areas",
    "agency": "agencies",
    "lang": "languages",
    "source": "sources",
    "kind": "kinds",
    "speaker": "speakers",
    "instruction": "instructions",
}
"""Parameter of each facet, in the order of addresses, and the field that holds its values."""

EXCLUDED = {f"not_{facet}": facet for facet in FACETS if facet != "instruction"}
"""Parameters that leave out passages with a value of a facet."""

PARAMETERS = (
    "q",
    "from",
    "to",
    *FACETS,
    *EXCLUDED,
    "role",
    "event",
    "added",
    "sort",
    "group",
    "help",
    "page",
    "per_page",
)
"""Every parameter of an address, in its order."""


@functools.lru_cache(maxsize=4096)
def quoted(value: str) -> str:
    """A value as an address has it; a page says the same few a hundred times."""
    return quote(value, safe="")


class QueryString:
    """The parameters that a request says, and the strings of requests that differ in some.

    A page has a hundred addresses, each of a request that differs from its own in a parameter
    or two: making them as requests costs ten times as much.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.values: dict[str, list[str]] = {name: [] for name in PARAMETERS}
        """The values of each parameter, sorted."""
        for name, value in pairs:
            if value:
                self.values[name].append(value)
        self._said = {name: _said(name, values) for name, values in self.values.items()}

    def __str__(self) -> str:
        return "&".join(filter(None, self._said.values()))

    def but(self, others: Mapping[str, Iterable[str]]) -> str:
        """The string with other values of some parameters; an empty value is none."""
        said = self._said | {name: _said(name, values) for name, values in others.items()}
        return "&".join(filter(None, said.values()))


def _said(name: str, values: Iterable[str]) -> str:
    return "&".join([f"{name}={quoted(value)}" for value in values if value])
