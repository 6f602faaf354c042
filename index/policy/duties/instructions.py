"""Instructions: who must do what by when, clause by clause."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from index.documents.dates import PartialDate
from index.documents.document import Instruction, Mention, Passage, Sentence
from index.policy.duties.addressees.memory import Memory, who_must
from index.policy.duties.addressees.responsible import charged
from index.policy.duties.addressees.strangers import Strangers
from index.policy.duties.builds.headed import heading, item
from index.policy.duties.builds.listed import answering_behind, might_list
from index.policy.duties.builds.surroundings import WHOM
from index.policy.duties.clauses import clauses
from index.policy.duties.directives import Directives
from index.policy.duties.evidence import RETELLING
from index.policy.duties.modality.announcing import told_in_full
from index.policy.duties.modality.binding import LAW, TOLD, Reading
from index.policy.duties.modality.chiefs import chiefs
from index.policy.duties.modality.cueing import cues_of
from index.policy.duties.modality.recalling import told_before, without_day_of_order
from index.policy.duties.telling import areas_of, beginning
from index.policy.duties.timing.deadlines import DateGrammar, Deadline
from index.policy.duties.timing.staged import staged
from index.policy.duties.timing.terms import binding_term, term_alone, with_term_behind
from index.policy.scouting import Look, within
from index.policy.wordings import as_written

_NOBODY = frozenset({"president", "akorda"})
_ABROAD = frozenset({"international", "foreign", "metonym"})
_ASKED = re.compile(r"\?[»“”\"]*\s*\Z")
_WORD = re.compile(r"\w+")
_TELLING = frozenset({"orders", "receives", "gives", "shifts"})
_CLOSED = 5  # characters in which a sentence ends


class InstructionFinder:
    """Finds the instructions of passages; ``kinds`` are those of the agencies by id."""

    def __init__(
        self,
        directives: Mapping[str, Directives],
        grammars: Mapping[str, DateGrammar],
        kinds: Mapping[str, str],
        strangers: Strangers,
    ) -> None:
        self._directives, self._grammars = directives, grammars
        self._strangers = strangers
        self.him = directives["ru"].words.him  # the same in each language
        self._foreign = frozenset(one for one, kind in kinds.items() if kind in _ABROAD)
        self._able = frozenset(kinds) - self._foreign - _NOBODY

    def instructions(
        self,
        passage: Passage,
        look: Look,
        spoken: PartialDate | None,
        memory: Memory,
    ) -> Iterator[Instruction]:
        """The instructions of a passage that has its speaker and agencies; in order."""
        answered = -1  # where those are named who answer for what was told before
        listed = self._goes_on(passage, look, memory)
        for readings in self._sentences(passage, look, spoken, listed=listed):
            for reading, found in told_in_full(self._found(readings, spoken, memory)):
                if found.start < answered:
                    continue
                grammar = self._grammars[reading.directives.language]
                named = self._answering(found, reading, grammar)
                answered = named[-1].end if named else answered
                whole = replace(found, agencies=_bodies(named)) if named else found
                behind = named[-1].end if named else found.end
                yield with_term_behind(whole, reading, grammar, spoken, behind)

    def _goes_on(self, passage: Passage, look: Look, memory: Memory) -> bool:
        """Whether a passage is an item of a list headed by who must; a heading is remembered."""
        if memory.lists(passage):
            memory.listed = passage.ordinal
            return True
        if passage.text.endswith(":") and passage.agencies:
            directives = self._directives.get(passage.language, self._directives["ru"])
            named = [one for one in passage.agencies if one.agency in self._able]
            if heading(passage, named, look.words, directives):
                memory.heads, memory.listed = _bodies(named), passage.ordinal
        return False

    def _answering(
        self, found: Instruction, reading: Reading, grammar: DateGrammar
    ) -> list[Mention]:
        """Who is named behind an instruction as responsible, if it names nobody itself.

        Between them its term may stand: «Срок – 1 июля. Исполнитель – Министерство …».
        """
        if found.agencies:
            return []
        passage, words = reading.passage, reading.words.listed
        named = answering_behind(passage, found.end, words)
        term = "" if named else term_alone(passage.text, found.end, grammar)
        if term:
            end = passage.text.index(term, found.end) + len(term)
            named = answering_behind(passage, end, words)
        return [one for one in named if reading.may_act(one)]

    def may_be_due(self, passage: Passage) -> bool:
        """Whether a passage may hold a term; if not, it need not be read as one of his orders."""
        languages = {sentence.language for sentence in passage.sentences}
        return any(self._grammars[one].might(passage.text) for one in languages)

    def _found(
        self, readings: Sequence[Reading], spoken: PartialDate | None, memory: Memory
    ) -> Iterator[tuple[Reading, Instruction]]:
        """The instructions of a sentence, each with the clause that tells it."""
        recalled = False
        last = ""  # the kind of the instruction told last
        for reading in readings:
            if reading.is_idle() and not recalled:
                continue
            recalled = recalled or (last == "recalled" and "elided" in reading.kinds)
            grammar = self._grammars[reading.directives.language]
            before, kinds = told_before(reading, spoken), reading.kinds
            gone = recalled or before or reading.was_due()
            deadline = binding_term(reading, grammar, spoken, recalled=gone)
            reading.meet(deadline, spoken)
            if reading.kinds != kinds:
                before = told_before(reading, spoken)
            if before and not recalled:
                deadline = without_day_of_order(reading, deadline)
            found = _instruction(reading, deadline, memory, recalled=recalled or before)
            if found is not None and self._are_others_told(reading):
                continue
            begins = reading.passage.text[reading.clause.end :].lstrip()[:1] == ":"
            recalled = found is not None and found.kind == "recalled" and begins
            if found is not None and not (recalled and reading is not readings[-1]):
                last = found.kind
                yield reading, found

    def _sentences(
        self, passage: Passage, look: Look, day: PartialDate | None, *, listed: bool
    ) -> Iterator[list[Reading]]:
        """The clauses of each sentence that may bind."""
        spoken = passage.speaker.role in RETELLING
        if not (spoken or listed or passage.agencies or self._may_bind(passage, look)):
            return
        agents = {one.start: one.end for one in passage.agencies if one.agency not in _NOBODY}
        for sentence in passage.sentences:
            directives = self._directives.get(sentence.language, self._directives["ru"])
            if _is_question(passage.text, sentence):
                continue
            named = [one for one in passage.agencies if _inside(one, sentence)]
            known = bool(named) or listed
            marks = directives.cue_mark | (directives.spoken_marks if spoken else 0)
            if not known and not look.might(marks) and not _may_list(passage, sentence, directives):
                continue
            own = look.within(sentence.start, sentence.end)
            if not known and not own.might(marks) and not _may_list(passage, sentence, directives):
                continue
            cues = cues_of(passage, own, named, directives, self._able)
            if listed:
                cues = item(own, cues, directives)
            if cues and (spoken or any(cue.kind in TOLD for cue in cues)):
                span = (sentence.start, sentence.end)
                grammar = self._grammars[directives.language]
                found = [
                    stage
                    for one in clauses(passage.text, span, own, own.first, cues, directives, agents)
                    for stage in staged(passage.text, one, look.words, directives, grammar, day)
                ]
                yield [Reading(passage, look.words, one, directives, self._able) for one in found]

    def _are_others_told(self, reading: Reading) -> bool:
        """Whether who must is another country's or of the world: «Евросоюз должен решить»."""
        if reading.mentions:
            return False
        clause, text = reading.clause, reading.passage.text
        first = clause.cues[0].first - clause.first
        if reading.kinds & {"orders", "proposes"}:
            return self._strangers.are_told(text, reading.tokens, reading.directives, first)
        told = reading.around[clause.cues[0].first].start  # a cue behind the clause binds it too
        named = any(
            one.agency in self._foreign
            and clause.start <= one.start < told
            and not _is_behind_preposition(reading, one)
            for one in reading.passage.agencies
        )
        return named or self._strangers.are_subject(text, reading.tokens, reading.directives, first)

    def _may_bind(self, passage: Passage, look: Look) -> bool:
        legal = any(score.area == LAW for score in passage.areas)
        for language in {sentence.language for sentence in passage.sentences}:
            directives = self._directives.get(language, self._directives["ru"])
            if directives.may_bind(look, legal=legal):
                return True
            if directives.may_change(look) and self._grammars[language].might(passage.text):
                return True
        return False


def _bodies(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.agency for one in mentions))


def _is_behind_preposition(reading: Reading, mention: Mention) -> bool:
    first = within(reading.tokens, mention.start, mention.end).start
    return first > 0 and reading.forms[first - 1] in (
        reading.directives.prepositions | reading.words.abroad.beside
    )


def _inside(mention: Mention, sentence: Sentence) -> bool:
    return sentence.start <= mention.start < sentence.end


def _may_list(passage: Passage, sentence: Sentence, directives: Directives) -> bool:
    """Whether the President may list an order there that names nobody."""
    return passage.speaker.role == "president" and might_list(
        passage.text, sentence.start, sentence.end, directives
    )


def _is_question(text: str, sentence: Sentence) -> bool:
    begin = max(sentence.end - _CLOSED, 0)
    asked = text.find("?", begin, sentence.end) >= 0  # most need no more than this
    return asked and _ASKED.search(text, begin, sentence.end) is not None


def _instruction(
    reading: Reading, deadline: Deadline | None, memory: Memory, *, recalled: bool
) -> Instruction | None:
    lead, joint = _charged(reading)
    others = chiefs(reading, lead)
    if others:
        lead = [one for one in lead if one not in others]
    if others and not lead and not reading.is_back():
        return None  # «министр велел заместителям»: no order of the President's
    reading.follows = memory.is_followed(reading)
    reading.beside = reading.follows and memory.reaches(reading)
    kind = reading.kind(deadline, lead, recalled=recalled)
    if kind == "moved" and not (lead or joint):
        lead = reading.whose_term()
    if not kind or (reading.mentions and not (lead or joint or reading.is_told_itself())):
        return None
    passage = reading.passage
    start, text = beginning(reading, deadline, kind)
    agencies, jointly = who_must(reading, _bodies(lead), _bodies(joint), kind, memory)
    if kind == "new" and not agencies and reading.is_duty_of_nobody(deadline):
        kind = "requirement"
    return Instruction(
        id=identity(passage.document, text),
        text=text,
        start=start,
        end=reading.clause.end,
        kind=kind,
        agencies=agencies,
        joint=jointly,
        deadline=deadline.text if deadline else "",
        due=str(deadline.due or "") if deadline else "",
        rule=deadline.rule if deadline else "",
        was=str(deadline.was or "") if deadline and kind == "moved" else "",
        areas=areas_of(passage, text, back=reading.points_back()),
        words=as_written(reading.clause.cues, reading.around, passage.text),
    )


def _charged(reading: Reading) -> tuple[list[Mention], list[Mention]]:
    """Of the bodies that a clause names, those charged and those charged jointly."""
    together = [mark.last for mark in reading.marks.get("together", ())]
    clause = reading.clause
    whom = {cue.first - clause.first for cue in clause.cues if cue.kind == WHOM}
    told = {cue.first - clause.first for cue in clause.cues if cue.kind in _TELLING}
    return charged(
        reading.tokens, reading.mentions, reading.kinds, reading.directives, together, whom, told
    )


def identity(document: str, text: str) -> str:
    """The id of an instruction: of the document and the words, whatever blanks and capitals.

    Where in the document it stands is no part of it: an edited text moves its passages.
    """
    words = " ".join(_WORD.findall(text.lower()))
    return hashlib.sha256(f"{document}\n{words}".encode()).hexdigest()[:16]
