"""Paragraphs of plain text: blank lines, lines of their own, wrapped lines, lists.

A blank line always ends a paragraph. Between two blank lines a line end is

- a wrap, where the block is set to a width: no line is over 120 characters, and some line that
  is nearly full ends in the middle of a sentence that goes on in lower case. Such a block is
  joined; it breaks only after a short line that ends a sentence, or at an indented one;
- the end of a paragraph in every other block (a paragraph a line).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from index.documents.reading.lists import grouped, starts_item
from index.documents.reading.plain_text import lines_of, tidy

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_SENTENCE_END = re.compile(r"[.!?…:;][»”“\"')\]]*$")
_INDENTED = re.compile(r"\t| {2,}|\xa0{2,}")


@dataclass(frozen=True)
class _Line:
    text: str
    indented: bool

    @property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text) is not None


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of plain text, tidied; the items of a list are lines of one paragraph."""
    return grouped(_entries(text))


def _entries(text: str) -> Iterator[tuple[str, bool]]:
    """Paragraphs and items, each with whether it follows the one before without a blank line."""
    for block in _blocks(lines_of(text)):
        for number, entry in enumerate(_joined(block) if _is_wrapped(block) else block):
            yield entry.text, number > 0


def _blocks(lines: Iterable[str]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in lines:
        tidied = tidy(line)
        if tidied:
            block.append(_Line(tidied, _INDENTED.match(line) is not None))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_wrapped(block: list[_Line]) -> bool:
    width = max(len(line.text) for line in block)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    open_ended = [
        (line, following)
        for line, following in pairwise(block)
        if not line.ends_sentence and not starts_item(following.text)
    ]
    return any(following.text[0].islower() for _, following in open_ended) and all(
        len(line.text) >= 0.6 * width for line, _ in open_ended
    )


def _joined(block: list[_Line]) -> Iterator[_Line]:
    width = max(len(line.text) for line in block)
    whole = before = block[0]
    for line in block[1:]:
        short = len(before.text) < 0.75 * width or line.indented
        if starts_item(line.text) or (before.ends_sentence and short):
            yield whole
            whole = line
        else:
            whole = replace(whole, text=f"{whole.text} {line.text}")
        before = line
    yield whole
