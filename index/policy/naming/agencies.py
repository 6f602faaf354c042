"""Which agencies a passage names, and where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from index.documents.document import Mention
from index.language import Token
from index.language.surnames import ABBREVIATION
from index.policy.naming.authority import Agency, Alias
from index.policy.naming.beside import Beside
from index.policy.naming.countries import Abroad
from index.policy.phrases import Find, PhraseBook, after, slots, telling
from index.policy.reading import script
from index.policy.scouting import Look, Scout, where

_BREAK_OR_COMMA = re.compile(r"[!?;:….,]|\s[–—―-]")
_BEFORE, _BEHIND = 3, 6  # tokens around a name in which a guard may begin
_OURS_OR_THEIRS = frozenset({"international", "foreign", "organisation", "quasi_state"})
_NEIGHBOURS = frozenset({"ru", "bg"})
_BREAK = re.compile(r"[!?;:…]|\s[–—―-]|[^\W\d_]{3,}\.\s")
_OPENS = re.compile(r"(?:\A|[.!?…:])[\s«„“\"–—-]*\Z")
_STOP = re.compile(r"[.!?…](?=\s)")
_SIGN = re.compile(r"[!?;:….–—―-]")  # found in a quarter of the time; no break is without one

Guarded = dict[str, int]  # where a name ends that is another country's, by agency


@dataclass(frozen=True)
class Guards:
    """The words beside which an alias means someone else."""

    followed: PhraseBook[str]
    preceded: PhraseBook[str]
    forms: frozenset[str]
    opening: frozenset[str]
    of: frozenset[str]


class AgencyFinder:
    """All aliases of all agencies, compiled once; longest first, four languages at a time."""

    def __init__(
        self, agencies: Mapping[str, Agency], words: Beside, scout: Scout | None = None
    ) -> None:
        self._agencies = agencies
        aliases = (alias for agency in agencies.values() for alias in agency.aliases)
        self._book = PhraseBook(((slots(one.text, one.language), one) for one in aliases), scout)
        self._guards = {agency.id: _guards(agency, words) for agency in agencies.values()}
        self._leaders = {
            one.id: PhraseBook((slots(name, script(name)), name) for name in one.leaders)
            for one in agencies.values()
            if one.leaders
        }
        self._guard_mark = scout.mark() if scout else 0
        self.abroad = Abroad(words, scout, self._guard_mark)
        for agency in agencies.values():
            if scout:
                _watch(scout, self._guard_mark, agency)

    def might(self, look: Look) -> bool:
        """Whether a passage may name an agency."""
        return self._book.might(look)

    def mentions(
        self,
        text: str,
        tokens: Sequence[Token],
        day: dt.date | None = None,
        language: str = "",
    ) -> list[Mention]:
        """The agencies named, in order; where several share an alias the day decides.

        ``language`` is that of the passage, if known.
        """
        named = self._book.find(tokens)
        if not named:
            return []
        near = frozenset(where(tokens, self._guard_mark))
        spans: dict[tuple[int, int], list[Find[Alias]]] = {}
        for find in named:
            spans.setdefault((tokens[find.first].start, -tokens[find.last].end), []).append(find)
        mentions: list[Mention] = []
        reached = guarded = 0
        abroad: Guarded = {}
        for start, end in sorted(spans):
            if start < reached or -end <= guarded:
                continue
            rivals = [
                one
                for one in spans[start, end]
                if _is_written_so(text, tokens, one) and _is_of(one.value, language)
            ]
            # Several aliases of one agency, in several languages, are guarded alike.
            each = {(one.first, one.last, one.value.agency): one for one in rivals if near}
            if any(self._is_guarded(text, tokens, one, near, language) for one in each.values()):
                guarded = -end  # it is a name of someone else, with all names inside it
                for one in each.values():
                    self._note(text, tokens, one, language, abroad)
                continue
            meant = [one for one in rivals if not self._is_other(text, tokens, one)]
            if abroad:
                meant = [one for one in meant if not self._is_theirs(text, one, start, abroad)]
            if meant:
                mentions.append(Mention(self._fitting(meant, day), start, -end))
                reached = -end
        return mentions

    def written(self, agency: str, text: str, tokens: Sequence[Token]) -> tuple[int, int] | None:
        """Where a name of one agency stands first, whoever else may be meant by it."""
        spans = [
            _span(tokens, one)
            for one in self._book.find(tokens)
            if one.value.agency == agency and _is_written_so(text, tokens, one)
        ]
        return min(spans, key=lambda span: (span[0], -span[1]), default=None)

    def _fitting(self, rivals: Sequence[Find[Alias]], day: dt.date | None) -> str:
        """The agency of an alias; of several the one that existed on the day."""
        own = [rival for rival in rivals if rival.value.own]
        ids = [rival.value.agency for rival in own or rivals]
        if day is not None:
            ids = [one for one in ids if self._agencies[one].valid(day)] or ids
        return ids[0]

    def _is_guarded(
        self,
        text: str,
        tokens: Sequence[Token],
        find: Find[Alias],
        near: frozenset[int],
        language: str,
    ) -> bool:
        """Whether a word beside the alias shows that someone else is meant."""
        beside = range(find.first - _BEFORE, find.last + _BEHIND)
        if near.isdisjoint(beside):
            return False
        agency = find.value.agency
        ours = self._agencies[agency].kind not in _OURS_OR_THEIRS
        return (ours and self._is_abroad(text, tokens, find, language)) or _guarded(
            text, tokens, find, self._guards[agency]
        )

    def _is_abroad(
        self, text: str, tokens: Sequence[Token], find: Find[Alias], language: str
    ) -> bool:
        """Whether the name is that of another country's body."""
        end = tokens[find.last].end
        if self.abroad.is_behind(text, tokens, after(tokens, find.last), end):
            return True
        place = find.first - 1
        while place >= 0 and tokens[place].end > tokens[find.first].start:
            place -= 1  # of «Премьер-министрі» the whole stands before its parts
        if place < 0 or text[tokens[place].end : tokens[find.first].start].strip():
            return False
        return self.abroad.is_before(text, tokens, place, language)

    def _is_other(self, text: str, tokens: Sequence[Token], find: Find[Alias]) -> bool:
        guards = self._guards[find.value.agency]
        if guards.forms and _same_form(tokens, find, guards.forms):
            return True
        if guards.opening and _same_form(tokens, find, guards.opening):
            return _OPENS.search(text, 0, tokens[find.first].start) is not None
        leaders = self._leaders.get(find.value.agency) if find.value.own else None
        return leaders is not None and not leaders.find(tokens)

    def _is_theirs(self, text: str, find: Find[Alias], start: int, abroad: Guarded) -> bool:
        """«Премьер Японии сообщил, что правительство …»: of the country named in the sentence."""
        if find.first != find.last:
            return False
        end = abroad.get(find.value.agency, -1)
        return end >= 0 and not _STOP.search(text, end, start)

    def _note(
        self, text: str, tokens: Sequence[Token], find: Find[Alias], language: str, abroad: Guarded
    ) -> None:
        """Note where a body of another country is named, and what it is a part of."""
        if self._is_abroad(text, tokens, find, language):
            agency = self._agencies[find.value.agency]
            abroad[agency.id] = abroad[agency.parent] = tokens[find.last].end


def _is_written_so(text: str, tokens: Sequence[Token], find: Find[Alias]) -> bool:
    start, end = _span(tokens, find)
    written, alias = text[start:end], find.value
    if alias.abbreviation and not (
        ABBREVIATION.fullmatch(written) or written.startswith(alias.text)  # «АСПиР»
    ):
        return False
    if alias.capital and not written[0].isupper():
        return False
    # «вице-премьер, министр» is no «вице-премьер-министр»
    return find.first == find.last or not (
        (_SIGN.search(written) and _BREAK.search(written))
        or ("," in written and "," not in alias.text)
    )


def _is_of(alias: Alias, language: str) -> bool:
    """A common noun names nobody in a neighbouring language: «кабинет» is a room in Russian."""
    if language == alias.language or not {language, alias.language} <= _NEIGHBOURS:
        return True
    return not alias.text.islower() or alias.text.count(" ") > 0 or alias.abbreviation


def _watch(scout: Scout, mark: int, agency: Agency) -> None:
    for word in (*agency.not_followed_by, *agency.not_preceded_by):
        scout.watch(mark, lemmas=chain.from_iterable(slots(word, script(word))[:1]))


def _guards(agency: Agency, beside: Beside) -> Guards:
    followed = PhraseBook(map(telling, agency.not_followed_by))
    preceded = PhraseBook(map(telling, agency.not_preceded_by))
    return Guards(followed, preceded, agency.not_forms, agency.not_opening, beside.of)


def _same_form(tokens: Sequence[Token], find: Find[Alias], forms: Iterable[str]) -> bool:
    return any(tokens[number].form in forms for number in range(find.first, find.last + 1))


def _guarded(text: str, tokens: Sequence[Token], find: Find[Alias], guards: Guards) -> bool:
    behind = after(tokens, find.last)
    if behind < len(tokens) and tokens[behind].form in guards.of:
        behind += 1  # «Министерството на отбраната на САЩ»
    if guards.followed and any(
        not _BREAK_OR_COMMA.search(text, tokens[find.last].end, tokens[match.first].start)
        for match in guards.followed.at(tokens, behind)
    ):
        return True
    return bool(guards.preceded) and any(
        _touches(tokens, match.last, find.first)
        for back in range(max(find.first - _BEFORE, 0), find.first)
        for match in guards.preceded.at(tokens, back)
    )


def _touches(tokens: Sequence[Token], last: int, first: int) -> bool:
    """Whether one token stands right before another."""
    return tokens[after(tokens, last)].start == tokens[first].start if last < first else False


def _span(tokens: Sequence[Token], find: Find[Alias]) -> tuple[int, int]:
    return tokens[find.first].start, tokens[find.last].end
