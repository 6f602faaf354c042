"""With which letters a match of a wording can begin, so that others need not be tried."""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

REACH = 4  # letters that tell wordings apart: «до к», «дл», «день»
_ATOM = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<edge>[\^$]|\\[bBAZ])|(?P<group>\((?:\?:|\?P<\w+>)?)|(?P<set>\[[^\]]*\])|(?P<class>\\.)|(?P<letter>.)",
    re.DOTALL,
)
NEVER = "(?!)"
"""What matches nowhere, as a pattern."""
_FEW = 16  # beginnings that are sooner sought than a pattern
_OFTEN = re.compile(r"(?:[?*+]|\{\d+(?:,\d*)?\})[?+]?")


class _Begun(NamedTuple):
    """What a match begins with, and whether what stands behind in the pattern follows at once."""

    letters: str
    whole: bool


_NOTHING, _ANYTHING = _Begun("", whole=True), _Begun("", whole=False)


def openings(pattern: str) -> frozenset[str]:
    r"""What a match of a regular expression can begin with, up to REACH letters each.

    Where any letter may come there is an empty one; none begins with another. Understood are
    letters, ``\d``, sets of letters, groups, what is looked for around, and how often each may
    come: all that wordings of tables are made of. A blank stands for one: where several are in
    a row, any wording may begin.
    """
    return _shortest(one.letters for one in _begun(pattern))


def _shortest(letters: Iterable[str]) -> frozenset[str]:
    """Those of some beginnings that begin with none of the others."""
    found = set(letters)
    return frozenset(
        one for one in found if found.isdisjoint(one[:length] for length in range(len(one)))
    )


class Sought:
    """A pattern that is looked for only in texts that hold what a match begins with.

    Most clauses hold nothing of most lists, and to see that takes a tenth of the time.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern.pattern
        begun = _shortest(one.partition(" ")[0] for one in openings(pattern.pattern))
        self._begun = sorted(begun) if len(begun) <= _FEW else [""]
        self._search, self._finditer = pattern.search, pattern.finditer
        self.match, self.fullmatch = pattern.match, pattern.fullmatch

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two offsets of a text."""
        for begun in self._begun:
            if text.find(begun, start, end) >= 0:
                return self._search(text, start, end)
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterable[re.Match[str]]:
        """All matches between two offsets of a text."""
        for begun in self._begun:
            if text.find(begun, start, end) >= 0:
                return self._finditer(text, start, end)
        return ()


def by_letter(pattern: str) -> str:
    """A pattern that is found in the same texts, its alternatives put together by first letter.

    A search tries them all wherever one may begin: of 65 there are 20 then.
    """
    together: dict[str, list[str]] = {}
    for branch in _branches(pattern):
        plain = branch[:1].isalnum() and not _OFTEN.match(branch, 1)
        letter, rest = (branch[0], branch[1:]) if plain else ("", branch)
        together.setdefault(letter, []).append(rest)
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in together.items())


def _begun(pattern: str) -> frozenset[_Begun]:
    """The same, each with whether it is all that the pattern needs."""
    return frozenset().union(*map(_of_branch, _branches(pattern)))


def _of_branch(branch: str) -> frozenset[_Begun]:
    """The same for one branch; what may be left out lets that behind it begin."""
    found, place = frozenset({_NOTHING}), 0
    while place < len(branch) and any(one.whole for one in found):
        atom = _ATOM.match(branch, place)
        assert atom is not None  # noqa: S101 - any character is an atom
        if branch.startswith(NEVER, place):
            return frozenset()
        place, told = _told(branch, atom)
        often = _OFTEN.match(branch, place)
        if often:
            place, told = often.end(), _repeated(told, often[0])
        if not atom["look"] and not atom["edge"]:
            found = _joined(found, told)
    return found


def _repeated(told: Iterable[_Begun], often: str) -> frozenset[_Begun]:
    """What may come again is told but once; what may be left out may be nothing."""
    once = frozenset(told) if often[0] == "?" else _cut(told)
    return once | {_NOTHING} if often[0] in "?*" else once


def _joined(found: Iterable[_Begun], then: Iterable[_Begun]) -> frozenset[_Begun]:
    """One after another."""
    both = {
        _Begun(one.letters + other.letters, other.whole) if one.whole else one
        for one in found
        for other in then
    }
    return frozenset(
        _Begun(one.letters[:REACH], one.whole and len(one.letters) < REACH) for one in both
    )


def _cut(told: Iterable[_Begun]) -> frozenset[_Begun]:
    return frozenset(one._replace(whole=False) for one in told)


def _told(branch: str, atom: re.Match[str]) -> tuple[int, frozenset[_Begun]]:
    """Where an atom ends and with what it begins."""
    if atom["edge"]:
        return atom.end(), frozenset()
    if atom["look"] or atom["group"]:
        end = _closing(branch, atom.end())
        return end + 1, frozenset() if atom["look"] else _begun(branch[atom.end() : end])
    if atom["set"]:
        inside = atom["set"][1:-1]
        plain = inside[0] != "^" and "\\" not in inside and "-" not in inside[1:-1]
        return atom.end(), _letters(inside) if plain else frozenset({_ANYTHING})
    if atom["class"]:
        known = {"\\d": _cut(_letters(string.digits)), "\\.": _letters(".")}
        return atom.end(), known.get(atom["class"], frozenset({_ANYTHING}))
    if atom["letter"] == ".":
        return atom.end(), frozenset({_ANYTHING})
    return atom.end(), _letters(atom["letter"])


def _letters(letters: str) -> frozenset[_Begun]:
    return frozenset(_Begun(letter, whole=True) for letter in letters)


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
