"""What a reader asked of the register of instructions, as an address says it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from index.errors import RequestError
from index.search.request import Args, SearchRequest, single

DUE = ("overdue", "30", "90", "year", "moved", "none")
"""Deadlines passed, within so many days, of this year, moved to another day, without a date."""

ORDERS = ("newest", "oldest", "due")
PARAMETERS = ("q", "agency", "area", "due", "event", "order", "page", "per_page")
"""Every parameter of the register, in the order of addresses."""

_FACETS = {"agency": "agencies", "area": "areas", "event": "events"}


@dataclass(frozen=True)
class RegisterRequest:
    """A selection of instructions; equal requests have one query string."""

    text: str = ""
    agencies: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    due: str = ""
    events: frozenset[str] = frozenset()
    order: str = ORDERS[0]
    page: int = 1
    per_page: int = 20

    @classmethod
    def from_args(cls, args: Args) -> RegisterRequest:
        """The request that an address makes; RequestError names a malformed parameter."""
        due, order = (single(args, name) for name in ("due", "order"))
        if due not in {"", *DUE}:
            raise RequestError("due", f"takes one of {', '.join(DUE)}")
        if order not in {"", *ORDERS}:
            raise RequestError("order", f"takes one of {', '.join(ORDERS)}")
        known = SearchRequest.from_args(_Shared(args))
        return cls(
            text=known.text,
            agencies=known.agencies,
            areas=known.areas,
            due=due,
            events=known.events,
            order=order or ORDERS[0],
            page=known.page,
            per_page=known.per_page,
        )

    def to_query_string(self) -> str:
        """The one query string of this request: defaults left out, values sorted."""
        pairs = [("q", self.text), ("due", self.due)]
        pairs += [
            (name, value)
            for name, field in _FACETS.items()
            for value in sorted(getattr(self, field))
        ]
        pairs += [
            ("order", "" if self.order == ORDERS[0] else self.order),
            ("page", "" if self.page == 1 else str(self.page)),
            ("per_page", "" if self.per_page == 20 else str(self.per_page)),  # noqa: PLR2004
        ]
        ordered = sorted(pairs, key=lambda pair: PARAMETERS.index(pair[0]))
        return urlencode([(name, value) for name, value in ordered if value], quote_via=quote)

    def but(self, **changed: Any) -> RegisterRequest:
        """The same request with something else, from its first page."""
        return dataclasses.replace(self, **{"page": 1} | changed)


class _Shared:
    """The parameters that mean the same in a search."""

    def __init__(self, args: Args) -> None:
        self._args = args

    def get(self, key: str, /) -> str | None:
        """The first value of a parameter."""
        return self._args.get(key) if key in {"q", "page", "per_page"} else None

    def getlist(self, key: str, /) -> list[str]:
        """All values of a parameter."""
        one = {"q", "page", "per_page"}
        return self._args.getlist(key) if key in {*_FACETS, *one} else []
