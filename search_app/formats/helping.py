"""The shapes of the JSON that helps a reader on: completions, and passages that are alike."""

from __future__ import annotations

from typing import Annotated, TypedDict

from search_app.formats.records import Ordinal


class Proposed(TypedDict):
    """A text to go on with."""

    kind: Annotated[str, ("phrase", "agency", "area", "document")]
    name: Annotated[str, "what the kind is called in the language of the address"]
    text: str
    url: Annotated[str, "address from the site's root"]


class CompletionAnswer(TypedDict):
    """What a beginning may go on as."""

    q: str
    completions: list[Proposed]


class Likeness(TypedDict):
    """A passage that is like another."""

    document: str
    title: str
    passage: Ordinal
    language: str
    score: float
    same: Annotated[bool, "whether it is nearly a copy"]
    text: str
    url: Annotated[str, "address from the site's root"]


class LikenessAnswer(TypedDict):
    """What is like a passage."""

    document: str
    passage: Ordinal
    similar: list[Likeness]
