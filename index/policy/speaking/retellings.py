"""Whether a passage retells the President, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.documents.document import Passage, Sentence, Speaker
from index.language import Token
from index.policy.scouting import Look, Words
from index.policy.speaking.attributions import Attributions
from index.policy.speaking.speech import Manner, Voice
from index.policy.speaking.talks import Talk


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
        language = passage.language or "ru"
        return Speaker("reporter", self._told.name(passage.text, language) if others else "")

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
            talk.he = self._meant(passage, look, sentence, own, talk.he)
        elif talk.he != "president" and who.isdisjoint({"other", "body"}):
            talk.he = "president" if manner.has_president(own, passage.text) else talk.he
        if before == "president":
            voices = [Voice(before, one.token) if one.who == "ordered" else one for one in voices]
        return _resolved(voices, talk)

    def _bare(
        self, passage: Passage, look: Look, sentence: Sentence, manner: Manner, talk: Talk
    ) -> list[str]:
        """The voice of a passage without listed subjects: a bare name that opens the sentence."""
        says = talk.named and manner.might_say(look)
        if not says and not (talk.says_he and talk.he == "president"):
            return []
        if not self._told.opens(passage, look, sentence):
            return []
        talk.he = "other"
        own = look.within(sentence.start, sentence.end)
        return ["other"] if says and manner.has_verb(own) else []

    def _meant(
        self, passage: Passage, look: Look, sentence: Sentence, own: Words, before: str
    ) -> str:
        """Who «he» is behind a sentence that tells of nobody else's words.

        Another if it opens with him, «Эксперт с этим не согласен», or if he acts in it and not
        the President: «встал слесарь».
        """
        manner = self._manners.get(sentence.language, self._manners["ru"])
        if manner.has_president(own, passage.text):
            return "other" if self._told.opens(passage, look, sentence) else "president"
        if before == "other":
            return before
        another = self._told.opens(passage, look, sentence) or manner.has_person(own)
        return "other" if another else before


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


def _resolved(voices: Sequence[Voice], talk: Talk) -> list[str]:
    told = []
    for voice in voices:
        who = talk.resolved(voice.who)
        if who != "body":
            talk.he = who
        told.append("other" if who == "body" else who)
    return told
