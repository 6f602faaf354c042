"""Instructions: who must do what by when, clause by clause."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.documents.dates import PartialDate
from index.documents.document import Instruction, Mention, Passage, Sentence
from index.language import Token
from index.policy.clauses import Clause, clauses
from index.policy.deadlines import DateGrammar, Deadline
from index.policy.directives import Directives
from index.policy.grammar import is_future
from index.policy.responsible import charged

_NOBODY = frozenset({"president", "akorda"})
_ABROAD = frozenset({"international", "foreign", "metonym"})
_RETELLING = frozenset({"president", "indirect"})
_NEAR = 6  # tokens from the beginning of a clause that may point back
_FEW = 4  # words of the shortest instruction
_FREE = frozenset({"starts", "future"})  # cues that need more than themselves
_LOOSE = frozenset({"month", "year", "end-of-year"})  # «в октябре», «в этом году»: may tell when


@dataclass
class _Memory:
    """Who was charged last in a document, for a clause that points back."""

    agencies: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    passage: int = 0


class InstructionFinder:
    """Finds the instructions of a document, passage by passage."""

    def __init__(
        self,
        directives: Mapping[str, Directives],
        grammars: Mapping[str, DateGrammar],
        kinds: Mapping[str, str],
    ) -> None:
        self._directives, self._grammars = directives, grammars
        self._able = (
            frozenset(agency for agency, kind in kinds.items() if kind not in _ABROAD) - _NOBODY
        )
        self._memory = _Memory()

    def instructions(
        self,
        passage: Passage,
        tokens: Sequence[Token],
        spoken: PartialDate | None,
    ) -> list[Instruction]:
        """The instructions of a passage that has its speaker and agencies; in order."""
        if passage.ordinal == 1:
            self._memory = _Memory()
        found: list[Instruction] = []
        place = 0
        for sentence in passage.sentences:
            begin = place
            while place < len(tokens) and tokens[place].start < sentence.end:
                place += 1
            directives = self._directives.get(sentence.language, self._directives["ru"])
            span = (sentence.start, sentence.end)
            for clause in clauses(passage.text, span, tokens[begin:place], begin, directives):
                read = _Reading(passage, tokens, clause, directives, sentence, self._able)
                deadlines = self._grammars[directives.language].find(read.text, spoken)
                instruction = read.instruction(deadlines, self._memory, spoken)
                if instruction:
                    found.append(instruction)
        return found


class _Reading:
    """One clause: what kind of instruction it is, if any."""

    def __init__(
        self,
        passage: Passage,
        tokens: Sequence[Token],
        clause: Clause,
        directives: Directives,
        sentence: Sentence,
        able: frozenset[str],
    ) -> None:
        self.passage, self.clause, self.directives = passage, clause, directives
        self.tokens = tokens[clause.first : clause.after]
        self.text = passage.text[clause.start : clause.end]
        self.sentence = sentence
        self.marks = directives.marks(self.tokens)
        self.forms = [token.form for token in self.tokens]
        self.kinds = frozenset(cue.kind for cue in clause.cues)
        self.mentions = [
            mention
            for mention in passage.agencies
            if clause.start <= mention.start < clause.end and mention.agency in able
        ]

    def instruction(
        self, deadlines: Sequence[Deadline], memory: _Memory, spoken: PartialDate | None
    ) -> Instruction | None:
        """The instruction of the clause, or none."""
        lead, joint = charged(
            self.tokens, self.mentions, self.kinds, self.directives, self.marks.get("together", ())
        )
        deadline = _chosen(deadlines, spoken)
        kind = self._kind(deadline, lead)
        if not kind:
            return None
        agencies = tuple(dict.fromkeys(one.agency for one in (*lead, *joint)))
        together = tuple(dict.fromkeys(one.agency for one in joint))
        if agencies:
            memory.agencies, memory.joint = agencies, together
            memory.passage = self.passage.ordinal
        elif self._points_back(memory) and kind not in {"goal", "start"}:
            agencies, together = memory.agencies, memory.joint
        return Instruction(
            id=_identity(self.passage.document, self.text),
            text=self.text,
            start=self.clause.start,
            end=self.clause.end,
            kind=kind,
            agencies=agencies,
            joint=together,
            deadline=deadline.text if deadline else "",
            due=str(deadline.due or "") if deadline else "",
            rule=deadline.rule if deadline else "",
            areas=tuple(score.area for score in self.passage.areas),
        )

    def _kind(self, deadline: Deadline | None, lead: Sequence[Mention]) -> str:
        rule = deadline.rule if deadline else ""
        if "starts" in self.kinds and rule == "start":
            return "start"
        if self.passage.speaker.role not in _RETELLING or len(self.tokens) < _FEW:
            return ""
        if self.kinds & {"recalls", "recalled"}:
            return "recalled"
        if not self._binds(deadline, lead):
            return ""
        if self._is_goal():
            return "goal"
        if "moved" in self.marks:
            return "moved"
        if rule == "recurring":
            return "recurring"
        return "requirement" if self._is_requirement(lead) else "new"

    def _binds(self, deadline: Deadline | None, lead: Sequence[Mention]) -> bool:
        """Whether the cues of the clause make anybody do anything."""
        dated = deadline is not None and deadline.rule not in {"start", "at-once"}
        if "orders" in self.kinds:
            return True
        if self.kinds & {"duties", "needs"}:
            return not self._is_relative() and (dated or not self._is_appeal())
        if "expects" in self.kinds:
            return dated
        if "aims" in self.kinds:
            return self._is_goal()
        return bool(lead) and self._is_future()

    def _is_relative(self) -> bool:
        first = min(cue.first for cue in self.clause.cues) - self.clause.first
        before = self.forms[max(first - 3, 0) : first]
        return not self.directives.relative.isdisjoint(before)

    def _is_appeal(self) -> bool:
        """«Нам нужно …», «трябва да работим»: the speaker counts himself in."""
        if not self.directives.we.isdisjoint(self.forms):
            return True
        if self.directives.language == "bg":
            return bool(re.search(r"\bда (?:\w{1,3} )?\w+[аеяи]м\b", self.text.lower()))
        return False

    def _is_future(self) -> bool:
        if "future" in self.kinds:
            return True
        if self.directives.language == "ru":
            return any(is_future(form) for form in self.forms)
        return False

    def _is_goal(self) -> bool:
        return "aims" in self.kinds or not self.directives.countries.isdisjoint(self.forms[:_NEAR])

    def _is_requirement(self, lead: Sequence[Mention]) -> bool:
        return not lead and "duties" in self.kinds and "orders" not in self.kinds

    def _points_back(self, memory: _Memory) -> bool:
        if not memory.agencies or self.passage.ordinal - memory.passage > 1:
            return False
        return not self.directives.anaphora.isdisjoint(self.forms[:_NEAR])


def _chosen(deadlines: Sequence[Deadline], spoken: PartialDate | None) -> Deadline | None:
    """Of several wordings the one that binds: dated before undated, strict before loose."""
    standing = [
        one
        for one in deadlines
        if one.due is None or spoken is None or one.due >= spoken.first or one.rule == "start"
    ]
    ranked = sorted(
        standing, key=lambda one: (one.due is None, one.rule == "start", one.rule in _LOOSE)
    )
    return ranked[0] if ranked else None


def _identity(document: str, text: str) -> str:
    """A stable id: of the document and the words, whatever blanks and capitals."""
    words = " ".join(re.findall(r"\w+", text.lower()))
    return hashlib.sha256(f"{document}\n{words}".encode()).hexdigest()[:16]
