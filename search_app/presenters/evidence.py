"""Why a passage is marked as it is: by which words and which rules, for people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import flask

from index.documents.dates import PartialDate
from index.documents.document import Instruction, Passage
from index.policy.naming.authority import Act
from index.search.instructions.duties import Source
from search_app.current import current_index
from search_app.languages import N_, date, gettext, language

_SPEAKERS = {
    "told": N_("прямая речь, и рядом сказано, чья она"),
    "carried": N_("прямая речь, и говорит тот же, кто назван раньше"),
    "retold": N_("без кавычек, но сказано, чьи это слова"),
    "between": N_("продолжение пересказа: до и после — пересказ"),
    "label": N_("так подписана реплика"),
    "transcript": N_("весь текст — запись выступления"),
}
_RULES = {
    "running": N_("последний день названных суток, недели, месяца или квартала"),
    "weekday": N_("ближайший после выступления такой день недели"),
    "within": N_("отсчитано от дня выступления"),
    "working-days": N_(
        "рабочие дни после выступления: без суббот и воскресений, праздники не вычтены"
    ),
    "end-of-month": N_("последний день названного месяца"),
    "quarter": N_("последний день квартала"),
    "half": N_("последний день полугодия"),
    "end-of-year": N_("последний день года"),
    "day": N_("назван сам день"),
    "school-year": N_("учебный год начинается 1 сентября"),
    "end-of-school-year": N_("учебный год кончается в мае, день называет приказ министра"),
    "holiday": N_("день праздника по календарю"),
    "start": N_("с этого дня начинается, это не срок"),
    "season": N_("последний день времени года, а «к лету» — день перед ним"),
    "in-season": N_("последний день названного времени года"),
    "month": N_("последний день названного месяца"),
    "before-year": N_("последний день перед названным годом"),
    "year": N_("последний день названного года"),
    "recurring": N_("повторяется, одного дня нет"),
    "at-once": N_("без промедления, день не назван"),
    "open": N_("каждый раз в разное время, день не назван"),
    "corrected": N_("день указан вручную"),
}
_YEAR = re.compile(r"\d{4}")
_DAYLESS = frozenset({"recurring", "at-once", "open"})
_ACTS = {
    "decree": N_("Указ Президента № %(number)s, %(day)s"),
    "resolution": N_("Постановление Правительства № %(number)s, %(day)s"),
}


@dataclass(frozen=True)
class Named:
    """An agency in a passage: the words that name it, and whether it must act."""

    agency: str
    words: tuple[str, ...]
    is_instructed: bool


def speaker_line(passage: Passage) -> str:
    """How the passage shows whose words it holds; empty where it does not."""
    how = _SPEAKERS.get(passage.speaker.how)
    return gettext(how) if how else ""


def due_line(duty: Instruction, spoken: PartialDate | None) -> str:
    """By which rule a wording came to its day, or why to none; empty without a wording.

    A wording without a year leans on when it was ``spoken``.
    """
    known = _RULES.get(duty.rule)
    if known is None:
        return ""
    if not duty.due and duty.rule not in _DAYLESS:
        return gettext("день по этим словам и дате выступления не определить")
    leans = duty.due and duty.rule != "corrected" and not _YEAR.search(duty.deadline)
    if leans and spoken:
        return gettext("%(rule)s; сказано %(day)s", rule=gettext(known), day=date(spoken))
    return gettext(known)


def named(passage: Passage, only: Iterable[str] | None = None) -> list[Named]:
    """The agencies of a passage in their order, or some of them."""
    wanted = None if only is None else set(only)
    words: dict[str, list[str]] = {}
    for each in passage.agencies:
        if wanted is None or each.agency in wanted:
            words.setdefault(each.agency, []).append(passage.text[each.start : each.end])
    charged = {each.agency for each in passage.agencies if each.role == "instructed"}
    return [
        Named(agency, tuple(filter(None, dict.fromkeys(said))), agency in charged)
        for agency, said in words.items()
    ]


def inherited(passage: Passage, duty: Instruction) -> list[str]:
    """The agencies of an instruction that its passage does not name: taken from what was before.

    None where people said whom it charges.
    """
    if "instructions" in passage.corrected:
        return []
    here = {each.agency for each in passage.agencies}
    return [each for each in duty.agencies if each not in here]


def has_evidence(passage: Passage) -> bool:
    """Whether there is anything to say of why it is marked."""
    return bool(
        passage.areas or passage.agencies or passage.instructions or passage.corrected
    ) or bool(passage.speaker.how)


def passage_of(source: Source) -> Passage | None:
    """The passage that tells of an instruction; None when the index has moved on meanwhile."""
    name, number = source.place
    held = (each for each in current_index().segments if each.name == name)
    segment = next(held, None)
    return segment.passage(number) if segment else None


def act_line(act: Act) -> str:
    """An act as it is cited."""
    return gettext(_ACTS[act.kind], number=act.number, day=date(act.day.isoformat()))


def install(app: flask.Flask) -> None:
    """Give the templates what they say of evidence."""
    said: dict[str, Any] = {
        "speaker_line": speaker_line,
        "due_line": due_line,
        "agencies_named": named,
        "inherited": inherited,
        "has_evidence": has_evidence,
        "passage_of": passage_of,
        "act_line": act_line,
        "page_language": language,
    }
    app.jinja_env.globals.update(said)
