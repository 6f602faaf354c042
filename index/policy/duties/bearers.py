"""Who bears a thing without being ordered to: «за министром – запуск», «отвечает аким»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language.grammar import cases, is_future, is_past
from index.policy.duties.directives import Directives
from index.policy.scouting import Words
from index.policy.wordings import Cue

# ru: the preposition by which a thing is put on somebody, and his cases then
_CASES = {
    "за": frozenset({"ablt"}),
    "на": frozenset({"loct", "accs"}),
    "с": frozenset({"gent"}),
    "со": frozenset({"gent"}),
    "у": frozenset({"gent"}),
}
_ON = frozenset({"на", "върху", "за", "with", "on"})  # the same in Bulgarian and English
_OWN = frozenset({"мойнында", "мойнына", "міндетінде"})  # kk: «министрдің мойнында»
_LIES = frozenset({"е", "са", "пада", "лежи", "остава", "ляга", "бъде"}) | frozenset(
    {"rests", "rest", "lies", "lie", "is", "be", "remains", "falls"}
)
_ARTICLES = frozenset({"the", "a"})
_FIXED = "закреп"  # «за комитетом закреплена проверка»
_ONLY = frozenset({"только", "лишь", "исключительно", "целиком", "полностью", "по-прежнему"})
_DASHES = frozenset("—–―-")
_ANSWERING = ("отвеча", "ответят", "ответит")
_WILL = frozenset({"будет", "будут", "будете"})
_FOR = frozenset({"за", "лично"})
_BEARING = (
    "ответствен",
    "нес",
    "bear",
    "нос",
    "отговорност",
    "let",
    "task",
    "respons",
    "duty",
    "job",
    "жауапты",
)  # «несёт ответственность»
_HIMSELF = re.compile(
    r"личн|персонал|сам(?:и|а|о)?\Z|самият|головой|personal|direct|himself|жеке|өз[іі]\Z|тікелей|will\Z|ще\Z"
)
_DENIED = frozenset({"не", "not", "никто", "nobody", "берді", "берген", "беріп"})
_RECEIVING = ("получ", "receiv", "алды")


def entrusted(
    text: str, mentions: Sequence[Mention], tokens: Words, directives: Directives
) -> Iterator[Cue]:
    """A cue at the word by which a thing is put on an agency: «запуск – за акиматом»."""
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        before = tokens[inside.start - 1].form if inside.start else ""
        if directives.language == "kk":
            after = inside.stop
            if after < len(tokens) and tokens[after].form in _OWN:
                yield Cue("entrusts", after, after)
        elif directives.language == "ru":
            if before in _CASES and not _CASES[before].isdisjoint(cases(tokens[inside.start].form)):
                beside = before != "с" and _is_beside_dash(text, tokens, inside, mention.end)
                burdened = "burdens" in directives.marks(tokens) and (
                    before not in {"за", "у"} or any(one.form.startswith(_FIXED) for one in tokens)
                )
                if beside or burdened:
                    yield Cue("entrusts", inside.start - 1, inside.start - 1)
        else:
            place = inside.start - 1 - (before in _ARTICLES)
            lies = place > 0 and tokens[place].form in _ON and tokens[place - 1].form in _LIES
            if lies and "burdens" in directives.marks(tokens):
                yield Cue("entrusts", place, place)


def _is_beside_dash(text: str, tokens: Words, inside: range, end: int) -> bool:
    """«За акиматом – запуск», «запуск – за акиматом»."""
    first = inside.start - 1
    first -= first > 0 and tokens[first - 1].form in _ONLY
    before = text[tokens[first - 1].end : tokens[first].start] if first else ""
    behind = text[end : tokens[inside.stop].start] if inside.stop < len(tokens) else ""
    return any(not _DASHES.isdisjoint(gap.split()) for gap in (before, behind.strip('»“”"')))


def is_put_on(before: str, first: str, behind: str, language: str) -> bool:
    """Whether the words beside a name, and its own first, put a thing on who is named."""
    if language == "ru":
        return before in _CASES and not _CASES[before].isdisjoint(cases(first))
    return before in _ON or behind in _OWN


def is_answerable(
    forms: Sequence[str], told: Sequence[str], language: str, *, direct: bool
) -> bool:
    """«Лично отвечает за дороги», not «отвечает на вопрос» or «раньше отвечал за дороги».

    ``told`` are the words that say so, ``direct`` whether they are said to those who must: what is
    told of them is how things are, but for what each does himself.
    """
    russian = language == "ru"
    if not _DENIED.isdisjoint(forms) or (russian and any(map(is_past, told))):
        return False
    if russian and any(form.startswith(_ANSWERING) for form in told) and _FOR.isdisjoint(forms):
        return False
    bears = any(form.startswith(_BEARING) for form in told)
    will = russian and any(map(is_future, (*told, *_WILL.intersection(forms))))
    return direct or bears or will or any(map(_HIMSELF.match, forms))


def is_received(given: Sequence[str]) -> bool:
    """«Получил месяц»: who must is the subject; ``given`` are the words that say so."""
    return all(form.startswith(_RECEIVING) for form in given)


def is_time_given(given: Sequence[str], language: str, *, within: bool) -> bool:
    """«Дал два месяца», «получил месяц»; not «получил книгу летом», «даст ответ к лету».

    ``given`` are the words that say so, ``within`` whether so much time is told or a term.
    """
    if language == "ru" and all(map(is_future, given)):
        return False
    return within or not is_received(given)
