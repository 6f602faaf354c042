"""Pieces of a sentence that signs cut apart and that say one thing all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.language.grammar import cases, is_infinitive, is_verb
from index.policy.duties.builds.headed import HEADED
from index.policy.duties.directives import Directives
from index.policy.duties.lexicon import Cut, More
from index.policy.duties.timing.moves import is_more_time
from index.policy.scouting import Words
from index.policy.wordings import Cue

_SPOKEN = '»“”",.!?…'  # before a dash: «…», — сказал он
_SHARE = 0.6  # of a clause that what a colon adds to it may have
_DASHES = "—–―-"
_INFLECTED = frozenset({"ru", "bg"})  # languages of which verbs are known, more or less
_SHORT = 4  # tokens of «наша главная цель»
_HEAD = 10  # tokens of what stands before the verb and holds a day
_FIGURE = re.compile(r"\d")

Span = tuple[int, int]


class _Sentence:
    """A sentence in pieces, with where its cues and its names of agencies begin."""

    def __init__(
        self,
        text: str,
        tokens: Words,
        cues: Sequence[Cue],
        agents: Mapping[int, int],
        language: str,
    ) -> None:
        self.text, self.tokens = text, tokens
        self._verbs = language in _INFLECTED
        self._cues = {tokens[cue.first].start: cue.kind for cue in cues}
        self._agents = list(agents)

    def is_cued(self, piece: Span) -> bool:
        return any(piece[0] <= place < piece[1] for place in self._cues)

    def _kinds(self, piece: Span) -> set[str]:
        return {kind for place, kind in self._cues.items() if piece[0] <= place < piece[1]}

    def is_headed(self, piece: Span) -> bool:
        """Whether a piece tells what they must do whom the sentence names before its colon."""
        return HEADED in self._kinds(piece)

    def is_aim(self, piece: Span) -> bool:
        """Whether a piece only says that behind its dash stands an aim: «наша цель – …»."""
        kinds = self._kinds(piece)
        return kinds == {"aims"} and len(self.tokens.between(*piece)) <= _SHORT

    def announces(self, piece: Span) -> bool:
        """«Поручение получил аким: …»: who is told, and behind a colon what."""
        kinds = self._kinds(piece)
        inside = self.tokens.between(*piece)
        return (
            "receives" in kinds
            and bool(self.names(piece))
            and not any(is_infinitive(self.tokens[number].form) for number in inside)
        )

    def only_answers(self, piece: Span) -> bool:
        """Whether a piece says nothing but who answers for something."""
        kinds = self._kinds(piece)
        return "answers" in kinds and kinds <= {"answers", "future"}

    def is_waiting(self, piece: Span) -> bool:
        """Whether nothing in a piece says that anybody must: «незачем ждать»."""
        kinds = self._kinds(piece)
        return kinds <= {"expects"} and self.lists(piece)

    def is_shift(self, piece: Span) -> bool:
        """Whether a piece says that a deadline changed."""
        return any(
            kind == "shifts" and piece[0] <= place < piece[1] for place, kind in self._cues.items()
        )

    def names(self, piece: Span) -> list[int]:
        """Where the names of agencies in a piece begin."""
        return [place for place in self._agents if piece[0] <= place < piece[1]]

    def lists(self, piece: Span) -> bool:
        """Whether a piece only lists things: it has no verb, as far as is known."""
        tokens = self.tokens
        return not self._verbs or not any(
            is_verb(tokens[number].form) for number in tokens.between(*piece)
        )

    def gives_day(self, before: Span, end: int) -> bool:
        """«Срок передвинут: был 1 мая, стал 1 июня»: behind the colon stand the days."""
        figure = _FIGURE.search
        return bool(figure(self.text, before[1], end)) and not figure(self.text, *before)

    def sign(self, start: int, end: int) -> str:
        """The sign between clauses with which a piece ends; none where a quotation does."""
        before = self.text[start:end].rstrip()
        return "" if before[:-1].rstrip()[-1:] in _SPOKEN else before[-1:]


def joined(
    text: str,
    pieces: Sequence[Span],
    tokens: Words,
    cues: Sequence[Cue],
    agents: Mapping[int, int],
    directives: Directives,
) -> list[Span]:
    """The pieces of a sentence, those put together that say one thing."""
    language = directives.language
    sentence = _Sentence(text, tokens, cues, agents, language)
    pieces = _addressed(sentence, _bridged(sentence, pieces), language)
    pieces = _dated(sentence, _listed(sentence, pieces), language)
    pieces = _answered(
        sentence, _prolonged(sentence, pieces, directives.words.more), directives.words.cut
    )
    return _led(sentence, pieces) if language == "kk" else pieces


def _bridged(sentence: _Sentence, pieces: Sequence[Span]) -> list[Span]:
    """«Оба министерства – просвещения и науки – должны …»: what stands between two dashes."""
    bridged = list(pieces)
    for number in range(len(pieces) - 3, -1, -1):
        if number + 2 >= len(bridged):
            continue
        head, middle, tail = bridged[number : number + 3]
        signs = sentence.sign(*head), sentence.sign(*middle)
        if not all(sign and sign in _DASHES for sign in signs):
            continue
        named = sentence.names(head) or sentence.names(middle)
        bare = all(sentence.lists(one) and not sentence.is_cued(one) for one in (head, middle))
        if named and bare and sentence.is_cued(tail):
            bridged[number : number + 3] = [(head[0], tail[1])]
    return bridged


def _addressed(sentence: _Sentence, pieces: Sequence[Span], language: str) -> list[Span]:
    """«Минфину незачем ждать: деньги нужны сейчас»: who must stands before the colon."""
    addressed: list[Span] = []
    for piece in pieces:
        head = addressed[-1] if addressed else (0, 0)
        named = sentence.names(head) if addressed else []
        whom = bool(named) and sentence.sign(*head) == ":" and sentence.is_headed(piece)
        if whom or (
            named
            and language == "ru"
            and sentence.sign(*head) == ":"
            and sentence.is_cued(piece)
            and sentence.is_waiting(head)
            and not sentence.names(piece)
            and "datv" in cases(sentence.tokens[sentence.tokens.places[named[0]]].form)
        ):
            addressed[-1] = (head[0], piece[1])
        else:
            addressed.append(piece)
    return addressed


def _listed(sentence: _Sentence, pieces: Sequence[Span]) -> list[Span]:
    """A piece without a cue goes to the one before if it only lists or adds a little to it."""
    listed: list[Span] = []
    for start, end in pieces:
        if listed and not sentence.is_cued((start, end)) and listed[-1][1] == start:
            begin = listed[-1][0]
            sign = sentence.sign(begin, start)
            share = _SHARE if sign == ":" and not sentence.gives_day((begin, start), end) else 1
            little = end - start <= (start - begin) * share
            told = little or sentence.lists((start, end)) or sentence.is_aim((begin, start))
            told = told or (sign == ":" and sentence.announces((begin, start)))
            if sign and sign in _DASHES + ":" and told:
                listed[-1] = (begin, end)
                continue
        listed.append((start, end))
    return listed


def _dated(sentence: _Sentence, pieces: Sequence[Span], language: str) -> list[Span]:
    """«Прежний срок – 1 мая – переношу …»: a day told first belongs to what is done about it."""
    dated: list[Span] = []
    for piece in pieces:
        head = dated[-1] if dated else (0, 0)
        sign = sentence.sign(*head) if dated and head[1] == piece[0] else ""
        if (
            sign
            and sign in _DASHES + ":"
            and not sentence.is_cued(head)
            and len(sentence.tokens.between(*head)) <= _HEAD
            and (language != "ru" or sentence.lists(head))
            and _FIGURE.search(sentence.text, *head)
        ):
            dated[-1] = (head[0], piece[1])
        else:
            dated.append(piece)
    return dated


def _answered(sentence: _Sentence, pieces: Sequence[Span], words: Cut) -> list[Span]:
    """«Школам надо уйти, и отвечает за это министр»: who answers for what was just told."""
    answered: list[Span] = []
    for piece in pieces:
        head = answered[-1] if answered else (0, 0)
        if (
            answered
            and sentence.is_cued(head)
            and not sentence.names(head)
            and _answers(sentence, head, piece, words)
        ):
            answered[-1] = (head[0], piece[1])
        else:
            answered.append(piece)
    return answered


def _answers(sentence: _Sentence, head: Span, piece: Span, words: Cut) -> bool:
    """«…, и отвечает за это министр», «… – отвечать будет министр», «… – задача возложена на …»."""
    for_this = words.for_this.search(sentence.text[slice(*piece)].lower()) is not None
    if sentence.only_answers(piece):
        sign = sentence.sign(*head)
        return for_this or (bool(sign) and sign in _DASHES and bool(sentence.names(piece)))
    laid_on = words.laid_on.match(sentence.text[slice(*piece)].lower().lstrip(" –—-,"))
    return laid_on is not None and bool(sentence.names(piece))


def _prolonged(sentence: _Sentence, pieces: Sequence[Span], words: More) -> list[Span]:
    """«Получило ещё год: вместо 1 мая …», «срок сдвинут: с 1 мая …»: there stand the days."""
    prolonged: list[Span] = []
    for piece in pieces:
        head = prolonged[-1] if prolonged else (0, 0)
        if (
            prolonged
            and sentence.sign(*head) in {*_DASHES, ":"}
            and sentence.gives_day(head, piece[1])
            and sentence.is_cued(head)
            and (
                is_more_time(sentence.text[slice(*head)].lower(), words) or sentence.is_shift(head)
            )
        ):
            prolonged[-1] = (head[0], piece[1])
        else:
            prolonged.append(piece)
    return prolonged


def _led(sentence: _Sentence, pieces: Sequence[Span]) -> list[Span]:
    """In Kazakh the verb comes last: who must, before a dash, belongs to what must be done."""
    led: list[Span] = []
    for piece in pieces:
        head = led[-1] if led else (0, 0)
        sign = sentence.sign(*head) if led else ""
        waits = bool(sign) and sign in _DASHES and not sentence.is_cued(head)
        if waits and sentence.names(head) and sentence.is_cued(piece):
            led[-1] = (head[0], piece[1])
        else:
            led.append(piece)
    return led
