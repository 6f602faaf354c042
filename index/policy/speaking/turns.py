"""Whose turn a line of a talk is: by the label before it, or by who asked before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language import Token
from index.language.letters import UPPER, plain
from index.policy.speaking.lexicon import Talk
from index.policy.speaking.speech import Manner

# «А. Сейткали, основательница сервиса: …»
_LABEL = re.compile(
    r"\s*([^\W\d_][\w.\s’'-]{0,60}?)(,\s[^\W\d_][^.:!?«»„“”\"]{2,60}?)?\s*:(?:\s+|$)"
)
_FARTHEST = 135  # characters of a line in which its label ends, some blanks among them
_LETTER = re.compile(r"\s*([QA])\.\s+(?=\S)")
_LONGEST = 6  # words: «Премьер-министр Республики Казахстан О. Бектенов:»
_PERSON = re.compile(rf"(?:^|\s)(?:[{UPPER}]\.[\s-]?)+[{UPPER}]|[{UPPER}]\.(?:\s?[{UPPER}]\.)?$")
_NAMES = re.compile(rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+)+")
_LETTERS = re.compile(r"\w+")
_WORD, _GREETED = re.compile(r"\W*"), re.compile(r"[^.!?:,]{0,80}[!,:]")
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
    match = _labelled(text)
    if match is None:
        return None
    alone = match.end() >= len(text)
    said = match[1].strip()
    words = _LETTERS.findall(said.lower())
    if words[0] in manner.forms.asks:
        return Label("asks", alone=alone)
    if words[0] in manner.forms.answers:
        return Label("answers", alone=alone)
    inside = [token for token in tokens if token.start < match.end(match.lastindex or 1)]
    if len(words) > _LONGEST or manner.voices(inside, text):
        return None  # «Токаев предупредил: …»
    if any(True for _ in manner.presidents(inside, text)):
        return Label("president", alone=alone) if manner.is_only_he(inside) else None
    office = manner.may_be_subject(inside[0].form) and manner.other(inside, text) == 0
    person = office or _is_person(said)
    loud = said.isupper() and len(said) > _SHORTEST
    return Label("other", said, alone) if person or loud else None


def imprint(text: str, talk: Talk) -> Label | None:
    """The label of a line that tells who made an interview, and how."""
    low = plain(text)
    return Label("asks") if talk.imprint.match(low, _begin(low)) else None


def lettered(texts: Sequence[str]) -> list[Label | None]:
    """The labels of lines that begin with Q. and A.; none where nobody asks: «A. Smailov said»."""
    found = [_LETTER.match(text) for text in texts]
    if not any(one and one[1] == "Q" for one in found):
        return [None] * len(texts)
    return [Label("asks" if one[1] == "Q" else "answers") if one else None for one in found]


def might_label(text: str) -> bool:
    """Whether a line begins as one with a label does."""
    return _labelled(text) is not None


def _labelled(text: str) -> re.Match[str] | None:
    """The label of a line; behind a comma only what a person is: not «Во-первых, дороги: …»."""
    match = _LABEL.match(text) if ":" in text[:_FARTHEST] else None
    return None if match and match[2] and not _is_person(match[1].strip()) else match


def _is_person(said: str) -> bool:
    return bool(_PERSON.search(said) or _NAMES.fullmatch(said))


def is_question(text: str) -> bool:
    """Whether a line ends with a question."""
    return text.rstrip().endswith("?")


def is_staged(text: str) -> bool:
    """Whether a line stands in brackets: «(Аплодисменты. Голос из зала: „А газ?“)»."""
    return text.lstrip()[:1] in {"(", "["} and _STAGED.fullmatch(text) is not None


def greets(text: str, talk: Talk) -> bool:
    """Whether a text begins by addressing people, and neither him nor those who read papers."""
    told = _greeting(text, talk)
    return bool(told) and not (talk.press.search(told) or talk.to_him.search(told))


def greets_readers(text: str, talk: Talk) -> bool:
    """Whether a text is a letter to a paper, or a paper's to its readers."""
    return bool(talk.press.search(_greeting(text, talk)))


def _greeting(text: str, talk: Talk) -> str:
    """«Уважаемые земляки!», in small letters: whoever begins so speaks himself."""
    low = text.lower()
    told = talk.greets.match(low, _begin(low))
    end = _GREETED.match(low, told.end()) if told else None
    return low[: end.end()] if end else ""


def _begin(text: str) -> int:
    """Where the first word begins."""
    sign = _WORD.match(text)
    return sign.end() if sign else 0


def is_of_others(text: str, talk: Talk) -> bool:
    """Whether a line is a question that is not put to the President, whomever it names."""
    return is_question(text) and not is_to_him(text, talk)


def is_to_him(text: str, talk: Talk) -> bool:
    """Whether a line addresses the President: «Касым-Жомарт Кемелевич, …»."""
    return talk.to_him.search(text.lower()) is not None


def is_courtesy(text: str, talk: Talk) -> bool:
    """Whether a line without a question is still of him who asks: it thanks, or names whom."""
    thanks = len(text) < _SHORT and talk.thanks.search(text.lower())
    return bool(thanks) or is_to_him(text, talk)


def is_address(text: str, talk: Talk) -> bool:
    """Whether a line thanks or wishes those who listen: «С Новым годом!»."""
    return text.endswith("!") or is_courtesy(text, talk)


def is_rumour(text: str, talk: Talk) -> bool:
    """Whether a line begins with what is said of something: whoever asks tells him of it."""
    low = text.lower()
    return talk.rumours.match(low, _begin(low)) is not None
