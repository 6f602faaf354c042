"""What the form of a Russian word says: its case, and whether it is a verb of the future."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from pymorphy3.tagset import OpencorporaTag

from index.language.known_words import is_known, tags

_KEPT = 20_000
_LIKELY = 0.3
# So the dictionary need not be asked of most words.
FIRST_PERSON = ("ю", "у", "юсь", "усь")
_FUTURE = ("т", "у", "ю", "м", "шь", "те", "ся", "сь")
_LATIN = "z"  # what is not behind it holds no Russian letters
_INFINITIVE = ("ть", "ти", "чь", "ся", "сь")
# What grammemes of OpenCorpora say together, in the words of this module; each may in several ways.
_TELLING: dict[str, tuple[frozenset[str], ...]] = {
    name: tuple(frozenset(way.split()) for way in ways)
    for name, *ways in (
        ("first person", "VERB 1per sing"),
        ("future", "futr"),
        ("verb", "VERB"),
        ("past", "VERB past", "PRTS past"),
        ("bidding", "impr plur"),
        ("genitive", "NOUN gent", "ADJF gent"),
        ("adjective", "ADJF", "PRTF"),
        ("passive", "PRTS"),
        ("infinitive", "INFN"),
        ("person", "NOUN anim nomn"),
        ("quality", "ADJS", "ADJF nomn", "ADJF ablt", "ADJF datv"),
    )
}


class _Facts(NamedTuple):
    """All that is asked of a form, from one look into the dictionary."""

    cases: frozenset[str]
    likely: frozenset[str]  # what some likely parse is
    first: frozenset[str]  # what the likeliest parse is
    some: frozenset[str]  # what any parse is


def cases(form: str) -> frozenset[str]:
    """Cases that the form may have, as OpenCorpora names them; all that matter if unknown."""
    return _facts(form).cases


def is_future(form: str) -> bool:
    """Whether the form is that of a verb in the future: «обеспечит», «будут»."""
    return form.endswith(_FUTURE) and "future" in _facts(form).likely


def is_verb(form: str) -> bool:
    """Whether the form is that of a finite verb."""
    return form > _LATIN and "verb" in _facts(form).likely


def is_acting(form: str) -> bool:
    """Whether the form tells of doing: a finite verb, an infinitive or a short participle."""
    facts = _facts(form)
    return not {"verb", "past"}.isdisjoint(facts.likely) or bool(
        {"infinitive", "passive"} & facts.first
    )


def is_adjective(form: str) -> bool:
    """Whether the form is likeliest that of an adjective or participle before its noun."""
    return "adjective" in _facts(form).first


def is_genitive(form: str) -> bool:
    """Whether the form may be a noun or an adjective that says whose: «юстиции»."""
    return "genitive" in _facts(form).likely


def is_bidding(form: str) -> bool:
    """Whether the form bids those addressed do something: «привлеките»."""
    return "bidding" in _facts(form).likely


def is_first_person(form: str) -> bool:
    """Whether the form is that of a verb by which one speaks of oneself: «возлагаю»."""
    return form.endswith(FIRST_PERSON) and "first person" in _facts(form).likely


def may_be_verb(lemmas: Iterable[str]) -> bool:
    """Whether a form with these lemmas may be that of a verb: one of them is an infinitive."""
    return any(lemma.endswith(_INFINITIVE) for lemma in lemmas)


def is_quality(form: str) -> bool:
    """Whether the form says what a thing is like or is: «понятны», «прозрачной», «ясная»."""
    return "quality" in _facts(form).first


def is_finite_passive(form: str) -> bool:
    """Whether the form says what is done to a thing: «подготовлены»."""
    return "passive" in _facts(form).first


def is_infinitive(form: str) -> bool:
    """Whether the form is that of an infinitive."""
    return form.endswith(_INFINITIVE) and "infinitive" in _facts(form).some


def is_past(form: str) -> bool:
    """Whether the form tells what was or is already done: «начались», «запущена»."""
    return "past" in _facts(form).likely


def is_person(form: str) -> bool:
    """Whether the form is that of a noun by which somebody stands as a subject: «слесарь»."""
    return "person" in _facts(form).likely


@lru_cache(maxsize=_KEPT)
def _facts(form: str) -> _Facts:
    each = [(score, *_told(tag)) for tag, score in tags(form)]
    found = {case for _, case, _ in each if case}
    if not is_known(form) and not form.endswith(("у", "ю", "ам", "ом", "ем")):
        found |= {"nomn", "datv", "ablt"}  # МЦРИАП, Зерде
    elif form.startswith("мин") and found == {"gent"}:
        found |= {"nomn", "datv"}  # Минтруда
    nothing: frozenset[str] = frozenset()
    return _Facts(
        frozenset(found),
        nothing.union(*(told for score, _, told in each if score > _LIKELY)),
        each[0][2],
        nothing.union(*(told for _, _, told in each)),
    )


@cache
def _told(tag: OpencorporaTag) -> tuple[str, frozenset[str]]:
    """The case of a tag, and what it says in the words of this module; tags are some hundreds."""
    told = tag.grammemes
    names = (name for name, ways in _TELLING.items() if any(way <= told for way in ways))
    return next(iter(told & tag.CASES), ""), frozenset(names)
