"""What belongs together by links of different strength, the strongest followed first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import product
from typing import TypeVar

_OPPOSED = -4.0  # what plainly is something else
APART = -50.0
"""What speaks for two things that are never one, however much the company of each is alike."""

Thing = TypeVar("Thing", bound=Hashable)


def linked(
    things: Sequence[Thing],
    pairs: Iterable[tuple[Thing, Thing]],
    speaks: Callable[[Thing, Thing], float],
) -> list[list[Thing]]:
    """The things in groups, each once, in their order.

    ``speaks`` says how much speaks for two being one, above 0 if more than against it. Groups
    are not joined where as many of their pairs are opposed as are linked, or any is ``APART``.
    """
    known: dict[frozenset[Thing], float] = {}

    def weighed(one: Thing, other: Thing) -> float:
        key = frozenset((one, other))
        if key not in known:
            known[key] = speaks(one, other)
        return known[key]

    links = [(said, *pair) for pair in pairs if (said := weighed(*pair)) > 0]
    group = {thing: [thing] for thing in things}
    for _, one, other in sorted(links, key=lambda link: -link[0]):
        mine, theirs = group[one], group[other]
        if mine is theirs or not _agree([weighed(*pair) for pair in product(mine, theirs)]):
            continue
        mine += theirs
        group.update(dict.fromkeys(theirs, mine))
    return list({id(members): members for members in group.values()}.values())


def _agree(said: Sequence[float]) -> bool:
    if min(said) <= APART:
        return False
    for_it = sum(each > 0 for each in said)
    return for_it == len(said) or for_it > sum(each < _OPPOSED for each in said)
