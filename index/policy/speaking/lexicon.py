"""Words beside those of speech, as staff list them in ``speech.toml``.

What the words of each list do is told there, where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from index.policy.reading import Table
from index.policy.wordlists import Ends, Forms, Starts, Told, either, read_words


class Beside(NamedTuple):
    """What stands beside the President, another, or a verb of saying: [<language>.beside]."""

    heads: Forms
    of_state: Starts
    behind_head: Starts
    in_office: Forms
    republic: Starts
    face: Starts
    face_before: Starts
    face_behind: Forms
    state_before: Starts
    leader: Starts
    of_country: Starts
    demonym: Ends
    owner_before: Forms
    of_whom: Forms
    adjectives: Ends
    many: Ends
    many_say: Ends
    one: Ends
    neuter: Ends
    and_words: Forms
    by_whom: Forms
    by: Forms
    being: Forms
    answering: Starts
    answered_for: Forms
    content: Told
    with_whom: Forms
    no_verbs: Forms
    denial: Forms
    done_to: Ends
    own_body: Forms
    our_body: Forms
    inside: Forms
    where: Ends
    leaders: Forms
    leaders_called: Forms
    commands: Starts
    replies: Starts
    aside: Forms
    at_whom: Forms
    for_against: Forms
    before_object: Forms
    asking: Told
    told: Forms
    place: Forms


class Talk(NamedTuple):
    """What is read without knowing the language first: [<language>.talk] of all together."""

    palace: Told
    imprint: Told
    thanks: Told
    rumours: Told
    to_him: Told
    greets: Told
    press: Told
    particles: Forms
    led: Told
    genitive: Told
    titles: Told
    no_offices: Forms
    bodies: Told
    whose: Ends


def read_beside(book: Table) -> Beside:
    """The words of one language; TableError for a slip."""
    return read_words(Beside, book.table("beside"))


def read_talk(books: Iterable[Table]) -> Talk:
    """The words of all languages together; TableError for a slip."""
    talks = [read_words(Talk, book.table("talk")) for book in books]
    return Talk(
        palace=either(one.palace for one in talks),
        imprint=either(one.imprint for one in talks),
        thanks=either(one.thanks for one in talks),
        rumours=either(one.rumours for one in talks),
        to_him=either(one.to_him for one in talks),
        greets=either(one.greets for one in talks),
        press=either(one.press for one in talks),
        particles=frozenset().union(*(one.particles for one in talks)),
        led=either(one.led for one in talks),
        genitive=either(one.genitive for one in talks),
        titles=either(one.titles for one in talks),
        no_offices=frozenset().union(*(one.no_offices for one in talks)),
        bodies=either(one.bodies for one in talks),
        whose=tuple(end for one in talks for end in one.whose),
    )
