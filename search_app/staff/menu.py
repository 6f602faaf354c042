"""What the staff room offers: one entry a section, shown to those who may."""

from __future__ import annotations

from typing import NamedTuple

import flask

from search_app.languages import N_, gettext
from search_app.staff.guard import current_account, signed_in


class Section(NamedTuple):
    """A section: its first page, its name (a message of the catalogue), and the role it takes."""

    endpoint: str
    name: str
    role: str = "reader"


SECTIONS = (
    Section("staff_home.page", N_("Рабочий стол")),
    Section("staff_bookmarks.listing", N_("Закладки")),
    Section("staff_documents.listing", N_("Документы"), "editor"),
    Section("staff_accounts.listing", N_("Учётные записи"), "administrator"),
    Section("staff_log.page", N_("Журнал"), "administrator"),
    Section("staff_me.page", N_("Моя учётная запись")),
)


def install(app: flask.Flask) -> None:
    """Let the templates of the staff room show the menu."""
    app.jinja_env.globals.update(staff_sections=_sections, current_account=signed_in)


def _sections() -> list[tuple[str, str]]:
    who = current_account()
    return [
        (each.endpoint, gettext(each.name))
        for each in SECTIONS
        if who is not None and who.may(each.role)
    ]
