"""Lists in plain text: which lines are items, and which items belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARK = re.compile(r"[•▪◦●·*▸►‣⁃]\s|\d{1,3}[.)]\s|\d{1,2}\.\d{1,2}\.?\s|[a-zа-яәғқңөұүһі]\)\s")
_DASH = re.compile(r"[-–—]\s")
_SHORT_ITEM = 200  # items up to this length belong together across blank lines too

Entry = tuple[str, bool]  # a paragraph, and whether no blank line stands before it


def starts_item(line: str) -> bool:
    """Whether a line begins as an item does: with •, 1., 1), а) or a dash."""
    return _MARK.match(line) is not None or _DASH.match(line) is not None


def grouped(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Paragraphs, the items of one list joined by line ends."""
    return tuple(_grouped(entries))


def _grouped(entries: Iterable[Entry]) -> Iterator[str]:
    run: list[str] = []
    lead = ""
    for text, adjacent in entries:
        if run and not (starts_item(text) and (adjacent or _both_short(run[-1], text))):
            yield from _written(run, lead)
            lead, run = run[-1], []
        if starts_item(text):
            run.append(text)
        else:
            yield text
            lead = text
    yield from _written(run, lead)


def _both_short(one: str, other: str) -> bool:
    return max(len(one), len(other)) <= _SHORT_ITEM


def _written(run: list[str], lead: str) -> Iterator[str]:
    if len(run) > 1 and not _is_speech(run, lead):
        yield "\n".join(run)
    else:
        yield from run


def _is_speech(run: list[str], lead: str) -> bool:
    """Whether lines that begin with dashes are speech: «– Кога? – Скоро.» and not a list.

    Items of a list end with «;» or «,», begin in lower case, follow a colon, or are marked with
    a hyphen, which no printed speech begins with.
    """
    if not all(_DASH.match(line) for line in run):
        return False
    if any(line.endswith("?") for line in run):
        return True
    listed = (
        all(line.endswith((";", ",")) for line in run[:-1])
        or all(line[2:3].islower() for line in run)
        or all(line.startswith("-") for line in run)
        or (lead.endswith(":") and all(len(line) <= _SHORT_ITEM for line in run))
    )
    return not listed
