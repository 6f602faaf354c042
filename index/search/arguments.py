"""How the parameters of an address are read; RequestError names the malformed one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from index.errors import RequestError
from index.search import rolling
from index.search.arrivals import Arrivals
from index.search.rolling import When

HELP = {"": True, "no": False}
MAX_DIGITS = 9  # of a page number
MAX_VALUE = 200
MAX_DATE = 40
MAX_VALUES = 100
_BROKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Args(Protocol):
    """The parameters of an address, as werkzeug's MultiDict gives them."""

    def get(self, key: str, /) -> str | None:
        """The first value of a parameter."""

    def getlist(self, key: str, /) -> list[str]:
        """All values of a parameter."""


def line(text: str, limit: int) -> str:
    """One line that UTF-8 can carry: control characters and lone surrogates are gaps."""
    return " ".join(_BROKEN.sub(" ", text[: 4 * limit]).split())[:limit].rstrip()


def values_of(values: Iterable[str]) -> frozenset[str]:
    """The values of one facet, cleaned and bounded."""
    lines = {line(value, MAX_VALUE) for value in values} - {""}
    return frozenset(sorted(lines)[:MAX_VALUES])


def single(args: Args, parameter: str) -> str:
    """The value of a parameter that takes one; said twice it may be the same or empty."""
    values = [value.strip(" ") for value in args.getlist(parameter)]
    given = list(dict.fromkeys(filter(None, values)))
    if len(given) > 1:
        raise RequestError(parameter, "takes one value")
    if any(map(_BROKEN.search, given)):
        raise RequestError(parameter, "takes no control characters")
    return given[0] if given else ""


def date(parameter: str, given: str) -> When | None:
    """A date, or days that move with the calendar."""
    try:
        return rolling.when(line(given, MAX_DATE)) if given else None
    except ValueError as error:
        raise RequestError(parameter, str(error)) from error


def arrivals(given: str) -> Arrivals | None:
    """By when words came into the archive."""
    try:
        return Arrivals.parse(line(given, MAX_DATE)) if given else None
    except ValueError as error:
        raise RequestError("added", str(error)) from error


def helped(given: str) -> bool:
    """Whether a query may be mended and relaxed."""
    if given not in HELP:
        raise RequestError("help", "takes no, for the words as they were typed")
    return HELP[given]


def number(parameter: str, digits: str, default: int) -> int:
    """A whole number in ASCII digits."""
    if not digits:
        return default
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS):
        raise RequestError(parameter, "takes a whole number from 1")
    return int(digits)


def check_range(parameter: str, number: int, most: int | None) -> None:
    """RequestError where a number is below 1 or above the most."""
    if number < 1 or (most is not None and number > most):
        upper = f" to {most}" if most else ""
        raise RequestError(parameter, f"takes a whole number from 1{upper}")
