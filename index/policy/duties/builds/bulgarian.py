"""«Забрани на министерството да използва», «акимите са задължени да осигурят»."""

from __future__ import annotations

import re

from index.language.endings import BG_PASSIVE
from index.policy.duties.builds.lexicon import Build
from index.policy.duties.builds.surroundings import Order, Place
from index.policy.openings import Sought
from index.policy.wordlists import made_of

_DASH = re.compile(r"[“”\"]?\s[–—-]\s")
_NEAR = 4  # tokens before «на» in which its verb stands


def order(place: Place, words: Build) -> Order | None:
    """The word that tells a body to act; none where nothing does."""
    told = next((n for n in place.behind if place.form(n) in words.to_do), -1)
    if place.form(place.inside.start - 1) in words.to_whom:
        return _put_on(place, told, words)
    return _of_subject(place, told, words)


def _put_on(place: Place, told: int, words: Build) -> Order | None:
    """«Наредено на …», «постави на министерството условие до 1 юни да …»."""
    if told < 0 and not words.time.search(place.written_behind()):
        return None
    if told >= 0 and any(_parts(place, n, words) for n in _till(place, told)):
        return None  # «одитът на фонда разкри, че трябва да …»
    first = place.inside.start
    verbs = [
        *range(max(first - _NEAR, place.before.start), first - 1),
        *(n for n in place.behind if n < told or told < 0),
    ]
    timed = words.time.search(place.written())
    if any(words.leaves.match(place.form(n)) and not timed for n in verbs):
        return None
    if first - 2 >= place.before.start:
        return Order(first - 2)
    if told >= 0 and _is_dashed(place, told):
        return Order(told, verbless=True)  # «на акимите – до май да отворят пунктове»
    return Order(told if told >= 0 else place.behind.start) if place.behind else None


def _is_dashed(place: Place, told: int) -> bool:
    return any(_DASH.fullmatch(place.gap(n)) for n in _till(place, told))


def _till(place: Place, told: int) -> range:
    return range(place.behind.start, told + 1)


def _parts(place: Place, number: int, words: Build) -> bool:
    """Whether another clause begins at a token, but for «, за да …»."""
    return place.form(number) in words.that or (
        "," in place.gap(number) and place.form(number) not in words.in_order
    )


def _of_subject(place: Place, told: int, words: Build) -> Order | None:
    """«Акимите са задължени да …», «министерството до края на годината да …», «разполага с …»."""
    passive = next((n for n in place.behind if place.form(n).endswith(BG_PASSIVE)), -1)
    if 0 < passive < told and place.form(passive - 1) in words.be:
        return Order(passive)
    if (
        place.behind
        and place.form(place.behind.start) in words.has
        and words.time.search(place.written())
    ):
        return Order(place.behind.start)
    dated = any(place.form(n) in words.by for n in place.before)
    if told < 0 or (place.before and not dated):
        return None
    end = place.tokens[place.inside.stop - 1].end
    between = place.text[end : place.tokens[told].start]
    return (
        Order(told, verbless=True)
        if _by_day(words.by_day).fullmatch(between.rstrip() or " ")
        else None
    )


@made_of("build.by_day")
def _by_day(words: Sought) -> re.Pattern[str]:
    """What may stand between a body and «да»: a day, and what else the body is."""
    return re.compile(rf"(?:\s(?:\w|,)\s[^,;:]{{3,80}}?)?[\s,]*{words.pattern}[^,;:]{{0,40}}|\s*")
