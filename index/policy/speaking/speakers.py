"""Whose words each passage holds: the President's, told or retold, or someone else's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.documents.document import Passage, Speaker
from index.policy.scouting import Look
from index.policy.speaking import turns
from index.policy.speaking.attributions import Attributions
from index.policy.speaking.monologues import Monologues
from index.policy.speaking.people import People
from index.policy.speaking.quotes import Span, is_dashed, last_of_speech, spoken, unmarked
from index.policy.speaking.retellings import Retellings
from index.policy.speaking.sources import Sources
from index.policy.speaking.speech import Manner
from index.policy.speaking.talks import Talk
from index.policy.speaking.titles import NO_TITLE, Title

__all__ = ["NO_TITLE", "SpeakerFinder", "Title"]

_WORDS = 0.25  # of a passage that direct words must fill
_LETTERS = 60  # or so many characters
_SHORT = 20  # characters that are direct words only where somebody says them
_LEADING = 120  # characters of a line that only leads on to words
# «4) Правительству раз в полугодие докладывать»: the list began above
_ITEM = re.compile(r"\s*(?:[2-9]|[1-9]\d)[).]\s")
_OTHERS = frozenset({"other", "he"})
_OPENING = 2  # passages in which a text shows whom it is about

Read = tuple[Passage, Look]


class SpeakerFinder:
    """Tells speakers of a whole document, passage by passage."""

    def __init__(self, manners: Mapping[str, Manner]) -> None:
        self.manners, self._talk = manners, manners["ru"].talk
        self._offices = frozenset().union(
            *(one.forms.subjects | one.forms.persons for one in manners.values())
        )
        self._told = Attributions(manners)
        self._retellings = Retellings(manners, self._told)
        self._monologues = Monologues(manners)
        self.sources = Sources(manners, self._told)

    def speakers(
        self,
        passages: Sequence[Read],
        president: str,
        title: Title = NO_TITLE,
        officials: tuple[str, ...] = (),
    ) -> list[Speaker]:
        """The speaker of each passage of one document in order; ``president`` is his name.

        ``officials`` are the full names of those in office then. What stands in brackets of its
        own is of him who took the words down.
        """
        staged = [turns.is_staged(one.text) and not self._says(one, look) for one, look in passages]
        if not any(staged):
            return self._spoken(passages, president, title, officials)
        kept = [one for one, aside in zip(passages, staged, strict=True) if not aside]
        told = iter(self._spoken(kept, president, title, officials) if kept else ())
        return [Speaker() if aside else next(told) for aside in staged]

    def _spoken(
        self,
        passages: Sequence[Read],
        president: str,
        title: Title,
        officials: tuple[str, ...],
    ) -> list[Speaker]:
        texts = [passage.text for passage, _ in passages]
        direct = spoken(texts)
        quoted = any(direct)
        people = People(texts, officials, self._offices)
        talk = Talk(Speaker("president", president), retelling=not quoted, people=people)
        dashed = [text for text in texts if is_dashed(text)]
        talk.dialogue = len(dashed) > 1 and any(
            turns.is_question(text) or turns.is_to_him(text, self._talk) for text in dashed
        )
        talk.interview = talk.dialogue and (
            title.is_interview(self.manners) or turns.is_to_him(dashed[0], self._talk)
        )
        labels = [
            letter or self._label(passage, look) or turns.imprint(passage.text, self._talk)
            for letter, (passage, look) in zip(turns.lettered(texts), passages, strict=True)
        ]
        talk.labels = sum(one is not None for one in labels)
        if not quoted and self._monologues.is_transcript(passages, title):
            return [self._labelled(one, talk) or talk.label or talk.last for one in labels]
        self._begin(passages, title, talk, generic=_are_generic(labels))
        own = self._monologues.own(passages, direct, title, talk)
        told: list[Speaker] = []
        for number, (label, (passage, look)) in enumerate(zip(labels, passages, strict=True)):
            talk.first = not number
            ending = last_of_speech(texts, direct, number)
            talk.ending = (*passages[ending], direct[ending]) if ending > number else None
            talk.below = passages[number + 1] if number + 1 < len(passages) else None
            who = self._labelled(label, talk) or own.get(number)
            who = who or self._speaker(passage, look, direct[number], talk)
            listed = told and who == Speaker() and _ITEM.match(passage.text)
            told.append(told[-1] if listed and told[-1].role == "indirect" else who)
            talk.other = who.name if who.role == "reporter" else ""
        return told if quoted else self._retellings.filled(told, passages)

    def may_be_his(self, passage: Passage, look: Look) -> bool:
        """Whether a passage of nobody's words lets nobody else speak.

        «Он» and the like are somebody else where the President is not named beside.
        """
        if passage.speaker.name:
            return False
        manner = self.manners[passage.language or "ru"]
        others = {"other"} if manner.names_him(look, passage.text) else _OTHERS
        return not self.sources.speak(passage, look) & others

    def is_of_another(self, passage: Passage, look: Look) -> bool:
        """Whether somebody else speaks in a passage that does not name the President."""
        manner = self.manners[passage.language or "ru"]
        if manner.names_him(look, passage.text):
            return False
        return "other" in self.sources.speak(passage, look)

    def _begin(self, passages: Sequence[Read], title: Title, talk: Talk, *, generic: bool) -> None:
        """Whose words the first are, if nothing is told of them."""
        named, another = title.names(self.manners), title.is_of_another(self.manners)
        talk.source = lambda first: self.sources.orders(passages, title, first=first)
        talk.named = named or self._is_named(passages)
        manners = self.manners.values()
        talk.says_he = talk.named and any(
            manner.might_say_he(look) for _, look in passages for manner in manners
        )
        if not named and not self._is_named(passages[:1]):
            talk.he = "other"  # «он» is somebody else until the President is named
        asks = talk.dialogue or talk.labels > 1
        opens = (not talk.retelling or asks) and not named
        spoken_of = talk.named or title.tells_of_speech(self.manners)
        if another or not spoken_of or (opens and self._is_of_another(passages, asks=asks)):
            talk.turn_to("other")
            nobody = not (another or talk.named or self._tells_another(title))
            talk.asked = talk.president if generic and nobody else talk.last

    def _tells_another(self, title: Title) -> bool:
        return self.manners[title.language].other(title.tokens, title.text) >= 0

    def _speaker(self, passage: Passage, look: Look, spans: list[Span], talk: Talk) -> Speaker:
        if talk.dialogue and is_dashed(passage.text):
            return self._direct(passage, look, spans or [(1, len(passage.text))], talk)
        words = sum(end - start for start, end in spans)
        if words > _LETTERS or words > _WORDS * len(passage.text):
            return self._direct(passage, look, spans, talk)
        if self._told.is_reply(passage, look, talk):
            return talk.turn_to("president")
        known = None if spans else self._unquoted(passage, look, talk)
        return known or self._retellings.speaker(passage, look, talk)

    def _unquoted(self, passage: Passage, look: Look, talk: Talk) -> Speaker | None:
        """Whose words a passage without marks holds, if a label, a colon or a dash tells it."""
        if talk.label and talk.labels > 1 and not self._voices(passage, look, talk):
            return talk.label
        if talk.named and passage.text.endswith(":") and len(passage.text) < _LEADING:
            who, name = self._told.leading(passage, look, talk)
            if who:
                talk.turn_to(who, name)
                talk.led = who == "president"
                return Speaker("reporter", name)
        talk.led = talk.led and self._monologues.goes_on(passage, look)
        if talk.led:
            return talk.president
        if talk.named and (span := unmarked(passage.text)):
            who, name = self._told.beside(passage, look, [span], talk, known=True)
            if who in {"president", "other"}:
                return talk.turn_to(who, name)
        return None

    def _voices(self, passage: Passage, look: Look, talk: Talk) -> bool:
        manner = self.manners[passage.language or "ru"]
        if not manner.might_tell(look, pronouns=talk.named):
            return False
        return any(voice.who != "he" for voice in manner.voices(look.words, passage.text))

    def _says(self, passage: Passage, look: Look) -> bool:
        """Whether a passage tells that the President speaks."""
        return "president" in self.sources.speak(passage, look)

    def _is_named(self, passages: Sequence[Read]) -> bool:
        """Whether the President or his palace is named anywhere; in a novel they are not."""
        return any(
            self.manners[passage.language or "ru"].names_him(look, passage.text)
            or self._talk.palace.search(passage.text.lower())
            for passage, look in passages
        )

    def _is_of_another(self, passages: Sequence[Read], *, asks: bool) -> bool:
        """Whether the text opens with another who speaks or is asked, the President not named.

        A question may name whom it likes: it is not he who answers.
        """
        opening = passages[:_OPENING]
        if asks:
            opening = [one for one in opening if not turns.is_of_others(one[0].text, self._talk)]
        manners = [self.manners[passage.language or "ru"] for passage, _ in opening]
        read = [
            (manner, look.words, passage.text)
            for manner, (passage, look) in zip(manners, opening, strict=True)
        ]
        if any(manner.has_president(tokens, text) for manner, tokens, text in read):
            return False
        return asks or any(
            voice.who == "other"
            for manner, tokens, text in read
            for voice in manner.voices(tokens, text)
        )

    def _label(self, passage: Passage, look: Look) -> turns.Label | None:
        if not turns.might_label(passage.text):
            return None
        manner = self.manners[passage.language or "ru"]
        return turns.label(passage.text, look.words, manner)

    def _labelled(self, label: turns.Label | None, talk: Talk) -> Speaker | None:
        """Who speaks by a label; the label alone is nobody's words."""
        if label is None:
            return None
        if label.who == "president":
            talk.label = talk.asked = talk.turn_to("president")
        elif label.who == "answers":
            talk.label = talk.asked
        else:
            name = self._told.name(label.name, "ru") or label.name
            talk.label = Speaker("reporter", name)
        return Speaker("reporter") if label.alone else talk.label

    def _direct(self, passage: Passage, look: Look, spans: list[Span], talk: Talk) -> Speaker:
        """Whose direct words: told beside them in the passage, else who spoke last."""
        if talk.dialogue and is_dashed(passage.text):
            return self._dashed(passage, look, spans, talk)
        who, name = self._teller(passage, look, spans, talk)
        if not who and talk.below:
            who = self._told.below(*talk.below)
        if not who and talk.ending:
            who, name = self._teller(*talk.ending, talk)
        if who:
            talk.waits = False
            return talk.turn_to(who, name)
        if sum(end - start for start, end in spans) < _SHORT:
            return self._retellings.speaker(passage, look, talk)
        return talk.last

    def _dashed(self, passage: Passage, look: Look, spans: list[Span], talk: Talk) -> Speaker:
        """Whose turn of a talk it is; a question may name whom it likes."""
        asks = turns.is_question(passage.text)
        if asks and self._told.asides(passage, look, spans) == "president":
            talk.turns = True  # «– Скажите, – спросил Президент, – …?»
            return talk.turn_to("president")
        who, name = ("", "") if asks else self._teller(passage, look, spans, talk)
        if who:
            talk.waits = who == "other" and turns.is_to_him(passage.text, self._talk)
            return talk.turn_to(who, name)
        if talk.turns and not asks:  # he asks, they answer
            return talk.turn_to("president" if talk.last.role == "reporter" else "other")
        told = talk.interview and not self._monologues.goes_on(passage, look)
        return self._turn(passage.text.rstrip(), talk, told=told and _is_answered(talk))

    def _teller(
        self, passage: Passage, look: Look, spans: list[Span], talk: Talk
    ) -> tuple[str, str]:
        who, name = self._told.beside(passage, look, spans, talk) if talk.named else ("", "")
        return (who, name) if who else self._told.around(passage, look, spans, talk)

    def _turn(self, text: str, talk: Talk, *, told: bool) -> Speaker:
        """In a talk questions and answers follow each other; an answer may ask as well.

        In an interview a line may tell him something (``told``), and the next answers it.
        """
        if text.endswith("?") or ("?" in text and not talk.waits):
            talk.waits = True
            return Speaker("reporter")
        if not talk.waits and (told or turns.is_rumour(text, self._talk)):
            talk.waits = True
            return Speaker("reporter")
        if not talk.waits and turns.is_courtesy(text, self._talk):
            return Speaker("reporter")
        talk.last = talk.asked if talk.waits else talk.last
        talk.waits = False
        return talk.last


def _is_answered(talk: Talk) -> bool:
    """Whether the line that follows is another's of a talk, and asks nothing."""
    below = talk.below[0].text if talk.below else ""
    return is_dashed(below) and not turns.is_question(below)


def _are_generic(labels: Sequence[turns.Label | None]) -> bool:
    """Whether the lines of a talk say only who asks and who answers."""
    who = {label.who for label in labels if label}
    return "answers" in who and who <= {"asks", "answers"}
