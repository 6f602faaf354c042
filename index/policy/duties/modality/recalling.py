"""Orders that are told as given before: in a year or a month gone by, or as known already."""

from __future__ import annotations

import re

from index.documents.dates import PartialDate
from index.language.endings import BG_DONE, KK_DONE
from index.language.months import months_of
from index.policy.duties.lexicon import Earlier
from index.policy.duties.modality.binding import Reading
from index.policy.duties.timing.deadlines import Deadline

_OPENING = 8  # words of a clause in which «напомним» stands
_YEAR = re.compile(r"\s(?:[^\W\d]+\s)?(20\d\d)\b")
_MONTHS = "|".join(f"(?P<m{number}>{month})" for number, month in enumerate(months_of(), 1))
_MONTH = re.compile(rf"\s(?:{_MONTHS})\b(?!\s(?:20)?\d)")
_ASKED = frozenset({"orders", "proposes"})
_TOLD = _ASKED | {"recalled"}
_REACH = 3  # words from «had» to «instructed»


def told_before(reading: Reading, spoken: PartialDate | None) -> bool:
    """Whether an order was given in a time gone by, or is told as one known already."""
    if "recalled" in reading.kinds:
        return True
    if reading.kinds.isdisjoint(_ASKED):
        return False
    if _is_pluperfect(reading) or reading.words.earlier.ago.search(_ahead(reading)):
        return True
    if _is_called_to_mind(reading):
        return True
    if "orders" not in reading.kinds or not reading.is_order():
        return False
    return _is_known(reading) or (spoken is not None and _is_gone(reading, spoken))


def _is_called_to_mind(reading: Reading) -> bool:
    """«Напомнил, что в августе поручил …»: he is said to recall it, and that he ordered it."""
    passage, cue = reading.passage, _cue(reading)
    sentence = max(
        (one for one in passage.sentences if one.start <= reading.clause.start),
        key=lambda one: one.start,
    )
    low, place = passage.text[sentence.start : sentence.end].lower(), cue - sentence.start
    found = reading.words.earlier.to_mind.finditer(low)
    return any(one.start() <= place < one.end() for one in found)


def _is_known(reading: Reading) -> bool:
    """«Напомним», «раньше был дан срок»."""
    if any(mark.first < _OPENING for mark in reading.marks.get("earlier", ())):
        return True
    opening = _opening(reading, reading.clause.end).lower().lstrip("«")
    return "gives" in reading.kinds and bool(reading.words.earlier.formerly.match(opening))


def _is_gone(reading: Reading, spoken: PartialDate) -> bool:
    """«В 2023 году поручил»; «в мае Президент поручил», said in June or later in the year."""
    words, low = reading.words.earlier, _opening(reading, reading.clause.end).lower()
    years = (_YEAR.match(low, found.end()) for found in words.into.finditer(low))
    if any(year and int(year[1]) < spoken.year for year in years):
        return True
    month = spoken.month
    return month is not None and _in_month_gone(_ahead(reading), month, words)


def without_day_of_order(reading: Reading, deadline: Deadline | None) -> Deadline | None:
    """The deadline, unless it is only the month or the season in which the order was given."""
    told = deadline is not None and deadline.rule in {"month", "in-season", "year", "end-of-year"}
    if deadline is None or not told:
        return deadline
    return None if deadline.start < _cue(reading) - reading.clause.start else deadline


def _in_month_gone(low: str, now: int, words: Earlier) -> bool:
    """«В мае Президент поручил», said in June or later in the year."""
    told = (_MONTH.match(low, found.end()) for found in words.into.finditer(low))
    for found in told:
        if found is None or words.later.match(low, found.end() + 1):
            continue
        month = next(number for number in range(1, 13) if found[f"m{number}"])
        if month < now:
            return True
    return False


def _is_pluperfect(reading: Reading) -> bool:
    """«Had instructed», «бе възложил», «тапсырған болатын»."""
    language, forms, words = reading.directives.language, reading.forms, reading.words.earlier
    for cue in reading.clause.cues:
        number = cue.first - reading.clause.first
        if cue.kind not in _ASKED or not 0 <= number < len(forms):
            continue
        before, form = forms[max(number - _REACH, 0) : number], forms[number]
        if language == "en" and not words.had.isdisjoint(before):
            return True
        if language == "bg" and not words.had.isdisjoint(before[-1:]) and form.endswith(BG_DONE):
            return True
        if language == "kk" and not words.once.isdisjoint(forms[number + 1 : number + 2]):
            return form.endswith(KK_DONE)
    return False


def _ahead(reading: Reading) -> str:
    """The clause up to the word that orders, in small letters."""
    return reading.passage.text[reading.clause.start : _cue(reading)].lower()


def _cue(reading: Reading) -> int:
    told = (cue for cue in reading.clause.cues if cue.kind in _TOLD)
    return next((reading.around[cue.first].start for cue in told), reading.clause.end)


def _opening(reading: Reading, end: int) -> str:
    passage, clause = reading.passage, reading.clause
    begin = max(one.start for one in passage.sentences if one.start <= clause.start)
    return passage.text[begin:end]
