"""What two texts share, weighed: what speaks for one occasion and what against it."""

from __future__ import annotations

from dataclasses import dataclass

from index.language.traits import Traits
from index.policy.occasions.told import Told

# What speaks for one event of texts of one day; fitted on texts marked by hand (logistic
# regression): the share of what both tell in a text between the two in weight, the parts of what
# each begins with that the other tells at once, numbers and times in common, one kind of occasion,
# one language; against it two kinds, days named of which none is in common, a country that only
# one of them begins with, names that each begins with and the other does not tell.
_SHARE, _BEGINS, _NUMBERS, _TIMES, _KIND, _TONGUE = 8.8, 4.6, 1.3, 2.6, 1.2, 1.1
_OTHER_KIND, _OTHER_DAYS, _OTHER_COUNTRY, _OTHER_NAMES = 1.4, 1.7, 2.5, 0.3
_OTHER_TOWNS = 0.3  # against texts that name towns, and none in common …
_TOWNS_OF_DAYS = 2.2  # … and more where they are of two days
_DOUBT = 6.0  # what speaks against it beforehand
_NUMBERS_ARE, _TIMES_ARE, _NAMES_ARE = 5.0, 3.0, 4.0  # at most
_LEAST = 1.2  # what the things in common must weigh …
_TOWNS = 2  # … towns aside, in so many traits
_BEGINNING = 3.0  # what a beginning weighs at least


@dataclass(frozen=True)
class Likeness:
    """What two documents share: parts of the whole from 0 to 1, weights of numbers and names."""

    share: float = 0.0  # of what a text between the two in weight tells
    begins: float = 0.0  # from 0 to 2: of what each begins with the part that the other opens with
    numbers: float = 0.0
    times: float = 0.0
    amount: float = 0.0
    whole: float = 0.0  # what the traits of the poorer one weigh
    other_names: float = 0.0
    titled: bool = False  # one name in both titles
    one_language: bool = False
    of_a_kind: bool = False
    kinds_differ: bool = False
    days_differ: bool = False
    towns_differ: bool = False
    other_country: bool = False  # one begins with a country that the other does not tell …
    other_countries: bool = False  # … and the other with another

    def speaks_of_days(self) -> float:
        """The same of texts of two days: what happens in two towns is told on two days."""
        return self.speaks() - _TOWNS_OF_DAYS * self.towns_differ

    def speaks(self) -> float:
        """What speaks for one event of a day, above 0 if more than against it."""
        if not self.amount:
            return -_DOUBT
        told = _SHARE * self.share + _BEGINS * self.begins
        hard = _NUMBERS * self.numbers + _TIMES * self.times
        of_one = _KIND * self.of_a_kind + _TONGUE * self.one_language
        other = _OTHER_KIND * self.kinds_differ + _OTHER_DAYS * self.days_differ
        other += _OTHER_COUNTRY * (self.other_country + self.other_countries)
        other += _OTHER_NAMES * self.other_names
        return told + hard + of_one - other - _OTHER_TOWNS * self.towns_differ - _DOUBT


def alike(one: Told, other: Told) -> Likeness:
    """What two documents share of their traits; nothing where it is too little to say so."""
    tongue = one.language == other.language
    shared = _shared(one, other)
    towns = sum(trait[0] == "@" for trait in shared)
    amount = one.sum(shared)
    less, more = sorted(each.tongue if tongue else each.abroad for each in (one, other))
    if amount < _LEAST or len(shared) - towns < _TOWNS:
        return Likeness(whole=less)
    here, there = one.lead.countries - other.traits.told, other.lead.countries - one.traits.told
    return Likeness(
        share=min(amount / max((less * more) ** 0.5, 1.0), 1.0),
        begins=_begun(one, other, tongue=tongue) + _begun(other, one, tongue=tongue),
        numbers=min(one.sum(trait for trait in shared if trait[0] == "#"), _NUMBERS_ARE),
        times=min(one.sum(trait for trait in shared if trait[0] == "&"), _TIMES_ARE),
        amount=amount,
        whole=less,
        other_names=min(_names(one, other), _names(other, one), _NAMES_ARE),
        titled=any(trait[0] == "^" for trait in _shared_of(one.title, other.title)),
        one_language=tongue,
        of_a_kind=bool(one.kinds & other.kinds),
        kinds_differ=_differ(one.kinds, other.kinds),
        days_differ=_differ(_days(one), _days(other)),
        towns_differ=_differ(_towns(one), _towns(other)),
        other_country=bool(here or there),
        other_countries=bool(here and there),
    )


def _shared(one: Told, other: Told) -> frozenset[str]:
    """The traits that two texts have in common."""
    shared = _shared_of(one.traits, other.traits)
    if one.language == other.language:
        return shared | one.traits.words & other.traits.words
    return shared | one.traits.kin & other.traits.kin


def _shared_of(some: Traits, others: Traits) -> frozenset[str]:
    """What two told in any language have in common; a name may begin a sentence of one."""
    return some.told & others.all_told | some.all_told & others.told


def _begun(one: Told, other: Told, *, tongue: bool) -> float:
    """The part of what a text begins with that the other tells where it opens."""
    told = one.lead.told & other.opening.all_told
    if tongue:
        told |= one.lead.words & other.opening.words
    return one.sum(told) / max(one.leads[tongue], _BEGINNING)


def _names(one: Told, other: Told) -> float:
    """What the names weigh that a text begins with and the other does not tell."""
    return one.sum(trait for trait in one.lead.told - other.traits.all_told if trait[0] == "^")


def _days(one: Told) -> frozenset[str]:
    return frozenset(trait for trait in one.traits.told if trait[0] == "&" and "-" in trait)


def _towns(one: Told) -> frozenset[str]:
    return frozenset(trait for trait in one.traits.told if trait[0] == "@")


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both name something and nothing in common."""
    return bool(some and others) and not some & others


def copied(one: Told, other: Told) -> float:
    """The share of the shorter text's runs of words that stand in the other."""
    fewer = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) / fewer if fewer else 0.0
