"""The words by which orders are told by their build, as staff list them in ``duties.toml``."""

from __future__ import annotations

from typing import NamedTuple

from index.policy.wordlists import Ends, Forms, Starts, Told


class Listed(NamedTuple):
    """By which words orders are listed that name nobody."""

    announced: Told
    opens: Told
    dates: Starts
    to_do: Forms
    judged: Forms
    answering: Told
    being: Told


class Headed(NamedTuple):
    """What may stand beside the names before a colon, and what opens what they must do."""

    beside: Told
    to_do: Forms


class Errand(NamedTuple):
    """By which words somebody is on the President's errand."""

    told: Told
    will: Forms


class Reporting(NamedTuple):
    """By which words reports are told, and that they come back."""

    stems: Starts
    told: Told
    often: Told


class Scheduled(NamedTuple):
    """Verbs of the present that order nothing, and what stands beside those that do."""

    by: Told
    until: Ends
    takes: Told
    me: Forms
    reports: Starts

    no_verbs: Forms
    states: Starts


class Vocative(NamedTuple):
    """By which words somebody is spoken to and given time."""

    calling: Told
    you: Told
    time: Told
    thanks: Told


class Build(NamedTuple):
    """Words by which an order is told by its build, whatever the verb."""

    leaves: Told
    granted: Told
    time: Told
    tasks: Forms
    be: Forms
    by: Forms
    to_do: Forms
    to_whom: Forms
    that: Forms
    in_order: Forms
    has: Forms
    by_day: Told
    towards: Forms
    never: Forms
    asking: Forms
    states: Forms
    given_time: Told
    age: Told
    item: Told
    firms: Forms
    also: Forms
    articles: Forms
    told: Told
    answerable: Forms
    puts: Forms
    went: Forms
    left: Forms
    orders: Forms
    awaits: Forms
    until: Forms
    demanded: Forms
    no_verbs: Forms
    has_time: Told
    each: Forms
    opinion: Starts
