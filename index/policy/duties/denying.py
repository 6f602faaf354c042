"""Words of duty that bind nobody: denied, asked about, or told on a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.language.grammar import is_future, is_past
from index.policy.scouting import Words
from index.policy.wordings import Cue


class _Words(NamedTuple):
    """The words of one language by which a duty is denied, asked about or made conditional."""

    denials: frozenset[str]  # some words before what they deny, or in Kazakh right behind it
    reach: int
    owed: tuple[str, ...]  # beginnings of duties that are none if denied: «не обязан»
    asking: frozenset[str]  # forms of the verbs that ask
    asked: re.Pattern[str]  # from the verb that asks to the end of what is asked
    condition: frozenset[str]


_WORDS = {
    "ru": _Words(
        frozenset({"не"}),
        1,
        ("обязан", "требуется", "придется", "предстоит"),
        frozenset({"спросил", "спросила", "спрашивает", "спрашивал", "переспросил", "исключил"})
        | frozenset({"исключила", "исключает", "поинтересовался", "поинтересовалась"})
        | frozenset({"интересовался", "интересуется", "спросили"}),
        re.compile(
            r"\b(?:(?:спро(?:сил|шива)|(?:по)?интерес(?:овал|уе)|переспро)\w*(?:\s[\w-]+){0,4},\s(?:а\s)?"
            r"(?:кто|кому|кого|почему|зачем|отчего|когда|как|какой|какие|какая|какое|где|куда|чей)\b"
            r"|не исключ\w+,\sчто\b)(?:(?!,|;|\sи\s(?:по[тр]|обя|да[лв])).)*"
        ),
        frozenset({"если"}),
    ),
    "bg": _Words(
        frozenset({"не"}),
        3,
        ("длъж", "задълж"),
        frozenset({"попита", "пита", "попитал", "попитала", "изключи", "изключва"}),
        re.compile(
            r"\b(?:(?:по)?пита\w*(?:\s[\w-]+){0,4},?\s"
            r"(?:кой|кого|защо|кога|как|какво|къде|коя|кои|дали)\b|не изключ\w+,?\sче\b)[^,;]*"
        ),
        frozenset({"ако"}),
    ),
    "kk": _Words(
        frozenset({"жоқ", "емес"}),
        1,
        ("міндет",),
        frozenset({"сұрады", "сұраған", "сұрайды", "сұрап"}),
        re.compile(
            r"\b(?:кім|кімнің|кімге|неге|неліктен|қашан|қалай|қайда)\b[^;]*?"
            r"(?:ын|ін)\s(?:\w+\s){0,2}?сұра\w*"
        ),
        frozenset({"егер"}),
    ),
    "en": _Words(
        frozenset({"not", "never", "nobody", "didn't", "doesn't", "hasn't", "isn't", "didn’t"})
        | frozenset({"doesn’t", "hasn’t", "isn’t", "don't", "don’t", "aren't", "aren’t"}),
        2,
        ("have", "be", "need", "oblige", "require"),
        frozenset({"asked", "asks", "wondered", "rule"}),
        re.compile(
            r"\b(?:(?:asked|asks|wondered)(?:\s(?!to\b|for\b|that\b)[\w-]+){0,4}?\s"
            r"(?:who|whom|why|when|whether|how|which|where)\b|not rule out that\b)"
            r"(?:(?!,|;|\sand\s(?:instruct|order|told|ask|task)).)*"
        ),
        frozenset({"if"}),
    ),
}
_ORDERS = frozenset({"orders", "proposes", "receives", "recalled"})
_OWED = frozenset({"duties", "needs"})
_BETWEEN = frozenset({"been", "yet", "ever", "be"})
_SHORT, _JOINS = 3, frozenset({"и", "а", "но", "да"})
_UNDONE = re.compile(r".*[мбп][ае](?:ды|ді|ған|ген|йды|йді|пты|пті|дым|дім)\Z")  # kk
_NEVER_DUE = ("долж",)  # with «было»: «не должно было тратить»
_WAS = frozenset({"был", "была", "было", "были"})
_WILL = {"bg": "ще", "en": "will"}
_KAZAKH_WILL = ("ады", "еді", "амын", "емін", "йды", "йді", "ймын", "ймін")
_THEN = re.compile(r",\s(?:то|тогда|then|тогава)\b")


def standing(text: str, tokens: Words, cues: list[Cue], language: str) -> list[Cue]:
    """The cues of a sentence, its words ``tokens``, but for those that bind nobody.

    «Не поручал», «не обязано»; «спросил, кто поручил»; «если Минздрав не справится, …».
    """
    words = _WORDS[language]
    forms = [token.form for token in tokens]
    kept = [cue for cue in cues if not _is_denied(cue, forms, language, words)]
    if not words.asking.isdisjoint(forms):
        asked = [*_asked(text, tokens, words)]
        kept = [cue for cue in kept if not _is_inside(tokens[cue.first].start, asked)]
    if words.condition.isdisjoint(forms):
        return kept
    told = [*_conditions(text, tokens, words)]
    threats = {cue.first for cue in kept if _is_threat(cue, forms, language)}
    threats |= {number - 1 for number in threats}  # «ще възложи»
    return [
        cue
        for cue in kept
        if cue.first not in threats
        and (not _is_inside(tokens[cue.first].start, told) or _is_done(cue, forms, language))
    ]


def _is_denied(cue: Cue, forms: Sequence[str], language: str, words: _Words) -> bool:
    if cue.kind not in _ORDERS and cue.kind not in _OWED:
        return False
    form = forms[cue.first]
    owes = cue.kind in _ORDERS or form.startswith(words.owed)
    if language == "kk":
        behind = forms[cue.last + 1 : cue.last + 2]
        undone = not words.denials.isdisjoint(behind) or bool(_UNDONE.match(forms[cue.last]))
        return owes and undone
    before = forms[max(cue.first - words.reach, 0) : cue.first]
    if not _says_not(before, language, words):
        return False
    was = not _WAS.isdisjoint(forms[cue.last + 1 : cue.last + 2])
    return owes or (language == "ru" and form.startswith(_NEVER_DUE) and was)


def _says_not(before: Sequence[str], language: str, words: _Words) -> bool:
    """«Не поручил»; short words may stand between: «не му е възложил», «has not yet told»."""
    last = [number for number, form in enumerate(before) if form in words.denials]
    if not last:
        return False
    between = before[last[-1] + 1 :]
    if language == "en":
        return _BETWEEN.issuperset(between)
    return all(len(form) <= _SHORT and form not in _JOINS for form in between)


def _asked(text: str, tokens: Words, words: _Words) -> Iterator[tuple[int, int]]:
    begin, end = tokens[0].start, tokens[len(tokens) - 1].end
    for found in words.asked.finditer(text[begin:end].lower()):
        yield begin + found.start(), begin + found.end()


def _conditions(text: str, tokens: Words, words: _Words) -> Iterator[tuple[int, int]]:
    """From «если» to the comma at which the condition ends."""
    end = tokens[len(tokens) - 1].end
    for token in tokens:
        if token.form in words.condition:
            then = _THEN.search(text, token.end, end)
            comma = then.start() if then else text.find(",", token.end, end)
            yield token.start, comma if comma >= 0 else end


def _is_done(cue: Cue, forms: Sequence[str], language: str) -> bool:
    """«Если год назад я поручил …»: what was ordered was."""
    return language == "ru" and cue.kind in _ORDERS and is_past(forms[cue.first])


def _is_threat(cue: Cue, forms: Sequence[str], language: str) -> bool:
    """«Если …, Президент поручит проект другим»: an order that may never be given."""
    if cue.kind not in _ORDERS:
        return False
    form = forms[cue.first]
    if language == "ru":
        return is_future(form) or form.endswith(("учу", "жу"))
    if language == "kk":
        return form.endswith(_KAZAKH_WILL)
    return _WILL[language] in forms[max(cue.first - 2, 0) : cue.last]


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
