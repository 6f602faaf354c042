"""Text in which some words are of another language, so that a screen reader says them rightly."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def tongued(text: str, language: str, foreign: Iterable[tuple[str, str]]) -> Markup:
    """A text of a language as HTML; ``foreign`` are words of it, each with its language.

    Words are marked where they first stand; those of the same or of no language stay as they are.
    """
    said = escape(text)
    for words, tongue in foreign:
        if words and tongue and tongue != language:
            bare = escape(words)
            said = said.replace(bare, Markup('<span lang="{}">{}</span>').format(tongue, bare), 1)
    return said
