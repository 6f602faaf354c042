"""Whose orders a document tells where nobody is said to give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.documents.document import Passage
from index.policy.scouting import Look
from index.policy.speaking.attributions import Attributions
from index.policy.speaking.speech import Manner
from index.policy.speaking.titles import Title

_OPENING = 2  # passages in which a text shows whom it is about

Read = tuple[Passage, Look]


class Sources:
    """Tells by title and opening whether «поручено» is the President's: most texts are of him."""

    def __init__(self, manners: Mapping[str, Manner], attributions: Attributions) -> None:
        self._manners, self._told = manners, attributions

    def orders(self, passages: Sequence[Read], title: Title, *, first: bool = False) -> str:
        """Whose «поручено» is: the President's, unless the text is a paper or opens with another.

        Where he is named later in such a text it is of whom was named last: nobody is returned.
        What stands in the ``first`` passage is of nobody who speaks only below.
        """
        if title.is_paper(self._manners):
            return "other"
        if title.names(self._manners) or self._opens_with_him(passages):
            return "president"
        opening = passages[: 1 if first else _OPENING]
        if not (title.is_of_others(self._manners) or self._opens_with_another(opening)):
            return "president"
        return "" if any(self._is_source(one, look) for one, look in passages) else "other"

    def _opens_with_him(self, passages: Sequence[Read]) -> bool:
        named = (
            self._manners[passage.language or "ru"].has_president(look, passage.text)
            for passage, look in passages[:_OPENING]
        )
        palace = self._manners["ru"].talk.palace  # it reports what the President ordered
        return any(named) or any(palace.search(passage.text.lower()) for passage, _ in passages)

    def _opens_with_another(self, opening: Sequence[Read]) -> bool:
        """Whether somebody else is the first subject, or speaks in the opening.

        Not who is told to act there: "The Justice Ministry was told to …".
        """
        first, look = opening[0]
        speak = [self.speak(*one) for one in opening]
        if "ordered" not in speak[0] and self._told.opens(first, look, first.sentences[0]):
            return True
        return any("ordered" not in who and who & {"other", "body"} for who in speak)

    def speak(self, passage: Passage, look: Look) -> set[str]:
        """Who speaks in a passage: president, other, body, he, or nobody told who orders."""
        manner = self._manners[passage.language or "ru"]
        if not manner.might_tell(look):
            return set()
        return {voice.who for voice in manner.voices(look.words, passage.text)}

    def _is_source(self, passage: Passage, look: Look) -> bool:
        """Whether a passage has the President as a subject, or tells what he thinks or orders."""
        manner = self._manners[passage.language or "ru"]
        if not manner.might_name(look):
            return False
        return manner.has_president(look, passage.text) or any(
            voice.who == "president" for voice in manner.told(look.words, passage.text)
        )
