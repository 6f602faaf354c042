"""What stands around a name in its clause, and what is read there."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.documents.document import Mention
from index.language import Token
from index.language.grammar import is_acting, is_future, is_infinitive, may_be_verb
from index.policy.scouting import Words

WHOM = "whom"
"""The kind of a cue at the first token of an agency that is told to act."""

_REACH = 16  # tokens from whom to what he must do
_BREAK = re.compile(r"[;:!?«„“]|[»”\"]\s*,|,[»”\"]")


class Order(NamedTuple):
    """The token that orders, and whether the verb that would is left out there."""

    number: int
    verbless: bool = False


class Place(NamedTuple):
    """A name in its clause; the ranges are numbers of tokens."""

    text: str
    tokens: Words
    before: range
    inside: range
    behind: range

    def form(self, number: int) -> str:
        """The form of a token, empty where there is none."""
        return self.tokens[number].form if 0 <= number < len(self.tokens) else ""

    def forms_behind(self) -> list[str]:
        """The forms behind the name, up to where the clause surely ends."""
        return [self.tokens[number].form for number in self.behind]

    def written(self) -> str:
        """The clause as it stands, as far as it is told here."""
        first = self.before.start if self.before else self.inside.start
        last = self.behind.stop - 1 if self.behind else self.inside.stop - 1
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def written_behind(self) -> str:
        """What stands behind the name, up to where the clause surely ends."""
        if not self.behind:
            return ""
        return self.text[self.tokens[self.behind.start].start : self.tokens[self.behind[-1]].end]

    def gap(self, number: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.tokens[number - 1].end : self.tokens[number].start]


def place(text: str, tokens: Words, inside: range, mention: Mention) -> Place:
    """The name with the tokens before and behind it, as far as its clause surely goes."""
    before = range(max(inside.start - _REACH, 0), inside.start)
    behind = range(inside.stop, min(inside.stop + _REACH, len(tokens)))
    begin, stop = before.start, behind.stop
    if before:
        for sign in _BREAK.finditer(text, tokens[before.start].end, mention.start):
            begin = next(n for n in range(begin, before.stop + 1) if tokens[n].end > sign.start())
    if behind:
        ends = _BREAK.search(text, mention.end, tokens[behind[-1]].start)
        stop = next(n for n in behind if tokens[n].start >= ends.end()) if ends else stop
    return Place(text, tokens, range(begin, before.stop), inside, range(behind.start, stop))


def is_predicate(token: Token) -> bool:
    """Whether a Russian word tells what somebody does or did."""
    form = token.form
    acting = may_be_verb(token.lemmas) and is_acting(form)
    return acting and not is_infinitive(form) and not is_future(form)
