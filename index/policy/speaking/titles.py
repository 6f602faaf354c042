"""What a title tells of whose words a document holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.language import Token
from index.language.grammar import cases
from index.policy.speaking.speech import Manner

_NEAR = {"ru": 2, "bg": 2, "en": 4}  # words from «выступление» to whose it is
_EARLY = 3  # words in which a title says what paper it is of


@dataclass(frozen=True)
class Title:
    """What a document calls itself."""

    tokens: Sequence[Token] = ()
    language: str = "ru"
    kind: str = ""
    text: str = ""

    def names(self, manners: Mapping[str, Manner]) -> bool:
        """Whether the President stands in it: «Токаев поручил …», «Интервью Президента»."""
        return manners[self.language].named(self.tokens, self.text) >= 0

    def tells_of_speech(self, manners: Mapping[str, Manner]) -> bool:
        """Whether it says that the words are spoken as they stand: «Выступление Президента»."""
        return self.kind == "transcript" or self._speech(manners[self.language]) >= 0

    def is_verbatim(self, manners: Mapping[str, Manner]) -> bool:
        """Whether it says that somebody took the words down: «Стенограмма встречи»."""
        return not manners[self.language].forms.verbatim.isdisjoint(self._forms)

    def is_paper(self, manners: Mapping[str, Manner]) -> bool:
        """Whether it is of a paper that orders: «Указ № 5», not «Токаев подписал указ»."""
        manner = manners[self.language]
        papers = manner.forms.papers
        first = next((n for n, one in enumerate(self.tokens[:_EARLY]) if one.form in papers), -1)
        return first >= 0 and not 0 <= manner.named(self.tokens, self.text) < first

    def is_of_others(self, manners: Mapping[str, Manner]) -> bool:
        """Whether somebody else acts in it, and the President does not, or it is his column."""
        manner = manners[self.language]
        acts = (manner.subject(self.tokens, n, self.text) for n in range(len(self.tokens)))
        return self.is_of_another(manners) or ("other" in acts and not self.names(manners))

    def is_interview(self, manners: Mapping[str, Manner]) -> bool:
        """Whether it says that the President answers: «Интервью Президента»."""
        manner = manners[self.language]
        return not manner.forms.interviews.isdisjoint(self._forms) and self.names(manners)

    def is_of_another(self, manners: Mapping[str, Manner]) -> bool:
        """Whether it says whose the words are, and not the President's: «Доклад министра»."""
        manner = manners[self.language]
        speech, column = self._speech(manner), not manner.forms.columns.isdisjoint(self._forms)
        if speech < 0 and not column:
            return False
        named = manner.named(self.tokens, self.text)
        if column:
            return named < 0
        other = manner.other(self.tokens, self.text)
        if named >= 0 and (other < 0 or named < other):
            return False
        if self.language == "kk":
            return 0 <= other < speech
        between = [token.form for token in self.tokens[speech + 1 : max(other, 0)]]
        if 0 <= other - speech <= _NEAR[self.language] and self._is_whose(between, manner):
            return True
        return self._is_by_name(speech)

    def _is_whose(self, between: Sequence[str], manner: Manner) -> bool:
        """«Реч на министъра», «Remarks by Minister», but not «Выступление на заседании»."""
        if self.language == "en":
            return bool(between) and between[0] in manner.words.by
        return manner.words.place.isdisjoint(between) or (
            self.language == "bg" and len(between) == 1 and between[0] in manner.words.by
        )

    def _is_by_name(self, speech: int) -> bool:
        """«Выступление Бектенова», «Speech by John Smith»."""
        behind = self.tokens[speech + 1 : speech + 3]
        if not behind or (self.language == "en" and (behind[0].form != "by" or len(behind) < 2)):  # noqa: PLR2004
            return False
        whose = behind[1] if self.language == "en" else behind[0]
        capital = self.text[whose.start : whose.start + 1].isupper()
        if self.language == "ru":
            return capital and "gent" in cases(whose.form)
        return capital and self.language == "en"

    def _speech(self, manner: Manner) -> int:
        spoken = manner.forms.speeches
        found = (number for number, token in enumerate(self.tokens) if token.form in spoken)
        return next(found, -1)

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(token.form for token in self.tokens)


NO_TITLE = Title()
