"""Whether a clause binds anybody, and what kind of instruction it is then."""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.dates import PartialDate
from index.documents.document import Mention
from index.language.grammar import is_future, is_past
from index.policy.duties.addressees import bearers
from index.policy.duties.builds.headed import HEADED
from index.policy.duties.builds.lexicon import Scheduled
from index.policy.duties.builds.listed import LISTED, answering_behind
from index.policy.duties.builds.reporting import REPORTED
from index.policy.duties.builds.scheduled import SCHEDULED
from index.policy.duties.evidence import NEAR, RETELLING
from index.policy.duties.modality import again, asides, shades
from index.policy.duties.timing.deadlines import Deadline
from index.policy.duties.weighing import Weighed

LAW = "regulation"  # the area in which a duty told by anybody is a requirement
_ON = frozenset({"month", "year"})  # «начнёт действовать в январе»
_FAR = frozenset({"year", "before-year"})  # «к 2027 году каждый должен …»
TOLD = frozenset(
    {"orders", "duties", "elided", "starts", "gives", "shifts", HEADED}
)  # of others: the rest is news
_BEGUN = frozenset({"new", "requirement"})  # «с 1 января все должны …» is no deadline
_ENDS = frozenset({"end-of-year", "within"})
_YEARS = 2  # ahead of the speech: so far goals lie
_AIMING = frozenset({"aims", "starts", "closes", "future", "expects", "proposes"})
_UNBOUND = frozenset({"year", "end-of-year", "start", "in-season"})
_FEW = 4  # words of the shortest instruction
_SHORT = frozenset({"bids", "elided", HEADED})  # «Минтрансу – дороги»


class Reading(Weighed):
    """One clause with all that decides: its cues, marks, agencies and deadline."""

    follows = False  # or ahead in its passage
    _is_far = False  # whether the deadline lies years ahead
    _is_scheduled = False  # whether it is a day or a term, or how often something is told to him

    def is_idle(self) -> bool:
        """Whether it can be seen at once that the clause binds nobody; most clauses do not."""
        if self.passage.speaker.role not in RETELLING and self.kinds.isdisjoint(TOLD):
            return True
        return self.kinds <= {"future", "answers"} and not self.mentions

    def meet(self, deadline: Deadline | None, spoken: PartialDate | None) -> None:
        """Take in the deadline: to give somebody time is to order («дал два месяца на …»)."""
        words, due = self.words.scheduled, deadline.due if deadline is not None else None
        if SCHEDULED in self.kinds and deadline is not None:
            often = deadline.rule == "recurring" and not words.me.isdisjoint(self.forms)
            often = often and any(
                form.startswith(words.reports) for form in self.forms_of(SCHEDULED)
            )
            strict = deadline.rule not in _UNBOUND or _is_by(deadline, words)
            strict = strict and not words.takes.match(deadline.text.lower())
            self._is_scheduled = often or (due is not None and strict)
        self._is_far = due is not None and spoken is not None and due.year - spoken.year >= _YEARS
        if "aims" in self.kinds and self.directives.language == "kk":
            self.kinds -= {"gives"}  # «мақсаты қойылып отыр»: an aim is set, no time given
        given = "gives" in self.kinds and deadline is not None and deadline.due
        if given and deadline and self._gives_time(deadline):
            received = bearers.is_received(self.forms_of("gives"), self.words.bearers)
            self.kinds |= {"orders", "receives"} if received else {"orders"}
        elif "gives" in self.kinds and self._is_prolonged():
            self.kinds |= {"orders", "receives"}

    def was_due(self) -> bool:
        """Whether a day told here may be gone by: «должен был до 1 мая»."""
        words = self.words.shades
        was = "owed" in self.kinds or self._was_duty()
        return was or shades.was_left_undone(self.low, words)

    def kind(self, deadline: Deadline | None, lead: Sequence[Mention], *, recalled: bool) -> str:
        """The kind of instruction, empty for none; ``recalled`` where the clause before says so."""
        kind = "start" if self._starts(deadline) else self._kind(deadline, lead, recalled=recalled)
        begins = deadline is not None and deadline.rule == "start"
        told = "orders" in self.kinds and bool(lead)  # «поручаю банку с 1 мая отменить»
        return "start" if begins and kind in _BEGUN and not told else kind

    def _kind(self, deadline: Deadline | None, lead: Sequence[Mention], *, recalled: bool) -> str:
        if len(self.tokens) < _FEW - bool(self.kinds & _SHORT):
            return ""
        asked = self.kinds & {"orders", "proposes"} and not self.mentions
        if asked and asides.is_attribution(self.before, self.forms, self.words.asides):
            return ""
        ordered = "orders" in self.kinds and self.is_his()
        if self.passage.speaker.role not in RETELLING and not ordered:
            return self._told_by_others(deadline, lead)
        if shades.is_complaint(self.forms, self.words) or asides.is_aside(
            self.low, self.words.asides
        ):
            return ""
        due = deadline is not None and deadline.due is not None
        again = self._recalls() or self._is_told_again(lead, dated=due)
        if recalled or again or (ordered and self._is_told_in_talk() and self.is_order()):
            return "recalled"
        return self._shade(deadline, lead) if self._binds(deadline, lead) else ""

    def _starts(self, deadline: Deadline | None) -> bool:
        """Whether something begins on the day: told by a cue that is no part of the date."""
        if deadline is None or self.kinds.isdisjoint({"starts", "closes"}):
            return False
        if "starts" not in self.kinds:
            return deadline.rule == "start" and self._is_to_come()
        language = self.directives.language
        told = shades.beginnings(self.clause, self.tokens, deadline, language)
        if deadline.rule == "start":  # «қаңтардан бастап» holds its cue, «с начала года» none
            return bool(told) or language != "ru"
        if not told or deadline.rule not in _ON or _is_by(deadline, self.words.scheduled):
            return False
        bound = self._is_duty() or "recalled" in self.kinds
        return not bound and not is_past(told[0].form)

    def _is_to_come(self) -> bool:
        """«С 1 мая закроют», «закриват се»: not what was closed."""
        if self._is_duty() or "recalled" in self.kinds:
            return False
        told = self.forms_of("closes")
        return self.directives.language != "ru" or any(map(is_future, (*told, *self.forms)))

    def _shade(self, deadline: Deadline | None, lead: Sequence[Mention]) -> str:
        due = deadline is not None and deadline.due is not None
        if self._is_shift(deadline) or self._is_awaited_now(dated=due):
            return "moved"
        if self._is_goal(deadline, lead):
            return "goal"
        held = [form in self.words.bearers.at for form in self.forms_of("entrusts")] == [
            True
        ]  # «ключи – только у прокуратуры»
        if held or "bans" in self.kinds or self._is_requirement(lead):
            return "requirement"
        if "moved" in self.marks or self._is_prolonged() or (deadline and deadline.was):
            return "moved"
        if deadline and deadline.rule == "recurring":
            return "recurring"
        dated = deadline is not None and deadline.due is not None and deadline.rule != "within"
        told = bool(lead) or dated or bool(self.kinds & {"orders", "proposes", "bids"})
        anyone = not told and (self._is_of_anyone() or self.is_of_people())
        return "requirement" if anyone else "new"

    def _told_by_others(self, deadline: Deadline | None, lead: Sequence[Mention]) -> str:
        """A minister's order, or what a law demands; the rest is news."""
        if self._is_shift(deadline) and (self.mentions or self.is_his() or "terms" in self.marks):
            return "moved"
        given = "recurring" if deadline and deadline.rule == "recurring" else "new"
        given = "moved" if self._is_prolonged() else given
        if HEADED in self.kinds or ("elided" in self.kinds and lead):
            return given
        told = bool(lead) or (deadline is not None and "gives" not in self.kinds)
        if "orders" in self.kinds and self.mentions and told:
            return given if self._is_ordered_by_others() else ""
        if "duties" in self.kinds and lead and deadline and (deadline.due or given == "recurring"):
            return given
        legal = any(score.area == LAW for score in self.passage.areas)
        return "requirement" if legal and "duties" in self.kinds and not self._is_talk() else ""

    def _is_ordered_by_others(self) -> bool:
        if self._is_order_wished() or asides.is_asking(self.low, self.words.asides):
            return False
        return self.directives.language != "en" or self._is_english_order()

    def _binds(self, deadline: Deadline | None, lead: Sequence[Mention]) -> bool:
        """Whether the cues of the clause make anybody do anything."""
        dated = deadline is not None and deadline.rule not in {"start", "at-once"}
        if self._is_shift(deadline) or self.kinds & {"bids", HEADED}:
            return True
        often = deadline is not None and deadline.rule == "recurring"
        if (self.kinds & {"elided", "entrusts"} and lead) or (often and REPORTED in self.kinds):
            return True
        aimed = self._is_aim(lead) and (dated or self._is_aim_told())
        if aimed or self._is_awaited_now(dated=dated):
            return True
        if self.kinds & {"orders", "proposes"}:
            return self._is_asked(lead, dated=dated)
        if self.kinds & {"duties", "needs"}:
            wanted = self._is_wish() or ("duties" not in self.kinds and self._is_thing_wanted())
            talk = self._is_talk() or self._is_truth()
            bound = bool(lead) or dated or not talk or self.is_of_people()
            return bound and not wanted and (bool(lead) or not self._is_complained())
        return self._is_left_to(lead, dated=dated)

    def _is_left_to(self, lead: Sequence[Mention], *, dated: bool) -> bool:
        """What somebody answers for, is awaited of him or aimed at, or what he will do."""
        if LISTED in self.kinds:
            return dated or bool(answering_behind(self.passage, self.clause.end, self.words.listed))
        scheduled = self.beside or (dated and self._is_scheduled)
        if SCHEDULED in self.kinds and lead and scheduled:
            return True
        if "answers" in self.kinds and (self.follows or self._is_answerable()):
            return bool(lead)
        if "bans" in self.kinds:
            return bool(lead) or self._is_barred()
        if "expects" in self.kinds:
            return (dated and "results" in self.marks) or (bool(lead) and self._is_asked_of())
        return (bool(lead) and self._is_future()) or ("dated" in self.kinds and dated)

    def _is_told_again(self, lead: Sequence[Mention], *, dated: bool) -> bool:
        """Whether the clause tells how an order given before fared, or that it was given."""
        if lead and dated and shades.was_left_undone(self.low, self.words.shades):
            return True
        told = ((kind, self.forms_of(kind)) for kind in again.KINDS if kind in self.kinds)
        language = self.directives.language
        return any(
            again.is_told(
                kind,
                forms,
                self.low,
                language,
                self.words.again,
                charges=bool(lead),
                dated=dated,
            )
            for kind, forms in told
        )

    def _is_asked(self, lead: Sequence[Mention], *, dated: bool) -> bool:
        if not self.kinds & {"orders", "duties"} and "vague" in self.marks:
            return bool(lead) or dated
        if self._is_of_many() or (
            "orders" not in self.kinds and not lead and self._is_to_strangers()
        ):
            return False
        must = "duties" in self.kinds and self.directives.language == "en"
        return (
            self.is_order()
            or self._is_he_left_out(lead)
            or ((must or self._is_own()) and (bool(lead) or dated))
        )

    def _is_aim(self, lead: Sequence[Mention]) -> bool:
        """«Цель – …», «к 2030 году мы рассчитываем …»: what is aimed at, and nobody charged."""
        return "aims" in self.kinds and self.kinds <= _AIMING and not lead

    def _is_of_anyone(self) -> bool:
        """«Гражданин должен …», «no citizen should …»: true of everyone, an order to nobody."""
        if not self.kinds & {"duties", "needs"} or self.kinds & {"orders", "proposes", "bids"}:
            return False
        return shades.is_of_anyone(self.forms[:NEAR], self.low, self.words.shades)

    def _is_goal(self, deadline: Deadline | None, lead: Sequence[Mention]) -> bool:
        if self._is_aim(lead):
            return True
        if self.kinds & {"orders", "proposes"}:
            return False
        dated = deadline is not None and deadline.due is not None
        if (
            "reaches" in self.marks
            and (dated or not self.words.shades.due_now.isdisjoint(self.forms))
            and not lead
        ):
            return True
        far = deadline is not None and (
            deadline.rule in _FAR or (deadline.rule in _ENDS and self._is_far)
        )
        if far and not self.mentions and self._is_measured():
            return True
        if shades.is_place_to_be(self.low, self.words.shades):
            return True
        return shades.names_country(self.forms[:NEAR], self.directives)


def _is_by(deadline: Deadline, words: Scheduled) -> bool:
    """«К 1 мая», «1 мамырға дейін»: a day to be ready by, where «в мае» tells when."""
    low = deadline.text.lower()
    return bool(words.by.match(low)) or low.endswith(words.until)
