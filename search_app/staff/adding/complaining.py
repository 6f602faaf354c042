"""What is wrong with a file, in the language of the page: the engine says it in its own words."""

from __future__ import annotations

import re

from search_app.languages import N_, gettext

_DATE = N_("Это не дата: «%(date)s». Годится 2025, 2025-07 или 2025-07-31.")
_SAID = (
    (r"no text", N_("В файле нет текста.")),
    (r"the file is empty", N_("Файл пуст.")),
    (
        r"not UTF-8: byte (?P<n>\d+) .*",
        N_("Это не текст в UTF-8 (неверный байт %(n)s в строке): сохраните файл в UTF-8."),
    ),
    (r"UTF-16 text: .*", N_("Текст в UTF-16: сохраните его в UTF-8.")),
    (r"NUL character: .*", N_("Это не текст.")),
    (r"\d+ bytes, over the \d+ .*|over \d+ bytes|a text of over .*", N_("Слишком большой файл.")),
    (
        r"id (?P<id>\S+): already given by (?P<file>.*)",
        N_("Документ %(id)s уже есть в этой загрузке: %(file)s."),
    ),
    (r"JSON: (?P<why>.*)", N_("Ошибка в JSON: %(why)s.")),
    (
        r"YAML: .*; put the value in quotes: (?P<key>[^:]*): .*",
        N_("В поле %(key)s заголовка есть двоеточие: возьмите значение в кавычки."),
    ),
    (r"YAML: (?P<why>.*)", N_("Ошибка в заголовке: %(why)s.")),
    (r"front matter is not closed .*", N_("Заголовок не закрыт строкой «---».")),
    (r"(?P<key>text|id): missing; .*", N_("В записи нет поля %(key)s.")),
    (r"text: takes a text in quotes, .*", N_("Поле text в записи принимает текст в кавычках.")),
    (r"(?:\w+: )?«(?P<date>[^»]*)» is not a date.*", _DATE),
    (r"(?P<key>.+): takes one text, .*", N_("Поле %(key)s принимает один текст, а не список.")),
    (r"(?P<key>\S+): unknown key; .*", N_("Такого поля у документа нет: %(key)s.")),
    (r"a PDF: .*", N_("PDF не читается: сохраните его в DOCX или TXT.")),
    (r"not a readable DOCX: .*", N_("Файл DOCX повреждён.")),
    (r"not a readable archive: .*|cannot be unpacked: .*", N_("Архив повреждён.")),
    (
        r"unpacks to (?P<n>\d+) times its size",
        N_("Архив разворачивается в %(n)s раз: так сжимают, чтобы навредить. Он не прочитан."),
    ),
    (r"unpacks to .*", N_("Архив в развёрнутом виде слишком большой.")),
    (r"an archive of over (?P<n>\d+) members", N_("В архиве больше %(n)s файлов: разделите его.")),
    (r"an archive in an archive", N_("Архив в архиве: распакуйте его.")),
    (r"encrypted", N_("Файл в архиве закрыт паролем.")),
    (r"cannot be read: .*", N_("Файл не удалось прочесть.")),
    (r"\d+ complaints in a row: .*", N_("Ошибок слишком много подряд: остальное не прочитано.")),
    (
        r"the date is (?P<date>\S+), but the text speaks of an event of (?P<year>\d+)",
        N_("Дата документа %(date)s, а в тексте говорится о событии %(year)s года."),
    ),
)


def complaint(reason: str) -> str:
    """The reason as a reader understands it; one that is not foreseen stays as it is."""
    for form, message in _SAID:
        if found := re.fullmatch(form, reason, re.DOTALL):
            return gettext(message, **found.groupdict()) if found.groupdict() else gettext(message)
    return gettext(reason)
