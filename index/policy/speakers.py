"""Whose words each passage holds: the President's, told or retold, or someone else's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.documents.document import Passage, Speaker
from index.language import Token
from index.policy.quotes import Span, is_dashed, spoken
from index.policy.speech import Manner

_WORDS = 0.25  # of a passage that direct words must fill
_LETTERS = 60  # or so many characters
_UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"
_NAME = re.compile(rf"(?<![«„“\"])\b[{_UPPER}][\w’'-]+\s+[{_UPPER}][\w’'-]+\b(?![»“”\"])")
_LABEL = re.compile(r"\s*([^\W\d_][\w.\s-]{0,40}?)\s*:\s")
_TOLD_INSIDE = re.compile(r"[,.!?…“”»\"]\s*,?\s*[–—―-]\s+(?=[^\W\d_])")
_LABEL_WORDS = 4  # «Президент Казахстана К. Токаев:»
_TELLING = 90  # characters of «– сказал глава государства …» inside a dashed line
_SOON = 3  # words before its verb
_GAP = 4  # passages without a voice between two that are retold
_OPENING = 2  # passages in which a text shows whom it is about
_MANY = 3  # words of a speaker of his own that make a transcript

Read = tuple[Passage, Sequence[Token]]


@dataclass
class _Talk:
    """Who was told to speak last, who «he» would be, and whether the text quotes nothing."""

    president: Speaker
    retelling: bool
    orders: str = ""  # whose «поручено» is, where the document shows it
    he: str = "president"
    last: Speaker = Speaker()

    def __post_init__(self) -> None:
        self.last = self.president


class SpeakerFinder:
    """Tells speakers of a whole document, passage by passage."""

    def __init__(self, manners: Mapping[str, Manner]) -> None:
        self._manners = manners

    def speakers(self, passages: Sequence[Read], president: str) -> list[Speaker]:
        """The speaker of each passage of one document in order; ``president`` is his name."""
        direct = spoken([passage.text for passage, _ in passages])
        quoted = any(direct)
        talk = _Talk(
            Speaker("president", president), retelling=not quoted, orders=self._orders(passages)
        )
        if not quoted and self._is_transcript(passages):
            return [talk.president for _ in passages]
        if quoted and self._is_of_another(passages):
            talk.last, talk.he = Speaker("reporter"), "other"
        told = [
            self._speaker(passage, tokens, spans, talk)
            for (passage, tokens), spans in zip(passages, direct, strict=True)
        ]
        return told if quoted else self._filled(told, passages)

    def _speaker(
        self, passage: Passage, tokens: Sequence[Token], spans: list[Span], talk: _Talk
    ) -> Speaker:
        manner = self._manners[passage.language or "ru"]
        labelled = self._labelled(passage, manner, talk)
        if labelled:
            return labelled
        words = sum(end - start for start, end in spans)
        if words > _LETTERS or words > _WORDS * len(passage.text):
            return self._direct(passage, tokens, spans, talk)
        return self._retold(passage, tokens, talk)

    def _orders(self, passages: Sequence[Read]) -> str:
        """Whose «поручено» is: the President's where the text opens with him as its subject."""
        named = [
            self._manners[passage.language or "ru"].has_president(tokens)
            for passage, tokens in passages
        ]
        if any(named[:_OPENING]):
            return "president"
        return "" if any(named) else "other"

    def _is_of_another(self, passages: Sequence[Read]) -> bool:
        """Whether the text opens with another who speaks, the President not named at all."""
        opening = passages[:_OPENING]
        manners = [self._manners[passage.language or "ru"] for passage, _ in opening]
        read = [(manner, tokens) for manner, (_, tokens) in zip(manners, opening, strict=True)]
        if any(manner.has_president(tokens) for manner, tokens in read):
            return False
        return any(
            voice.who == "other" for manner, tokens in read for voice in manner.voices(tokens)
        )

    def _labelled(self, passage: Passage, manner: Manner, talk: _Talk) -> Speaker | None:
        """A line of a talk that begins with who speaks: «Вопрос: …», «К. Токаев: …»."""
        label = _LABEL.match(passage.text)
        if label is None:
            return None
        words = set(re.findall(r"\w+", label[1].lower()))
        if words & manner.asks:
            return Speaker("reporter")
        if words & manner.answers or (manner.is_president(words) and len(words) <= _LABEL_WORDS):
            return talk.president
        return None

    def _direct(
        self, passage: Passage, tokens: Sequence[Token], spans: list[Span], talk: _Talk
    ) -> Speaker:
        """Whose direct words: told outside them in the passage, else who spoke last."""
        manner = self._manners[passage.language or "ru"]
        outside = [token for token in tokens if not _inside(token, spans)]
        voices = manner.voices(outside)
        if is_dashed(passage.text) and not voices:
            begins = [match.end() for match in _TOLD_INSIDE.finditer(passage.text)]
            for begin in begins:
                segment = [token for token in tokens if begin <= token.start < begin + _TELLING]
                voices += [one for one in manner.voices(segment) if one.token < _SOON]
        named = [voice.who for voice in voices if voice.who != "ordered"]
        resolved = [self._resolved(one, talk) for one in named]
        who = "president" if "president" in resolved else "".join(resolved[:1])
        if who == "president":
            talk.last, talk.he = talk.president, "president"
        elif who == "other":
            name = _name(" ".join(_outer(passage.text, spans)), talk)
            talk.last, talk.he = Speaker("reporter", name), "other"
        return talk.last

    def _retold(self, passage: Passage, tokens: Sequence[Token], talk: _Talk) -> Speaker:
        """By sentences: each is of the voice told in it, else of the one before."""
        weights = {"president": 0, "other": 0, "": 0}
        current = ""
        place = 0
        for sentence in passage.sentences:
            begin = place
            while place < len(tokens) and tokens[place].start < sentence.end:
                place += 1
            manner = self._manners.get(sentence.language, self._manners["ru"])
            voices = manner.voices(tokens[begin:place])
            if manner.has_president(tokens[begin:place]) and not any(
                voice.who == "other" for voice in voices
            ):
                talk.he = "president"
            told = []
            for voice in voices:
                talk.he = self._resolved(voice.who, talk)
                told.append(talk.he)
            if told:
                current = "president" if "president" in told else told[-1]
            weights[current] += sentence.end - sentence.start
        enough = max(weights["other"] / 2, 0 if talk.retelling else weights[""] / 3)
        if weights["president"] and weights["president"] >= enough:
            return Speaker("indirect", talk.president.name)
        others = weights["other"] > weights[""]
        return Speaker("reporter", _name(passage.text, talk) if others else "")

    def _resolved(self, who: str, talk: _Talk) -> str:
        if who == "ordered" and talk.orders:
            return talk.orders
        return (talk.he or "president") if who in {"he", "ordered"} else who

    def _filled(self, told: list[Speaker], passages: Sequence[Read]) -> list[Speaker]:
        """In a retelling without quotes, what reads on between two retold passages is retold."""
        retold = [number for number, one in enumerate(told) if one.role == "indirect"]
        filled = list(told)
        if not retold:
            return told
        for before, behind in pairwise([*self._opening(passages), *retold, len(told)]):
            if behind - before > _GAP + 1:
                continue
            for number in range(before + 1, behind):
                passage, tokens = passages[number]
                manner = self._manners[passage.language or "ru"]
                if not told[number].name and manner.goes_on(tokens):
                    filled[number] = told[retold[0]]
        return filled

    def _opening(self, passages: Sequence[Read]) -> list[int]:
        """The place before the first passage, if that speaks of the President."""
        passage, tokens = passages[0]
        forms = {token.form for token in tokens}
        return [-1] if self._manners[passage.language or "ru"].is_president(forms) else []

    def _is_transcript(self, passages: Sequence[Read]) -> bool:
        """No quotes, and a speaker of his own from the first lines on."""
        manners = [self._manners[passage.language or "ru"] for passage, _ in passages]
        own = sum(
            not manner.tells.isdisjoint(token.form for token in tokens)
            for manner, (_, tokens) in zip(manners, passages, strict=True)
        )
        if own < max(min(_MANY, len(passages)), len(passages) // 2):
            return False
        return not any(
            voice.who in {"president", "he"}
            for manner, (_, tokens) in zip(manners, passages, strict=True)
            for voice in manner.voices(tokens)
        )


def _inside(token: Token, spans: Sequence[Span]) -> bool:
    return any(start <= token.start < end for start, end in spans)


def _outer(text: str, spans: Sequence[Span]) -> list[str]:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _name(text: str, talk: _Talk) -> str:
    """The first full name that is not the President's."""
    own = talk.president.name.split()[-1:]
    names = (match[0] for match in _NAME.finditer(text))
    return next((name for name in names if not own or own[0][:4] not in name), "")
