"""What every passage of a document means for policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from index.documents.dates import PartialDate
from index.documents.document import Document, Instruction, Mention, Passage, Speaker
from index.language import Token, Tokens
from index.policy.duties.addressees.memory import Memory
from index.policy.duties.evidence import RETELLING
from index.policy.duties.modality.cueing import behind_him, ordered_by_him, told_by_nobody
from index.policy.leanings import Around
from index.policy.naming.referents import Named
from index.policy.scouting import Look
from index.policy.speaking.speakers import NO_TITLE, Title
from index.policy.speaking.tellings import explained
from index.policy.tables import PolicyTables
from index.policy.verdicts import SILENT, Areas


def annotate(
    document: Document,
    passages: Sequence[tuple[Passage, Sequence[Token]]],
    tables: PolicyTables,
) -> list[Passage]:
    """The passages of one document with agencies and areas filled in, in their order."""
    told = document.date or document.published
    day = told.first if told else None
    read = [(passage, tables.look(tokens)) for passage, tokens in passages]
    language = document.language or "ru"
    heading = tables.look(Tokens.of(document.title, language)).words
    own = not document.title_derived  # a title taken from the text says nothing new
    title = Title(heading, language, document.kind, document.title) if own else NO_TITLE
    president = tables.agencies["president"].holder(day)
    officials = tables.persons.names(day)
    speakers = tables.speakers.speakers(read, president, title, officials)
    speakers = explained(read, speakers, tables.speakers.manners)
    annotated: list[Passage] = []
    named = _named(read, tables, heading, day)
    tokens = [tokens for _, tokens in passages]
    areas = _areas(read, named, tokens, heading if own else (), tables)
    memory = Memory()
    source = Source(president, title, read, tables)
    for number, (passage, look) in enumerate(read):
        speaker = speakers[number]
        told_of, ordered = areas[number]
        known = passage.having(speaker=speaker, agencies=named[number], areas=ordered)
        known = tables.outsiders.without_own(known, look)
        known = tables.leaders.without_theirs(known, look)
        known, found, memory = _bound(known, look, told, memory, source, tables)
        source.before = known.speaker.role in RETELLING
        if not found and told_of != ordered:
            known = known.having(areas=told_of)
        if found:
            charged = _with_roles(known.agencies, found)
            known = known.having(instructions=found, agencies=charged)
        annotated.append(known)
        memory.ahead.append(known)
    return annotated


@dataclass
class Source:
    """Whose orders a document tells where nobody is said to give them."""

    president: str
    title: Title
    read: Sequence[tuple[Passage, Look]]
    tables: PolicyTables
    before: bool = False  # whether his words stand before
    _orders: dict[bool, str] = field(default_factory=dict)  # whose orders are, in the first or not

    @cached_property
    def is_paper(self) -> bool:
        """Whether the document is a paper that orders by itself."""
        return self.title.is_paper(self.tables.speakers.manners)

    def may_tell(self, passage: Passage, text: str) -> bool:
        """Whether it is worth reading a passage so: see ``tells``."""
        return self._is_his(passage) or bool(
            self.tables.instructions.him.surely.search(text.lower())
        )

    def tells(self, passage: Passage, text: str) -> bool:
        """Whether a passage read as if it told the President's orders tells any.

        ``text`` is that of the passage without other presidents.
        """
        him = self.tables.instructions.him
        if behind_him(passage, text, him):
            return True
        return told_by_nobody(passage, him, before=self.before) and self._is_his(passage)

    def _is_his(self, passage: Passage) -> bool:
        first = passage.ordinal == self.read[0][0].ordinal
        if first not in self._orders:  # every passage is read for it
            sources = self.tables.speakers.sources
            self._orders[first] = sources.orders(self.read, self.title, first=first)
        return self._orders[first] == "president"


def _bound(
    known: Passage,
    look: Look,
    told: PartialDate | None,
    before: Memory,
    source: Source,
    tables: PolicyTables,
) -> tuple[Passage, tuple[Instruction, ...], Memory]:
    """A passage, its instructions and who was charged; a reporter's is his if it tells his orders.

    It is read once more then: what else stands there is told of his orders too.
    """
    found, memory = _found(known, look, told, before, tables)
    if known.speaker.role != "reporter" or source.is_paper:
        return known, found, memory
    text = tables.outsiders.without_others(known, look)
    words = ordered_by_him(known.having(instructions=found), text, tables.instructions.him)
    if words and tables.speakers.is_of_another(known, look):
        return known, found, memory
    if not (words or (_may_be_his(known, look, tables) and source.may_tell(known, text))):
        return known, found, memory
    his = known.having(speaker=Speaker("indirect", source.president, "retold", words))
    orders, anew = _found(his, look, told, before, tables)
    if words or source.tells(his.having(instructions=orders), text):
        return his, orders, anew
    return known, found, memory


def _may_be_his(passage: Passage, look: Look, tables: PolicyTables) -> bool:
    return (
        bool(passage.agencies)
        and tables.instructions.may_be_due(passage)
        and tables.speakers.may_be_his(passage, look)
    )


def _found(
    known: Passage,
    look: Look,
    told: PartialDate | None,
    before: Memory,
    tables: PolicyTables,
) -> tuple[tuple[Instruction, ...], Memory]:
    """The instructions of a passage and who was charged; what an outsider demands is none."""
    memory = before.copy()
    found = tuple(tables.instructions.instructions(known, look, told, memory))
    if not found or known.speaker.role == "president":
        return found, memory
    theirs = [*tables.outsiders.told(known, look), *tables.leaders.orders(known, look)]
    kept = tuple(one for one in found if not any(start <= one.start < end for start, end in theirs))
    return kept, memory if kept else before.copy()


def _named(
    read: Sequence[tuple[Passage, Look]],
    tables: PolicyTables,
    heading: Sequence[Token],
    day: date | None,
) -> list[tuple[Mention, ...]]:
    """The agencies that each passage names or means."""
    found: list[tuple[Mention, ...]] = []
    where, last = tables.places.opening(heading), Named()
    officials = tables.persons.opening(day)
    for passage, look in read:
        text = passage.text
        may_name = tables.finder.might(look)
        named = tables.finder.mentions(text, look.words, day, passage.language) if may_name else []
        named = tables.outsiders.ours(passage, look, named)
        named = tables.coordination.found(look, named)
        placed = tables.places.resolved(named, look, where)
        placed = tables.persons.found(text, placed, officials)
        mentions = tables.referents.found(text, look, placed, passage.ordinal, last)
        found.append(tuple(mentions))
    return found


def _areas(
    read: Sequence[tuple[Passage, Look]],
    named: Sequence[Sequence[Mention]],
    tokens: Sequence[Sequence[Token]],
    heading: Sequence[Token],
    tables: PolicyTables,
) -> list[Areas]:
    """The areas of each passage, beside those of the title and of the others."""
    weighed = []
    for (passage, look), mentions in zip(read, named, strict=True):
        if tables.scorer.might(look, mentions):
            sentences = passage.sentences
            weighed.append(tables.scorer.weigh(passage.text, look.words, mentions, sentences))
        else:
            weighed.append(SILENT)
    around = [
        Around(words, {one.agency for one in mentions})
        for words, mentions in zip(tokens, named, strict=True)
    ]
    titled = tables.scorer.titled(heading) if heading else frozenset()
    return tables.scorer.in_context(weighed, titled, around, heading)


def _with_roles(
    mentions: Sequence[Mention], instructions: Sequence[Instruction]
) -> tuple[Mention, ...]:
    """The mentions, instructed where an instruction that covers them charges their agency.

    Where none does, the last one ahead of the instruction is: «…, – сказал он министру. – …».
    """
    charged: set[int] = set()
    for one in instructions:
        for agency in one.agencies:
            named = [n for n, mention in enumerate(mentions) if mention.agency == agency]
            inside = [n for n in named if one.start <= mentions[n].start < one.end]
            charged.update(inside or [n for n in named if mentions[n].start < one.start][-1:])
    return tuple(
        Mention(mention.agency, mention.start, mention.end, "instructed", mention.heirs)
        if number in charged
        else mention
        for number, mention in enumerate(mentions)
    )
