"""Citations of a document or of a passage in it: as ГОСТ Р 7.0.5–2008 has them, BibTeX, plain.

``address`` is the whole address under which the words can be read, ``seen`` the day on which
they were. The form of ГОСТ does not depend on the language of the interface; the others do in a
word or two.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from index.documents.dates import PartialDate
from index.documents.document import Document, Passage
from search_app.languages import date, gettext, language

# ГОСТ Р 7.0.12 shortens months so; short ones stay whole.
_MONTHS = [
    "янв.",
    "февр.",
    "март",
    "апр.",
    "май",
    "июнь",
    "июль",
    "авг.",
    "сент.",
    "окт.",
    "нояб.",
    "дек.",
]
_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {"ru": "russian", "bg": "bulgarian", "en": "english", "kk": "kazakh"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_LONGEST_QUOTE = 1_500  # characters: a whole passage


def gost(document: Document, passage: Passage | None = None, *, address: str, seen: dt.date) -> str:
    """A reference to a remote electronic text by ГОСТ Р 7.0.5–2008, 10.4."""
    title, host = _closed(document.title), _closed(document.source)
    if document.source:
        title = f"{_closed(document.title, '')} // {host}"
    parts = [title, _issued(document)]
    parts += [f"Фрагм. {passage.ordinal}."] if passage else []
    return " ".join([*parts, f"URL: {address} (дата обращения: {seen:%d.%m.%Y})."])


def bibtex(
    document: Document, passage: Passage | None = None, *, address: str, seen: dt.date
) -> str:
    """An entry that BibTeX takes, and biblatex as a page of the web."""
    told = _told(document)
    fields = {
        "title": f"{{{_tex(_closed(document.title, ''))}}}",
        "organization": _tex(document.source),
        "year": f"{told.year:04}" if told else "",
        "month": _MACROS[told.month - 1] if told and told.month else "",
        "day": f"{told.day}" if told and told.day else "",
        "langid": _LANGUAGES.get((passage and passage.language) or document.language, ""),
        "note": gettext("Фрагмент %(n)s", n=passage.ordinal) if passage else "",
        "url": address.replace("{", "%7B").replace("}", "%7D"),
        "urldate": seen.isoformat(),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{_key(document, passage)},", *lines, "}"])


def plain(
    document: Document, passage: Passage | None = None, *, address: str, seen: dt.date
) -> str:
    """The words in quotation marks, then where and when they were said; a line to paste."""
    said = f"«{passage.text[:_LONGEST_QUOTE]}» — " if passage else ""
    known = [document.title, document.source, date(_told(document))]
    place = ", ".join(_closed(each, "") for each in known if each)
    looked = gettext("просмотрено %(date)s", date=date(seen.isoformat()))
    return f"{said}{place}. {address} ({looked})"


Form = Callable[..., str]
FORMS: Mapping[str, Form] = MappingProxyType({"gost": gost, "bibtex": bibtex, "plain": plain})
"""Every form of a citation by its name."""


def language_of(form: str) -> str:
    """The language in which a form is written, whatever it cites."""
    return {"gost": "ru", "bibtex": "en"}.get(form) or language()


def foreign(document: Document, passage: Passage | None = None) -> list[tuple[str, str]]:
    """The words that a citation takes from what it cites, as it writes them, and their language."""
    title = _closed(document.title, "")
    quoted = [(passage.text[:_LONGEST_QUOTE], passage.language)] if passage else []
    titles = dict.fromkeys((title, _tex(title)))
    return [*quoted, *((each, document.language) for each in titles)]


def _told(document: Document) -> PartialDate | None:
    """A reference names the day of the text, not of the speech."""
    return document.published or document.date


def _issued(document: Document) -> str:
    """«2006. 25 янв.», as in the standard's own examples."""
    told = _told(document)
    if told is None:
        return "[Б. г.]."
    if not told.month:
        return f"{told.year}."
    month = _MONTHS[told.month - 1]
    day = f"{told.day} {_of(month)}" if told.day else month.capitalize()
    return f"{told.year}. {_closed(day)}"


def _of(month: str) -> str:
    """The month after a day: «3 мая», «3 марта», but «3 янв.»."""
    return {"май": "мая", "март": "марта", "июнь": "июня", "июль": "июля"}.get(month, month)


def _closed(text: str, end: str = ".") -> str:
    """Text that ends once: with ``end``, unless it ends a sentence by itself."""
    bare = text.rstrip(" .")
    return bare if bare.endswith(("?", "!", "…")) else bare + end


def _key(document: Document, passage: Passage | None) -> str:
    plain_id = re.sub(r"[^A-Za-z0-9_-]", "-", document.id)
    return f"{plain_id}-p{passage.ordinal}" if passage else plain_id


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in text)
