"""What may be the matter with the staff room's database, told apart by what a person can do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from index.documents.archiving.database import ArchiveError
from index.errors import SearchError
from search_app.languages import N_

# what each fault says to staff: what is wrong, and what to do (messages of the catalogue)
SAID = {
    "busy": (
        N_("База данных занята: в неё пишет другая программа."),
        N_("Ничего не потеряно. Подождите минуту и повторите."),
    ),
    "crowded": (
        N_("Сейчас слишком много запросов к разделу для сотрудников."),
        N_("Повторите через несколько секунд."),
    ),
    "full": (
        N_("На диске с базой данных кончилось место: записать ничего нельзя."),
        N_("Сообщите администратору сервера: нужно освободить место."),
    ),
    "gone": (
        N_("База данных недоступна: её нет на месте или она не отвечает."),
        N_("Сообщите администратору сервера. Причина записана в журнал программы."),
    ),
    "damaged": (
        N_("База данных повреждена."),
        N_("Сообщите администратору сервера: её нужно восстановить из резервной копии."),
    ),
    "newer": (
        N_("База данных создана более новой версией программы."),
        N_("Сообщите администратору сервера: программу нужно обновить."),
    ),
    "keyless": (
        N_("Не удалось прочитать секретный ключ сервера."),
        N_("Сообщите администратору сервера. Причина записана в журнал программы."),
    ),
}

# primary codes of SQLite
_SQLITE = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "gone",
    sqlite3.SQLITE_PERM: "gone",
    sqlite3.SQLITE_READONLY: "gone",
    sqlite3.SQLITE_IOERR: "gone",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
# SQLSTATEs of PostgreSQL, or their first two characters; the longer counts for more
_POSTGRES = {
    "08": "gone",  # connection exceptions
    "28": "gone",  # the password is refused
    "3D": "gone",  # no such database
    "57": "gone",  # shut down by its operator
    "57014": "busy",  # we waited for too long
    "55P03": "busy",
    "40": "busy",  # two transactions in each other's way
    "53300": "busy",  # too many connections
    "53100": "full",
    "25006": "gone",  # read only
    "XX": "damaged",
}


class StaffUnavailable(SearchError):
    """The staff room cannot be used now; ``fault`` is a key of SAID, the text is for the log."""

    def __init__(self, fault: str, detail: str) -> None:
        super().__init__(f"staff: {detail}")
        self.fault = fault


@contextmanager
def told() -> Iterator[None]:
    """Faults of the database as StaffUnavailable; errors of our own statements stay as they are."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        fault = _fault(error)
        if fault is None:
            raise
        raise StaffUnavailable(fault, " ".join(str(error).split())) from error
    except sa.exc.TimeoutError as error:  # all connections of this process are in use
        raise StaffUnavailable("busy", str(error)) from error
    except ArchiveError as error:
        cause = error.__cause__
        fault = "newer" if cause is None else _fault(cause) or "gone"
        raise StaffUnavailable(fault, str(error)) from error


def _fault(error: BaseException | None) -> str | None:
    cause: Any = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get((getattr(cause, "sqlite_errorcode", None) or 0) & 0xFF)
    state = getattr(cause, "sqlstate", None)
    if state:
        return _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    # A server that cannot be reached has no state to tell.
    return "gone" if isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError) else None
