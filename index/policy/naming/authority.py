"""Agencies as staff describe them in ``agencies.toml``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.policy.naming.beside import read_beside
from index.policy.reading import LANGUAGES, Table

Wordings = Mapping[str, tuple[str, ...]]
_KINDS = {
    *("state_body", "official", "metonym", "quasi_state"),
    *("organisation", "international", "foreign", "group"),
}


@dataclass(frozen=True)
class Alias:
    """One wording that names an agency; a capital alias counts only with a capital letter."""

    agency: str
    text: str
    language: str
    abbreviation: bool = False
    capital: bool = False
    own: bool = False  # counts only where a leader of the agency's is named: «своя администрация»


ACTS = ("decree", "resolution")
"""Kinds of acts: a decree of the President, a resolution of the Government."""


@dataclass(frozen=True)
class Act:
    """What made, changed or ended an agency."""

    kind: str  # of ACTS
    number: str
    day: dt.date


@dataclass(frozen=True)
class Agency:
    """A body or an office with its names through time; ids are stable."""

    id: str
    kind: str
    names: Mapping[str, str]
    aliases: tuple[Alias, ...]
    not_followed_by: tuple[str, ...] = ()
    not_preceded_by: tuple[str, ...] = ()
    not_forms: frozenset[str] = frozenset()
    not_opening: frozenset[str] = frozenset()
    leaders: tuple[str, ...] = ()
    bare: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    holders: tuple[tuple[dt.date, str], ...] = ()
    parent: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    successor: str = ""
    acts: tuple[Act, ...] = ()
    sources: tuple[str, ...] = ()
    pattern: str = ""
    fillings: tuple[tuple[str, str], ...] = ()  # language and what fills the pattern

    def valid(self, day: dt.date) -> bool:
        """Whether the agency existed on a day, as far as the table knows."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day < self.valid_until)

    def holder(self, day: dt.date | None) -> str:
        """Who held the office on a day, or holds it now; empty where the table does not say."""
        names = [name for since, name in self.holders if day is None or since <= day]
        return names[-1] if names else ""


@dataclass(frozen=True)
class Referent:
    """Forms of a noun that by itself stands for an agency of its kind named before."""

    id: str
    forms: frozenset[str]
    heads: tuple[str, ...]  # with which the Russian names of such agencies begin
    pointing: frozenset[str]  # words that may stand before it
    not_before: frozenset[str]  # words behind which say another


def read_referents(book: Table) -> tuple[Referent, ...]:
    """The bare nouns of the book; TableError for a slip."""
    return tuple(_referent(entry) for entry in book.tables("referent"))


def _referent(entry: Table) -> Referent:
    referent = Referent(
        entry.text("id"),
        *(frozenset(entry.texts("forms")), entry.texts("heads")),
        *(frozenset(entry.texts("pointing")), frozenset(entry.texts("not_before"))),
    )
    entry.close()
    return referent


@dataclass(frozen=True)
class Shared:
    """Forms of a noun under which several agencies of a pattern are named together."""

    pattern: str
    nouns: frozenset[str]


def read_shared(book: Table) -> tuple[Shared, ...]:
    """The nouns that agencies share, by pattern; TableError for a slip."""
    nouns = book.table("shared")
    return tuple(Shared(pattern, frozenset(nouns.texts(pattern))) for pattern in nouns)


def read_agencies(book: Table) -> dict[str, Agency]:
    """The agencies of the book by id; TableError for a slip or a name that leads nowhere."""
    lists = book.table("guards")
    guards = {name: lists.texts(name) for name in lists}
    shapes = book.table("patterns")
    patterns = {name: shapes.by_language(name) for name in shapes}
    agencies: dict[str, Agency] = {}
    for entry in book.tables("agency"):
        agency = _agency(entry, guards, patterns)
        if agency.id in agencies:
            entry.fail("id", "is taken by an agency above")
        agencies[agency.id] = agency
    read_referents(book)
    read_shared(book)
    read_beside(book)
    book.close()
    _check_links(book, agencies)
    return agencies


def _check_links(book: Table, agencies: Mapping[str, Agency]) -> None:
    for agency in agencies.values():
        for key in ("parent", "successor"):
            other = getattr(agency, key)
            if other and other not in agencies:
                table = Table(book.file, f"agency {agency.id}", {})
                table.fail(key, f"«{other}» is no agency")


def _agency(
    entry: Table, guards: Mapping[str, Sequence[str]], patterns: Mapping[str, Wordings]
) -> Agency:
    kind = entry.text("kind")
    foreign = kind in {"state_body", "official"}
    if kind not in _KINDS:
        entry.fail("kind", f"must be one of {', '.join(sorted(_KINDS))}")
    names = entry.names()
    agency = Agency(
        id=entry.text("id"),
        kind=kind,
        names=names,
        aliases=tuple(_aliases(entry, names, patterns)),
        not_followed_by=_guard(entry, "not_followed_by", guards, "@foreign" if foreign else ""),
        not_preceded_by=_guard(
            entry, "not_preceded_by", guards, "@foreign_before" if foreign else ""
        ),
        not_forms=frozenset(entry.texts("not_forms")),
        not_opening=frozenset(entry.texts("not_opening")),
        leaders=entry.texts("leaders"),
        bare=frozenset(entry.texts("bare")),
        places=entry.texts("places"),
        holders=tuple(_holders(entry.table("holders"))),
        parent=entry.text("parent", ""),
        valid_from=entry.date("valid_from"),
        valid_until=entry.date("valid_until"),
        successor=entry.text("successor", ""),
        acts=tuple(_acts(entry)),
        sources=entry.texts("sources"),
        pattern=entry.text("pattern", ""),
        fillings=tuple(_fillings(entry)),
    )
    entry.close()
    return agency


def _acts(entry: Table) -> Iterator[Act]:
    for text in entry.texts("acts"):
        kind, number, day = [*text.split(), "", "", ""][:3]
        try:
            yield Act(kind if kind in ACTS else "", number, dt.date.fromisoformat(day))
        except ValueError:
            entry.fail("acts", f"«{text}»: write KIND NUMBER YYYY-MM-DD")
        if kind not in ACTS:
            entry.fail("acts", f"«{kind}» must be one of {', '.join(ACTS)}")


def _fillings(entry: Table) -> Iterator[tuple[str, str]]:
    for language, texts in entry.by_language("of").items():
        yield from ((language, text) for text in texts)


def _guard(
    entry: Table, key: str, guards: Mapping[str, Sequence[str]], always: str
) -> tuple[str, ...]:
    words: list[str] = []
    for word in dict.fromkeys((*entry.texts(key), *filter(None, [always]))):
        if not word.startswith("@"):
            words.append(word)
        elif word[1:] in guards:
            words.extend(guards[word[1:]])
        elif word != always:
            entry.fail(key, f"«{word}» is no list of [guards]")
    return tuple(words)


def _holders(book: Table) -> Iterator[tuple[dt.date, str]]:
    for day in sorted(book):
        try:
            yield dt.date.fromisoformat(day), book.text(day)
        except ValueError:
            book.fail(day, "is not a day: write YYYY-MM-DD")


def _aliases(
    entry: Table, names: Mapping[str, str], patterns: Mapping[str, Wordings]
) -> Iterator[Alias]:
    agency = entry.text("id")
    worded = _worded(entry, names, patterns)
    capitals, own = entry.by_language("capitals"), entry.by_language("own")
    for language in LANGUAGES:
        capital = set(capitals.get(language, ()))
        for text in dict.fromkeys(worded[language]):
            yield Alias(agency, text, language, capital=text in capital)
        for text in own.get(language, ()):
            yield Alias(agency, text, language, own=True)
    for text in entry.texts("abbreviations"):
        yield Alias(agency, text, "ru", abbreviation=True)
    for text in entry.texts("takes_over"):
        yield Alias(agency, text, "ru")


def _worded(
    entry: Table, names: Mapping[str, str], patterns: Mapping[str, Wordings]
) -> dict[str, list[str]]:
    """Every wording by language: names, what patterns make of ``of``, aliases."""
    pattern = entry.text("pattern", "")
    if pattern and pattern not in patterns:
        entry.fail("pattern", f"«{pattern}» is no table of [patterns]")
    shapes, fillings = patterns.get(pattern, {}), entry.by_language("of")
    aliases = entry.by_language("aliases")
    worded = {language: [names[language]] for language in LANGUAGES}
    for language, texts in worded.items():
        for filling in fillings.get(language, ()):
            texts.extend(shape.replace("{}", filling) for shape in shapes.get(language, ()))
        texts.extend(aliases.get(language, ()))
    return worded
