"""Whose words each passage holds: the President's, told or retold, or someone else's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.documents.document import Passage, Speaker
from index.language import Token
from index.policy.quotes import Span, is_dashed, spoken
from index.policy.scouting import Look, within
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
_INITIAL = re.compile(rf"\s*[{_UPPER}]\.\s?[{_UPPER}][\w’'-]+\s*")  # «Ж. Мадиев»
_PALACE = re.compile(r"\b(?:Акорд[аеуы]|Ақорда|A[kq]orda)")  # reports what the President ordered
_OPENING = 2  # passages in which a text shows whom it is about
_MANY = 3  # words of a speaker of his own that make a transcript

Read = tuple[Passage, Look]


@dataclass(frozen=True)
class Title:
    """What a document calls itself."""

    tokens: Sequence[Token] = ()
    language: str = "ru"
    kind: str = ""

    def names(self, manners: Mapping[str, Manner]) -> bool:
        """Whether the President stands in it: «Токаев поручил …», «Интервью Президента»."""
        return manners[self.language].is_named(self.tokens)

    def tells_of_speech(self, manners: Mapping[str, Manner]) -> bool:
        """Whether it says that the words are the President's own: «Выступление Президента»."""
        if self.kind == "transcript":
            return True
        forms = {token.form for token in self.tokens}
        speech = not manners[self.language].speeches.isdisjoint(forms)
        return speech and self.names(manners)


NO_TITLE = Title()


@dataclass
class _Talk:
    """Who was told to speak last, who «he» would be, and whether the text quotes nothing."""

    president: Speaker
    retelling: bool
    orders: str = ""  # whose «поручено» is, where the document shows it
    he: str = "president"
    last: Speaker = Speaker()
    dialogue: bool = False  # lines begin with dashes, and some of them ask
    label: Speaker | None = None  # who spoke last by a label, where lines have labels
    named: bool = True  # the President is: else all are others, and «he» is of no matter

    def __post_init__(self) -> None:
        self.last = self.president


class SpeakerFinder:
    """Tells speakers of a whole document, passage by passage."""

    def __init__(self, manners: Mapping[str, Manner]) -> None:
        self._manners = manners

    def speakers(
        self, passages: Sequence[Read], president: str, title: Title = NO_TITLE
    ) -> list[Speaker]:
        """The speaker of each passage of one document in order; ``president`` is his name."""
        texts = [passage.text for passage, _ in passages]
        direct = spoken(texts)
        quoted = any(direct)
        named = title.names(self._manners)
        talk = _Talk(
            Speaker("president", president),
            retelling=not quoted,
            orders="president" if named else self._orders(passages),
        )
        asked = [is_dashed(text) and text.rstrip().endswith("?") for text in texts]
        talk.dialogue = any(asked) and sum(map(is_dashed, texts)) > 1
        labelled = sum(_LABEL.match(text) is not None for text in texts)
        asks = talk.dialogue or labelled > 1
        if not quoted and self._is_transcript(passages, title):
            talk.last = talk.president
            return [self._of_label(passage, talk) or talk.last for passage, _ in passages]
        talk.named = named or self._is_named(passages)
        if not talk.named or (
            (quoted or asks) and not named and self._is_of_another(passages, asks=asks)
        ):
            talk.last, talk.he = Speaker("reporter"), "other"
        told = [
            self._speaker(passage, look, spans, talk)
            for (passage, look), spans in zip(passages, direct, strict=True)
        ]
        return told if quoted else self._filled(told, passages)

    def _speaker(self, passage: Passage, look: Look, spans: list[Span], talk: _Talk) -> Speaker:
        labelled = self._of_label(passage, talk)
        if labelled:
            talk.label = labelled
            return labelled
        if talk.dialogue and is_dashed(passage.text) and passage.text.rstrip().endswith("?"):
            return Speaker("reporter")
        words = sum(end - start for start, end in spans)
        if words > _LETTERS or words > _WORDS * len(passage.text):
            return self._direct(passage, look, spans, talk)
        return self._retold(passage, look, talk)

    def _orders(self, passages: Sequence[Read]) -> str:
        """Whose «поручено» is: the President's where the text opens with him as its subject."""
        named = [
            self._manners[passage.language or "ru"].has_president(look)
            for passage, look in passages
        ]
        if any(named[:_OPENING]) or any(_PALACE.search(passage.text) for passage, _ in passages):
            return "president"
        return "" if any(named) else "other"

    def _is_named(self, passages: Sequence[Read]) -> bool:
        """Whether the President or his palace is named anywhere; in a novel they are not."""
        manners = self._manners.values()
        return any(manner.might_name(look) for _, look in passages for manner in manners) or any(
            _PALACE.search(passage.text) for passage, _ in passages
        )

    def _is_of_another(self, passages: Sequence[Read], *, asks: bool) -> bool:
        """Whether the text opens with another who speaks or is asked, the President not named."""
        opening = passages[:_OPENING]
        manners = [self._manners[passage.language or "ru"] for passage, _ in opening]
        read = [(manner, look.words) for manner, (_, look) in zip(manners, opening, strict=True)]
        if any(manner.has_president(tokens) for manner, tokens in read):
            return False
        return asks or any(
            voice.who == "other" for manner, tokens in read for voice in manner.voices(tokens)
        )

    def _of_label(self, passage: Passage, talk: _Talk) -> Speaker | None:
        """A line of a talk that begins with who speaks: «Вопрос: …», «К. Токаев: …»."""
        label = _LABEL.match(passage.text)
        if label is None:
            return None
        manner = self._manners[passage.language or "ru"]
        words = set(re.findall(r"\w+", label[1].lower()))
        if words & manner.asks:
            return Speaker("reporter")
        if manner.is_president(words) and len(words) <= _LABEL_WORDS:
            return talk.president
        if words & manner.answers:
            return talk.last
        return Speaker("reporter", label[1].strip()) if _INITIAL.fullmatch(label[1]) else None

    def _direct(self, passage: Passage, look: Look, spans: list[Span], talk: _Talk) -> Speaker:
        """Whose direct words: told outside them in the passage, else who spoke last."""
        manner = self._manners[passage.language or "ru"]
        might = manner.might_tell(look, pronouns=talk.named)
        inside = (number for span in spans for number in within(look.words, *span))
        voices = manner.voices(look.words.without(inside)) if might else []
        if might and is_dashed(passage.text) and not voices:
            begins = [match.end() for match in _TOLD_INSIDE.finditer(passage.text)]
            for begin in begins:
                segment = look.words.within(begin, begin + _TELLING)
                voices += [one for one in manner.voices(segment) if one.token < _SOON]
        named = [voice.who for voice in voices if voice.who != "ordered"]
        resolved = [self._resolved(one, talk) for one in named]
        who = "president" if "president" in resolved else "".join(resolved[:1])
        if who == "president":
            talk.last, talk.he = talk.president, "president"
        elif who == "other":
            name = _name(" ".join(_outer(passage.text, spans)), talk)
            talk.last, talk.he = Speaker("reporter", name), "other"
        elif who == "body":
            talk.last = Speaker("reporter")
        return talk.last

    def _retold(self, passage: Passage, look: Look, talk: _Talk) -> Speaker:
        """By sentences: each is of the voice told in it, else of the one before."""
        weights = {"president": 0, "other": 0, "": 0}
        current = ""
        for sentence in passage.sentences:
            manner = self._manners.get(sentence.language, self._manners["ru"])
            if not manner.might_tell(look, pronouns=talk.named):
                weights[current] += sentence.end - sentence.start
                continue
            own = look.words.within(sentence.start, sentence.end)
            voices = manner.voices(own)
            others = any(voice.who in {"other", "body"} for voice in voices)
            if not others and manner.has_president(own):
                talk.he = "president"
            told = []
            for voice in voices:
                who = self._resolved(voice.who, talk)
                if who != "body":
                    talk.he = who
                told.append("other" if who == "body" else who)
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
                passage, look = passages[number]
                manner = self._manners[passage.language or "ru"]
                if not told[number].name and manner.goes_on(look):
                    filled[number] = told[retold[0]]
        return filled

    def _opening(self, passages: Sequence[Read]) -> list[int]:
        """The place before the first passage, if that speaks of the President."""
        passage, look = passages[0]
        forms = {token.form for token in look.words}
        return [-1] if self._manners[passage.language or "ru"].is_president(forms) else []

    def _is_transcript(self, passages: Sequence[Read], title: Title) -> bool:
        """No quotes, and a speaker of his own from the first lines on."""
        manners = [self._manners[passage.language or "ru"] for passage, _ in passages]
        own = sum(
            manner.is_telling(look) for manner, (_, look) in zip(manners, passages, strict=True)
        )
        enough = max(min(_MANY, len(passages)), len(passages) // 2)
        if own < (1 if title.tells_of_speech(self._manners) else enough):
            return False
        return not any(
            voice.who in {"president", "he"}
            for manner, (_, look) in zip(manners, passages, strict=True)
            for voice in manner.voices(look.words)
        )


def _outer(text: str, spans: Sequence[Span]) -> list[str]:
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _name(text: str, talk: _Talk) -> str:
    """The first full name that is not the President's."""
    own = talk.president.name.split()[-1:]
    names = (match[0] for match in _NAME.finditer(text))
    return next((name for name in names if not own or own[0][:4] not in name), "")
