"""Texts without quotes in which somebody speaks himself: transcripts, speeches, interviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.documents.document import Passage, Speaker
from index.policy.scouting import Look
from index.policy.speaking import turns
from index.policy.speaking.quotes import Span
from index.policy.speaking.speech import Manner
from index.policy.speaking.talks import Talk
from index.policy.speaking.titles import Title

_MANY = 3  # words of a speaker of his own that make a transcript
_HIS = frozenset({"president", "he"})

Read = tuple[Passage, Look]


class Monologues:
    """Tells such texts by their title, and by words of a speaker of his own."""

    def __init__(self, manners: Mapping[str, Manner]) -> None:
        self._manners, self._talk = manners, manners["ru"].talk

    def is_transcript(self, passages: Sequence[Read], title: Title) -> bool:
        """No quotes, and a speaker of his own from the first lines on."""
        own = [self._telling(passage, look) for passage, look in passages]
        enough = max(min(_MANY, len(passages)), len(passages) // 2)
        if len(list(filter(None, own))) < (1 if title.tells_of_speech(self._manners) else enough):
            return False
        if "I" not in own and not title.names(self._manners):
            return False  # «our readers»
        if title.is_of_others(self._manners) or turns.greets_readers(
            passages[0][0].text, self._talk
        ):
            return False
        if title.tells_of_speech(self._manners) and title.names(self._manners):
            outside = any(self._is_outside(passage, look) for passage, look in passages)
            return not (outside or self._tells_of_speech(*passages[-1]))
        return not any(self._is_told(passage, look) for passage, look in passages)

    def own(
        self, passages: Sequence[Read], direct: Sequence[list[Span]], title: Title, talk: Talk
    ) -> dict[int, Speaker]:
        """Who speaks by number of passage where the title says that it is the President.

        What tells of him stands before and behind such a speech; in an interview he answers.
        """
        if talk.dialogue or talk.labels:
            return {}
        if number := self._begun(passages, direct, title):
            return dict.fromkeys(range(number), talk.president)
        if not (title.names(self._manners) or title.is_verbatim(self._manners)):
            return {}
        if title.is_interview(self._manners) and not any(direct):
            return self._answers(passages, talk)
        if title.tells_of_speech(self._manners) and not title.is_of_another(self._manners):
            return dict.fromkeys(self._within(passages, direct), talk.president)
        return {}

    def _within(self, passages: Sequence[Read], direct: Sequence[list[Span]]) -> Sequence[int]:
        """The passages of a speech between those that tell of him; none if most is quoted."""
        outside = [self._is_outside(passage, look) for passage, look in passages]
        within = [number for number, out in enumerate(outside) if not out]
        while within and self._tells_of_speech(*passages[within[-1]]):
            within.pop()
        if not within or within[-1] - within[0] >= len(within) * 4 // 3:
            return ()
        within = list(range(within[0], within[-1] + 1))
        told = [self._telling(*passages[number]) for number in within]
        quoted = sum(end - start for number in within for start, end in direct[number])
        length = sum(len(passages[number][0].text) for number in within)
        if not any(told) or quoted > length / _MANY:
            return ()
        return within

    def _tells_of_speech(self, passage: Passage, look: Look) -> bool:
        """«Послание длилось час»: whoever tells so of a speech does not make it."""
        manner = self._manners[passage.language or "ru"]
        named = any(token.form in manner.forms.speeches for token in look.words)
        return named and not self._telling(passage, look)

    def _begun(self, passages: Sequence[Read], direct: Sequence[list[Span]], title: Title) -> int:
        """How many passages are his from the first on, though the title calls them no speech.

        He addresses people, or he asks and orders himself and the title names him.
        """
        if not self._begins(passages, direct, title):
            return 0
        alone = not any(self._is_outside(*one) for one in passages)
        last = 0
        for number, (passage, look) in enumerate(passages):
            if not alone and (direct[number] or self._is_outside(passage, look)):
                break  # else he quotes: «Один аксакал спросил: «…»»
            manner = self._manners[passage.language or "ru"]
            thanks = alone and turns.is_address(passage.text, self._talk)
            if thanks or self._telling(passage, look) or manner.goes_on(look):
                last = number + 1
        return last

    def _begins(self, passages: Sequence[Read], direct: Sequence[list[Span]], title: Title) -> bool:
        passage, look = passages[0]
        if direct[0] or title.tells_of_speech(self._manners) or not self._telling(passage, look):
            return False
        if turns.greets(passage.text, self._talk):
            return not title.is_of_others(self._manners)
        return (
            title.names(self._manners)
            and not title.is_of_another(self._manners)
            and any(
                self._manners[one.language or "ru"].performs(read)
                for (one, read), spans in zip(passages, direct, strict=True)
                if not spans
            )
        )

    def goes_on(self, passage: Passage, look: Look) -> bool:
        """Whether a passage below a line with a colon holds words of a speaker of his own."""
        telling = self._telling(passage, look)
        return bool(telling) and not self._is_outside(passage, look)

    def _answers(self, passages: Sequence[Read], talk: Talk) -> dict[int, Speaker]:
        """Behind a question without a mark before it stands its answer."""
        asks = [turns.is_question(passage.text) for passage, _ in passages]
        first = next((number for number, one in enumerate(asks) if one), len(asks))
        return {
            number: Speaker() if asks[number] else talk.president
            for number in range(first, len(asks))
        }

    def _telling(self, passage: Passage, look: Look) -> str:
        return self._manners[passage.language or "ru"].is_telling(look, passage.text)

    def _is_told(self, passage: Passage, look: Look) -> bool:
        manner = self._manners[passage.language or "ru"]
        return any(voice.who in _HIS for voice in manner.voices(look.words, passage.text))

    def _is_outside(self, passage: Passage, look: Look) -> bool:
        """Whether a passage tells of the President."""
        manner = self._manners[passage.language or "ru"]
        return manner.has_president(look, passage.text) or self._is_told(passage, look)
