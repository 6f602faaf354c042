"""What a reader writes about a bookmark, and how often to be told of it."""

from __future__ import annotations

import re
from typing import Any

from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, DataRequired, Length

from search_app.languages import N_, gettext
from search_app.staff.forms import REQUIRED, TOO_LONG, Form, TextField
from search_app.staff.keeping import shelf
from search_app.staff.keeping.bookmarks import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_TAGS,
    Bookmark,
)
from search_app.staff.moments import now

SEEN_BY = {
    "private": N_("только мне"),
    "team": N_("всем сотрудникам"),
    "public": N_("всем, у кого есть адрес"),
}
HOW_OFTEN = {
    "off": N_("не присылать"),
    "at-once": N_("сразу"),
    "daily": N_("раз в день"),
    "weekly": N_("раз в неделю"),
}
STATES = {
    "waiting": N_("ждёт отправки"),
    "claimed": N_("ждёт отправки"),
    "handed": N_("передаётся"),
    "sent": N_("отправлено"),
    "refused": N_("не отправлено"),
}
_CHOOSE = N_("Выберите из списка.")
_BROKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def line(text: str | None) -> str | None:
    """One line: what would break it is a gap."""
    return " ".join(_BROKEN.sub(" ", text).split()) if isinstance(text, str) else text


def lines(text: str | None) -> str | None:
    """Several lines, without what no database takes."""
    if not isinstance(text, str):
        return text
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class LineField(TextField):
    """One line of text, whatever is sent."""

    def __init__(self, label: str, validators: Any = None, **named: Any) -> None:
        super().__init__(label, validators, **named)
        self.filters = [line]


class ChoiceField(SelectField):
    """One of a few codes with names of the catalogue."""

    def __init__(self, label: str, names: dict[str, str], **named: Any) -> None:
        checks = [AnyOf(list(names), message=_CHOOSE)]
        choices = [SelectChoice(code, gettext(name)) for code, name in names.items()]
        super().__init__(label, checks, choices=choices, validate_choice=False, **named)


class BookmarkForm(Form):
    """Everything about a bookmark but its search."""

    title = LineField(
        N_("Название"), [DataRequired(REQUIRED), Length(max=LONGEST_TITLE, message=TOO_LONG)]
    )
    note = TextAreaField(
        N_("Зачем сохранено"), [Length(max=LONGEST_NOTE, message=TOO_LONG)], filters=[lines]
    )
    folder = LineField(N_("Папка"), [Length(max=LONGEST_NAME, message=TOO_LONG)])
    tags = LineField(N_("Метки"), [Length(max=MOST_TAGS * (LONGEST_NAME + 2), message=TOO_LONG)])
    visibility = ChoiceField(N_("Видна"), SEEN_BY)


class AlertForm(Form):
    """How often to be told."""

    frequency = ChoiceField(N_("Письма о новом"), HOW_OFTEN)


def filled(bookmark: Bookmark) -> BookmarkForm:
    """The form as the bookmark stands."""
    return BookmarkForm(
        formdata=None,
        title=bookmark.title,
        note=bookmark.note,
        folder=bookmark.folder,
        tags=", ".join(bookmark.tag_names),
        visibility=bookmark.visibility,
    )


def apply(form: BookmarkForm, bookmark: Bookmark) -> None:
    """Let a bookmark be as the form says."""
    bookmark.title = form.title.data or bookmark.title
    bookmark.note = form.note.data or ""
    bookmark.folder = form.folder.data or ""
    named = (tag.strip().lstrip("#")[:LONGEST_NAME] for tag in (form.tags.data or "").split(","))
    shelf.set_tags(bookmark, filter(None, named))
    shelf.show_to(bookmark, form.visibility.data)
    bookmark.changed_at = now()
