"""What the interface calls things: labels, orders, notes, totals; all from the catalogues."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any

import flask

from index.documents.document import Instruction
from index.language.synonyms import spelled
from index.search.page import Note, Totals
from search_app.current import policy_tables
from search_app.languages import N_, catalogue, gettext, language, ngettext, number

_QUOTED = re.compile(r'"([^"]*)"')
_SECTIONS = (
    ("instructions.listing", N_("Поручения")),
    ("documents.listing", N_("Документы")),
    ("events.listing", N_("События")),
    ("areas.listing", N_("Области")),
    ("agencies.listing", N_("Ведомства")),
    ("trends.page", N_("Динамика")),
    ("guide.page", N_("Как искать")),
    ("about.page", N_("О данных")),
)
_FACETS = (
    ("area", N_("Приоритетная область")),
    ("agency", N_("Ведомство")),
    ("speaker", N_("Чьи слова")),
    ("instruction", N_("Поручения")),
    ("lang", N_("Язык")),
    ("source", N_("Источник")),
    ("kind", N_("Вид текста")),
)
_GROUPS = (
    ("", N_("Фрагменты")),
    ("document", N_("Документы")),
    ("event", N_("События")),
)
_ORDERS = (
    ("relevance", N_("Сначала подходящие")),
    ("newest", N_("Сначала новые")),
    ("oldest", N_("Сначала старые")),
)
_BRIEF_ORDERS = (  # behind «Сначала:»
    ("relevance", N_("подходящие")),
    ("newest", N_("новые")),
    ("oldest", N_("старые")),
)
_LABELS = {
    ("lang", "ru"): N_("русский"),
    ("lang", "kk"): N_("казахский"),
    ("lang", "bg"): N_("болгарский"),
    ("lang", "en"): N_("английский"),
    ("kind", "report"): N_("сообщение"),
    ("kind", "digest"): N_("изложение"),
    ("kind", "transcript"): N_("стенограмма"),
    ("speaker", "president"): N_("слова Президента"),
    ("speaker", "indirect"): N_("пересказ слов Президента"),
    ("speaker", "reporter"): N_("автор текста и другие"),
    ("instruction", "1"): N_("с поручениями"),
    ("role", "instructed"): N_("кому поручено"),
    ("due", "overdue"): N_("срок наступил"),
    ("due", "30"): N_("в ближайшие 30 дней"),
    ("due", "90"): N_("в ближайшие 90 дней"),
    ("due", "year"): N_("в этом году"),
    ("due", "moved"): N_("срок перенесён"),
    ("due", "none"): N_("без даты"),
}
_DUTIES = {
    "new": N_("Поручение"),
    "recalled": N_("Напоминание о поручении"),
    "moved": N_("Перенос срока"),
    "recurring": N_("Постоянное поручение"),
    "goal": N_("Цель"),
    "requirement": N_("Требование"),
    "start": N_("Начало действия"),
}
_RELATIONS = {
    "fullest": N_("самый полный"),
    "copy": N_("почти дословно"),
    "translation": N_("перевод"),
    "account": N_("другое изложение"),
}
_NOTES = {
    "too-long": N_("Запрос слишком длинный: конец отброшен."),
    "too-many-words": N_("Слов слишком много, эти не учтены: %(words)s"),
    "too-deep": N_("Скобок в скобках слишком много: лишние прочитаны как текст."),
    "long-word": N_("Слишком длинное слово укорочено: %(words)s"),
    "unclosed-quote": N_("Кавычка без пары прочитана как текст."),
    "stray-bracket": N_("Скобка без пары прочитана как текст."),
    "stray-operator": N_("Рядом с оператором нет слов, он прочитан как текст: %(words)s"),
    "not-searchable": N_("Эти знаки не слова, они не учтены: %(words)s"),
    "wildcard-as-text": N_("Звёздочка работает только в конце слова: %(words)s"),
    "short-prefix": N_("Перед звёздочкой мало букв, прочитано как слово: %(words)s"),
    "empty-field": N_("После двоеточия ничего нет, прочитано как текст: %(words)s"),
    "bad-date": N_("Это не дата (2025, 2025-07, 2025-01..2025-06), прочитано как текст: %(words)s"),
    "unknown-field": N_("Такого поля нет, прочитано как текст: %(words)s"),
    "unknown-value": N_("Такого значения нет ни у одного фрагмента: %(words)s"),
    "unknown-agency": N_("Такого ведомства нет в списке: %(words)s. Уберите фильтр или выберите:"),
    "unknown-area": N_("Такой области нет в списке: %(words)s. Уберите фильтр или выберите:"),
    "unknown-event": N_("Такого события нет в списке: %(words)s. Уберите фильтр или выберите:"),
    "turned-dates": N_("Поле «с»: дата позже той, что в поле «по». Прочитано как %(words)s"),
    "no-exact-title": N_("В заголовках слова ищутся в любой форме."),
    "nothing-searchable": N_("В запросе не осталось слов для поиска."),
    "predecessors": N_("Вместе с тем, что говорилось о предшественниках: %(words)s"),
    "most-words": N_("Все слова вместе нигде не стоят: показано, где есть большинство из них."),
    "most-words-too": N_(
        "Все слова вопроса вместе стоят лишь в немногих фрагментах: показаны и те, где есть "
        "большинство из них."
    ),
    "by-meaning": N_("Найдены и фрагменты, близкие по смыслу: этих слов в них может не быть."),
    "silent-words": N_("Эти слова ничего не уточняют и не учтены: %(words)s"),
    "unknown-words": N_("Таких слов нет ни в одном тексте: %(words)s"),
    "asks": N_("Слова спрашивают, кто и когда: выше стоят фрагменты с поручениями (%(words)s)."),
    "asks-most": N_(
        "Слова спрашивают, кто и когда (%(words)s): показано, где есть большинство других, выше "
        "стоят поручения."
    ),
    "dates": N_("Слова о времени прочитаны как даты текстов: %(words)s."),
    "no-dates": N_("За это время ничего не найдено (%(words)s): показано за всё время."),
    "dates-as-words": N_("За это время ничего не найдено, и эти слова ищутся в тексте: %(words)s."),
    "loose-phrases": N_("Так слово в слово нигде не сказано, искали слова порознь: %(words)s"),
    "cut": N_("Слово со звёздочкой подходит к слишком многим, взята часть: %(words)s"),
}
_LISTS = {
    "unknown-agency": ("agencies.listing", N_("Ведомства")),
    "unknown-area": ("areas.listing", N_("Области")),
    "unknown-event": ("events.listing", N_("События")),
}
_MOST = {"most-words", "most-words-too"}
_OTHER_NOTE = N_("Часть запроса прочитана как обычные слова: %(words)s")
_REASONS = {
    "keyboard": N_("В другой раскладке:"),
    "transliteration": N_("Кириллицей:"),
    "spelling": N_("Может быть, вы искали:"),
    "synonyms": N_("С другими словами о том же:"),
    "kin": N_("Вместе со словами того же корня:"),
    "fewer-words": N_("С меньшим числом слов:"),
}
_APPLIED = {
    "keyboard": N_("Ничего не найдено, поэтому запрос прочитан в другой раскладке:"),
    "transliteration": N_("Ничего не найдено, поэтому запрос прочитан кириллицей:"),
    "spelling": N_("Ничего не найдено, поэтому исправлена опечатка:"),
    "synonyms": N_("Ничего не найдено, поэтому добавлены другие слова о том же:"),
    "kin": N_("Ничего не найдено, поэтому добавлены слова того же корня:"),
}


def label(facet: str, value: str) -> str:
    """What a value of a facet is called in the language of this request."""
    return label_in(language(), facet, value)


def label_in(language: str, facet: str, value: str) -> str:
    """What a value of a facet is called in a language of the site."""
    if facet in {"area", "agency"}:
        return policy_tables().label(facet, value, language)
    known = _LABELS.get((facet, value))
    said = catalogue(language).gettext
    return said(known) if known else value or said(N_("не указано"))


def facet_names() -> list[tuple[str, str]]:
    """The facets in their order, with what they are called."""
    return _translated(_FACETS)


def facet_name(facet: str) -> str:
    """What a facet is called."""
    return gettext(dict(_FACETS)[facet])


def order_name(order: str) -> str:
    """What an order of hits is called."""
    return gettext(dict(_ORDERS)[order])


def totals_line(totals: Totals) -> str:
    """«3 события · 7 документов · 12 фрагментов», with the plurals of each language."""
    passages, documents, events = totals.passages, totals.documents, totals.events
    said = (
        ngettext("%(n)s событие", "%(n)s событий", events, n=number(events)),
        ngettext("%(n)s документ", "%(n)s документов", documents, n=number(documents)),
        ngettext("%(n)s фрагмент", "%(n)s фрагментов", passages, n=number(passages)),
    )
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in said)


def note_line(note: Note) -> str:
    """How the query was read, as a sentence."""
    return gettext(_NOTES.get(note.code, _OTHER_NOTE), words=note.words)


def joined_notes(notes: Sequence[Note]) -> list[Note]:
    """The notes of a page, those on a question who or when in one; little stands above the hits."""
    codes = {note.code for note in notes}
    if "asks" not in codes:
        return list(notes)
    asks = "asks-most" if codes & _MOST else "asks"
    told = [note for note in notes if note.code not in {"silent-words", *_MOST}]
    return [Note(asks, note.words) if note.code == "asks" else note for note in told]


def note_list(note: Note) -> tuple[str, str] | None:
    """The endpoint and the name of the list to choose from, where a note speaks of one."""
    known = _LISTS.get(note.code)
    return known and (known[0], gettext(known[1]))


def reason_line(reason: str) -> str:
    """Why another wording is offered."""
    return gettext(_REASONS.get(reason, _REASONS["spelling"]))


def query_line(text: str) -> str:
    """A query for people to read: «или» for its OR, quotation marks of text, names in capitals."""
    read = _QUOTED.sub(lambda words: f"«{spelled(words[1])}»", text)
    either = gettext("или")
    return f" {either} ".join(spelled(way) for way in read.split(" OR "))


def applied_line(reason: str) -> str:
    """What was done with a query that finds nothing."""
    return gettext(_APPLIED.get(reason, _APPLIED["spelling"]))


def kind_of_duty(kind: str) -> str:
    """What an instruction's kind is called."""
    return gettext(_DUTIES.get(kind, _DUTIES["new"]))


def charged(duty: Instruction) -> str:
    """Who must act, and who with them."""
    lead, beside = (
        ", ".join(label("agency", each) for each in names) for names in (duty.lead, duty.beside)
    )
    return f"{lead}, {gettext('совместно:')} {beside}" if beside else lead


def relation(kind: str) -> str:
    """What a text is to the fuller ones of its event."""
    return gettext(_RELATIONS.get(kind, _RELATIONS["account"]))


def install(app: flask.Flask) -> None:
    """Give the templates their words."""
    said: dict[str, Any] = {
        "sections": lambda: _translated(_SECTIONS),
        "facet_names": facet_names,
        "orders": lambda: _translated(_BRIEF_ORDERS),
        "groups": lambda: _translated(_GROUPS),
        "label": label,
        "totals_line": totals_line,
        "joined_notes": joined_notes,
        "note_line": note_line,
        "note_list": note_list,
        "reason_line": reason_line,
        "query_line": query_line,
        "applied_line": applied_line,
        "kind_of_duty": kind_of_duty,
        "relation": relation,
    }
    app.jinja_env.globals.update(said)
    app.jinja_env.filters["agency_name"] = functools.partial(label, "agency")


def _translated(pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(key, gettext(name)) for key, name in pairs]
