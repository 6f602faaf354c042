"""Into the archive and out of it: the document, what was decided of it, and the log, all or none.

The index follows by revision: at once where nobody else is writing it, else when they are done.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from index.documents.archiving.corrections import (
    Correction,
    corrections_of,
    drop_correction,
    put_correction,
)
from index.documents.archiving.database import hold_archive
from index.documents.archiving.history import Revision, history_of
from index.documents.archiving.keeping import drop_document, put_batch
from index.documents.document import Document
from index.documents.reading.found import Found
from index.errors import IndexBusy, SearchError
from index.indexing import Library
from search_app.languages import N_
from search_app.staff.adding.drafts import Draft
from search_app.staff.audit import record
from search_app.staff.identity.accounts import Account, SignedIn

Who = Account | SignedIn
Decided = Mapping[str, Mapping[str, Any]]

CHANGED = N_("Черновик изменился, посмотрите снова.")
MOVED_ON = N_("Документ тем временем изменил кто-то другой: посмотрите его историю.")


class Outdated(SearchError):
    """A draft of a version that is no longer the last; ``reason`` is a message."""

    def __init__(self, document: str) -> None:
        super().__init__(f"{document}: changed meanwhile")
        self.reason = MOVED_ON


def publish(session: Session, who: Who, draft: Draft, over: int = 0) -> str:
    """Put a draft into the archive, and take it from the drafts: «added», «changed», «unchanged».

    Outdated if somebody else changed the document since the draft was begun; not if he put in
    the same, as this program does when it is killed and begins again, nor if ``over`` says that
    his change, by its number, was seen and is to be replaced.
    """
    connection = session.connection()
    hold_archive(connection)
    before = history_of(connection, draft.document)
    document = draft.whole
    change_since = meanwhile(before, draft)
    if change_since is not None and change_since.number != over:
        raise Outdated(draft.document)
    (change,) = put_batch(connection, [Found(document)], who.email, None)
    decided = decide(connection, who, document.id, draft.decided)
    if change != "unchanged" or decided:
        said = {"change": change, "title": document.title, "digest": document.digest}
        record(session, who, "document.publish", _subject(document.id), _told(before), said)
    session.delete(draft)
    return change


def meanwhile(history: list[Revision], draft: Draft) -> Revision | None:
    """The last change of a draft's document by somebody else since the draft was begun."""
    if last(history) <= draft.base or standing(history) == draft.whole:
        return None
    return history[-1]


def withdraw(session: Session, who: Who, document: str) -> bool:
    """Take a document out of the archive, keeping its history; whether it was there."""
    connection = session.connection()
    hold_archive(connection)
    before = history_of(connection, document)
    found = drop_document(connection, document, who.email, "removed")
    if found:
        record(session, who, "document.withdraw", _subject(document), _told(before))
    return found


def go_back(session: Session, who: Who, document: str, number: int) -> bool:
    """Put an earlier version in place of the present one, as a new change; whether it differs."""
    connection = session.connection()
    hold_archive(connection)
    before = history_of(connection, document)
    wanted = next((each for each in before if each.number == number), None)
    if wanted is None or wanted.document is None or wanted.document == standing(before):
        return False
    put_batch(connection, [Found(wanted.document)], who.email, None)
    said = {"revision": number, "digest": wanted.document.digest}
    record(session, who, "document.go-back", _subject(document), _told(before), said)
    return True


def decide(connection: Connection, who: Who, document: str, decided: Decided) -> bool:
    """Bring the corrections of a document to these; whether any had to change."""
    there = {
        (each.passage, each.field): each.value for each in corrections_of(connection, document)
    }
    wanted = {
        (key, field): value for key, fields in decided.items() for field, value in fields.items()
    }
    for key, field in there.keys() - wanted.keys():
        drop_correction(connection, document, key, field, who.email)
    for (key, field), value in wanted.items():
        if (key, field) not in there or there[key, field] != value:
            put_correction(connection, Correction(document, key, field, value, who.email))
    return there != wanted


def last(history: list[Revision]) -> int:
    """The number of a document's last change, 0 if it never was."""
    return history[-1].number if history else 0


def follow(library: Library) -> bool:
    """Bring the index to the archive; False if somebody else is writing it just now."""
    try:
        library.catch_up()
    except IndexBusy:
        return False
    return True


def standing(history: list[Revision]) -> Document | None:
    """The document as it stands now, None if it was withdrawn or never was."""
    for each in reversed(history):
        if each.change != "corrected":
            return each.document  # none after it was taken out
    return None


def _told(history: list[Revision]) -> dict[str, Any] | None:
    there = standing(history)
    if there is None:
        return None
    return {"revision": last(history), "title": there.title, "digest": there.digest}


def _subject(document: str) -> str:
    return f"document:{document}"
