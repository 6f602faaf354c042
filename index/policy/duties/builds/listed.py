"""«До 1 июля завершить инвентаризацию»: an item of a list of orders, without who must."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents.document import Mention, Passage
from index.language.grammar import is_infinitive, is_past, is_verb
from index.policy.scouting import Words
from index.policy.wordings import Cue

LISTED = "listed"
"""The kind of a cue at what is to be done: an order with a day, or with who answers behind it."""

_AHEAD = 6  # tokens of a date before what is to be done
_DATES = (
    *("до", "к", "в", "за", "не", "срок", "по", "незамедлительно", "ежегодно", "ежеквартально"),
    *("във", "през", "by", "within", "in", "before", "until", "no"),
)
_DASH = re.compile(r"\s[–—―-]\s")
_OPEN = re.compile(r"[–—―-]?\s*\Z")
# What is said of doing it: «построить за год невозможно».
_JUDGED = (
    frozenset(
        {"невозможно", "можно", "нельзя", "трудно", "сложно", "реально", "легко", "нереально"}
    )
    | frozenset({"возможно", "удалось", "чтобы", "бы", "хочу", "нет", "важно", "значит", "это"})
    | (frozenset({"е", "са", "би", "is", "was", "would", "are", "will", "we", "емес", "мүмкін"}))
    | frozenset({"оңай", "қиын", "бар", "жоқ"})
)
_ANSWERING = re.compile(
    r"[\s.»“”\"]*(?:ответственн(?:ый|ые|ая|ое)|исполнител[ьи]|отговор(?:ник|ен|на|но|ни)"
    r"|responsible|жауапты\w*|орындаушы\w*)(?:\s(?:исполнител[ьи]|за это|body|орган|за това))?"
    r"\s*(?:[–—―:-]|\bis\b|\bе\b|\bса\b)\s*(?:the\s)?",
    re.IGNORECASE,
)
# How such a sentence begins, or ends in Kazakh, which is seen soonest.
_MAYBE = {
    "ru": re.compile(
        r"(?:(?:До|Ко?|Не позднее)\s(?:\d|\w+[аяуюи]\s|перв)|За\s"
        r"|В\s(?:\w+\s){0,2}?(?:\w*(?:месячный|недельный|дневный|годичный|срок|сроки)|течение)\s"
        r"|Незамедлительно\s|Еже\w+\s|[А-ЯЁ]\w+(?:ть|ти|чь|ться|тись)\s)"
    ),
    "bg": re.compile(r"(?:(?:До|Към)\s(?:\d|края|началото)|В\s(?:\w+\s)?срок|Да се\s)"),
    "kk": re.compile(r"[^?!]*\w[ую]\.?\Z"),
    "en": re.compile(r"(?:(?:By|Within|Before|Until)\s|No later than\s|To\s)"),
}
_FEW = 2  # of a Kazakh sentence: what is done, and doing it


def listed(text: str, tokens: Words, language: str) -> Iterator[Cue]:
    """A cue at what is to be done, if the sentence says nothing else but when."""
    if not might_list(text, tokens[0].start, tokens[len(tokens) - 1].end, language):
        return
    forms = [token.form for token in tokens]
    number = _deed(forms, language)
    if number is None or not _JUDGED.isdisjoint(forms):
        return
    begin, end = tokens[number].start, tokens[len(tokens) - 1].end
    gap = text[tokens[number - 1].end : begin] if number else ""
    if set(text[tokens[0].start : begin]) & set(";:«") or not _OPEN.search(gap):
        return
    if not _DASH.search(text, begin, end) and not _tells(forms, language):
        yield Cue(LISTED, number, number)


def might_list(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence between the offsets begins, or in Kazakh ends, as an item may."""
    return _MAYBE.get(language, _MAYBE["ru"]).match(text, start, end) is not None


def _deed(forms: Sequence[str], language: str) -> int | None:
    """Where the first thing to do stands: at the beginning, or behind a date that opens."""
    reach = forms[: _AHEAD + 1] if forms[0].startswith(_DATES) else forms[:1]
    if language == "ru":
        return next((n for n, form in enumerate(reach) if is_infinitive(form)), None)
    if language == "kk":
        doing = len(forms) > _FEW and forms[-1].endswith(("у", "ю"))
        return len(forms) - 1 if doing else None
    if language == "bg":
        pairs = enumerate(zip(reach, forms[1:], strict=False))
        return next((n for n, pair in pairs if pair == ("да", "се")), None)
    return next((n for n, form in enumerate(reach) if form == "to"), None)


def _tells(forms: Sequence[str], language: str) -> bool:
    """Whether a verb tells what somebody does."""
    if language != "ru":
        return False
    return any(is_verb(form) or is_past(form) for form in forms)


def answering_behind(passage: Passage, end: int) -> tuple[Mention, ...]:
    """Who is named in the sentence behind as responsible: «Ответственный – Министерство …»."""
    told = _ANSWERING.match(passage.text, end)
    if told is None:
        return ()
    close = next((one.end for one in passage.sentences if one.start < told.end() <= one.end), 0)
    named = [one for one in passage.agencies if told.end() <= one.start < close]
    return tuple(named) if named and named[0].start - told.end() <= _AHEAD else ()
