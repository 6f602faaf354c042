"""What every passage of a document means for policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.documents.document import Document, Instruction, Mention, Passage, Speaker
from index.language import Token, analyze
from index.policy.duties.instructions import Memory, ordered_by_him
from index.policy.naming.referents import Named
from index.policy.speaking.speakers import NO_TITLE, Title
from index.policy.speaking.tellings import explained
from index.policy.tables import PolicyTables

_OFFICES = frozenset({"state_body", "official", "international"})


def annotate(
    document: Document,
    passages: Sequence[tuple[Passage, Sequence[Token]]],
    tables: PolicyTables,
) -> list[Passage]:
    """The passages of one document with agencies and areas filled in, in their order."""
    date = document.date or document.published
    day = date.first if date else None
    read = [(passage, tables.look(tokens)) for passage, tokens in passages]
    language = document.language or "ru"
    heading = tables.look(analyze(document.title, language)).words
    title = Title(heading, language, document.kind, document.title)
    president = tables.agencies["president"].holder(day)
    speakers = tables.speakers.speakers(
        read,
        president,
        NO_TITLE if document.title_derived else title,
    )
    speakers = explained(read, speakers, tables.speakers.manners)
    annotated: list[Passage] = []
    # A title taken from the text says nothing new.
    titled = frozenset() if document.title_derived else tables.scorer.titled(heading)
    memory, where, last = Memory(), tables.places.opening(heading), Named()
    officials = tables.persons.opening(day)
    for (passage, look), speaker in zip(read, speakers, strict=True):
        text = passage.text
        may_name = tables.finder.might(look)
        named = tables.finder.mentions(text, look.words, day, passage.language) if may_name else []
        named = tables.coordination.found(look, named)
        placed = tables.places.resolved(named, look, where)
        placed = tables.persons.found(text, placed, officials)
        mentions = tables.referents.found(text, look, placed, passage.ordinal, last)
        may_score = tables.scorer.might(look)
        offices = [one for one in mentions if tables.agencies[one.agency].kind in _OFFICES]
        areas = tables.scorer.scores(text, look.words, offices, titled) if may_score else ()
        known = replace(passage, speaker=speaker, agencies=tuple(mentions), areas=areas)
        found = tuple(tables.instructions.instructions(known, look, date, memory))
        if found:
            charged = _with_roles(known.agencies, found)
            known = replace(known, instructions=found, agencies=charged)
            if speaker.role == "reporter" and (words := ordered_by_him(known)):
                known = replace(known, speaker=Speaker("indirect", president, "retold", words))
        annotated.append(known)
    return annotated


def _with_roles(
    mentions: Sequence[Mention], instructions: Sequence[Instruction]
) -> tuple[Mention, ...]:
    """The mentions, instructed where an instruction that covers them charges their agency."""
    return tuple(
        replace(mention, role="instructed")
        if any(
            mention.agency in one.agencies and one.start <= mention.start < one.end
            for one in instructions
        )
        else mention
        for mention in mentions
    )
