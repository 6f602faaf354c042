"""What two texts share, weighed: what speaks for one occasion and what against it."""

from __future__ import annotations

from dataclasses import dataclass

from index.policy.occasions.told import Told, seldom_twice

# What speaks for one event of texts of one day; fitted on texts marked by hand (logistic
# regression): the share of what both tell in what either does and in one between them, numbers,
# names, times in common, what both begin with, one kind of occasion, one seldom met twice a day,
# two kinds, days named of which none is in common, one language.
_SHARE, _EVEN, _NUMBERS, _NAMES, _TIMES, _LEAD = 6.4, 8.4, 0.75, 0.95, 2.0, 4.2
_KIND, _SELDOM, _OTHER_KIND, _OTHER_DAYS, _TONGUE = 2.7, 2.4, 0.8, 1.6, 1.7
_OTHER_TOWNS = 2.5  # against texts of two days that name towns, and none in common
_DOUBT = 7.4  # what speaks against it beforehand
_LONGER = 0.25  # the power by which the share counts less where one text is much longer
_NUMBERS_ARE, _NAMES_ARE, _TIMES_ARE = 5.0, 5.0, 3.0  # at most
_LEAST = 1.2  # what the things in common must weigh …
_TOWNS = 2  # … towns aside, in so many traits
_BEGINS = 3.0  # what a beginning weighs at least
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """What two documents share: parts of the whole from 0 to 1, weights of numbers and names."""

    share: float = 0.0
    even: float = 0.0  # the share of a text between the two in weight
    numbers: float = 0.0
    names: float = 0.0
    lead: float = 0.0
    amount: float = 0.0
    whole: float = 0.0  # what the traits of the poorer one weigh
    times: float = 0.0
    one_language: bool = False
    begins_named: bool = False
    of_a_kind: bool = False
    of_a_rare_kind: bool = False
    kinds_differ: bool = False
    days_differ: bool = False
    towns_differ: bool = False

    def speaks_of_days(self) -> float:
        """The same of texts of two days: what seldom comes twice a day may come on the next."""
        return self.speaks() - _SELDOM * self.of_a_rare_kind - _OTHER_TOWNS * self.towns_differ

    def speaks(self) -> float:
        """What speaks for one event of a day, above 0 if more than against it."""
        if not self.amount:
            return -_DOUBT
        told = _SHARE * self.share + _EVEN * self.even + _LEAD * self.lead
        hard = _NUMBERS * self.numbers + _NAMES * self.names + _TIMES * self.times
        kind = _KIND * self.of_a_kind + _SELDOM * self.of_a_rare_kind
        other = _OTHER_KIND * self.kinds_differ + _OTHER_DAYS * self.days_differ
        return told + hard + kind - other + _TONGUE * self.one_language - _DOUBT


def alike(one: Told, other: Told) -> Likeness:
    """What two documents share of their traits; nothing where it is too little to say so."""
    tongue = one.language == other.language
    shared, lead = _shared(one, other)
    towns = sum(trait[0] == "@" for trait in shared)
    amount = one.sum(shared)
    less, more = sorted(each.tongue if tongue else each.abroad for each in (one, other))
    if amount < _LEAST or len(shared) - towns < _TOWNS:
        return Likeness(whole=less)
    begins = min(
        each.sum(each.lead.told | (each.lead.words if tongue else _NONE)) for each in (one, other)
    )
    return Likeness(
        share=min(amount / max(less, 1.0), 1.0) * (less / max(more, 1.0)) ** _LONGER,
        even=amount / max((less * more) ** 0.5, 1.0),
        numbers=min(one.sum(trait for trait in shared if trait[0] == "#"), _NUMBERS_ARE),
        names=min(one.sum(trait for trait in shared if trait[0] == "^"), _NAMES_ARE),
        lead=one.sum(lead) / max(begins, _BEGINS),
        amount=amount,
        whole=less,
        times=min(one.sum(trait for trait in shared if trait[0] == "&"), _TIMES_ARE),
        one_language=tongue,
        begins_named=any(trait[0] == "^" for trait in lead),
        of_a_kind=bool(one.kinds & other.kinds),
        of_a_rare_kind=bool(one.kinds & other.kinds & seldom_twice()),
        kinds_differ=_differ(one.kinds, other.kinds),
        days_differ=_differ(_days(one), _days(other)),
        towns_differ=_differ(_towns(one), _towns(other)),
    )


def _shared(one: Told, other: Told) -> tuple[frozenset[str], frozenset[str]]:
    """The traits that two texts have in common, and those that both begin with."""
    shared = one.traits.told & other.traits.told
    lead = one.lead.told & other.lead.told
    if one.language == other.language:
        words, first = one.traits.words & other.traits.words, one.lead.words & other.lead.words
        return shared | words, lead | first
    return shared | one.traits.kin & other.traits.kin, lead


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
