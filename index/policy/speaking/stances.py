"""Where a sentence tells what the President thinks, wants or feels, with no verb of saying."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from index.language import Token
from index.language.grammar import is_acting, is_finite_passive, is_quality, is_verb
from index.policy.openings import Sought
from index.policy.reading import Table
from index.policy.scouting import Scout
from index.policy.speaking.lexicon import Beside
from index.policy.wordings import Wordings

_BREAK = re.compile(r"[,;:!?()«»„“”\"]|\s[–—-]\s|\.\s")
_LEADS = re.compile(r"\s*:\s|\s+[–—-]\s+[^.!?]{2,60}:\s")  # «Токаев: …», «Токаев – акимам: …»
_ASKED = re.compile(r"\s*[»”“\"]?\?")
_NEAR = 3  # tokens between a noun and whose it is
_FAR = 8  # tokens behind him, an aside between
_EARLY = 4  # tokens at the beginning of a clause
_KEYS = ("deeds", "acts", "minds", "charges", "feels", "gets")
_ACTS = frozenset({"acts", "deeds"})

Kinds = Mapping[int, Collection[str]]


class Stances:
    """Reads sentences that name the President.

    As a subject he thinks or wants, whatever the verb, but for ``acts``: he arrives, signs, visits.
    In another case something must be his: ``minds`` («терпение Президента», "in Tokayev's view"),
    ``feels`` («Президенту надоело») or ``gets`` («досталось от Президента»).
    """

    def __init__(self, book: Table, language: str, words: Beside, scout: Scout) -> None:
        self._language, self._words = language, words
        self._cues = Wordings(book, _KEYS, language, scout)
        self._binds, self._fulfils, self._his, self._calls, self._agents = (
            frozenset(book.texts(key))
            for key in ("binds", "fulfils", "possessive", "calls", "agents")
        )

    def find(
        self,
        tokens: Sequence[Token],
        text: str,
        named: Sequence[int],
        subjects: Collection[int],
        *,
        others: bool,
    ) -> int:
        """The first of the tokens that name him where a sentence tells it, or -1.

        Where ``others`` speak in the sentence, only a colon or «по выражению» does.
        """
        leading = (n for n in named if n in subjects and self._leads(tokens, n, text))
        if (number := next(leading, -1)) >= 0 or not named:
            return number
        if others:
            kinds = self._kinds(tokens)
            return next((n for n in named if self._is_aside(tokens, n, kinds)), -1)
        if _ASKED.match(text, tokens[-1].end):
            return -1
        kinds = self._kinds(tokens)
        for number in named:
            if number in subjects and self._is_subject(tokens, number, text, kinds):
                return number
            if self._is_owner(tokens, number, text, kinds):
                return number
        return -1

    def _is_aside(self, tokens: Sequence[Token], number: int, kinds: Kinds) -> bool:
        """«…, по выражению Президента, …»: whoever else speaks."""
        beside = range(max(number - _NEAR, 1), number + (2 if self._language == "en" else 0))
        minds = (n for n in beside if "minds" in kinds.get(n, ()))
        return any(
            not self._words.aside.isdisjoint(token.form for token in tokens[max(n - 3, 0) : n])
            for n in minds
        )

    def own(self, tokens: Sequence[Token], text: str, he: Collection[str]) -> int:
        """Where a sentence opens with what is his who was named, «Его терпение …»; or -1.

        Or with himself, who does anything but an act: «Он не в восторге».
        """
        early = [n for n, token in enumerate(tokens[:_EARLY]) if token.form in self._his]
        if early:
            kinds = self._kinds(tokens[: _EARLY + _NEAR])
            beside = range(early[0] - 1, early[0] + _NEAR)
            if any("minds" in kinds.get(n, ()) for n in beside):
                return early[0]
        first = next((n for n, token in enumerate(tokens[:_EARLY]) if token.form in he), -1)
        opens = first >= 0 and not text[: tokens[0].start].strip(" –—-")
        if self._language == "kk" or not opens or _ASKED.match(text, tokens[-1].end):
            return -1  # within a passage he is who was told of before; in Kazakh «ол» is it too
        return first if self._is_subject(tokens, first, text, self._kinds(tokens)) else -1

    def _kinds(self, tokens: Sequence[Token]) -> Kinds:
        kinds: dict[int, set[str]] = {}
        for cue in self._cues.find(tokens):
            for number in range(cue.first, cue.last + 1):
                kinds.setdefault(number, set()).add(cue.kind)
        return kinds

    def _phrase(self, tokens: Sequence[Token], number: int, text: str) -> int:
        """The last token of his office and name: «Президент Касым-Жомарт Токаев»."""
        last = number
        while last + 1 < len(tokens):
            then = tokens[last + 1]
            between = text[tokens[last].end : then.start]
            capital = text[then.start : then.start + 1].isupper()
            if then.start >= tokens[last].end and between not in {" ", "-"}:
                break
            if not (capital or then.form in self._words.in_office):
                break
            last += 1
        return last

    def _leads(self, tokens: Sequence[Token], number: int, text: str) -> bool:
        return bool(_LEADS.match(text, tokens[self._phrase(tokens, number, text)].end))

    def _clause(self, tokens: Sequence[Token], number: int, text: str) -> tuple[int, int]:
        """The first and the last token of the clause that a token is of."""
        first = last = number
        while first and not _BREAK.search(text, tokens[first - 1].end, tokens[first].start):
            first -= 1
        while last + 1 < len(tokens) and not _BREAK.search(
            text, tokens[last].end, tokens[last + 1].start
        ):
            last += 1
        return first, last

    def _is_subject(self, tokens: Sequence[Token], number: int, text: str, kinds: Kinds) -> bool:
        """Whether he does anything but an act in the main clause."""
        first, last = self._clause(tokens, number, text)
        ends = self._phrase(tokens, number, text)
        lead = {token.form for token in tokens[max(first, number - 2) : number]}
        if not lead.isdisjoint(self._calls) and ends == last:
            return False  # «Господин Президент, …»
        if not self._binds.isdisjoint(token.form for token in tokens[first:number]):
            return False  # «…, какую книгу Президент читает»
        behind = tokens[ends + 1].form if ends + 1 < len(tokens) else ""
        if behind in self._words.with_whom:
            return False  # «Президент пен Үкімет актілері»
        if self._language == "kk" or (ends == last and number - first < _NEAR):
            last = len(tokens) - 1  # «Президент, осмотрев цех, остался недоволен»
        window = range(first, last + 1)
        if any(self._is_act(tokens, n, kinds) for n in window):
            return False
        rest = [tokens[n].form for n in window if not number <= n <= ends]
        if self._language == "ru":
            return any(is_acting(form) or is_quality(form) for form in rest) or bool(
                self._words.for_against.intersection(rest)
            )
        return len(rest) > 1 and not self._is_object(tokens, number, first)

    def _is_act(self, tokens: Sequence[Token], number: int, kinds: Kinds) -> bool:
        """Whether he does what tells of no thought; «не принял» does, «at the meeting» is none."""
        if _ACTS.isdisjoint(kinds.get(number, ())) or tokens[number].form in self._words.no_verbs:
            return False
        return not (number and tokens[number - 1].form in self._words.denial)

    def _is_object(self, tokens: Sequence[Token], number: int, first: int) -> bool:
        """«The minister thanked the President»: in English only the place tells."""
        if self._language != "en":
            return False
        before = number - 1
        while before >= first and tokens[before].form in self._words.before_object:
            before -= 1
        return (
            self._language == "en"
            and before >= first
            and tokens[before].form.endswith(self._words.done_to)
            and tokens[before].form not in self._words.no_verbs
        )

    def _is_owner(self, tokens: Sequence[Token], number: int, text: str, kinds: Kinds) -> bool:
        """Whether something in his clause is his, or is felt by him."""
        first, last = self._clause(tokens, number, text)
        within = [kinds.get(n, ()) for n in range(first, last + 1)]
        far = range(last + 1, min(number + _FAR, len(tokens)))
        if any("feels" in kind or "gets" in kind for kind in within):
            return True
        aside = self._language == "ru" and any("feels" in kinds.get(n, ()) for n in far)
        if aside:  # «Президенту это, похоже, надоело»
            return True
        bound = not self._binds.isdisjoint(token.form for token in tokens[first:number])
        if bound or self._is_object(tokens, number, first):  # "Trump told Tokayev"
            return False
        ends = self._phrase(tokens, number, text)
        if tokens[number].form in self._agents and self._language == "ru":
            done = [n for n in range(first, last + 1) if is_finite_passive(tokens[n].form)]
            if done and not any(_ACTS.intersection(kinds.get(n, ())) for n in done):
                return True  # «Главой государства одобрен перенос»
        beside = range(max(number - _NEAR, first), number)
        with_him = number > first and tokens[number - 1].form in self._words.at_whom
        if self._language in {"kk", "en"} or with_him:
            behind = last if with_him else min(ends + _NEAR, last)
            beside = range(max(number - _NEAR, first), behind + 1)
        mind = next((n for n in beside if "minds" in kinds.get(n, ())), -1)
        if mind < 0:
            charged = any("charges" in kinds.get(n, ()) for n in beside)
            fulfilled = not self._fulfils.isdisjoint(
                form for token in tokens[first:number] for form in (token.form, *token.lemmas)
            )
            return charged and not fulfilled
        before = [token.form for token in tokens[first:mind]]
        early = min(mind, number) - first < _EARLY and not (
            self._language == "ru" and any(map(is_verb, before))
        )
        return early or bool(_content(self._words.content).match(text, tokens[ends].end))


@cache
def _content(that: Sought) -> re.Pattern[str]:
    """What was said, behind him: a colon, or a comma and «что»."""
    return re.compile(rf"[^.!?]{{0,60}}?(?::\s|,\s{that.pattern}\s)")
