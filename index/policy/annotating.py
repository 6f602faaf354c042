"""What every passage of a document means for policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.documents.document import Document, Instruction, Mention, Passage
from index.language import Token, analyze
from index.policy.instructions import Memory
from index.policy.referents import Named
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
    speakers = tables.speakers.speakers(passages, tables.agencies["president"].holder(day))
    annotated: list[Passage] = []
    titled = _titled(document, tables)
    memory, where, last = Memory(), tables.places.opening(document.title), Named()
    for (passage, tokens), speaker in zip(passages, speakers, strict=True):
        named = tables.finder.mentions(passage.text, tokens, day)
        placed = tables.places.resolved(named, tokens, where)
        mentions = tables.referents.found(passage.text, tokens, placed, passage.ordinal, last)
        offices = [one for one in mentions if tables.agencies[one.agency].kind in _OFFICES]
        known = replace(
            passage,
            speaker=speaker,
            agencies=tuple(mentions),
            areas=tables.scorer.scores(passage.text, tokens, offices, titled),
        )
        found = list(tables.instructions.instructions(known, tokens, date, memory))
        annotated.append(
            replace(known, instructions=tuple(found), agencies=_with_roles(known.agencies, found))
        )
    return annotated


def _titled(document: Document, tables: PolicyTables) -> frozenset[str]:
    """The areas of a title that somebody gave; one taken from the text says nothing new."""
    if document.title_derived:
        return frozenset()
    return tables.scorer.titled(analyze(document.title, document.language or "ru"))


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
