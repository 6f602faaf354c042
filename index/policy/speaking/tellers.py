"""Who is told to speak right beside words that are given as they were spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.language import Token
from index.language.endings import BG_ARTICLE, BG_FULL, is_oblique
from index.language.grammar import cases, is_adjective, is_person, is_verb
from index.language.letters import UPPER
from index.policy.phrases import after
from index.policy.scouting import Look
from index.policy.speaking.presidency import is_capital
from index.policy.speaking.quotes import AS_SAID, Span
from index.policy.speaking.speech import Manner

_BEHIND = re.compile(r"[»”“\"]?(\s*[,.!?…]*)\s*([–—―-]*)\s*(?=[^\W\d_])")
_STYLES = '”"'  # «“We will,” Tokayev said»: a name may follow without a dash
_CLOSING = tuple('»”“"')
_END = re.compile(rf"(?<!\b[{UPPER}])[.!?…:](?=\s|$)|\s[–—―-]\s|[«„“\"]")
_INSIDE = re.compile(r"[,.!?…“”»\"]\s*,?\s*[–—―-]\s+(?=[^\W\d_])")
# «– Чакахме я – въздъхна професор …»: in Bulgarian no comma need be before the dash
_BARE = re.compile(r"\s[–—―-]\s+(?=[^\W\d_])")
_UPPER = f"[{UPPER}]"
_FIRST = re.compile(r"\W*([\w’'-]+)")
_NAMED = re.compile(rf"\W*(?:[\w’'-]+\s+){{0,2}}?{_UPPER}[\w’'-]+\s+{_UPPER}\w")
_SENTENCE = re.compile(rf"(?<!\b[{UPPER}])[.!?…]\s+")
_REACH = 5  # tokens of a clause in which its subject stands
_FARTHEST = 130  # characters of a clause
_SOON = 3  # tokens before a verb of saying inside the words
_OPENING = 6  # tokens with which a sentence names whom it is about


def behind(text: str, span: Span) -> tuple[Span, bool] | None:
    """The clause behind a quote, and whether a dash or a mark shows that it is one.

    «…», – сказал министр; “…,” Tokayev said; but «– Бюджет принят, а дорог нет».
    """
    match = _BEHIND.match(text, span[1])
    if match is None or match.end() >= len(text):
        return None
    stop, dash = match[1], match[2]
    comma = "," in stop or text[max(span[1] - 1, 0)] in ",?!"
    latin = text[span[1] : span[1] + 1] in _STYLES
    capital = text[match.end()].isupper()
    if (capital and not dash and not (comma and latin)) or ("." in stop and not dash):
        return None
    marked = bool(dash) or text[span[1] : span[1] + 1] in _CLOSING
    return (match.end(), _end(text, match.end())), marked


def inside(text: str, span: Span, *, bare: bool) -> Iterator[Span]:
    """What may be clauses inside words: «Важно, – отметил глава государства. – Без воды …»."""
    for match in (_BARE if bare else _INSIDE).finditer(text, *span):
        if text[match.end()].islower() or text[match.end() - 1] == " ":
            yield match.end(), _end(text, match.end())


def before(text: str, span: Span) -> Span | None:
    """The clause before a quote that a colon leads on to, or «как сказал Президент, …»."""
    lead = text[: span[0]].rstrip(' –—«„“"')
    if not lead.endswith(":") and not (lead.endswith(",") and AS_SAID.search(lead)):
        return None
    begins = [match.end() for match in _SENTENCE.finditer(lead, 0, len(lead) - 1)]
    return (begins[-1] if begins else 0), len(lead) - 1


def _end(text: str, begin: int) -> int:
    stop = _END.search(text, begin)
    return min(stop.start() if stop else len(text), begin + _FARTHEST)


class Tellers:
    """Reads such a clause in one language: the President, another, a body, «he» or nobody."""

    def __init__(self, manner: Manner, language: str) -> None:
        self._manner, self._language = manner, language

    def beside(self, words: Sequence[Token], text: str, *, known: bool) -> str:
        """Who speaks by a clause; a ``known`` verb is asked for where it need not be a clause."""
        if not words:
            return ""
        if known and not self._is_told(words, text):
            return ""
        manner = self._manner
        told = {token.form for token in words[:_SOON]}
        if not told.isdisjoint(manner.forms.cited) and manner.named(words, text) >= 0:
            return "president"
        if manner.stance(words[:_REACH], text) >= 0:
            return "president"  # «…», – слова Токаева, которые приводит пресс-служба
        found = sorted(
            self._candidates(words, text, relays=not told.isdisjoint(manner.forms.relays))
        )
        if found:
            return found[0][1]
        return "other" if told.isdisjoint(manner.forms.cited) and self._is_somebodys(words) else ""

    def _is_somebodys(self, words: Sequence[Token]) -> bool:
        """Whether a clause without a known subject has one, or needs none: «говорят в ауле»."""
        first, last = words[0].form, words[-1].form
        if self._language == "ru":
            many = first.endswith(self._manner.words.many_say) and is_verb(first)
            return many or any(_is_one(token.form) for token in words[1:_REACH])
        if self._language == "kk":  # «деді ауыл тұрғыны»
            return first in self._manner.words.told and len(words) > 1 and not is_oblique(last)
        if self._language == "bg":
            return self._is_somebody_bg(words)
        return len(words) > 1 and not first.endswith("ing") and self._manner.has_verb(words)

    def opens(self, look: Look, text: str, start: int, end: int) -> bool:
        """Whether a sentence begins with somebody else: «Эксперт Айдос Сарым не согласен»."""
        first = _FIRST.match(text, start, end)
        if first is None:
            return False
        if not (self._manner.may_be_subject(first[1].lower()) or _NAMED.match(text, start, end)):
            return False
        if self._manner.words.asking.search(text, start, end):
            return False  # «он ответил» is not he who asked
        words = look.within(start, end)
        if who := words and self._manner.subject(words, 0, text):
            return who in {"other", "body"}
        if any(True for _ in self._manner.presidents(words, text)):
            return False  # «Проект Digital Qazaqstan президент обсудил …»
        named = next(self._names(words[:_OPENING], text), _OPENING)
        name = "".join(text[one.start : one.end] for one in words[named : named + 1])
        return named < _SOON and not name.isupper()  # «КНБ закреплён за …»

    def _is_told(self, words: Sequence[Token], text: str) -> bool:
        if self._language == "ru" and is_verb(words[0].form):
            return True
        if any(voice.token < _SOON for voice in self._manner.voices(words, text)):
            return True
        return self._manner.stance(words, text) >= 0  # «– не скри раздразнението си Токаев»

    def _candidates(
        self, words: Sequence[Token], text: str, *, relays: bool
    ) -> Iterator[tuple[int, str]]:
        manner = self._manner
        for number in range(len(words)):
            who = manner.subject(words, number, text)
            if who:
                yield number, who
            elif self._is_somebody(words[number], text, opens=not number):
                yield number, "other"
        if not relays:
            yield from ((number, "other") for number in self._names(words, text))

    def _is_somebody_bg(self, words: Sequence[Token]) -> bool:
        """«Каза пастирът», «попита един от тях»: the full article is a subject's."""
        if len(words) > 1 and words[1].form.endswith((*BG_ARTICLE, *self._manner.words.one)):
            return True
        return any(
            words[number].form.endswith(BG_FULL) and not self._manner.is_led(words, number)
            for number in range(1, min(len(words), _REACH))
        )

    def _is_somebody(self, token: Token, text: str, *, opens: bool) -> bool:
        """«Пожаловался слесарь»: only Russian nouns tell by their form that they are persons."""
        if self._language != "ru" or (is_capital(token, text) and not opens):
            return False
        return is_person(token.form)

    def _names(self, words: Sequence[Token], text: str) -> Iterator[int]:
        """Where a name stands that is not his: two words with capitals, or one by its verb."""
        manner, number = self._manner, 0
        while number < len(words):
            first, last = number, number
            while number < len(words) and manner.is_named(words, number, text):
                last, number = number, after(words, number)
            if number == first:
                number = after(words, number)
                continue
            alone = first == 1 or number >= len(words)
            if self._language == "kk":  # «деді Үкімет отырысында Президент»
                alone = first > 0 and number >= len(words) and not is_oblique(words[last].form)
            person = any(manner.may_be_name(words[one].form) for one in range(first, last + 1))
            person = person or (first == 1 and self._says(words[0].form))  # «сказал Трамп»
            if (last > first or alone) and person and not manner.is_led(words, first):
                yield first

    def _says(self, form: str) -> bool:
        """Whether a form with which a clause begins is a verb, and no «отвечает Минтруда»."""
        return is_verb(form) and not form.startswith(self._manner.words.answering)


def _is_one(form: str) -> bool:
    """«Заявил первый из них»."""
    return is_adjective(form) and "nomn" in cases(form)
