"""Whether a clause binds anybody, and what kind of instruction it is then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from index.documents.document import Mention, Passage
from index.policy import shades
from index.policy.clauses import Clause
from index.policy.deadlines import Deadline
from index.policy.directives import Directives
from index.policy.grammar import is_future, is_infinitive, is_past
from index.policy.scouting import Words
from index.policy.wordings import Cue

LAW = "regulation"  # the area in which a duty told by anybody is a requirement
RETELLING = frozenset({"president", "indirect"})
_NEAR = 6  # tokens from the beginning of a clause in which its subject stands
_ON = frozenset({"month", "year"})  # «начнёт действовать в январе»
_FAR = frozenset({"year", "before-year"})  # «к 2027 году каждый должен …»
TOLD = frozenset(
    {"orders", "duties", "elided", "starts", "gives", "shifts"}
)  # of others: the rest is news
_FEW = 4  # words of the shortest instruction
_BEFORE = 3  # tokens before a cue in which a relative pronoun rules it
_DIRECT = re.compile(r"\s*[–—―-]\s|\s*[«“„\"]")
_HE = re.compile(
    r"\b(?:президент\w*|токаев\w*|глава государства|он|той|държавният глава|president|tokayev"
    r"|head of state|he|мемлекет басшысы|тоқаев|ол)\b"
)


class Reading:
    """One clause with all that decides: its cues, marks, agencies and deadline."""

    def __init__(
        self,
        passage: Passage,
        tokens: Words,
        clause: Clause,
        directives: Directives,
        able: frozenset[str],
    ) -> None:
        self.passage, self.clause, self.directives = passage, clause, directives
        self.tokens = tokens.part(clause.first, clause.after)
        self.text = passage.text[clause.start : clause.end]
        self.forms = [token.form for token in self.tokens]
        self.kinds = frozenset(cue.kind for cue in clause.cues)
        if (
            "gives" in self.kinds
            and self._pair("gives", "charges")
            and not shades.is_announced(self.forms)
        ):
            self.kinds |= {"orders"}
        self.mentions = [
            mention
            for mention in passage.agencies
            if clause.start <= mention.start < clause.end and mention.agency in able
        ]

    @cached_property
    def marks(self) -> dict[str, list[Cue]]:
        """What else the clause speaks of, by list."""
        return self.directives.marks(self.tokens)

    def is_idle(self) -> bool:
        """Whether it can be seen at once that the clause binds nobody; most clauses do not."""
        if self.passage.speaker.role not in RETELLING and self.kinds.isdisjoint(TOLD):
            return True
        return self.kinds <= {"future"} and not self.mentions

    def meet(self, deadline: Deadline | None) -> None:
        """Take in the deadline: to give somebody time is to order («дал два месяца на …»)."""
        if "gives" in self.kinds and deadline is not None and deadline.due:
            self.kinds |= {"orders"}

    def kind(self, deadline: Deadline | None, lead: Sequence[Mention], *, recalled: bool) -> str:
        """The kind of instruction, empty for none; ``recalled`` where the clause before says so."""
        if self._starts(deadline):
            return "start"
        if len(self.tokens) < _FEW - ("bids" in self.kinds):
            return ""
        ordered = "orders" in self.kinds and _HE.search(self.text.lower())
        if self.passage.speaker.role not in RETELLING and not ordered:
            return self._told_by_others(deadline, lead)
        if shades.is_complaint(self.forms):
            return ""
        if recalled or self._recalls() or (ordered and self._is_told_in_talk()):
            return "recalled"
        return self._shade(deadline, lead) if self._binds(deadline, lead) else ""

    def _starts(self, deadline: Deadline | None) -> bool:
        """Whether something begins on the day: told by a cue that is no part of the date."""
        if deadline is None or "starts" not in self.kinds:
            return False
        begin, end = self.clause.start + deadline.start, self.clause.start + deadline.end
        told = [
            token
            for token in (
                self.tokens[cue.first - self.clause.first]
                for cue in self.clause.cues
                if cue.kind == "starts"
            )
            if not begin <= token.start < end
        ]
        if deadline.rule == "start":  # «қаңтардан бастап» holds its cue, «с начала года» none
            return bool(told) or self.directives.language != "ru"
        if not told:
            return False
        return deadline.rule in _ON and not self._is_duty() and not is_past(told[0].form)

    def _shade(self, deadline: Deadline | None, lead: Sequence[Mention]) -> str:
        if self._is_shift(deadline):
            return "moved"
        if self._is_goal(deadline, lead):
            return "goal"
        if self._is_requirement(lead):
            return "requirement"
        if "moved" in self.marks:
            return "moved"
        return "recurring" if deadline and deadline.rule == "recurring" else "new"

    def _told_by_others(self, deadline: Deadline | None, lead: Sequence[Mention]) -> str:
        """A minister's order, or what a law demands; the rest is news."""
        if self._is_shift(deadline):
            return "moved"
        if "elided" in self.kinds and lead:
            return "new"
        if "orders" in self.kinds and self.mentions and (deadline is not None or lead):
            return "" if self._is_order_wished() else "new"
        if "duties" in self.kinds and lead and deadline is not None:
            if deadline.rule == "recurring":
                return "recurring"
            if deadline.due:
                return "new"
        legal = any(score.area == LAW for score in self.passage.areas)
        return "requirement" if legal and "duties" in self.kinds and not self._is_talk() else ""

    def points_back(self) -> bool:
        """Whether the clause begins with a word that points to what was said before."""
        return not self.directives.anaphora.isdisjoint(self.forms[:_NEAR])

    def _is_duty(self) -> bool:
        return bool(self.kinds & {"orders", "proposes", "duties", "needs"})

    def _is_told_in_talk(self) -> bool:
        """Of another who says what the President once ordered."""
        passage = self.passage
        return passage.speaker.role not in RETELLING and bool(_DIRECT.match(passage.text))

    def _recalls(self) -> bool:
        if "recalled" in self.kinds or shades.was_duty(self.text):
            return True
        return self._pair("reminds", "tasks")

    def _pair(self, verb: str, noun: str) -> bool:
        """Whether a cue of one list is followed soon by a mark of another."""
        return any(
            0 < mark.first - (cue.last - self.clause.first) <= _NEAR
            for cue in self.clause.cues
            if cue.kind == verb
            for mark in self.marks.get(noun, ())
        )

    def _binds(self, deadline: Deadline | None, lead: Sequence[Mention]) -> bool:
        """Whether the cues of the clause make anybody do anything."""
        dated = deadline is not None and deadline.rule not in {"start", "at-once"}
        if self._is_shift(deadline) or "bids" in self.kinds or ("elided" in self.kinds and lead):
            return True
        if self.kinds & {"orders", "proposes"}:
            return self.is_order() or (self._is_own() and (bool(lead) or dated))
        if self.kinds & {"duties", "needs"}:
            return bool(lead) or dated or not (self._is_talk() or self._is_truth())
        if "expects" in self.kinds:
            return (dated and "results" in self.marks) or (bool(lead) and self._is_asked_of())
        if "aims" in self.kinds:
            return dated or bool(re.search(r"\d", self.text))
        return (bool(lead) and self._is_future()) or ("dated" in self.kinds and dated)

    def _is_shift(self, deadline: Deadline | None) -> bool:
        """«Срок сдачи перенесён на конец года»."""
        dated = deadline is not None and deadline.due is not None
        return dated and "shifts" in self.kinds and "terms" in self.marks

    def _is_asked_of(self) -> bool:
        """«Жду от Правительства …»: who must is told with a preposition."""
        starts = {mention.start for mention in self.mentions}
        if self.directives.language == "en":
            return "to" in self.forms
        return any(
            token.start in starts and before.form in self.directives.agents
            for before, token in pairwise(self.tokens)
        )

    def _is_order_wished(self) -> bool:
        """«Министр попросил поручить акиматам …»: the order itself is still to come."""
        ordered = [cue for cue in self.clause.cues if cue.kind == "orders"]
        forms = [self.forms[cue.first - self.clause.first] for cue in ordered]
        return self.directives.language == "ru" and all(map(is_infinitive, forms))

    def _is_own(self) -> bool:
        """«Прошу Правительство …»: the President's own words, first person."""
        own = not self.directives.own.isdisjoint(self.forms)
        return own and self.passage.speaker.role == "president"

    def is_order(self) -> bool:
        """An order, or a wish of the President; in English with the «to» of what to do."""
        if self.directives.language == "en":
            return self._is_english_order()
        if "orders" in self.kinds or _HE.search(self.text.lower()):
            return True
        return bool(self.kinds & {"duties", "needs"}) and not self._is_talk()

    def _is_talk(self) -> bool:
        """«Нам нужно …», «ИИ должен …», «надо работать …»: said of all or of nobody."""
        if self._is_relative() or self._is_appeal():
            return True
        if "duties" in self.kinds:
            if any(mark.first < _NEAR for mark in self.marks.get("general", ())):
                return not self._is_requirement(())
            if shades.names_country(self.forms, self.directives.countries):
                return True
        return "vague" in self.marks and (
            "duties" not in self.kinds or self.directives.language == "bg"
        )

    def _is_truth(self) -> bool:
        """«Люди не должны мёрзнуть», «промышленности нужны заказы»: said of how things are."""
        forms, language = self.forms, self.directives.language
        kinds = {"duties", "needs"}
        duties = [cue.first - self.clause.first for cue in self.clause.cues if cue.kind in kinds]
        if language in {"kk", "en"} and any(
            mark.first < _NEAR for mark in self.marks.get("general", ())
        ):
            return True
        if shades.is_thing_needed(forms, language, duties):
            return True
        denied = shades.is_denied(forms, language, self.text.lower(), duties)
        return denied and not self._is_requirement(())

    def _is_relative(self) -> bool:
        first = min(cue.first for cue in self.clause.cues) - self.clause.first
        before = self.forms[max(first - _BEFORE, 0) : first]
        return not self.directives.relative.isdisjoint(before)

    def _is_appeal(self) -> bool:
        if self.directives.language == "bg" and shades.is_working(self.text):
            return True
        return not self.directives.we.isdisjoint(self.forms)

    def _is_english_order(self) -> bool:
        """«told the Government to …», not «told them that …»."""
        return any(
            shades.tells_to(self.forms, cue.last - self.clause.first, named=bool(self.mentions))
            for cue in self.clause.cues
            if cue.kind in {"orders", "proposes", "gives"}
        )

    def _is_future(self) -> bool:
        if self.directives.language == "ru":
            return any(is_future(form) for form in self.forms)
        return "future" in self.kinds

    def _is_goal(self, deadline: Deadline | None, lead: Sequence[Mention]) -> bool:
        if self.kinds <= {"aims", "starts", "future"} and "aims" in self.kinds:
            return True
        if self.kinds & {"orders", "proposes"}:
            return False
        dated = deadline is not None and deadline.due is not None
        if "reaches" in self.marks and (dated or "пора" in self.forms) and not lead:
            return True
        if deadline and deadline.rule in _FAR and not self.mentions and self._is_measured():
            return True
        if self.directives.language == "kk" and shades.is_place_to_be(self.text.lower()):
            return True
        return shades.names_country(self.forms[:_NEAR], self.directives.countries)

    def _is_measured(self) -> bool:
        """A duty of nobody, or a need with its number: «к 2027 году нужно сто тысяч инженеров»."""
        if "duties" in self.kinds:
            return True
        return "needs" in self.kinds and shades.has_number(self.text)

    def _is_requirement(self, lead: Sequence[Mention]) -> bool:
        """What must be true of a document or another thing that cannot act."""
        if self.kinds & {"orders", "proposes"}:
            return False
        if not self.kinds & {"duties", "needs"}:
            return False
        if "duties" in self.kinds and shades.is_how(
            self.forms, self.directives.language, self.text.lower()
        ):
            return True
        if lead:
            return False
        return any(mark.first < _NEAR for mark in self.marks.get("documents", ()))
