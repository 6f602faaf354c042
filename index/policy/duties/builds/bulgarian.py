"""«Забрани на министерството да използва», «акимите са задължени да осигурят»."""

from __future__ import annotations

import re

from index.policy.duties.builds.surroundings import Order, Place

_TO_DO = "да"
_LEAVES = re.compile(
    r"помо[гж]|позвол|даде|дава|преч|разреш|обеща|удаде|може|мога|трудно|лесно|готов|успя|започн|реши"
    r"|планир|предостав|гарант|благодар"
)
_TIME = re.compile(
    r"\b(?:\d+|един|една|дв[ае]|три|четири|пет|шест|седем|осем|девет|десет|\w+(?:десет|йсет)|сто"
    r"|половин) (?:работни )?(?:дни|ден|дена|седмиц\w*|месец\w*|години|година|часа)\b|\bсрок\w*"
)
_PASSIVE = re.compile(r"\w+(?:ен|ена|ено|ени|ан|ана|ано|ани|ят|ята|ято|яти)")
_IS = frozenset({"е", "са", "бе", "беше", "бяха", "бива", "биват"})
_HAS = frozenset({"разполага", "разполагат", "има", "имат", "получава", "получават", "получи"})
_BY_DAY = re.compile(
    r"(?:\s(?:и|,)\s[^,;:]{3,80}?)?[\s,]*"
    r"(?:до|към|в срок|през|на всеки|веднага|незабавно)\b[^,;:]{0,40}|\s*"
)
_BY = frozenset({"до", "към", "през"})  # before a day
_NEAR = 4  # tokens before «на» in which its verb stands


def order(place: Place) -> Order | None:
    """The word that tells a body to act; none where nothing does."""
    told = next((n for n in place.behind if place.form(n) == _TO_DO), -1)
    if place.form(place.inside.start - 1) == "на":
        return _put_on(place, told)
    return _of_subject(place, told)


def _put_on(place: Place, told: int) -> Order | None:
    """«Наредено на …», «постави на министерството условие до 1 юни да …»."""
    if told < 0 and not _TIME.search(place.written_behind()):
        return None
    if told >= 0 and any(_parts(place, n) for n in _till(place, told)):
        return None  # «одитът на фонда разкри, че трябва да …»
    first = place.inside.start
    verbs = [
        *range(max(first - _NEAR, place.before.start), first - 1),
        *(n for n in place.behind if n < told or told < 0),
    ]
    timed = _TIME.search(place.written())
    if any(_LEAVES.match(place.form(n)) and not timed for n in verbs):
        return None
    if first - 2 >= place.before.start:
        return Order(first - 2)
    return Order(told if told >= 0 else place.behind.start) if place.behind else None


def _till(place: Place, told: int) -> range:
    return range(place.behind.start, told + 1)


def _parts(place: Place, number: int) -> bool:
    """Whether another clause begins at a token, but for «, за да …»."""
    return place.form(number) == "че" or ("," in place.gap(number) and place.form(number) != "за")


def _of_subject(place: Place, told: int) -> Order | None:
    """«Акимите са задължени да …», «министерството до края на годината да …», «разполага с …»."""
    passive = next((n for n in place.behind if _PASSIVE.fullmatch(place.form(n))), -1)
    if 0 < passive < told and place.form(passive - 1) in _IS:
        return Order(passive)
    if place.behind and place.form(place.behind.start) in _HAS and _TIME.search(place.written()):
        return Order(place.behind.start)
    dated = any(place.form(n) in _BY for n in place.before)
    if told < 0 or (place.before and not dated):
        return None
    end = place.tokens[place.inside.stop - 1].end
    between = place.text[end : place.tokens[told].start]
    return Order(told, verbless=True) if _BY_DAY.fullmatch(between.rstrip() or " ") else None
