"""Ranges of dates in words: «с января 2026», «за последние 30 дней»."""

from __future__ import annotations

from babel.dates import format_date

from index.documents.dates import PartialDate
from index.search.rolling import Rolling, When
from search_app.languages import N_, date, gettext, language, ngettext

_LAST = {
    "d": (N_("за сегодня"), N_("за последний день")),
    "m": ("", N_("за последний месяц")),
    "y": ("", N_("за последний год")),
}


def said(since: When | None, until: When | None) -> str:
    """A range in the language of this request; nothing where there is none."""
    if since == until and not isinstance(since, Rolling):
        return date(since)
    if isinstance(since, Rolling) and until is None:
        return _last(since)
    return " ".join(filter(None, (_begins(since), _ends(until))))


def _last(ago: Rolling) -> str:
    if ago.count < len(_LAST[ago.unit]):
        return gettext(_LAST[ago.unit][ago.count])
    if ago.unit == "d":
        return ngettext("за последний %(num)d день", "за последние %(num)d дней", ago.count)
    if ago.unit == "m":
        return ngettext("за последний %(num)d месяц", "за последние %(num)d месяцев", ago.count)
    return ngettext("за последний %(num)d год", "за последние %(num)d лет", ago.count)


def _begins(end: When | None) -> str:
    if isinstance(end, PartialDate):
        return gettext("с %(date)s", date=_genitive(end))
    return gettext("не раньше чем %(ago)s", ago=_ago(end)) if end else ""


def _ends(end: When | None) -> str:
    if isinstance(end, PartialDate):
        return gettext("по %(date)s", date=date(end))
    return gettext("не позже чем %(ago)s", ago=_ago(end)) if end else ""


def _ago(end: Rolling) -> str:
    if not end.count:
        return gettext("сегодня")
    if end.unit == "d":
        return ngettext("%(num)d день назад", "%(num)d дней назад", end.count)
    if end.unit == "m":
        return ngettext("%(num)d месяц назад", "%(num)d месяцев назад", end.count)
    return ngettext("%(num)d год назад", "%(num)d лет назад", end.count)


def _genitive(end: PartialDate) -> str:
    """A month that something begins with: «с января», not «с январь»."""
    if language() == "ru" and end.month and not end.day:
        return format_date(end.first, "MMMM y", locale="ru")
    return date(end)
