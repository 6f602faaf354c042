"""What is known of a document's voices while its passages are read one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from index.documents.document import Passage, Speaker
from index.policy.scouting import Look
from index.policy.speaking.people import People
from index.policy.speaking.quotes import Span


@dataclass
class Talk:
    """Who was told to speak last, who «he» would be, and whether the text quotes nothing."""

    president: Speaker
    retelling: bool
    source: Callable[[bool], str] | None = None  # whose «поручено» is, in the first passage or not
    first: bool = True  # it is the first that is read
    he: str = "president"
    other: str = ""  # the name of the other who spoke in the passage before
    people: People = field(default_factory=People)  # whom a surname may mean
    says_he: bool = True  # somewhere
    last: Speaker = Speaker()
    asked: Speaker = Speaker()  # who answers in a talk
    dialogue: bool = False  # lines begin with dashes, and some of them ask
    interview: bool = False  # a dialogue in which he answers
    waits: bool = False  # for an answer
    label: Speaker | None = None  # who spoke last by a label, where lines have labels
    labels: int = 0  # lines with one
    named: bool = True  # the President is: else all are others, and «he» is of no matter

    led: bool = False  # a line with a colon led on to his words, given without marks
    turns: bool = False  # in a talk with dashes it is he who asks
    below: tuple[Passage, Look] | None = None  # the passage that follows
    ending: tuple[Passage, Look, list[Span]] | None = None  # where words end that run on below
    _known: dict[bool, str | None] = field(default_factory=lambda: {True: None, False: None})

    def __post_init__(self) -> None:
        self.last = self.asked = self.president

    def turn_to(self, who: str, name: str = "") -> Speaker:
        """Take note of who speaks now: president, other, body, or who spoke last."""
        if who == "president":
            self.last, self.he = self.president, "president"
        elif who == "other":
            self.last, self.he = Speaker("reporter", name), "other"
        elif who == "body":
            self.last = Speaker("reporter")
        return self.last

    def resolved(self, who: str) -> str:
        """Who that is: «he» is whom the text named last; «поручено» is of who gives orders."""
        if who == "ordered" and (source := self._orders()):
            return source
        return (self.he or "president") if who in {"he", "ordered"} else who

    def _orders(self) -> str:
        """Whose «поручено» is here, asked only where somebody is told to do something."""
        if self._known[self.first] is None:
            self._known[self.first] = self.source(self.first) if self.source else ""
        return self._known[self.first] or ""
