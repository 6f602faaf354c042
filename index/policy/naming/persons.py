"""Officials by name: «Нагаспаеву», once a text has called him minister of industry."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from index.documents.document import Mention
from index.language.letters import UPPER
from index.language.surnames import ENDING, FIRST_NAME, folded, is_patronymic, surname_stem
from index.policy.naming.authority import Agency
from index.policy.naming.beside import Beside
from index.policy.remembering import Remembered

_OFFICES = frozenset({"state_body", "official", "quasi_state", "organisation"})
_NOBODY = frozenset({"president", "akorda"})
_LEADING = 12  # characters before a body in which «глава» may stand
_NAME = rf"[{UPPER}][\w’'-]+"
_BEFORE = re.compile(rf"({_NAME}\s{_NAME}),\s(?:the\s|a\s)?\Z")
_REACH = 60  # characters before a name in which what belongs to it may stand
_CAPITAL = re.compile(rf"(?<!\w){_NAME}")
_FIRST = 4  # letters of a surname by which it is looked up
# What names begin with; a capital is found sooner than a place with no letter before it.
_BEGUN = re.compile(rf"[{UPPER}](?<!\w.)[\w’'-]{{1,{_FIRST - 1}}}")
_FOLDED = Remembered(folded)
_OPENS = re.compile(r"(?:\A|[.!?…:»”\"–—]\s?)[\s«„“\"]*\Z")  # before it a sentence begins


class _Official(NamedTuple):
    agency: str
    first_name: str  # folded, its first letters: «ажа»


@dataclass
class Officials:
    """Who holds which office in one document: known by date, or named with it so far."""

    known: dict[str, _Official]
    by_letters: dict[str, tuple[str, ...]]  # surnames by their first letters
    learned: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, known: Mapping[str, _Official]) -> Officials:
        """Those that are known, ready to be found."""
        made = cls({}, {})
        for stem, official in known.items():
            made.know(stem, official)
        return made

    def know(self, stem: str, official: _Official) -> None:
        """Take in another, or the same in another office."""
        letters = stem[:_FIRST]
        if stem not in self.known:
            self.by_letters[letters] = (*self.by_letters.get(letters, ()), stem)
        self.known[stem] = official

    def copy(self) -> Officials:
        """The same for another document."""
        return Officials(self.known.copy(), self.by_letters.copy())


class PersonFinder:
    """Surnames that stand for the office of whom they name."""

    def __init__(self, agencies: Mapping[str, Agency], words: Beside) -> None:
        self._words = words
        # «министр РК Иван Петров»; «ведомству Гиният», «на ведомството на Бейсембаев»
        self._behind = re.compile(rf"\s(?:{words.ours.pattern}\s)?({_NAME}\s{_NAME}(?:\s{_NAME})?)")
        self._lead = re.compile(
            rf"((?i:{words.houses.pattern})\s(?:(?:{'|'.join(words.of)})\s)?)?(?:({_NAME})\s)?\Z"
        )
        offices = {agency.id: agency for agency in agencies.values() if agency.kind in _OFFICES}
        self._offices = offices.keys() - _NOBODY
        self._held = [offices[one] for one in sorted(self._offices) if offices[one].holders]
        self._changes = sorted({day for one in self._held for day, _ in one.holders})
        self._on, self._names = Remembered(self._holding), Remembered(self._named)
        told = agencies["president"].holders
        self._president = {_stem(name) for _, names in told for name in names.split(", ")}

    def opening(self, day: dt.date | None) -> Officials:
        """Those who held an office on the day of a document; none of those who share a surname."""
        return self._on[self._last_change(day)].copy()

    def names(self, day: dt.date | None) -> tuple[str, ...]:
        """The full names of those who held an office on a day, in each spelling."""
        return self._names[self._last_change(day)]

    def _last_change(self, day: dt.date | None) -> dt.date | None:
        """The last day until then on which an office changed hands."""
        changes = bisect_right(self._changes, day) if day else 0
        return self._changes[changes - 1] if changes else None

    def _named(self, day: dt.date | None) -> tuple[str, ...]:
        held = self._held if day else ()
        return tuple(name for agency in held for name in agency.holder(day).split(", ") if name)

    def _holding(self, day: dt.date | None) -> Officials:
        known: dict[str, _Official] = {}
        shared: set[str] = set()
        for agency in self._held if day else ():
            for name in agency.holder(day).split(", "):
                stem = _stem(name)
                if stem in known:
                    shared.add(stem)
                if stem:
                    known[stem] = _Official(agency.id, _beginning(name))
        return Officials.of({stem: one for stem, one in known.items() if stem not in shared})

    def found(self, text: str, mentions: list[Mention], officials: Officials) -> list[Mention]:
        """The mentions and officials whose name stands alone, in order; learns of more."""
        for mention in mentions:
            if mention.agency in self._offices:
                self._learn(text, mention, officials)
        alone = [one for one in _alone(text, officials, self._lead) if not _touches(one, mentions)]
        return sorted([*mentions, *alone], key=_start) if alone else mentions

    def _learn(self, text: str, mention: Mention, officials: Officials) -> None:
        begin = max(mention.start - _REACH, 0)
        found = self._behind.match(text, mention.end) or _BEFORE.search(text[begin : mention.start])
        if not found or is_patronymic(found[1]):
            return
        office = text[max(mention.start - _LEADING, 0) : mention.end].lower()
        if not self._words.offices.search(office):
            return
        stem = _stem(found[1])
        if stem and stem not in self._president and stem not in officials.learned:
            officials.learned.add(stem)
            officials.know(stem, _Official(mention.agency, _beginning(found[1])))


def _alone(text: str, officials: Officials, leading: re.Pattern[str]) -> Iterator[Mention]:
    if officials.by_letters.keys().isdisjoint(map(_FOLDED.__getitem__, _BEGUN.findall(text))):
        return
    for word in _CAPITAL.finditer(text):
        for stem in officials.by_letters.get(_FOLDED[word[0][:_FIRST]], ()):
            name = folded(word[0])
            ending = ENDING.match(name, len(stem)) if name.startswith(stem) else None
            official, start = officials.known[stem], word.start()
            if ending and (begin := _begin(text, start, official, leading)) >= 0:
                yield Mention(official.agency, begin, start + ending.end())


def _begin(text: str, start: int, official: _Official, leading: re.Pattern[str]) -> int:
    """Where his mention begins, with «ведомству» and a first name; -1 if it is another's name."""
    lead = leading.search(text[max(start - _REACH, 0) : start])
    if lead is None or text[start - 1 : start].isalnum():
        return -1
    if not lead[2] or _beginning(lead[2]) == official.first_name:
        return start - len(lead[0])
    return start if _OPENS.search(text[: start - len(lead[0])]) else -1  # «Ждут Нагаспаева»


def _beginning(name: str) -> str:
    return folded(name)[:FIRST_NAME]


@lru_cache(1000)
def _stem(name: str) -> str:
    return surname_stem(name)


def _touches(one: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the name stands in a mention or beside one: «министр Нагаспаев»."""
    return any(each.start <= one.end + 2 and one.start <= each.end + 1 for each in mentions)


def _start(mention: Mention) -> int:
    return mention.start
