"""Words of duty that bind nobody: denied, asked about, guessed, hoped or on a condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.language.endings import KK_WILL, is_undone
from index.language.grammar import is_future, is_past
from index.policy.duties.lexicon import Denied
from index.policy.scouting import Words
from index.policy.wordings import Cue

_REACH = {"ru": 1, "kk": 1, "bg": 3, "en": 2}  # words before a cue in which a denial stands
_ORDERS = frozenset({"orders", "proposes", "receives", "recalled"})
_OWED = frozenset({"duties", "needs"})
_SHORT = 3  # letters of words that may stand between: «не му е възложил»


def standing(text: str, tokens: Words, cues: list[Cue], language: str, words: Denied) -> list[Cue]:
    """The cues of a sentence, its words ``tokens``, but for those that bind nobody.

    «Не поручал», «не обязано»; «спросил, кто поручил»; «если Минздрав не справится, …».
    """
    forms = [token.form for token in tokens]
    kept = [cue for cue in cues if not _is_denied(cue, forms, language, words)]
    if not words.asking.isdisjoint(forms):
        asked = [*_asked(text, tokens, words)]
        kept = [cue for cue in kept if not _is_inside(tokens[cue.first].start, asked)]
    if words.condition.isdisjoint(forms):
        return kept
    told = [*_conditions(text, tokens, words)]
    never = _is_unreal(forms, words)
    threats = {cue.first for cue in kept if _is_threat(cue, forms, language, words)}
    threats |= {number - 1 for number in threats}  # «ще възложи»
    return [
        cue
        for cue in kept
        if cue.first not in threats
        and (
            not _is_inside(tokens[cue.first].start, told)
            or (_is_done(cue, forms, language) and not never)
        )
    ]


def _is_denied(cue: Cue, forms: Sequence[str], language: str, words: Denied) -> bool:
    if cue.kind not in _ORDERS and cue.kind not in _OWED:
        return False
    form = forms[cue.first]
    owes = cue.kind in _ORDERS or form.startswith(words.owed)
    if language == "kk":
        behind = forms[cue.last + 1 : cue.last + 2]
        undone = not words.denials.isdisjoint(behind) or is_undone(forms[cue.last])
        return owes and undone
    before = forms[max(cue.first - _REACH[language], 0) : cue.first]
    if not _says_not(before, language, words):
        return False
    was = not words.was.isdisjoint(forms[cue.last + 1 : cue.last + 2])
    return owes or (was and form.startswith(words.never_due))


def _says_not(before: Sequence[str], language: str, words: Denied) -> bool:
    """«Не поручил»; short words may stand between: «не му е възложил», «has not yet told»."""
    last = [number for number, form in enumerate(before) if form in words.denials]
    if not last:
        return False
    between = before[last[-1] + 1 :]
    if language == "en":
        return words.between.issuperset(between)
    return all(len(form) <= _SHORT and form not in words.apart for form in between)


def _asked(text: str, tokens: Words, words: Denied) -> Iterator[tuple[int, int]]:
    begin, end = tokens[0].start, tokens[len(tokens) - 1].end
    for found in words.asked.finditer(text[begin:end].lower()):
        yield begin + found.start(), begin + found.end()


def _conditions(text: str, tokens: Words, words: Denied) -> Iterator[tuple[int, int]]:
    """From «если» to the comma at which the condition ends."""
    end = tokens[len(tokens) - 1].end
    for token in tokens:
        if token.form in words.condition:
            then = words.then.search(text, token.end, end)
            comma = then.start() if then else text.find(",", token.end, end)
            yield token.start, comma if comma >= 0 else end


def _is_unreal(forms: Sequence[str], words: Denied) -> bool:
    """«Если бы Президент поручил …»: nothing was ordered."""
    return any(
        form in words.condition and behind in words.unreal for form, behind in pairwise(forms)
    )


def _is_done(cue: Cue, forms: Sequence[str], language: str) -> bool:
    """«Если год назад я поручил …»: what was ordered was."""
    return language == "ru" and cue.kind in _ORDERS and is_past(forms[cue.first])


def _is_threat(cue: Cue, forms: Sequence[str], language: str, words: Denied) -> bool:
    """«Если …, Президент поручит проект другим»: an order that may never be given."""
    if cue.kind not in _ORDERS:
        return False
    form = forms[cue.first]
    if language == "ru":
        return is_future(form) or form.endswith(words.will_ends)
    if language == "kk":
        return form.endswith(KK_WILL)
    return not words.will.isdisjoint(forms[max(cue.first - 2, 0) : cue.last])


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
