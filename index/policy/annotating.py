"""What every passage of a document means for policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.documents.document import Document, Passage
from index.language import Token
from index.policy.tables import PolicyTables


def annotate(
    document: Document,
    passages: Sequence[tuple[Passage, Sequence[Token]]],
    tables: PolicyTables,
) -> list[Passage]:
    """The passages of one document with agencies and areas filled in, in their order."""
    date = document.date or document.published
    day = date.first if date else None
    speakers = tables.speakers.speakers(passages, tables.agencies["president"].holder(day))
    return [
        replace(
            passage,
            speaker=speaker,
            agencies=tuple(tables.finder.mentions(passage.text, tokens, day)),
            areas=tables.scorer.scores(passage.text, tokens),
        )
        for (passage, tokens), speaker in zip(passages, speakers, strict=True)
    ]
