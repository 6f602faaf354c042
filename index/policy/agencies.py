"""Which agencies a passage names, and where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.documents.document import Mention
from index.language import Token
from index.policy.authority import Agency, Alias
from index.policy.phrases import Find, PhraseBook, after, slots
from index.policy.reading import script

_BREAK = re.compile(r"[!?;:…]|\s[–—―-]|[^\W\d_]{3,}\.\s")


@dataclass(frozen=True)
class Guards:
    """The words beside which an alias means someone else."""

    followed: PhraseBook[str]
    preceded: PhraseBook[str]
    forms: frozenset[str]


class AgencyFinder:
    """All aliases of all agencies, compiled once; longest first, four languages at a time."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        self._agencies = agencies
        self._book: PhraseBook[Alias] = PhraseBook()
        self._guards = {agency.id: _guards(agency) for agency in agencies.values()}
        for agency in agencies.values():
            for alias in agency.aliases:
                self._book.add(slots(alias.text, alias.language), alias)

    def mentions(
        self, text: str, tokens: Sequence[Token], day: dt.date | None = None
    ) -> list[Mention]:
        """The agencies named, in order; where several share an alias the day decides."""
        finds = [find for find in self._book.find(tokens) if self._holds(text, tokens, find)]
        finds.sort(key=lambda find: (tokens[find.first].start, -tokens[find.last].end))
        mentions: list[Mention] = []
        reached = 0
        for number, find in enumerate(finds):
            start, end = tokens[find.first].start, tokens[find.last].end
            if start < reached:
                continue
            rivals = [other for other in finds[number:] if _span(tokens, other) == (start, end)]
            mentions.append(Mention(self._fitting(rivals, day), start, end))
            reached = end
        return mentions

    def _fitting(self, rivals: Sequence[Find[Alias]], day: dt.date | None) -> str:
        """The agency of an alias; of several the one that existed on the day."""
        ids = [rival.value.agency for rival in rivals]
        if day is not None:
            ids = [one for one in ids if self._agencies[one].valid(day)] or ids
        return ids[0]

    def _holds(self, text: str, tokens: Sequence[Token], find: Find[Alias]) -> bool:
        start, end = _span(tokens, find)
        written, alias = text[start:end], find.value
        if alias.abbreviation and not written.isupper():
            return False
        if alias.capital and not written[0].isupper():
            return False
        if find.first != find.last and (
            _BREAK.search(written) or ("," in written and "," not in alias.text)
        ):
            return False  # «вице-премьер, министр» is no «вице-премьер-министр»
        guards = self._guards[alias.agency]
        if guards.forms and _same_form(tokens, find, guards.forms):
            return False
        return not _guarded(tokens, find, guards)


def _guards(agency: Agency) -> Guards:
    followed: PhraseBook[str] = PhraseBook()
    preceded: PhraseBook[str] = PhraseBook()
    for book, words in ((followed, agency.not_followed_by), (preceded, agency.not_preceded_by)):
        for word in words:
            book.add(slots(word, script(word)), word)
    return Guards(followed, preceded, agency.not_forms)


def _same_form(tokens: Sequence[Token], find: Find[Alias], forms: Iterable[str]) -> bool:
    return any(tokens[number].form in forms for number in range(find.first, find.last + 1))


def _guarded(tokens: Sequence[Token], find: Find[Alias], guards: Guards) -> bool:
    if guards.followed and guards.followed.at(tokens, after(tokens, find.last)):
        return True
    return bool(guards.preceded) and any(
        _touches(tokens, match.last, find.first)
        for back in range(max(find.first - 3, 0), find.first)
        for match in guards.preceded.at(tokens, back)
    )


def _touches(tokens: Sequence[Token], last: int, first: int) -> bool:
    """Whether one token stands right before another."""
    return tokens[after(tokens, last)].start == tokens[first].start if last < first else False


def _span(tokens: Sequence[Token], find: Find[Alias]) -> tuple[int, int]:
    return tokens[find.first].start, tokens[find.last].end
