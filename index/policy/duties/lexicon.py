"""The words of one language that decide about orders, as staff list them in ``duties.toml``.

What the words of each list do is told there, where they stand.
"""

from __future__ import annotations

from typing import NamedTuple

from index.policy.duties.builds.lexicon import (
    Build,
    Errand,
    Headed,
    Listed,
    Reporting,
    Scheduled,
    Vocative,
)
from index.policy.reading import Table
from index.policy.wordlists import Ends, Forms, Starts, Told, either, make, read_topics


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
    unreal: Forms
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
    reported: Told


class Deeds(NamedTuple):
    """By which words a body did something itself."""

    others: Forms
    neuter: Ends
    already: Forms
    done: Told
    undone: Forms


class Asides(NamedTuple):
    """By which words something only seems to be ordered."""

    aside: Told
    wish: Told
    asking: Told
    complained: Told
    to_strangers: Told
    able: Told
    being: Told
    to_do: Forms


class Bearers(NamedTuple):
    """By which words a thing is put on somebody who is not ordered to do it."""

    on: Forms
    behind: Forms
    off: Forms
    at: Forms
    own: Forms
    lies: Forms
    articles: Forms
    fixed: Starts
    laid_on: Starts
    only: Forms
    answering: Starts
    answered_for: Forms
    bearing: Starts
    himself: Told
    will: Forms
    denied: Forms
    receiving: Starts


class Shades(NamedTuple):
    """By which words a duty is a goal, a requirement, a truth or an appeal."""

    be: Forms
    be_so: Told
    be_place: Told
    made: Told
    denied: Told
    wanted: Forms
    needing: Forms
    to_do: Forms
    due_now: Forms
    demands: Forms
    wishes: Forms
    to_what: Forms
    ours: Told
    was_duty: Told
    left_undone: Told
    measured: Told
    anyone: Forms
    anyone_opens: Told
    nobody_may: Told
    never_again: Forms
    let: Forms
    our_aim: Told
    many: Forms
    must: Forms
    announced: Forms
    bodies: Starts
    head: Starts
    time: Forms


class Him(NamedTuple):
    """By which words the President is told to order; the same for texts of any language."""

    named: Told
    by_name: Told
    surely: Told
    will: Forms


class Whom(NamedTuple):
    """By which words it is told who must act, and who only joins."""

    joining: Forms
    jointly: Forms
    beside_name: Forms
    firms: Starts
    kinds_of: Forms
    to_whom: Forms
    in_front: Forms
    led: Forms
    whose: Forms
    so_that: Forms
    beside: Forms
    task_of: Forms
    report_of: Starts
    handed: Starts
    speaks: Forms
    calling: Forms
    he_did: Ends
    entrusted: Forms
    ordering: Forms
    term_of: Forms


class Earlier(NamedTuple):
    """By which words an order is told as given before."""

    formerly: Told
    into: Told
    later: Told
    ago: Told
    to_mind: Told
    had: Forms
    once: Forms


class Biddings(NamedTuple):
    """By which words a verb that bids is told from one that does not."""

    you: Forms
    you_will: Forms
    takes: Forms
    takes_with: Forms
    no_verbs: Forms
    no_ends: Ends


class Strange(NamedTuple):
    """By which words a body is told to be of another country."""

    inside: Forms
    ours: Starts
    beside: Forms


class Turns(NamedTuple):
    """By which words a sentence turns from one body to the next."""

    and_words: Told
    bound: Forms


class Guests(NamedTuple):
    """By which words the President receives somebody."""

    received: Told


class Cut(NamedTuple):
    """By which words a sentence is cut into what it says."""

    said: Told
    for_that: Told
    so_that: Forms
    time: Told
    not_so: Told
    but: Forms
    contrast: Forms
    also: Forms
    afterthought: Told
    for_this: Told
    laid_on: Told
    and_by: Told


class More(NamedTuple):
    """By which words time is given on top."""

    now: Forms
    more: Told
    time: Told
    ago: Told


class Lexicon(NamedTuple):
    """All of them, by topic."""

    denied: Denied
    pronouns: Pronouns
    again: Again
    deeds: Deeds
    asides: Asides
    bearers: Bearers
    shades: Shades
    him: Him
    listed: Listed
    whom: Whom
    earlier: Earlier
    biddings: Biddings
    abroad: Strange
    turns: Turns
    cut: Cut
    more: More
    errand: Errand
    headed: Headed
    reporting: Reporting
    guests: Guests
    scheduled: Scheduled
    vocative: Vocative
    build: Build


def read_lexicons(book: Table) -> dict[str, Lexicon]:
    """The lexicons by language; TableError for a slip."""
    found = read_topics(Lexicon, book)
    every = [one.him for one in found.values()]
    him = Him(
        either(one.named for one in every),
        either(one.by_name for one in every),
        either(one.surely for one in every),
        frozenset().union(*(one.will for one in every)),
    )
    for one in found.values():
        make(one)
    return {language: one._replace(him=him) for language, one in found.items()}
