"""«До 1 июля завершить инвентаризацию»: an item of a list of orders, without who must."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents.document import Mention, Passage
from index.language.endings import KK_INFINITIVE
from index.language.grammar import is_infinitive, is_past, is_verb
from index.policy.duties.builds.lexicon import Listed
from index.policy.duties.directives import Directives
from index.policy.scouting import Words
from index.policy.wordings import Cue

LISTED = "listed"
"""The kind of a cue at what is to be done: an order with a day, or with who answers behind it."""

_AHEAD = 6  # tokens of a date before what is to be done
_DASH = re.compile(r"\s[–—―-]\s")
_OPEN = re.compile(r"[–—―-]?\s*\Z")
_EDGE, _SIGN = re.compile(r"[\s.»“”\"]*"), re.compile(r"\s*[–—―:-]\s*")
_LONGEST = 60  # characters of how such a sentence begins, or of what calls somebody responsible
_FEW = 2  # of a Kazakh sentence: what is done, and doing it


def listed(text: str, tokens: Words, directives: Directives) -> Iterator[Cue]:
    """A cue at what is to be done, if the sentence says nothing else but when."""
    if not might_list(text, tokens[0].start, tokens[len(tokens) - 1].end, directives):
        return
    forms = [token.form for token in tokens]
    number = _deed(forms, directives)
    if number is None or not directives.words.listed.judged.isdisjoint(forms):
        return
    begin, end = tokens[number].start, tokens[len(tokens) - 1].end
    gap = text[tokens[number - 1].end : begin] if number else ""
    if set(text[tokens[0].start : begin]) & set(";:«") or not _OPEN.search(gap):
        return
    if not _DASH.search(text, begin, end) and not _tells(forms, directives.language):
        yield Cue(LISTED, number, number)


def might_list(text: str, start: int, end: int, directives: Directives) -> bool:
    """Whether the sentence between the offsets begins, or in Kazakh ends, as an item may."""
    if directives.language == "kk":
        said = text[start:end].removesuffix(".")
        return said.endswith(KK_INFINITIVE) and not set(said) & set("?!")
    opening = text[start : min(start + _LONGEST, end)].lower()
    return directives.words.listed.opens.match(opening) is not None


def _deed(forms: Sequence[str], directives: Directives) -> int | None:
    """Where the first thing to do stands: at the beginning, or behind a date that opens."""
    words, language = directives.words.listed, directives.language
    if language == "kk":
        doing = len(forms) > _FEW and forms[-1].endswith(KK_INFINITIVE)
        return len(forms) - 1 if doing else None
    reach = forms[: _AHEAD + 1] if forms[0].startswith(words.dates) else forms[:1]
    if language == "ru":
        return next((n for n, form in enumerate(reach) if is_infinitive(form)), None)
    pairs = enumerate(zip(reach, [*forms[1:], ""], strict=False))
    return next((n for n, pair in pairs if {pair[0], " ".join(pair)} & words.to_do), None)


def _tells(forms: Sequence[str], language: str) -> bool:
    """Whether a verb tells what somebody does."""
    if language != "ru":
        return False
    return any(is_verb(form) or is_past(form) for form in forms)


def answering_behind(passage: Passage, end: int, words: Listed) -> tuple[Mention, ...]:
    """Who is named in the sentence behind as responsible: «Ответственный – Министерство …»."""
    edge = _EDGE.match(passage.text, end)
    start = edge.end() if edge else end
    told = words.answering.match(passage.text[start : start + _LONGEST].lower())
    begin = start + told.end() if told else 0
    sign = _SIGN.match(passage.text, begin) if told else None
    sign = sign or (words.being.match(passage.text, begin + 1) if told else None)
    if sign is None:
        return ()
    begin = sign.end()
    close = next((one.end for one in passage.sentences if one.start < begin <= one.end), 0)
    named = [one for one in passage.agencies if begin <= one.start < close]
    return tuple(named) if named and named[0].start - begin <= _AHEAD else ()
