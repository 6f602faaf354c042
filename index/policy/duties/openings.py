"""With which characters a match of a wording can begin, so that others need not be tried."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

_ATOM = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<\w+>)?)|(?P<set>\[[^\]]*\])|(?P<class>\\.)|(?P<letter>.)",
    re.DOTALL,
)
_OFTEN = re.compile(r"(?:[?*+]|\{\d+(?:,\d*)?\})[?+]?")


def openings(pattern: str) -> frozenset[str] | None:
    r"""The characters a match of a regular expression can begin with; None where any may.

    Understood are letters, ``\d``, sets of letters, groups, what is looked for around, and how
    often each may come: all that wordings of tables are made of.
    """
    found: set[str] = set()
    for branch in _branches(pattern):
        first = _first(branch)
        if first is None:
            return None
        found |= first
    return frozenset(found)


def _first(branch: str) -> frozenset[str] | None:
    """The same for one branch; what may be left out lets that behind it begin."""
    found: frozenset[str] = frozenset()
    place = 0
    while place < len(branch):
        atom = _ATOM.match(branch, place)
        assert atom is not None  # noqa: S101 - any character is an atom
        place, first = _told(branch, atom)
        often = _OFTEN.match(branch, place)
        place = often.end() if often else place
        if atom["look"]:
            continue
        if first is None:
            return None
        found |= first
        if not (often and often[0][0] in "?*"):
            return found
    return None  # nothing that must be there


def _told(branch: str, atom: re.Match[str]) -> tuple[int, frozenset[str] | None]:
    """Where an atom ends and with what it begins."""
    if atom["look"] or atom["group"]:
        end = _closing(branch, atom.end())
        return end + 1, frozenset() if atom["look"] else openings(branch[atom.end() : end])
    if atom["set"]:
        inside = atom["set"][1:-1]
        plain = inside[0] != "^" and "\\" not in inside and "-" not in inside[1:-1]
        return atom.end(), frozenset(inside) if plain else None
    if atom["class"]:
        known = {"\\d": frozenset(string.digits), "\\.": frozenset(".")}
        return atom.end(), known.get(atom["class"])
    return atom.end(), None if atom["letter"] in ".^$" else frozenset(atom["letter"])


def _closing(pattern: str, place: int) -> int:
    """Where the group ends whose inside begins at a place."""
    depth = 1
    for number, sign in _signs(pattern, place):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return number
    return len(pattern)


def _branches(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those inside groups left whole."""
    depth = begin = 0
    for number, sign in _signs(pattern, 0):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield pattern[begin:number]
            begin = number + 1
    yield pattern[begin:]


def _signs(pattern: str, place: int) -> Iterator[tuple[int, str]]:
    """The brackets and bars of a pattern that are no characters to be found."""
    for found in re.finditer(r"\\.|\[[^\]]*\]|[()|]", pattern[place:], re.DOTALL):
        if len(found[0]) == 1:
            yield place + found.start(), found[0]
