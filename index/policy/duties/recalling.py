"""Orders that are told as given before: in a year or a month gone by, or as known already."""

from __future__ import annotations

import re

from index.documents.dates import PartialDate
from index.language.months import months_of
from index.policy.duties.binding import Reading
from index.policy.duties.deadlines import Deadline

# «Раньше был дан срок до …»
_FORMERLY = ("раньше ", "прежде ", "«раньше ", "«прежде ")
_OPENING = 8  # words of a clause in which «напомним» stands
# «В сентябре 2023 года Президент поручил», not «до 2027 года»
_GONE = re.compile(r"(?:^|\W)(?:[вВ]о?|[iI]n|[пП]рез)\s(?:[^\W\d]+\s)?(20\d\d)\b")
_MONTH = "|".join(f"(?P<m{number}>{month})" for number, month in enumerate(months_of(), 1))
_IN_MONTH = re.compile(
    rf"\b(?:во?|in|back in|през)\s(?:(?:начале|конце|середине|early|late)\s)?(?:{_MONTH})\b"
    r"(?!\s(?:20)?\d|\s(?:следующ|будущ|next|следващ))"
)
_AGO = re.compile(
    r"\b(?:ещ[её]\s(?:в|во|на|весной|летом|осенью|зимой)"
    r"|(?:год|года|лет|месяц\w*|недел\w+)\sназад"
    r"|прошл\w+\s(?:весной|летом|осенью|зимой|году|раз|месяце|неделе)"
    r"|last\s(?:year|month|week|spring|summer|autumn|winter|time)|(?:years?|months?|weeks?)\sago"
    r"|още\s(?:през|миналото|миналата|миналия)"
    r"|минал\w+\s(?:лято|есен|пролет|зима|година|месец|седмица|път)"
    r"|преди\s(?:\w+\s)?(?:година|години|месец|месеца|седмица|седмици)"
    r"|былтыр|(?:жыл|ай|апта)\sбұрын|өткен\s(?:жылы|айда|аптада|жолы|көктемде|жазда|күзде|қыста))\b"
)
_ASKED = frozenset({"orders", "proposes"})
_TOLD = _ASKED | {"recalled"}
_HAD = frozenset({"had"})
_WAS = frozenset({"бе", "беше", "бях", "бяха", "бил", "била", "било", "били"})
_ONCE = frozenset({"болатын", "еді", "болған"})
_REACH = 3  # words from «had» to «instructed»
_PAST = {"bg": ("л", "ла", "ло", "ли"), "kk": ("ған", "ген", "қан", "кен")}


def told_before(reading: Reading, spoken: PartialDate | None) -> bool:
    """Whether an order was given in a time gone by, or is told as one known already."""
    if "recalled" in reading.kinds:
        return True
    if reading.kinds.isdisjoint(_ASKED):
        return False
    if _is_pluperfect(reading) or _AGO.search(_ahead(reading)):
        return True
    if "orders" not in reading.kinds or not reading.is_order():
        return False
    return _is_known(reading) or (spoken is not None and _is_gone(reading, spoken))


def _is_known(reading: Reading) -> bool:
    """«Напомним», «раньше был дан срок»."""
    if any(mark.first < _OPENING for mark in reading.marks.get("earlier", ())):
        return True
    opening = _opening(reading, reading.clause.end).lower()
    return "gives" in reading.kinds and opening.startswith(_FORMERLY)


def _is_gone(reading: Reading, spoken: PartialDate) -> bool:
    """«В 2023 году поручил»; «в мае Президент поручил», said in June or later in the year."""
    years = _GONE.finditer(_opening(reading, reading.clause.end))
    if any(int(year[1]) < spoken.year for year in years):
        return True
    month = spoken.month
    return month is not None and _in_month_gone(_ahead(reading), month)


def without_day_of_order(reading: Reading, deadline: Deadline | None) -> Deadline | None:
    """The deadline, unless it is only the month or the season in which the order was given."""
    told = deadline is not None and deadline.rule in {"month", "in-season", "year", "end-of-year"}
    if deadline is None or not told:
        return deadline
    return None if deadline.start < _cue(reading) - reading.clause.start else deadline


def _in_month_gone(text: str, now: int) -> bool:
    """«В мае Президент поручил», said in June or later in the year."""
    for found in _IN_MONTH.finditer(text):
        month = next(number for number in range(1, 13) if found[f"m{number}"])
        if month < now:
            return True
    return False


def _is_pluperfect(reading: Reading) -> bool:
    """«Had instructed», «бе възложил», «тапсырған болатын»."""
    language, forms = reading.directives.language, reading.forms
    for cue in reading.clause.cues:
        number = cue.first - reading.clause.first
        if cue.kind not in _ASKED or not 0 <= number < len(forms):
            continue
        before, form = forms[max(number - _REACH, 0) : number], forms[number]
        if language == "en" and not _HAD.isdisjoint(before):
            return True
        if language == "bg" and before[-1:] and before[-1] in _WAS and form.endswith(_PAST["bg"]):
            return True
        if language == "kk" and not _ONCE.isdisjoint(forms[number + 1 : number + 2]):
            return form.endswith(_PAST["kk"])
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
