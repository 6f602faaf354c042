"""«Правительству: 1) внести …; 2) создать …»: orders of a list, with who must before the colon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from index.documents.document import Mention, Passage
from index.language.endings import KK_INFINITIVE, KK_TO_WHOM
from index.language.grammar import cases, is_infinitive
from index.policy.duties.builds.surroundings import WHOM, is_predicate
from index.policy.duties.directives import Directives
from index.policy.openings import Sought
from index.policy.scouting import Words
from index.policy.wordings import Cue
from index.policy.wordlists import made_of

HEADED = "headed"
"""The kind of a cue at what is to be done by whom the sentence names before its colon."""

_BINDS = frozenset({"orders", "duties", "needs", "elided", "bids", HEADED})
_first: Callable[[Cue], int] = attrgetter("first")
_COLON = re.compile(r":\s")
_ITEM = re.compile(r";|(?<=\s)\d{1,2}[.)]\s")
_MARKED = re.compile(r"\s*(?:[–—•▪·-]\s|\d{1,2}[.)]\s|[^\W\d]\)\s)")
_LONGEST = 200  # characters of a heading
_AHEAD = 12  # tokens of an item before what is to be done
_FEW = 2  # tokens of a Kazakh item: what is done, and doing it


def headed(
    text: str, mentions: Sequence[Mention], tokens: Words, directives: Directives
) -> Iterator[Cue]:
    """Cues at the names before a colon and at what each item behind it tells them to do."""
    start, end = tokens[0].start, tokens[-1].end
    colon = _COLON.search(text, mentions[0].end, end)
    if colon is None:
        return
    named = [one for one in mentions if one.end <= colon.start()]
    if not _is_heading(text[start : colon.start()], start, named, directives):
        return
    whom = [tokens.between(one.start, one.end) for one in named]
    if not all(whom) or not _are_told(tokens, whom[-1], directives.language):
        return
    ends = [one.start() for one in _ITEM.finditer(text, colon.end(), end)]
    items = zip([colon.end(), *ends], [*ends, end], strict=True)
    found = [_deed(tokens, tokens.between(*item), directives) for item in items]
    deeds = [number for number in found if number >= 0]
    if deeds:
        yield from (Cue(WHOM, one.start, one.start) for one in whom)
        yield from (Cue(HEADED, number, number) for number in deeds)


def heading(
    passage: Passage, mentions: Sequence[Mention], tokens: Words, directives: Directives
) -> bool:
    """Whether a passage only names who must, and the next ones list what: «Правительству:»."""
    text = passage.text.rstrip()
    if not mentions or not text.endswith(":") or len(text) > _LONGEST:
        return False
    name = tokens.between(mentions[-1].start, mentions[-1].end)
    told = bool(name) and _are_told(tokens, name, directives.language)
    return told and _is_heading(text[:-1], 0, mentions, directives)


def item(tokens: Words, cues: Sequence[Cue], directives: Directives) -> list[Cue]:
    """The cues of an item of a list, with one at what is to be done if none of them binds."""
    if any(cue.kind in _BINDS for cue in cues):
        return [*cues]
    number = _deed(tokens, range(len(tokens)), directives)
    found = [Cue(HEADED, number, number)] if number >= 0 else []
    return sorted([*cues, *found], key=_first)


def is_item(text: str) -> bool:
    """Whether a passage begins as an item of a list does: «– …», «1) …»."""
    return _MARKED.match(text) is not None


def _is_heading(text: str, start: int, named: Sequence[Mention], directives: Directives) -> bool:
    """Whether a text says nothing but the names."""
    rest, place = "", 0
    for one in named:
        rest += text[place : one.start - start] + " "
        place = one.end - start
    rest += text[place:]
    return bool(_beside(directives.words.headed.beside).fullmatch(rest.lower()))


@made_of("headed.beside")
def _beside(beside: Sought) -> re.Pattern[str]:
    """What may stand beside the names before the colon: their country, «и», a number."""
    return re.compile(rf"(?:[\s\d,.)(«»„“”\"–—-]|{beside.pattern})*")


def _are_told(tokens: Words, name: range, language: str) -> bool:
    if language == "ru":
        return "datv" in cases(tokens[name.start].form)
    return language != "kk" or tokens[name.stop - 1].form.endswith(KK_TO_WHOM)


def _deed(tokens: Words, item: range, directives: Directives) -> int:
    """Where what is to be done stands in an item; -1 where nothing tells it."""
    if directives.language == "kk":
        done = len(item) > _FEW and tokens[item[-1]].form.endswith(KK_INFINITIVE)
        return item[-1] if done else -1
    for number in item[:_AHEAD]:
        if _is_deed(tokens[number].form, directives):
            return number
        if directives.language == "ru" and is_predicate(tokens[number]):
            return -1
    return -1


def _is_deed(form: str, directives: Directives) -> bool:
    """Whether a form opens what is to be done."""
    russian = directives.language == "ru"
    return is_infinitive(form) if russian else form in directives.words.headed.to_do
