"""A search in words, short enough for a title: «утечки данных · МВД · с января 2026»."""

from __future__ import annotations

from collections.abc import Iterator

from index.policy.naming.authority import Agency
from index.search.request import EXCLUDED, FACETS, SearchRequest
from search_app import ranges
from search_app.current import policy_tables
from search_app.languages import gettext
from search_app.words import label

LONGEST = 200
_NAMED = 3  # values of one facet that are named; the others are counted


def title(wanted: SearchRequest) -> str:
    """What a search is about in the language of this request."""
    said = " · ".join(_parts(wanted)) or gettext("Все фрагменты")
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip(" ·") + "…"


def _parts(wanted: SearchRequest) -> Iterator[str]:
    if wanted.text:
        yield wanted.text
    for facet in sorted(FACETS, key=lambda name: name != "agency"):
        values = sorted(wanted.chosen(facet))
        names = [_name(facet, value) for value in values[:_NAMED]]
        if values:
            rest = len(values) - len(names)
            yield ", ".join(names) + (f" +{rest}" if rest else "")
    for name, facet in EXCLUDED.items():
        for value in sorted(wanted.shut_out(name)):
            yield gettext("кроме: %(names)s", names=_name(facet, value))
    if wanted.role:
        yield label("role", wanted.role)
    for event in sorted(wanted.events):
        yield gettext("событие %(id)s", id=event)
    if wanted.since or wanted.until:
        yield ranges.said(wanted.since, wanted.until)


def _name(facet: str, value: str) -> str:
    """The abbreviation of an agency where its name in this language has one, else the name."""
    known = policy_tables().agencies.get(value) if facet == "agency" else None
    name = label(facet, value)
    return (_abbreviation(known, name) if known else "") or name


def _abbreviation(agency: Agency, name: str) -> str:
    """«МВД» for «Министерство внутренних дел»; «ДСМ» stands for the Kazakh name, not for a Russian.

    The table does not say of which language an abbreviation is, the first letters of words do.
    """
    first = [word[0].upper() for word in name.split()]
    for alias in agency.aliases:
        letters = iter(first)
        if alias.abbreviation and all(letter in letters for letter in alias.text):
            return alias.text
    return ""
