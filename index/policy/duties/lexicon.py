"""The words of one language that decide about orders, as staff list them in ``duties.toml``.

What the words of each list do is told there, where they stand.
"""

from __future__ import annotations

from typing import NamedTuple

from index.policy.reading import Table
from index.policy.wordlists import Ends, Forms, Starts, Told, read_topics


class Denied(NamedTuple):
    """By which words a duty is denied, asked about or made conditional."""

    denials: Forms
    between: Forms
    apart: Forms
    owed: Starts
    never_due: Starts
    was: Forms
    asking: Forms
    asked: Told
    condition: Forms
    then: Told
    will: Forms
    will_ends: Ends


class Pronouns(NamedTuple):
    """The pronouns that say who must, and those that say to whom it is told."""

    one: Forms
    several: Forms
    to_one: Forms
    to_several: Forms
    passive: Forms


class Again(NamedTuple):
    """By which words a text tells how an order given before fared."""

    before: Told
    said: Told


class Deeds(NamedTuple):
    """By which words a body did something itself."""

    others: Forms
    neuter: Ends
    already: Forms
    done: Told
    undone: Forms


class Lexicon(NamedTuple):
    """All of them, by topic."""

    denied: Denied
    pronouns: Pronouns
    again: Again
    deeds: Deeds


def read_lexicons(book: Table) -> dict[str, Lexicon]:
    """The lexicons by language; TableError for a slip."""
    return read_topics(Lexicon, book)
