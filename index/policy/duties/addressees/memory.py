"""Who must act by a clause, as far as clauses before it tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import chain

from index.documents.document import Mention, Passage
from index.language.grammar import cases
from index.policy.duties.addressees.guests import guest_of
from index.policy.duties.addressees.pronouns import charged_before
from index.policy.duties.builds.headed import HEADED, is_item
from index.policy.duties.builds.reporting import tells_of_report
from index.policy.duties.modality.binding import Reading

_SPEAKS_ON = re.compile(r"[–—―-]\s|[«“„\"]")  # behind what is told of him who speaks
_SOON = 2  # words of a Kazakh clause on nothing but a term, which name no work
_NOBODYS = frozenset({"goal", "start"})  # kinds that do not point back at anybody


@dataclass
class Memory:
    """Who was charged last in a document, for a clause that points back."""

    agencies: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    passage: int = 0
    end: int = 0  # of what they were charged with there
    heads: tuple[str, ...] = ()  # whom a passage names whose list goes on
    listed: int = 0  # the passage of the heading, or of the last item
    ahead: list[Passage] = field(default_factory=list)  # of the document, those read

    def copy(self) -> Memory:
        """The same for a passage that may be read once more, or whose orders are no orders."""
        return replace(self)

    def keep(self, reading: Reading, agencies: tuple[str, ...], joint: tuple[str, ...]) -> None:
        """Remember whom a clause charges."""
        self.agencies, self.joint = agencies, joint
        self.passage, self.end = reading.passage.ordinal, reading.clause.end

    def lists(self, passage: Passage) -> bool:
        """Whether a passage is the next item of a list with who must in its heading."""
        return bool(self.heads) and self.listed == passage.ordinal - 1 and is_item(passage.text)

    def is_followed(self, reading: Reading) -> bool:
        """Whether somebody was charged ahead in the same passage."""
        return bool(self.agencies) and self.passage == reading.passage.ordinal and self.end > 0

    def reaches(self, reading: Reading) -> bool:
        """Whether that was in the sentence of the clause."""
        start = reading.clause.start
        return max(one.start for one in reading.passage.sentences if one.start <= start) <= self.end

    def stands_before(self, reading: Reading) -> bool:
        """Whether that was in the sentence of the clause or right before it."""
        begun = [
            one.start for one in reading.passage.sentences if one.start <= reading.clause.start
        ]
        return self.is_followed(reading) and begun[-2:][0] <= self.end

    def is_near(self, reading: Reading) -> bool:
        """Whether somebody was charged in the passage of the clause or the one before."""
        return bool(self.agencies) and reading.passage.ordinal - self.passage <= 1


def who_must(
    reading: Reading, lead: tuple[str, ...], joint: tuple[str, ...], kind: str, memory: Memory
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All who must act, and those of them who only join; ``lead`` and ``joint`` the clause names.

    Who is named here is remembered.
    """
    agencies = tuple(dict.fromkeys((*lead, *joint)))
    if joint and not lead and memory.is_near(reading):
        agencies = tuple(dict.fromkeys((*memory.agencies, *agencies)))
        joint = tuple(one for one in agencies if one in joint or one in memory.joint)
    if agencies:
        memory.keep(reading, agencies, joint)
    elif "bids" in reading.kinds and not reading.follows and (whose := _addressee(reading)):
        agencies = (whose.agency,)
    elif HEADED in reading.kinds and memory.listed == reading.passage.ordinal:
        agencies = memory.heads
        memory.keep(reading, agencies, ())
    elif meant := charged_before(reading, memory.end if reading.follows else 0):
        agencies = meant
        memory.keep(reading, meant, ())
    elif kind == "moved" and (asked := _named_ahead(reading)):
        agencies = (asked,)
    elif kind not in _NOBODYS and (_inherits(reading, memory) or _is_theirs(reading, kind, memory)):
        agencies, joint = memory.agencies, memory.joint
    elif kind not in _NOBODYS and (guest := guest_of(reading, memory.ahead)):
        agencies = guest
        memory.keep(reading, guest, ())
    return agencies, joint


def _addressee(reading: Reading) -> Mention | None:
    """Who is spoken to ahead of the clause: «…? – спросил он министра. – Проверьте …»."""
    clause, passage = reading.clause, reading.passage
    ahead = [one for one in passage.agencies if one.end <= clause.start and reading.may_act(one)]
    told = ahead[-1] if ahead else None
    return told if told and _SPEAKS_ON.search(passage.text, told.end, clause.start) else None


def _named_ahead(reading: Reading) -> str:
    """The one body of the sentence ahead of a term that moves: «Минводы просили время, но …»."""
    clause, passage = reading.clause, reading.passage
    begin = max(one.start for one in passage.sentences if one.start <= clause.start)
    named = {
        one.agency
        for one in passage.agencies
        if begin <= one.start < clause.start and reading.may_act(one)
    }
    return named.pop() if len(named) == 1 and _names_no_work(reading) else ""


def _inherits(reading: Reading, memory: Memory) -> bool:
    if not memory.is_near(reading):
        return False
    ends = not reading.is_told_itself() or _ends_order(reading) or HEADED in reading.kinds
    if memory.reaches(reading) and ends:
        return True  # the next stage of an order, or the next of a list
    if "bids" in reading.kinds or not reading.words.biddings.you_will.isdisjoint(reading.forms):
        return True
    if "expects" in reading.kinds and reading.passage.ordinal == memory.passage:
        return True
    if memory.is_followed(reading) and tells_of_report(reading.forms, reading.words.reporting):
        return True
    return reading.points_back()


def _ends_order(reading: Reading) -> bool:
    """Whether a Kazakh clause has the verb of those before it: «…, ал 15 мамырға дейін …»."""
    return reading.directives.language == "kk" and "orders" in reading.kinds


def _is_theirs(reading: Reading, kind: str, memory: Memory) -> bool:
    """«Срок переносится на 1 мая», «даю ещё месяц»: the term of the order right before."""
    return kind == "moved" and memory.stands_before(reading) and _names_no_work(reading)


def _names_no_work(reading: Reading) -> bool:
    """Whether a clause tells only of a term, and not of which: «срок», not «срок сдачи моста»."""
    if "gives" in reading.kinds:
        return True
    told, language = reading.marks.get("terms", []), reading.directives.language
    if language == "kk":  # there the work is named first
        return bool(told) and told[0].first < _SOON
    behind = list(chain(*(reading.forms[mark.last + 1 :][:1] for mark in told)))
    named = language == "ru" and any("gent" in cases(form) for form in behind)
    return bool(told) and not named and reading.words.whom.term_of.isdisjoint(behind)
