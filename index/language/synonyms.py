"""What says the same in other words or languages: ИИ, искусственный интеллект, AI."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.language import quantities
from index.language.queries import Slots, query_words
from index.tables import read_table


@dataclass(frozen=True)
class Alternative:
    """Other words for the query's words from ``start`` to before ``end``, as a phrase."""

    start: int
    end: int
    text: str
    slots: Slots


@dataclass(frozen=True)
class _Phrase:
    text: str
    slots: Slots
    group: int


def alternatives(places: Sequence[Collection[str]]) -> list[Alternative]:
    """Other words for what stands in a query; ``places`` hold the terms of each word in order.

    A synonym of several words is found where its words stand side by side; of two that begin
    at one word only the longer is taken, so that «министерство цифрового развития» is one thing.
    A large number is found however it is written.
    """
    found: list[Alternative] = []
    start = 0
    while start < len(places):
        end, numbers = quantities.at(places, start)
        phrase = None if numbers else _longest_at(places, start)
        found += _other_numbers(start, places[start:end], numbers)
        end = end if numbers else start + (len(phrase.slots) if phrase else 1)
        if phrase:
            found += (
                Alternative(start, end, other.text, other.slots)
                for other in _groups()[phrase.group]
                if other.slots != phrase.slots
            )
        start = end
    return found


def spelled(words: str) -> str:
    """Words as the table writes them: capitals of abbreviations and names; others as they are."""
    return _spellings().get(words.casefold(), words)


@cache
def _spellings() -> dict[str, str]:
    return {phrase.text.casefold(): phrase.text for group in _groups() for phrase in group}


def _other_numbers(
    start: int, said: Sequence[Collection[str]], numbers: Sequence[str]
) -> Iterator[Alternative]:
    """The ways to write a number that do not find what is said anyway."""
    for text in numbers:
        slots = _slots(text)
        if len(slots) != len(said) or not _fits(slots, said):
            yield Alternative(start, start + len(said), text, slots)


def _longest_at(places: Sequence[Collection[str]], start: int) -> _Phrase | None:
    here = {phrase for term in places[start] for phrase in _by_first_term().get(term, ())}
    fitting = (phrase for phrase in here if _fits(phrase.slots, places[start:]))
    return max(fitting, key=lambda phrase: (len(phrase.slots), phrase.text), default=None)


def _fits(slots: Slots, places: Sequence[Collection[str]]) -> bool:
    return len(slots) <= len(places) and all(
        not set(slot).isdisjoint(place) for slot, place in zip(slots, places, strict=False)
    )


@cache
def _groups() -> tuple[tuple[_Phrase, ...], ...]:
    """The table's groups, once a process; TableError for a slip."""
    table = read_table("synonyms.toml", Path(__file__).parent)
    groups = tuple(
        tuple(_Phrase(text, _slots(text), number) for text in group)
        for number, group in enumerate(table.lists("same"))
    )
    table.close()
    empty = next((phrase.text for group in groups for phrase in group if not phrase.slots), None)
    if empty is not None:
        table.fail("same", f"{empty!r} has no word")
    return groups


@cache
def _by_first_term() -> dict[str, tuple[_Phrase, ...]]:
    known: defaultdict[str, list[_Phrase]] = defaultdict(list)
    for group in _groups():
        for phrase in group:
            for term in phrase.slots[0]:
                known[term].append(phrase)
    return {term: tuple(phrases) for term, phrases in known.items()}


def _slots(text: str) -> Slots:
    return tuple(slot for word in query_words(text) for slot in word.slots)
