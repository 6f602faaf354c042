"""Officials by name: «Нагаспаеву», once a text has called him minister of industry."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from index.documents.document import Mention
from index.policy.naming.authority import Agency

_OFFICES = frozenset({"state_body", "official", "quasi_state", "organisation"})
_NOBODY = frozenset({"president", "akorda"})
_OFFICE = re.compile(
    r"\b(?:министр|министър|аким|әкім|мэр|кмет|глава|главе|главу|главой|председател|төраға|прокурор"
    r"|директор|руководител|премьер|премиер|minister|governor|akim|mayor|head|chair|director)"
)
_LEADING = 12  # characters before a body in which «глава» may stand
_NAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+"
_BEHIND = re.compile(rf"\s(?:РК\s|(?:на\s)?Казахстана?\s)?({_NAME}\s{_NAME}(?:\s{_NAME})?)")
_BEFORE = re.compile(rf"({_NAME}\s{_NAME}),\s(?:the\s|a\s)?\Z")
_PATRONYMIC = re.compile(r"(?:вич|вна)\w{0,2}\Z")
_REACH = 60  # characters before a name in which what belongs to it may stand
# «ведомству Гиният», «на ведомството на Бейсембаев», «Ажар Гиният»
_HOUSE = r"\b(?:[Вв]едомств|[Кк]оманд|[Мм]инистр|[Мм]инистър|[Мм]инистерств)\w*\s(?:на\s)?"
_LEAD = re.compile(rf"({_HOUSE})?(?:({_NAME})\s)?\Z")
_OPENS = re.compile(r"(?:\A|[.!?…:»”\"–—]\s?)[\s«„“\"]*\Z")  # before it a sentence begins
_FOLDED = tuple(zip("әғқңөұүһіё", "агкноуухие", strict=True))
_ENDING = re.compile(
    r"(?:й|я|ю|ем|ой|ою|ого|ому|ым|ых|ом|[ауе]|[гк][ае]|[нтд][ыи]н?|[мбп]ен|[нтд][ае]н|[’']s?)?(?!\w)"
)
_INFLECTED = re.compile(
    r"(?<=[бвгджзклмнпрстфхц])(?:ой|ому|ым|ом|[ауе]|[гк][ае]|[нтд][ыи]н|[нтд][ыи]|[’']s?)\Z"
)
_SHORTEST = 4  # letters of a surname without its ending


class _Official(NamedTuple):
    agency: str
    first_name: str  # folded, its first letters: «ажа»


@dataclass
class Officials:
    """Who holds which office in one document: known by date, or named with it so far."""

    known: dict[str, _Official]
    learned: set[str] = field(default_factory=set)


class PersonFinder:
    """Surnames that stand for the office of whom they name."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        offices = {agency.id: agency for agency in agencies.values() if agency.kind in _OFFICES}
        self._offices = offices.keys() - _NOBODY
        self._held = [offices[one] for one in sorted(self._offices) if offices[one].holders]
        self._president = {_stem(name) for _, name in agencies["president"].holders}

    def opening(self, day: dt.date | None) -> Officials:
        """Those who held an office on the day of a document; none of those who share a surname."""
        known: dict[str, _Official] = {}
        shared: set[str] = set()
        for agency in self._held if day else ():
            stem = _stem(name := agency.holder(day))
            if stem in known:
                shared.add(stem)
            if stem:
                known[stem] = _Official(agency.id, _beginning(name))
        return Officials({stem: one for stem, one in known.items() if stem not in shared})

    def found(self, text: str, mentions: list[Mention], officials: Officials) -> list[Mention]:
        """The mentions and officials whose name stands alone, in order; learns of more."""
        for mention in mentions:
            if mention.agency in self._offices:
                self._learn(text, mention, officials)
        alone = [one for one in _alone(text, officials) if not _touches(one, mentions)]
        return sorted([*mentions, *alone], key=_start) if alone else mentions

    def _learn(self, text: str, mention: Mention, officials: Officials) -> None:
        begin = max(mention.start - _REACH, 0)
        found = _BEHIND.match(text, mention.end) or _BEFORE.search(text[begin : mention.start])
        if not found or _PATRONYMIC.search(found[1]):
            return
        office = text[max(mention.start - _LEADING, 0) : mention.end].lower()
        if not _OFFICE.search(office):
            return
        stem = _stem(found[1])
        if stem and stem not in self._president and stem not in officials.learned:
            officials.learned.add(stem)
            officials.known[stem] = _Official(mention.agency, _beginning(found[1]))


def _alone(text: str, officials: Officials) -> Iterator[Mention]:
    folded = _fold(text)
    for stem, official in officials.known.items():
        start = folded.find(stem)
        while start >= 0:
            ending = _ENDING.match(folded, start + len(stem))
            if ending and text[start].isupper() and (begin := _begin(text, start, official)) >= 0:
                yield Mention(official.agency, begin, ending.end())
            start = folded.find(stem, start + len(stem))


def _begin(text: str, start: int, official: _Official) -> int:
    """Where his mention begins, with «ведомству» and a first name; -1 if it is another's name."""
    lead = _LEAD.search(text[max(start - _REACH, 0) : start])
    if lead is None or text[start - 1 : start].isalnum():
        return -1
    if not lead[2] or _beginning(lead[2]) == official.first_name:
        return start - len(lead[0])
    return start if _OPENS.search(text[: start - len(lead[0])]) else -1  # «Ждут Нагаспаева»


def _beginning(name: str) -> str:
    return _fold(name)[:3]


def _fold(text: str) -> str:
    """The text in small letters, Kazakh ones as Russian spells them; as long as it was."""
    low = text.lower()
    low = low if len(low) == len(text) else text
    for letter, plain in _FOLDED:  # in a quarter of the time of ``str.translate``
        if letter in low:
            low = low.replace(letter, plain)
    return low


@lru_cache(1000)
def _stem(name: str) -> str:
    """The surname of a name without its ending, folded; empty where too little is left."""
    stem = _INFLECTED.sub("", _fold(name.rsplit(maxsplit=1)[-1])).rstrip("йю") if name else ""
    return stem if len(stem) >= _SHORTEST else ""


def _touches(one: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the name stands in a mention or beside one: «министр Нагаспаев»."""
    return any(each.start <= one.end + 2 and one.start <= each.end + 1 for each in mentions)


def _start(mention: Mention) -> int:
    return mention.start
