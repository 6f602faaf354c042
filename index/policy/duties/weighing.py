"""What the words of a clause amount to: an order, talk, a truth or what must be true of a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents.document import Mention
from index.language.endings import MANY
from index.language.grammar import cases, is_future, is_infinitive, is_past
from index.policy.duties.addressees import bearers
from index.policy.duties.addressees.strangers import is_told
from index.policy.duties.builds.surroundings import is_predicate
from index.policy.duties.evidence import NEAR, Evidence
from index.policy.duties.modality import asides, shades
from index.policy.duties.timing.deadlines import Deadline

_FIGURE = re.compile(r"\d")
_LOOSE = frozenset({"answers", "spoke"})  # of themselves they bind nobody
_HIS = frozenset({"president", "akorda"})
_AWAITING = frozenset({"expects", "future", "starts", "closes"})
_DUTY = frozenset({"duties", "closes", "starts", "reminds", "answers"})  # no word of an order
_BEFORE = 3  # tokens before a cue in which a relative pronoun rules it


class Weighed(Evidence):
    """One clause, and whether its words order, or only tell of duties."""

    beside = False  # whether an order is told ahead of it in its sentence

    def _is_answerable(self) -> bool:
        direct = self.passage.speaker.role == "president"
        told = self.forms_of("answers")
        return not self._is_relative() and bearers.is_answerable(
            self.forms, told, self.directives, direct=direct
        )

    def _is_order_wished(self) -> bool:
        """«Министр попросил поручить акиматам …»: the order itself is still to come."""
        forms = self.forms_of("orders")
        wished = self.directives.language == "ru" and bool(forms) and all(map(is_infinitive, forms))
        return wished and any(map(is_predicate, self.tokens))  # «контроль возложить на …» orders

    def _is_own(self) -> bool:
        """«Прошу Правительство …»: the President's own words, first person."""
        own = not self.directives.own.isdisjoint(self.forms)
        return own and self.passage.speaker.role == "president"

    def is_order(self) -> bool:
        """An order, or a wish of the President; in English with the «to» of what to do."""
        if self.directives.language == "en":
            return self._is_english_order()
        if "orders" in self.kinds or self.is_his():
            return True
        return bool(self.kinds & {"duties", "needs"}) and not self._is_talk()

    def _is_talk(self) -> bool:
        """«Нам нужно …», «ИИ должен …», «надо работать …»: said of all or of nobody."""
        if self._is_relative() or self._is_appeal():
            return True
        if "duties" in self.kinds:
            if self._speaks_of("general", "people"):
                return not self._is_requirement(())
            if shades.names_country(self.forms, self.directives):
                return True
        if "vague" not in self.marks:
            return False
        if "duties" not in self.kinds:
            return True
        named = any(form.startswith(self.words.shades.bodies) for form in self.forms[:NEAR])
        return self.directives.language == "bg" and not named

    def _speaks_of(self, *lists: str) -> bool:
        """Whether a word of one of the lists stands where the subject of the clause does."""
        return any(mark.first < NEAR for one in lists for mark in self.marks.get(one, ()))

    def is_of_people(self) -> bool:
        """«Врач не должен …», «тариф не должен зависеть от …»: nobody is charged, yet it binds."""
        language = self.directives.language
        if self._is_relative() or self._is_appeal() or self._speaks_of("general"):
            return False
        if "vague" in self.marks or shades.names_country(self.forms, self.directives):
            return False
        # «Не надо рассказывать» forbids nothing; in Kazakh and English a need is a duty too.
        duties = self._numbers("duties", *(("needs",) if language in {"kk", "en"} else ()))
        denied = shades.is_denied(self.forms, language, self.low, duties, self.words)
        return bool(duties) and (denied or self._speaks_of("people"))

    def _is_truth(self) -> bool:
        """«Люди не должны мёрзнуть», «промышленности нужны заказы»: said of how things are."""
        forms, language = self.forms, self.directives.language
        duties = self._numbers("duties", "needs")
        if language in {"kk", "en"} and self._speaks_of("general", "people"):
            return True
        if shades.is_thing_needed(forms, language, duties, self.words):
            return True
        denied = shades.is_denied(forms, language, self.low, duties, self.words)
        return denied and not self._is_requirement(())

    def _is_complained(self) -> bool:
        """«Люди жалуются, что надо ехать»: what somebody says he must."""
        passage, start = self.passage, self.clause.start
        begin = max(one.start for one in passage.sentences if one.start <= start)
        return asides.is_complained(passage.text[begin : self._told_from()], self.words.asides)

    def _told_from(self) -> int:
        """Where the first word stands that binds."""
        return self.around[self.clause.cues[0].first].start

    def _is_thing_wanted(self) -> bool:
        """«Data centres need power»: nobody is told to do anything."""
        english = self.directives.language == "en"
        return english and shades.is_thing_wanted(
            self.forms, self._numbers("needs"), self.words.shades
        )

    def _is_wish(self) -> bool:
        """«Пусть Родина процветает»."""
        return asides.is_wish(self.low, self.words.asides) and not self.mentions

    def _is_relative(self) -> bool:
        """Whether the first of the words that bind is part of a clause on something else."""
        binding = [cue for cue in self.clause.cues if cue.kind not in _LOOSE] or self.clause.cues
        first = min(cue.first for cue in binding) - self.clause.first
        before = self.forms[max(first - _BEFORE, 0) : first]
        return not self.directives.relative.isdisjoint(before)

    def _is_appeal(self) -> bool:
        if shades.is_ours(self.low, self.words.shades):
            return True
        return not self.directives.we.isdisjoint(self.forms)

    def _is_of_many(self) -> bool:
        """«Перевозчики просят …», "hauliers want": several ask, and not the President."""
        forms, language = self.forms_of("proposes"), self.directives.language
        if (
            not forms
            or not self.kinds.isdisjoint(("orders", "duties"))
            or self.passage.speaker.role == "president"
        ):
            return False
        if language == "en":
            return self.words.shades.many.issuperset(forms)
        return language in MANY and all(form.endswith(MANY[language]) for form in forms)

    def _is_he_left_out(self, lead: Sequence[Mention]) -> bool:
        """«…, и попросил министра сделать»: a retelling that goes on without naming him."""
        asked = self.forms_of("proposes")
        opening = [form for form in self.forms[:2] if form not in self.directives.conjunctions]
        return bool(lead and asked) and opening[:1] == asked[:1] and is_past(asked[0])

    def _is_english_order(self) -> bool:
        """«told the Government to …», not «told them that …»; «while the Bank – to …» is one."""
        clause, kinds = self.clause, {"orders", "proposes", "gives"}
        told = [cue for cue in clause.cues if cue.kind in kinds]
        return any(
            not clause.first <= cue.first < clause.after
            or shades.tells_to(
                self.forms,
                cue.last - clause.first,
                self.words.shades,
                named=bool(self.mentions),
            )
            for cue in told
        )

    def _is_future(self) -> bool:
        if self.directives.language == "ru":
            return any(is_future(form) for form in self.forms)
        return "future" in self.kinds

    def _is_measured(self) -> bool:
        """A duty of nobody, or a need with its number: «к 2027 году нужно сто тысяч инженеров»."""
        if "duties" in self.kinds:
            return True
        return "needs" in self.kinds and shades.has_measure(self.low, self.words.shades)

    def _is_requirement(self, lead: Sequence[Mention]) -> bool:
        """What must be true of a document or another thing that cannot act."""
        if self.kinds & {"orders", "proposes"}:
            return False
        if not self.kinds & {"duties", "needs"}:
            return False
        if "duties" in self.kinds and shades.is_how(
            self.forms, self.directives.language, self.low, self.words.shades
        ):
            return True
        if lead or shades.is_work(self.kinds, self.forms, self.directives.language):
            return False
        return any(mark.first < NEAR for mark in self.marks.get("documents", ()))

    def is_duty_of_nobody(self, deadline: Deadline | None) -> bool:
        """«Показания обязаны уходить инспектору»: with nobody charged, what must be true."""
        if deadline is not None or self.mentions or not self.kinds <= _DUTY:
            return False
        told, words = self.forms_of("duties"), self.words.shades
        planned = self.directives.language == "en" and not words.must.issuperset(told)
        anybody = (
            self.beside
            or self.points_back()
            or any(form.startswith(words.bodies) for form in self.forms)
        )
        return bool(told) and not (planned or anybody or words.let.issuperset(told))

    def _is_to_strangers(self) -> bool:
        """«Предложил иностранным фондам …», «… саммиту тюркских государств»."""
        clause = self.clause
        named = any(
            clause.start <= one.start < clause.end
            and one.agency not in _HIS
            and not self.may_act(one)
            and is_told(self.tokens, one, self.directives)
            for one in self.passage.agencies
        )
        return named or asides.is_to_strangers(self.low, self.words.asides)

    def _is_awaited_now(self, *, dated: bool) -> bool:
        """«Систему теперь ждут к концу года»: by another day than before."""
        bare = "expects" in self.kinds and self.kinds <= _AWAITING
        return bare and dated and not self.words.more.now.isdisjoint(self.forms)

    def _is_aim_told(self) -> bool:
        """An aim with its number, or one said to be ours: «наша цель – не запрещать, а …»."""
        return bool(_FIGURE.search(self.text) or self.words.shades.our_aim.match(self.low))

    def _is_barred(self) -> bool:
        """«Банкам нельзя …»: whom, right before what he may not do."""
        return self.directives.language == "ru" and any(
            "datv" in cases(form) and "nomn" not in cases(form)
            for cue in self.clause.cues
            if cue.kind == "bans"
            for form in self.forms[: cue.first - self.clause.first][-1:]
        )
