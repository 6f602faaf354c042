"""Whether a passage retells the President, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from index.documents.document import Passage, Sentence, Speaker
from index.language import Token
from index.policy.scouting import Look, Words
from index.policy.speaking.attributions import Attributions
from index.policy.speaking.quotes import unmarked
from index.policy.speaking.speech import Manner, Voice
from index.policy.speaking.talks import Talk

_GAP = 4  # passages without a voice between two that are retold

Read = tuple[Passage, Look]


class Retellings:
    """Reads passages without direct words: each sentence is of the voice told in it."""

    def __init__(self, manners: Mapping[str, Manner], attributions: Attributions) -> None:
        self._manners, self._told = manners, attributions

    def speaker(self, passage: Passage, look: Look, talk: Talk) -> Speaker:
        """By sentences: each is of the voice told in it, else of the one before."""
        weights = {"president": 0, "other": 0, "": 0}
        current = ended = ""
        for sentence in passage.sentences:
            if told := self._voices(passage, look, sentence, talk, current):
                current = "president" if "president" in told else told[-1]
                ended = told[-1]
            weights[current] += sentence.end - sentence.start
        if ended == "president":
            talk.last = talk.president
        enough = max(weights["other"] / 3, 0 if talk.retelling else weights[""] / 3)
        if weights["president"] and weights["president"] >= enough:
            return Speaker("indirect", talk.president.name)
        others = weights["other"] > weights[""]
        return Speaker("reporter", self._told.retold(passage, look, talk) if others else "")

    def _voices(
        self, passage: Passage, look: Look, sentence: Sentence, talk: Talk, before: str
    ) -> list[str]:
        """Whose the voices of a sentence are; the talk takes note of who «he» would be.

        Behind the President who speaks ``before`` in the passage «надлежит» is his.
        """
        manner = self._manners.get(sentence.language, self._manners["ru"])
        if not manner.might_tell(look, pronouns=talk.named):
            return self._bare(passage, look, sentence, manner, talk)
        own = look.within(sentence.start, sentence.end)
        voices = (manner.told if talk.named else manner.voices)(own, passage.text)
        who = {voice.who for voice in voices}
        if talk.says_he and who <= {"he"} and not _is_aside(own, voices, passage.text):
            talk.he = self._meant(passage, look, sentence, own, talk)
        elif talk.he != "president" and who.isdisjoint({"other", "body"}):
            talk.he = "president" if manner.has_president(own, passage.text) else talk.he
        if before == "president":
            voices = [Voice(before, one.token) if one.who == "ordered" else one for one in voices]
        asks = manner.words.asking
        return _resolved(voices, [bool(asks.match(own[one.token].form)) for one in voices], talk)

    def _bare(
        self, passage: Passage, look: Look, sentence: Sentence, manner: Manner, talk: Talk
    ) -> list[str]:
        """The voice of a passage without listed subjects: a bare name that opens the sentence."""
        says = talk.named and manner.might_say(look)
        if not says and not (talk.says_he and talk.he == "president"):
            return []
        if not self._told.opens(passage, look, sentence, talk.people):
            return []
        talk.he = "other"
        own = look.within(sentence.start, sentence.end)
        return ["other"] if says and manner.has_verb(own) else []

    def _meant(
        self, passage: Passage, look: Look, sentence: Sentence, own: Words, talk: Talk
    ) -> str:
        """Who «he» is behind a sentence that tells of nobody else's words.

        Another if it opens with him, «Эксперт с этим не согласен», or if he acts in it and not
        the President: «встал слесарь».
        """
        manner = self._manners.get(sentence.language, self._manners["ru"])
        if manner.has_president(own, passage.text):
            return (
                "other" if self._told.opens(passage, look, sentence, talk.people) else "president"
            )
        if talk.he == "other":
            return talk.he
        another = self._told.opens(passage, look, sentence, talk.people) or manner.has_person(own)
        return "other" if another else talk.he

    def filled(self, told: list[Speaker], passages: Sequence[Read]) -> list[Speaker]:
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
                another = told[number].name or unmarked(passage.text)
                if not another and manner.goes_on(look):
                    filled[number] = told[retold[0]]
        return filled

    def _opening(self, passages: Sequence[Read]) -> list[int]:
        """The place before the first passage, if that speaks of the President."""
        passage, look = passages[0]
        named = self._manners[passage.language or "ru"].has_president(look, passage.text)
        return [-1] if named else []


def _is_aside(tokens: Sequence[Token], voices: Sequence[Voice], text: str) -> bool:
    """«The ministry, he noted, was late»: who says so is not who the sentence opens with.

    But «Спикер спокоен: поправки, сказал он, невелики» is of the speaker.
    """
    return any(
        "," in text[tokens[max(voice.token - 2, 0)].end : tokens[voice.token].start]
        and ":" not in text[tokens[0].start : tokens[voice.token].start]
        for voice in voices
        if voice.token
    )


def _resolved(voices: Sequence[Voice], asks: Sequence[bool], talk: Talk) -> list[str]:
    """Whose the voices are; «он» behind another who asks is not he: «спросили, и он ответил»."""
    told: list[str] = []
    for voice, asking in zip(voices, asks, strict=True):
        if voice.who == "ordered" and told[-1:] == ["other"]:
            continue  # «Министр уверил, что срок назначен»
        who = talk.resolved(voice.who)
        if who != "body" and not (asking and who == "other"):
            talk.he = who
        told.append("other" if who == "body" else who)
    return told
