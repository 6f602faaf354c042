"""Agencies named together under one noun: «министерства просвещения и цифрового развития»."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from index.documents.document import Mention
from index.language import Token
from index.policy.naming.authority import Agency, Shared
from index.policy.naming.beside import Beside
from index.policy.phrases import PhraseBook, Slots, after, slots
from index.policy.scouting import Look, Scout, where

_LONGEST = 6  # tokens of a name without its noun
_MOST = 6  # agencies under one noun

Run = list[tuple[str, int, int]]  # agency, first and last token


class CoordinationFinder:
    """Nouns in the plural and what stands beside them, by pattern of ``agencies.toml``."""

    def __init__(
        self,
        agencies: Mapping[str, Agency],
        shared: Sequence[Shared],
        words: Beside,
        scout: Scout,
    ) -> None:
        self._words = words
        self._mark = scout.mark()
        patterns: dict[str, set[str]] = {}
        for one in shared:
            scout.watch(self._mark, forms=one.nouns)
            for noun in one.nouns:
                patterns.setdefault(noun, set()).add(one.pattern)
        books = {
            kept: _fillings(agencies, kept, words) for kept in map(frozenset, patterns.values())
        }
        self._nouns = {noun: books[frozenset(kept)] for noun, kept in patterns.items()}

    def found(self, look: Look, mentions: list[Mention]) -> list[Mention]:
        """The mentions, and in place of a noun in the plural all whom it stands for; in order."""
        if not look.might(self._mark):
            return mentions
        tokens = look.words
        runs = [run for n in where(tokens, self._mark) if (run := self._run(tokens, n))]
        for run in runs:
            start, end = tokens[run[0][1]].start, tokens[run[-1][2]].end
            kept = [one for one in mentions if one.end <= start or one.start >= end]
            named = [Mention(one, tokens[i].start, tokens[j].end) for one, i, j in run]
            mentions = sorted([*kept, *named], key=lambda one: one.start)
        return mentions

    def _run(self, tokens: Sequence[Token], noun: int) -> Run:
        book = self._nouns.get(tokens[noun].form)
        if book is None:
            return []
        behind = _behind(tokens, noun, book, self._words)
        run = behind if len(behind) > 1 else _in_front(tokens, noun, book, self._words)
        return run if len(run) > 1 else []


def _fillings(
    agencies: Mapping[str, Agency], patterns: Collection[str], words: Beside
) -> PhraseBook[str]:
    """What agencies of some patterns look after: «акимы Алматы и Алматинской области»."""
    found: list[tuple[Slots, str]] = []
    for agency in agencies.values():
        if agency.pattern not in patterns:
            continue
        for language, text in agency.fillings:
            phrase = slots(text, language)
            found.append((phrase, agency.id))
            last = text.split()[-1].lower()
            if len(phrase) > 1 and last.startswith(words.regions):
                found.append((phrase[:-1], agency.id))
    return PhraseBook(found)


def _behind(tokens: Sequence[Token], noun: int, book: PhraseBook[str], words: Beside) -> Run:
    """«Министрам финансов, экономики и юстиции»."""
    run: Run = []
    between = words.joining | words.of | words.articles
    place = after(tokens, noun)
    while len(run) < _MOST:
        while place < len(tokens) and tokens[place].form in between:
            place += 1
        found = max(book.at(tokens, place), key=lambda one: one.last, default=None)
        if found is None:
            break
        run.append((found.value, found.first if run else noun, found.last))
        place = after(tokens, found.last)
    if run and place < len(tokens) and tokens[place].form.startswith(words.regions):
        run[-1] = (*run[-1][:2], place)
    return run


def _in_front(tokens: Sequence[Token], noun: int, book: PhraseBook[str], words: Beside) -> Run:
    """«The education and science ministries», «Қаржы және Әділет министрліктері»."""
    run: Run = []
    place = noun - 1
    if place >= 0 and tokens[place].form.startswith(words.regions):
        place -= 1
    while len(run) < _MOST:
        while place >= 0 and tokens[place].form in words.joining:
            place -= 1
        found = next(
            (
                find
                for first in range(max(place - _LONGEST, 0), place + 1)
                for find in book.at(tokens, first)
                if find.last == place
            ),
            None,
        )
        if found is None:
            break
        run.insert(0, (found.value, found.first, found.last if run else noun))
        place = found.first - 1
    return run
