"""What the form of a Russian word says: its case, and whether it is a verb of the future."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pymorphy3.tagset import OpencorporaTag

from index.language.known_words import is_known, places, tags
from index.language.paradigms import RULES, Place

_KEPT = 20_000
_LIKELY = 0.3
# So the dictionary need not be asked of most words.
FIRST_PERSON = ("ю", "у", "юсь", "усь")
_FUTURE = ("т", "у", "ю", "м", "шь", "те", "ся", "сь")
# Nothing past ends so in the dictionary, but infinitives do, the present and most other words.
_NOT_PAST = (
    *("ть", "ти", "чь", "ться", "тись", "чься", "шь", "шься", "тся", "мся"),
    *("у", "ю", "усь", "юсь", "е", "тесь", "й"),
)
_LATIN = "z"  # what is not behind it holds no Russian letters
_INFINITIVE = ("ть", "ти", "чь", "ся", "сь")
_UNKNOWN = {"nomn", "datv", "ablt", "accs"}
_SHORTENED = {"nomn", "datv", "accs"}
# What grammemes of OpenCorpora say together, in the words of this module; each may in several ways.
_TELLING = [
    (name, frozenset(way.split()))
    for name, *ways in (
        ("first person", "VERB 1per sing"),
        ("future", "futr"),
        ("verb", "VERB"),
        ("present", "VERB 3per pres"),
        ("past", "VERB past", "PRTS past"),
        ("bidding", "impr plur"),
        ("of you", "VERB 2per plur indc"),
        ("genitive", "NOUN gent", "ADJF gent"),
        ("adjective", "ADJF", "PRTF"),
        ("passive", "PRTS"),
        ("infinitive", "INFN"),
        ("person", "NOUN anim nomn"),
        ("first name", "NOUN Name nomn"),
        ("quality", "ADJS", "ADJF nomn", "ADJF ablt", "ADJF datv"),
    )
    for way in ways
]


class _Possible(NamedTuple):
    """What a form may be by any parse; to weigh them would take most of the time."""

    cases: frozenset[str]
    some: frozenset[str]


_FOREIGN = _Possible(frozenset(_UNKNOWN), frozenset())


class _Weighed(NamedTuple):
    """What a form is by a likely parse, and what by the likeliest."""

    likely: frozenset[str]
    first: frozenset[str]


def cases(form: str) -> frozenset[str]:
    """Cases that the form may have, as OpenCorpora names them; all that matter if unknown."""
    return _possible(form).cases


def is_future(form: str) -> bool:
    """Whether the form is that of a verb in the future: «обеспечит», «будут»."""
    return form.endswith(_FUTURE) and _is_likely("future", form)


def is_present(form: str) -> bool:
    """Whether the form tells what somebody else does now: «передаёт»."""
    return form.endswith(("т", "тся")) and _is_likely("present", form)


def is_verb(form: str) -> bool:
    """Whether the form is that of a finite verb."""
    return form > _LATIN and _is_likely("verb", form)


def is_acting(form: str) -> bool:
    """Whether the form tells of doing: a finite verb, an infinitive or a short participle."""
    return (
        _is_likely("verb", form)
        or _is_likely("past", form)
        or _is_first("infinitive", form)
        or _is_first("passive", form)
    )


def is_adjective(form: str) -> bool:
    """Whether the form is likeliest that of an adjective or participle before its noun."""
    return _is_first("adjective", form)


def is_genitive(form: str) -> bool:
    """Whether the form may be a noun or an adjective that says whose: «юстиции»."""
    return _is_likely("genitive", form)


def is_bidding(form: str) -> bool:
    """Whether the form bids those addressed do something: «привлеките»."""
    return _is_likely("bidding", form)


def is_of_you(form: str) -> bool:
    """Whether the form may tell those addressed what they do: «(вы) платите»."""
    return "of you" in _possible(form).some


def is_first_person(form: str) -> bool:
    """Whether the form is that of a verb by which one speaks of oneself: «возлагаю»."""
    return form.endswith(FIRST_PERSON) and _is_likely("first person", form)


def may_be_verb(lemmas: Iterable[str]) -> bool:
    """Whether a form with these lemmas may be that of a verb: one of them is an infinitive."""
    for lemma in lemmas:  # noqa: SIM110 - asked of every word: in half the time of ``any``
        if lemma.endswith(_INFINITIVE):
            return True
    return False


def is_quality(form: str) -> bool:
    """Whether the form says what a thing is like or is: «понятны», «прозрачной», «ясная»."""
    return _is_first("quality", form)


def is_finite_passive(form: str) -> bool:
    """Whether the form says what is done to a thing: «подготовлены»."""
    return _is_first("passive", form)


def is_infinitive(form: str) -> bool:
    """Whether the form is that of an infinitive."""
    return form.endswith(_INFINITIVE) and "infinitive" in _possible(form).some


def is_past(form: str) -> bool:
    """Whether the form tells what was or is already done: «начались», «запущена»."""
    return not form.endswith(_NOT_PAST) and _is_likely("past", form)


def is_person(form: str) -> bool:
    """Whether the form is that of a noun by which somebody stands as a subject: «слесарь»."""
    return _is_likely("person", form)


def is_first_name(form: str) -> bool:
    """Whether the dictionary knows the form as a first name in the nominative: «вера»."""
    return "first name" in _possible(form).some and is_known(form)


def _is_likely(what: str, form: str) -> bool:
    return what in _possible(form).some and what in _weighed(form).likely


def _is_first(what: str, form: str) -> bool:
    return what in _possible(form).some and what in _weighed(form).first


@lru_cache(maxsize=_KEPT)
def _possible(form: str) -> _Possible:
    if form.isascii():  # digital, 2026
        return _FOREIGN
    known = places(form)
    may = _of_places(known) if known else _of_tags(tag for tag, _ in tags(form))
    if not known and not form.endswith(("у", "ю", "ам", "ом", "ем")):
        return may._replace(cases=may.cases | _UNKNOWN)  # МЦРИАП, Зерде
    if form.startswith("мин") and may.cases == {"gent"}:
        return may._replace(cases=may.cases | _SHORTENED)  # Минтруда
    return may


@lru_cache(maxsize=_KEPT)
def _of_places(places: Sequence[Place]) -> _Possible:
    """The same for all forms that stand at these places: of most paradigms there are many."""
    return _of_tags(RULES[place].tag for place in places)


def _of_tags(tags: Iterable[str]) -> _Possible:
    each = [_told(tag) for tag in tags]
    cases = frozenset(case for case, _ in each if case)
    return _Possible(cases, frozenset().union(*(told for _, told in each)))


@lru_cache(maxsize=_KEPT)
def _weighed(form: str) -> _Weighed:
    each = [(score, _told(tag)[1]) for tag, score in tags(form)]
    nothing: frozenset[str] = frozenset()
    return _Weighed(nothing.union(*(told for score, told in each if score > _LIKELY)), each[0][1])


@cache
def _told(tag: str) -> tuple[str, frozenset[str]]:
    """The case of a tag, and what it says in the words of this module; tags are some hundreds."""
    told = frozenset(tag.replace(" ", ",").split(","))
    names = [name for name, way in _TELLING if way <= told]
    return next(iter(told & OpencorporaTag.CASES), ""), frozenset(names)
