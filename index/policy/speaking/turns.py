"""Whose turn a line of a talk is: by the label before it, or by who asked before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language import Token
from index.policy.speaking.speech import Manner

_UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"
_LABEL = re.compile(r"\s*([^\W\d_][\w.\s’'-]{0,60}?)\s*:(?:\s+|$)")
# «Беседовал Иван Петров», «This interview was edited for length»: nobody of the talk says it
_IMPRINT = re.compile(
    r"\W*(?:беседовал|беседу (?:вел|провел|записал)|интервью (?:взял|вел|подготовил|записал)|"
    r"(?:this|the) (?:interview|conversation) (?:was|has been)|interviewed by|"
    r"разговора (?:води|проведе)|интервюто (?:взе|проведе)|"
    r"сұхбатты (?:жүргізген|жазып алған)|сұхбаттасқан)",
    re.IGNORECASE,
)
_FARTHEST = 70  # characters of a line in which its label ends, some blanks among them
_LETTER = re.compile(r"\s*([QA])\.\s+(?=\S)")
_LONGEST = 6  # words: «Премьер-министр Республики Казахстан О. Бектенов:»
_PERSON = re.compile(
    rf"(?:^|\s)(?:[{_UPPER}]\.[\s-]?)+[{_UPPER}]|[{_UPPER}]\.(?:\s?[{_UPPER}]\.)?$"
)
_NAMES = re.compile(rf"[{_UPPER}][\w’'-]+(?:\s[{_UPPER}][\w’'-]+)+")
_THANKS = re.compile(r"спасибо|благодар|рахмет|рақмет|\bthank", re.IGNORECASE)
_TO_HIM = re.compile(
    r"(?:господин|г-н|mr\.?) (?:пре[зs]ид|ток?а)|\bmr\.? (?:president|toka)|"
    r"(?:президент|басшысы) мырза|жомарт кемел",
    re.IGNORECASE,
)
# «Уважаемые земляки!»: whoever begins so speaks himself
_GREETS = re.compile(
    r"\W*(?:(?:глубоко|много)?уважаем(?:ые|ая)|дорогие|дамы и господа|құрметті|қадірлі|ардақты|"
    r"уважаеми|скъпи|дами и господа|ladies and gentlemen|dear|distinguished|honou?rable|"
    r"(?:my )?fellow)\b[^.!?:,]{0,80}[!,:]",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"редак|читател|подписчик|абонат|оқырман|жазылушы|\b(?:editors?|readers?|subscribers?|"
    r"followers?|sir|madam)\b",
    re.IGNORECASE,
)
_STAGED = re.compile(r"\s*(?:\([^()]{3,200}\)|\[[^\[\]]{3,200}\])\s*")
_SHORTEST = 3  # letters of «ТОКАЕВ»
_SHORT = 90  # characters of a line that only thanks


@dataclass(frozen=True)
class Label:
    """Who speaks by the beginning of a line."""

    who: str  # asks, president, other or answers
    name: str = ""
    alone: bool = False  # what is said stands in the lines below


def label(text: str, tokens: Sequence[Token], manner: Manner) -> Label | None:
    """The label of a line, if it has one: «Вопрос: …», «К. Токаев: …», «БЕКТЕНОВ О.А.:»."""
    match = _LABEL.match(text)
    if match is None:
        return None
    alone = match.end() >= len(text)
    said = match[1].strip()
    words = re.findall(r"\w+", said.lower())
    if words[0] in manner.forms.asks:
        return Label("asks", alone=alone)
    if words[0] in manner.forms.answers:
        return Label("answers", alone=alone)
    inside = [token for token in tokens if token.start < match.end(1)]
    if len(words) > _LONGEST or manner.voices(inside, text):
        return None  # «Токаев предупредил: …»
    if any(True for _ in manner.presidents(inside, text)):
        return Label("president", alone=alone) if manner.is_only_he(inside) else None
    office = manner.may_be_subject(inside[0].form) and manner.other(inside, text) == 0
    person = _PERSON.search(said) or _NAMES.fullmatch(said) or office
    loud = said.isupper() and len(said) > _SHORTEST
    return Label("other", said, alone) if person or loud else None


def imprint(text: str) -> Label | None:
    """The label of a line that tells who made an interview, and how."""
    return Label("asks") if _IMPRINT.match(text.replace("ё", "е")) else None


def lettered(texts: Sequence[str]) -> list[Label | None]:
    """The labels of lines that begin with Q. and A.; none where nobody asks: «A. Smailov said»."""
    found = [_LETTER.match(text) for text in texts]
    if not any(one and one[1] == "Q" for one in found):
        return [None] * len(texts)
    return [Label("asks" if one[1] == "Q" else "answers") if one else None for one in found]


def might_label(text: str) -> bool:
    """Whether a line begins as one with a label does."""
    return ":" in text[:_FARTHEST] and _LABEL.match(text) is not None


def is_question(text: str) -> bool:
    """Whether a line ends with a question."""
    return text.rstrip().endswith("?")


def is_staged(text: str) -> bool:
    """Whether a line stands in brackets: «(Аплодисменты. Голос из зала: „А газ?“)»."""
    return text.lstrip()[:1] in {"(", "["} and _STAGED.fullmatch(text) is not None


def greets(text: str) -> bool:
    """Whether a text begins by addressing people, and neither him nor those who read papers."""
    told = _greeting(text)
    return bool(told) and not (_PRESS.search(told) or _TO_HIM.search(told))


def greets_readers(text: str) -> bool:
    """Whether a text is a letter to a paper, or a paper's to its readers."""
    return bool(_PRESS.search(_greeting(text)))


def _greeting(text: str) -> str:
    found = _GREETS.match(text)
    return found[0] if found else ""


def is_of_others(text: str) -> bool:
    """Whether a line is a question that is not put to the President, whomever it names."""
    return is_question(text) and not _TO_HIM.search(text)


def is_courtesy(text: str) -> bool:
    """Whether a line without a question is still of him who asks: it thanks, or names whom."""
    return bool(_TO_HIM.search(text)) or (len(text) < _SHORT and bool(_THANKS.search(text)))
