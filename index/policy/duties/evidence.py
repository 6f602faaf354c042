"""What a clause shows: its words, its cues and marks, and what they say of duty and of talk."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from index.documents.document import Mention, Passage
from index.policy.duties.addressees import bearers
from index.policy.duties.clauses import Clause
from index.policy.duties.directives import Directives
from index.policy.duties.modality import shades
from index.policy.duties.timing.deadlines import Deadline
from index.policy.duties.timing.moves import is_more_time
from index.policy.scouting import Words
from index.policy.wordings import Cue

RETELLING = frozenset({"president", "indirect"})
NEAR = 6  # tokens from the beginning of a clause in which its subject stands
_REMINDED = 9  # tokens: «напомнил членам Правительства и акимам регионов о поручении»
_SPOKEN = 4  # characters before a clause in which a quotation ends
DIRECT = re.compile(r"\s*[–—―-]\s|\s*[«“„\"]")


class Evidence:
    """One clause and what its words show, before anybody asks to what it binds."""

    def __init__(
        self,
        passage: Passage,
        tokens: Words,
        clause: Clause,
        directives: Directives,
        able: frozenset[str],
    ) -> None:
        self.passage, self.clause, self.directives = passage, clause, directives
        self.words = directives.words
        self._able = able
        self.around, self.tokens = tokens, tokens.part(clause.first, clause.after)
        self.text = passage.text[clause.start : clause.end]
        self.low = self.text.lower()
        self.forms = [token.form for token in self.tokens]
        self.kinds = frozenset(cue.kind for cue in clause.cues)
        if "owed" in self.kinds and self._is_reported():
            self.kinds = self.kinds - {"owed"} | {"duties"}
        if "receives" in self.kinds or self._is_laid_on():
            self.kinds |= {"orders"}
        if "gives" in self.kinds and self._pair("gives", "charges") and not self._is_announced():
            self.kinds |= {"orders"}
        elif self.kinds == {"orders"} and self._are_told(clause) and self._is_announced():
            self.kinds = frozenset()
        self.before = passage.text[max(clause.start - _SPOKEN, 0) : clause.start]
        self.mentions = [
            mention
            for mention in passage.agencies
            if clause.start <= mention.start < clause.end and mention.agency in able
        ]

    def _is_reported(self) -> bool:
        """Whether only the reporter puts it in the past: "said that the Ministry was to build"."""
        text, start = self.passage.text, self.clause.start
        told = max(
            (one for one in self.passage.sentences if one.start <= start),
            key=lambda one: one.start,
        )
        return bool(self.words.again.reported.search(text[told.start : told.end].lower()))

    def _is_announced(self) -> bool:
        """«Дал ряд поручений»."""
        return shades.is_announced(self.forms, self.directives.language, self.words)

    def _are_told(self, clause: Clause) -> bool:
        """Whether the orders are only named, and told in no words behind a colon."""
        colon = self.passage.text[clause.end :].lstrip().startswith(":")
        named = self.words.shades.announced
        return not colon and all(not named.isdisjoint(self._told(cue)) for cue in clause.cues)

    def _told(self, cue: Cue) -> list[str]:
        return [token.form for token in self.around[cue.first : cue.last + 1]]

    def _is_laid_on(self) -> bool:
        """«На министерство возложена проверка»."""
        return "gives" in self.kinds and any(
            form.startswith(self.words.bearers.laid_on) for form in self.forms_of("gives")
        )

    @cached_property
    def marks(self) -> dict[str, list[Cue]]:
        """What else the clause speaks of, by list."""
        return self.directives.marks(self.tokens)

    def forms_of(self, kind: str) -> list[str]:
        """The first word of each cue of a list, as it stands; a cue may be lent from beside."""
        return [self.around[cue.first].form for cue in self.clause.cues if cue.kind == kind]

    def _numbers(self, *kinds: str) -> list[int]:
        """Where in the clause the cues of some lists stand that it has not from the one beside."""
        clause = self.clause
        inside = range(clause.first, clause.after)
        return [
            cue.first - clause.first
            for cue in clause.cues
            if cue.kind in kinds and cue.first in inside
        ]

    def may_act(self, mention: Mention) -> bool:
        """Whether an agency may be told to act at all."""
        return mention.agency in self._able

    def is_told_itself(self) -> bool:
        """Whether a cue stands here; one lent by the clause beside charges only who is named."""
        clause = self.clause
        return any(clause.first <= cue.first < clause.after for cue in clause.cues)

    def points_back(self) -> bool:
        """Whether the clause begins with a word that points to what was said before."""
        return not self.directives.anaphora.isdisjoint(self.forms[:NEAR])

    def is_back(self) -> bool:
        """Whether a Russian clause points back anywhere: «велел закончить эту работу»."""
        russian = self.directives.language == "ru"
        return russian and not self.directives.anaphora.isdisjoint(self.forms)

    def _is_duty(self) -> bool:
        return bool(self.kinds & {"orders", "proposes", "duties", "needs"})

    def _is_told_in_talk(self) -> bool:
        """Of another who says what the President once ordered."""
        passage = self.passage
        return passage.speaker.role not in RETELLING and bool(DIRECT.match(passage.text))

    def _recalls(self) -> bool:
        if "recalled" in self.kinds or self._was_duty():
            return True
        return self._pair("reminds", "tasks", _REMINDED)

    def _was_duty(self) -> bool:
        """«Должны были сделать»."""
        return self._is_duty() and shades.was_duty(self.low, self.words.shades)

    def _pair(self, verb: str, noun: str, reach: int = NEAR) -> bool:
        """Whether a cue of one list is followed soon by a mark of another."""
        return any(
            0 < mark.first - (cue.last - self.clause.first) <= reach
            for cue in self.clause.cues
            if cue.kind == verb
            for mark in self.marks.get(noun, ())
        )

    def _gives_time(self, deadline: Deadline) -> bool:
        given, within = self.forms_of("gives"), deadline.rule == "within" or "terms" in self.marks
        within = within or not self.words.shades.time.isdisjoint(self.forms)
        return bearers.is_time_given(given, self.directives, within=within)

    def is_changed(self) -> bool:
        """Whether the clause says that a deadline is another now."""
        return "shifts" in self.kinds or "moved" in self.marks

    def _is_prolonged(self) -> bool:
        """«Получило ещё год», "was given another month"."""
        return "gives" in self.kinds and is_more_time(self.low, self.words.more)

    def _is_shift(self, deadline: Deadline | None) -> bool:
        """«Срок сдачи перенесён на конец года»."""
        if deadline is None or deadline.due is None:
            return False
        return deadline.was is not None or ("shifts" in self.kinds and "terms" in self.marks)

    def whose_term(self) -> list[Mention]:
        """The body named beside a term that changed: «срок сдачи Минтрансом перенесён»."""
        return self.mentions if len({one.agency for one in self.mentions}) == 1 else []

    def is_his(self) -> bool:
        """Whether the President is the one who is told to say so, and not another country's."""
        if self.words.him.by_name.search(self.low) and self._is_of_him():
            return True
        clause = self.clause
        return bool(self.words.him.named.search(self.low)) and any(
            clause.start <= one.start < clause.end and one.agency == "president"
            for one in self.passage.agencies
        )

    def _is_of_him(self) -> bool:
        """Whether «он» may be the President: he speaks, or is named in the passage."""
        passage, him = self.passage, self.words.him
        return passage.speaker.role in RETELLING or bool(him.surely.search(passage.text.lower()))

    def _is_asked_of(self) -> bool:
        """«Жду от Правительства …»: who must is told with a preposition."""
        starts = {mention.start for mention in self.mentions}
        if self.directives.language == "en":
            return "to" in self.forms
        if self.directives.language == "kk":  # «министрліктен күтемін»: a case says it
            return True
        return any(
            token.start in starts and before.form in self.directives.agents
            for before, token in pairwise(self.tokens)
        )
